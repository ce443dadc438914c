"""The records of a casebook as rows of the outside contract, in an order that the input's does not change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from entente.errors import BadInput
from entente.exports import contract
from entente.records import Quotation
from entente.records.relation import Span
from entente.views import Contents

Row = dict[str, Any]


def events(contents: Contents, by: Span) -> Iterator[Row]:
    """EVENT of every newest document, by (published, document, place in it)."""
    for event in sorted(
        (event for event in contents.events.values() if event.evidence.document_id in contents.current),
        key=lambda event: (_order(contents, event.evidence.document_id), event.trigger.start, event.id),
    ):
        document = contents.documents[event.evidence.document_id]
        yield {
            **contract.event(event, contents.mentions),
            "document": {
                "id": document.id,
                "outlet": document.outlet or None,
                "path": document.path,
                "published": document.published.isoformat() if document.published else None,
            },
        }


def _order(contents: Contents, document_id: str) -> tuple[bool, str, str]:
    published = contents.documents[document_id].published
    return (published is None, str(published), document_id)


def stories(contents: Contents, by: Span) -> Iterator[Row]:
    """STORY, in order of day."""
    for story in contents.stories.values():
        yield contract.story(story, contents.actors, contents.events, contents.mentions, contents.documents)


def relations(contents: Contents, by: Span) -> Iterator[Row]:
    """RELATION, by pair; `by` week or month."""
    for relation in sorted(contents.relations_by(by), key=lambda relation: (relation.left, relation.right)):
        yield contract.relation(relation, contents.actors)


def documents(contents: Contents, by: Span) -> Iterator[Row]:
    """DOCUMENT, old versions too, by (published, id)."""
    for document_id in sorted(contents.documents, key=lambda id_: _order(contents, id_)):
        yield contract.document(contents.documents[document_id], contents.segments(document_id))


def quotations(contents: Contents, by: Span) -> Iterator[Row]:
    """QUOTATION with its document, by document and place."""
    found = sorted(
        contents.casebook.all(Quotation),
        key=lambda said: (_order(contents, said.content.document_id), said.content.start, said.content.end, said.group),
    )
    for quotation in found:
        document = contents.documents[quotation.content.document_id]
        if document.id in contents.current:
            yield {
                **contract.quotation(quotation, contents.mentions),
                "document": {
                    "id": document.id,
                    "outlet": document.outlet or None,
                    "path": document.path,
                    "published": document.published.isoformat() if document.published else None,
                },
            }


def actors(contents: Contents, by: Span) -> Iterator[Row]:
    """PARTY of every actor with its kind, state or body, and number of mentions and stories, by id."""
    for actor in sorted(contents.actors.values(), key=lambda actor: actor.id):
        yield {
            **contract.actor_party(actor),
            "kind": actor.kind,
            "unit": actor.unit,
            "mentions": len(actor.mentions),
            "stories": [story.id for story in contents.stories_of(actor.id)],
        }


def rejects(contents: Contents, by: Span) -> Iterator[Row]:
    """What could not be used, and why."""
    for reject in contents.rejects:
        yield contract.reject(reject)


EXPORTED: dict[str, Callable[[Contents, Span], Iterable[Row]]] = {
    "events": events,
    "stories": stories,
    "relations": relations,
    "documents": documents,
    "quotations": quotations,
    "actors": actors,
    "rejects": rejects,
}


def of_view(view: str, contents: Contents, id_: str, by: Span) -> Iterable[Row]:
    """The rows behind a view of `entente show`."""
    if view == "story":
        return [
            contract.story(contents.story(id_), contents.actors, contents.events, contents.mentions, contents.documents)
        ]
    if view == "actor":
        actor = contents.actor(id_)
        return [
            {
                **contract.actor_party(actor),
                "stories": [
                    contract.story(story, contents.actors, contents.events, contents.mentions, contents.documents)
                    for story in contents.stories_of(actor.id)
                ],
            }
        ]
    if view == "disagreements":
        return [row for row in stories(contents, by) if row["dissent"]]
    found = {
        "timeline": stories,
        "actors": actors,
        "relations": relations,
        "sources": documents,
        "rejects": rejects,
    }.get(view)
    if found is None:
        raise BadInput(f"{view}: no such view")
    return found(contents, by)


def provenance(contents: Contents) -> Row:
    """What made the rows: versions, lexicon and model hashes, the time of the last reading."""
    return dict(sorted(contents.casebook.meta().items()))
