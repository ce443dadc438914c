"""PLOVER's reductions and boundary rules: which type an act counts as under the codebook.

Source: PLOVER manual, draft 2.0, sections on auxiliary modes and on each type. A future cooperative
act is an agreement; the manual sends a future RETREAT to CONCEDE, its gold records and its own table
(CAMEO 035 → AGREE) to AGREE, and this follows the records.
"""

from __future__ import annotations

from entente.records.vocabulary import EventType, Status

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "AGREE"})
FORCEFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
# CAMEO's codes for an intent to do what the second code does.
INTENT = {"CONSULT": "036", "SUPPORT": "030", "COOPERATE": "031", "AID": "033", "RETREAT": "035", "CONCEDE": "034",
          "SANCTION": "130", "COERCE": "132", "ASSAULT": "138", "MOBILIZE": "138", "PROTEST": "133"}


def reduced(event: EventType, status: Status) -> EventType:
    """The type that the codebook counts for an act with this status."""
    if status in ("planned", "conditional"):
        if event in COOPERATIVE:
            return "AGREE"
        if event in FORCEFUL:
            return "THREATEN"
    return event
