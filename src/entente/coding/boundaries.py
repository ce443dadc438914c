"""PLOVER's reductions and boundary rules: which type an act counts as under the codebook.

Source: PLOVER manual, draft 2.0, sections on auxiliary modes and on each type. A future cooperative
act is an agreement; the manual sends a future RETREAT to CONCEDE, its gold records and its own table
(CAMEO 035 → AGREE) to AGREE, and this follows the records.
"""

from __future__ import annotations

from entente.coding.tree import Tree
from entente.records.vocabulary import EventType, Polarity, Status

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"})
FORCEFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})


def by_telephone(tree: Tree, trigger: int) -> bool:
    """The consultation is held over the telephone, wherever in the clause that is said."""
    return any(tree.lemma(index) in ("phone", "telephone") for index in tree.subtree(trigger))


def reduced(event: EventType, status: Status, polarity: Polarity, on_condition: bool) -> EventType:
    """The type that the codebook counts for an act with this status.

    `on_condition`: an "unless" stands over a planned act: that is a threat. A refused cooperative act
    ("will not meet") is a rejection.
    """
    if status in ("planned", "conditional"):
        if polarity == "negated" and event in COOPERATIVE:
            return "REJECT"
        if on_condition or event in FORCEFUL:
            return "THREATEN"
        if event in COOPERATIVE:
            return "AGREE"
    return event
