"""A casebook's records by id, each kind read when first asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from entente.errors import BadInput
from entente.records import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Reject,
    Relation,
    Segment,
    Sentence,
    Story,
    series,
)
from entente.records.relation import Span
from entente.store import Casebook, open_read_only


def open_contents(path: str | Path) -> Contents:
    """The records of a casebook, to read only. Raises BadInput where the file is no casebook."""
    return Contents(open_read_only(path))


class Contents:
    """What stands in one casebook. Not changed by anything here."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every Document, old versions too, by id."""
        return {record.id: record for record in self.casebook.all(Document)}

    @cached_property
    def current(self) -> frozenset[str]:
        """The ids of the newest versions."""
        return frozenset(self.casebook.current_ids())

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Every Mention by id."""
        return {record.id: record for record in self.casebook.all(Mention)}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every Event by id."""
        return {record.id: record for record in self.casebook.all(Event)}

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Every Sentence by id."""
        return {record.id: record for record in self.casebook.all(Sentence)}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every Actor by id."""
        return {record.id: record for record in self.casebook.all(Actor)}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Every Story by id, in order of day."""
        found = sorted(
            self.casebook.all(Story), key=lambda story: (story.when.from_ is None, str(story.when.from_), story.id)
        )
        return {record.id: record for record in found}

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """Event id → the Story that holds it now."""
        return {event_id: story for story in self.stories.values() for event_id in story.events}

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All Relations, the weightiest first."""
        return tuple(
            sorted(
                self.casebook.all(Relation),
                key=lambda relation: (-(relation.cooperation - relation.conflict), relation.left, relation.right),
            )
        )

    def relations_by(self, by: Span) -> tuple[Relation, ...]:
        """All Relations with their series by week or month."""
        return tuple(
            replace(relation, series=series((self.stories[id_] for id_ in relation.stories), by))
            for relation in self.relations
        )

    @cached_property
    def copies(self) -> tuple[Link, ...]:
        """The Links between documents that carry one text."""
        return tuple(link for link in self.casebook.all(Link) if link.kind == "copy")

    @cached_property
    def rejects(self) -> tuple[Reject, ...]:
        """All that could not be used."""
        return tuple(
            sorted(self.casebook.all(Reject), key=lambda reject: (reject.stage, reject.document_id, reject.detail))
        )

    @cached_property
    def actor_of(self) -> dict[str, Actor]:
        """Mention id → its Actor."""
        return {mention: actor for actor in self.actors.values() for mention in actor.mentions}

    def segments(self, document_id: str) -> tuple[Segment, ...]:
        """The Segments of one Document, in order."""
        return tuple(sorted(self.casebook.where(Segment, document_id=document_id), key=lambda segment: segment.start))

    def story(self, id_: str) -> Story:
        """The Story that an id opens, be it a Story's or any of its Events' or the beginning of one.

        Raises BadInput where there is none, or more than one.
        """
        known = self.stories.get(id_) or self.story_of.get(id_)
        if known is not None:
            return known
        found = (
            {story.id: story for event_id, story in self.story_of.items() if event_id.startswith(id_)}
            if len(id_) > 3
            else {}
        )
        if len(found) == 1:
            return next(iter(found.values()))
        what = f"{len(found)} stories begin so; give more of the id" if found else "see `entente show timeline` for ids"
        raise BadInput(f"{id_}: no one story has this id in {self.casebook.path}; {what}")

    def actor(self, id_: str) -> Actor:
        """The Actor of an id or name. Raises BadInput where there is none."""
        if id_ in self.actors:
            return self.actors[id_]
        named = [actor for actor in self.actors.values() if actor.name.lower() == id_.lower()]
        if len(named) == 1:
            return named[0]
        raise BadInput(f"{id_}: no one actor has this id or name in {self.casebook.path}; see `entente show actors`")

    def stories_of(self, actor_id: str) -> tuple[Story, ...]:
        """The Stories that an Actor takes part in, in order of day."""
        return tuple(story for story in self.stories.values() if actor_id in (*story.actors, *story.recipients))

    @cached_property
    def by_document(self) -> dict[str, tuple[Event, ...]]:
        """Document id → its Events in text order."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            found[event.evidence.document_id].append(event)
        return {id_: tuple(sorted(events, key=lambda event: event.trigger.start)) for id_, events in found.items()}
