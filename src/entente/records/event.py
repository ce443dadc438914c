"""What one sentence says that somebody did."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.evidence import Evidence
from entente.records.place import Place
from entente.records.vocabulary import EventType, Polarity, Role, Status
from entente.records.when import When


@dataclass(frozen=True, slots=True)
class Event:
    """One coded act.

    `id` comes from the document, the trigger's span and its order, never from what was coded.
    `event` is the act itself, `plover` the type after the codebook's reductions. `roles` pairs a
    role with a Mention id, in text order. `speakers` are Mention ids, outermost voice first; empty
    when the outlet itself says it; `voices` names embedded authors of the segment, outermost first.
    `evidence` is the clause or sentence, `trigger` the words that made it an event, `rule` the
    lexicon entry. `rank` is 1 for the main event of its sentence, down to 0.
    """

    id: str
    sentence_id: str
    event: EventType
    plover: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    goldstein: float | None
    roles: tuple[tuple[Role, str], ...]
    status: Status
    polarity: Polarity
    hedged: bool
    speakers: tuple[str, ...]
    voices: tuple[str, ...]
    when: When
    place: Place | None
    evidence: Evidence
    trigger: Evidence
    rule: str
    rank: float

    def parties(self, role: Role) -> tuple[str, ...]:
        """The Mention ids in one role, in text order."""
        return tuple(mention_id for name, mention_id in self.roles if name == role)
