"""Which reports tell of one act: block, compare, fold."""

from __future__ import annotations

from collections.abc import Iterable

from entente.graphs import components
from entente.grouping.compare import links
from entente.grouping.sides import sides
from entente.grouping.telling import story
from entente.records import Actor, Document, Event, Link, Story


def group(
    events: Iterable[Event], actors: Iterable[Actor], documents: Iterable[Document], judgements: Iterable[Link] = ()
) -> tuple[Story, ...]:
    """Events of many Documents → Stories, each Event in exactly one, sorted by (day, id).

    `judgements`: Links of kind "copy" (which documents are one witness) and people's Links of kind
    "story". The order of the input does not matter.
    """
    given = tuple(judgements)
    found = sides(tuple(events), tuple(actors), tuple(documents))
    by_id = {side.event.id: side for side in found}
    by_actor = {actor.id: actor for actor in actors}
    places = {side.event.id: number for number, side in enumerate(sorted(found, key=lambda side: side.place))}
    compared = (*links(found), *(link for link in given if link.kind == "story"))
    copied = tuple(link for link in given if link.kind == "copy")
    stories = [
        story(tuple(sorted((by_id[id_] for id_ in ids), key=lambda side: side.order)), by_actor, copied)
        for ids in components(by_id, compared, places)
    ]
    return tuple(sorted(stories, key=lambda told: (told.when.from_ is None, str(told.when.from_), told.id)))
