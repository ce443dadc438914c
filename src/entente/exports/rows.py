"""The records of a casebook as rows of the outside contract, in an order that does not depend on the input's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from entente import __version__
from entente.exports import contract
from entente.records import Document, Story
from entente.records.relation import Span
from entente.views import Contents

Row = dict[str, Any]


def events(contents: Contents, by: Span) -> Iterator[Row]:
    """EVENT of every newest document, by (published, document, place in it)."""
    for document_id in _in_order(contents, contents.current):
        source = _source(contents.documents[document_id])
        for event in contents.by_document.get(document_id, ()):
            yield {**contract.event(event, contents.mentions), "document": source}


def stories(contents: Contents, by: Span) -> Iterator[Row]:
    """STORY, in order of day."""
    for story in contents.stories.values():
        yield _story(contents, story)


def _story(contents: Contents, story: Story) -> Row:
    return contract.story(
        story, contents.actors, contents.events, contents.mentions, contents.documents, contents.actor_of
    )


def relations(contents: Contents, by: Span) -> Iterator[Row]:
    """RELATION, by pair; `by` week or month."""
    for relation in sorted(contents.relations_by(by), key=lambda relation: (relation.left, relation.right)):
        yield contract.relation(relation, contents.actors)


def documents(contents: Contents, by: Span) -> Iterator[Row]:
    """DOCUMENT, old versions too, by (published, id)."""
    for document_id in _in_order(contents, contents.documents):
        yield contract.document(contents.documents[document_id], contents.segments(document_id))


def quotations(contents: Contents, by: Span) -> Iterator[Row]:
    """QUOTATION of every newest document with its document, by (published, document, place in it)."""
    rank = {document_id: number for number, document_id in enumerate(_in_order(contents, contents.current))}
    found = (said for said in contents.quotations if said.content.document_id in rank)
    for said in sorted(
        found,
        key=lambda said: (rank[said.content.document_id], said.content.start, said.content.end, said.group),
    ):
        source = _source(contents.documents[said.content.document_id])
        yield {**contract.quotation(said, contents.mentions), "document": source}


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


def timeline(contents: Contents, by: Span, least_outlets: int = 1) -> Iterator[Row]:
    """STORY told by so many outlets or more, in order of day."""
    return (_story(contents, story) for story in contents.stories.values() if len(story.outlets) >= least_outlets)


def one_story(contents: Contents, id_: str) -> Row:
    """The STORY that an id opens."""
    return _story(contents, contents.story(id_))


def one_actor(contents: Contents, id_: str) -> Row:
    """The PARTY of an id or name with its STORY rows."""
    actor = contents.actor(id_)
    return {
        **contract.actor_party(actor),
        "kind": actor.kind,
        "unit": actor.unit,
        "stories": [_story(contents, story) for story in contents.stories_of(actor.id)],
    }


def disagreements(contents: Contents, by: Span) -> Iterator[Row]:
    """STORY on which the reports differ, in order of day."""
    return (_story(contents, story) for story in contents.stories.values() if story.dissent)


def provenance(contents: Contents, what: str, format_: str) -> Row:
    """What made the rows: versions, lexicon and model hashes, and the moment."""
    meta = contents.casebook.meta()
    lexicon, model = contents.knowledge
    return {
        "version": __version__,
        "what": what,
        "format": format_,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "lexicon": lexicon,
        "model": model,
        "store": meta.get("store"),
        "casebook": {"created": meta.get("created"), "version": meta.get("entente")},
    }


def _in_order(contents: Contents, ids: Iterable[str]) -> list[str]:
    """Document ids by (published, id), undated last."""
    published = {id_: contents.documents[id_].published for id_ in ids}
    return sorted(published, key=lambda id_: (published[id_] is None, str(published[id_]), id_))


def _source(document: Document) -> Row:
    return {
        "id": document.id,
        "outlet": document.outlet or None,
        "path": document.path,
        "published": document.published.isoformat() if document.published else None,
    }
