"""What the reports together say of one event."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.place import Place
from entente.records.vocabulary import STATUS_WEIGHTS, EventType, Polarity, Status, intensity
from entente.records.when import When


@dataclass(frozen=True, slots=True)
class Story:
    """One event told by one or more documents.

    `id` is that of its first Event by (published, id). `actors` and `recipients` are Actor ids.
    `events` are the Event ids in order of (published, id), `outlets` the outlets that report it,
    `independent` the number of them after copies. `dissent` holds (field, value, event ids): two or
    more values of one field; a Story never chooses silently between outlets.
    """

    id: str
    event: EventType
    mode: str | None
    cameo: str
    title: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When
    place: Place | None
    status: Status
    polarity: Polarity
    events: tuple[str, ...]
    outlets: tuple[str, ...]
    independent: int
    dissent: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def weight(self) -> float:
        """What the Story adds to a relation: its intensity by its status; 0 where it is negated or denied."""
        if self.polarity != "affirmed":
            return 0.0
        return round(intensity(self.event, self.mode) * STATUS_WEIGHTS[self.status], 4)
