"""A casebook's records by id, each kind read when first asked for."""

from __future__ import annotations

import os
import weakref
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self

from entente.errors import BadInput
from entente.records import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Quotation,
    Reject,
    Relation,
    Segment,
    Sentence,
    Story,
    series,
)
from entente.records.relation import Span
from entente.store import Casebook, open_read_only

LEAST_ID = 4  # so many characters of an id may stand for it


def open_contents(path: str | os.PathLike[str], then: Callable[[], None] | None = None) -> Contents:
    """The records of a casebook, to read only; `then` is called once it is closed or forgotten.

    Raises BadInput where the file is no casebook.
    """
    return Contents(open_read_only(Path(path)), then)


def _leave(casebook: Casebook, then: Callable[[], None] | None) -> None:
    casebook.close()
    if then is not None:
        then()


class Contents:
    """What stands in one casebook. Not changed by anything here; closes the file in a `with`."""

    def __init__(self, casebook: Casebook, then: Callable[[], None] | None = None) -> None:
        self.casebook = casebook
        self._leaving = weakref.finalize(self, _leave, casebook, then)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. What was asked for before can still be used."""
        self._leaving()

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
        """Every Event by id, those of old versions too."""
        return {record.id: record for record in self.casebook.all(Event)}

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Every Sentence by id."""
        return {record.id: record for record in self.casebook.all(Sentence)}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every Quotation, by document and place."""
        return tuple(self.casebook.all(Quotation))

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every Actor by id."""
        return {record.id: record for record in self.casebook.all(Actor)}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Every Story by id, in order of day; a year comes before its months, a month before its days."""
        return {record.id: record for record in sorted(self.casebook.all(Story), key=_by_day)}

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

    @cached_property
    def by_document(self) -> dict[str, tuple[Event, ...]]:
        """Document id → its Events in text order."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            found[event.evidence.document_id].append(event)
        return {id_: tuple(sorted(events, key=lambda event: event.trigger.start)) for id_, events in found.items()}

    @cached_property
    def knowledge(self) -> tuple[str, str]:
        """The hashes of the lexicon and of the model that coded what stands here; "" before anything does."""
        found = self.casebook.query(
            "SELECT lexicon_hash FROM ledger WHERE stage IN ('code', 'fold') ORDER BY stage DESC LIMIT 1"
        )
        lexicon, _, model = (found[0][0] if found else "").partition("+")
        return lexicon, model

    def segments(self, document_id: str) -> tuple[Segment, ...]:
        """The Segments of one Document, in order."""
        return tuple(self.casebook.where(Segment, document_id=document_id))

    def event(self, id_: str) -> Event | None:
        """The Event of that id or of its beginning, be it of an old version or refused; None where there is no one."""
        if id_ in self.events:
            return self.events[id_]
        found = [event for event_id, event in self.events.items() if _begins(event_id, id_)]
        return found[0] if len(found) == 1 else None

    def story(self, id_: str) -> Story:
        """The Story that an id opens, be it a Story's or any of its Events' or the beginning of one.

        The id of an Event in an old version opens the Story of the same act in the newest. Raises BadInput
        where there is none, or more than one.
        """
        known = self.stories.get(id_) or self.story_of.get(id_)
        if known is not None:
            return known
        stories = {story.id: story for event_id, story in self.story_of.items() if _begins(event_id, id_)}
        if len(stories) == 1:
            return next(iter(stories.values()))
        path = self.casebook.path
        if stories:
            raise BadInput(f"{id_}: {len(stories)} stories in {path} begin so; give more of the id")
        event = self.event(id_)
        if event is None and len(id_) < LEAST_ID:
            raise BadInput(f"{id_}: is too short for an id; give {LEAST_ID} characters of it or more")
        if event is None:
            raise BadInput(f"{id_}: no story in {path} has this id; `entente show timeline {path}` tells the ids")
        told = self._told_again(event)
        if told is None:
            raise BadInput(
                f"{id_}: no story in {path} holds this event any more, because its report was replaced or refused; "
                f"`entente trace {event.id} {path}` shows its words"
            )
        return told

    def _told_again(self, event: Event) -> Story | None:
        """The Story of the same act in the newest version of an Event's document: the one in the same words first."""
        later = {document.replaces: document.id for document in self.documents.values() if document.replaces}
        newest = event.evidence.document_id
        while newest in later:
            newest = later[newest]
        same = [
            other
            for other in self.by_document.get(newest, ())
            if (other.event, other.mode) == (event.event, event.mode) and other.id in self.story_of
        ]
        same.sort(key=lambda other: (other.evidence.quote != event.evidence.quote, _distance(other, event), other.id))
        return self.story_of[same[0].id] if same else None

    def actor(self, id_: str) -> Actor:
        """The Actor of an id or its beginning, or of a name in any case. Raises BadInput where there is no one."""
        if id_ in self.actors:
            return self.actors[id_]
        named = [actor for actor in self.actors.values() if actor.name.casefold() == id_.casefold()]
        found = named or [actor for actor in self.actors.values() if _begins(actor.id, id_)]
        if len(found) == 1:
            return found[0]
        path = self.casebook.path
        if found:
            ids = ", ".join(sorted(actor.id for actor in found)[:8])
            raise BadInput(f"{id_}: {len(found)} actors in {path} are called so; give the id: {ids}")
        raise BadInput(f"{id_}: no actor in {path} has this id or name; `entente show actors {path}` tells them")

    def stories_of(self, actor_id: str) -> tuple[Story, ...]:
        """The Stories that an Actor takes part in, in order of day."""
        return self._stories_of.get(actor_id, ())

    @cached_property
    def _stories_of(self) -> dict[str, tuple[Story, ...]]:
        found: dict[str, list[Story]] = defaultdict(list)
        for story in self.stories.values():
            for actor_id in {*story.actors, *story.recipients}:
                found[actor_id].append(story)
        return {actor_id: tuple(stories) for actor_id, stories in found.items()}


def _begins(id_: str, beginning: str) -> bool:
    return len(beginning) >= LEAST_ID and id_.startswith(beginning.lower())


def _distance(left: Event, right: Event) -> int:
    return abs(left.trigger.start - right.trigger.start)


def _by_day(story: Story) -> tuple[bool, str, int, str]:
    start, end = story.when.from_, story.when.until
    days = (end - start).days if start and end else 1
    return start is None, str(start), -days, story.id
