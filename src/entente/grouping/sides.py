"""An Event as grouping sees it: its parties joined to Actors, its day, its document's day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from entente.records import Actor, Document, Event


@dataclass(frozen=True, slots=True)
class Side:
    """Actor ids and units (states or bodies) of an Event's two roles. `named`: Actors that are persons or
    single bodies, by unit; a unit that is only named as a whole has no entry. `sectors` by unit likewise.
    """

    event: Event
    document: Document
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_units: frozenset[str]
    recipient_units: frozenset[str]
    named: Mapping[str, frozenset[str]]
    sectors: Mapping[str, frozenset[str]]

    @property
    def units(self) -> frozenset[str]:
        """All units that take part."""
        return self.actor_units | self.recipient_units

    @property
    def place(self) -> tuple[bool, date, str, int, str, str]:
        """Where the report stands among all, by what it says; ids, which hang on paths, come last."""
        event, outlet = self.event, self.document.outlet
        return (*self.order[:2], outlet, event.trigger.start, event.evidence.quote, event.id)

    @property
    def order(self) -> tuple[bool, date, str]:
        """(published, id), undated last."""
        return (self.document.published is None, self.document.published or date.max, self.event.id)


def sides(events: tuple[Event, ...], actors: tuple[Actor, ...], documents: tuple[Document, ...]) -> tuple[Side, ...]:
    """Joins Events to Actors and Documents, in order of (published, id)."""
    by_mention = {mention: actor for actor in actors for mention in actor.mentions}
    by_id = {document.id: document for document in documents}
    found = [_side(event, by_id[event.evidence.document_id], by_mention) for event in events]
    return tuple(sorted(found, key=lambda side: side.order))


def _side(event: Event, document: Document, by_mention: Mapping[str, Actor]) -> Side:
    acting = [by_mention[mention] for mention in event.parties("actor")]
    receiving = [by_mention[mention] for mention in event.parties("recipient")]
    named: dict[str, set[str]] = {}
    sectors: dict[str, set[str]] = {}
    for actor in (*acting, *receiving):
        if actor.kind in ("person", "armed") or (not actor.country and actor.kind not in ("group", "title")):
            named.setdefault(actor.unit, set()).add(actor.id)
        sectors.setdefault(actor.unit, set()).update(actor.sectors)
    return Side(
        event,
        document,
        tuple(dict.fromkeys(actor.id for actor in acting)),
        tuple(dict.fromkeys(actor.id for actor in receiving)),
        frozenset(actor.unit for actor in acting),
        frozenset(actor.unit for actor in receiving),
        {unit: frozenset(ids) for unit, ids in named.items()},
        {unit: frozenset(names) for unit, names in sectors.items()},
    )
