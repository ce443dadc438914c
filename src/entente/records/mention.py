"""Words that name a party, and what the document itself settles about whom."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.evidence import Evidence
from entente.records.vocabulary import MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of one party.

    `refers_to` is an earlier Mention of the same document ("he", "the ministry"), or "". `entry` is
    the lexicon's id ("fra.gov.hollande", "fra.mil", "fra"), or "" where the lexicon has none. `name`
    is neutral, `country` an ISO alpha-3 or codebook code or "", `sectors` PLOVER's.
    """

    id: str
    sentence_id: str
    evidence: Evidence
    kind: MentionKind
    refers_to: str
    entry: str
    name: str
    country: str
    sectors: tuple[str, ...]
