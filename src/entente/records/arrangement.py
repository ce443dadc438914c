"""What stands between actors for longer than an event."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.evidence import Evidence
from entente.records.when import When


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A coalition, a clause, a channel, a sanctions regime, a tour … `parties` pairs an Actor id with its role."""

    id: str
    kind: str
    name: str
    parties: tuple[tuple[str, str], ...]
    state: str
    when: When
    terms: tuple[Evidence, ...]
    stories: tuple[str, ...]
