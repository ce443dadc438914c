"""Records → the JSON objects of the outside contract, field for field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from entente.records import (
    Actor,
    Document,
    Event,
    Evidence,
    Mention,
    Place,
    Quantity,
    Quotation,
    Reject,
    Relation,
    Segment,
    Story,
    Time,
    When,
)
from entente.records.vocabulary import QUADS, intensity

if TYPE_CHECKING:
    from entente.flow import CodedDocument

Json = dict[str, Any]


def party(mention: Mention) -> Json:
    """A Mention as PARTY, with its words and offsets."""
    return {
        "start": mention.evidence.start,
        "end": mention.evidence.end,
        "text": mention.evidence.quote,
        "id": mention.entry or None,
        "name": mention.name,
        "country": mention.country or None,
        "sectors": list(mention.sectors),
    }


def actor_party(actor: Actor) -> Json:
    """An Actor as PARTY."""
    return {"id": actor.id, "name": actor.name, "country": actor.country or None, "sectors": list(actor.sectors)}


def without_words(value: Json) -> Json:
    """A PARTY as it stands in a story, where its words and offsets in one document have no place."""
    return {name: field for name, field in value.items() if name not in ("start", "end", "text")}


def voice_party(name: str) -> Json:
    """An embedded author as PARTY; only the name is known."""
    return {"start": None, "end": None, "text": name, "id": None, "name": name, "country": None, "sectors": []}


def when(value: When) -> Json:
    """`until` is the first day no longer covered."""
    return {
        "from": value.from_.isoformat() if value.from_ else None,
        "until": value.until.isoformat() if value.until else None,
        "precision": value.precision,
        "basis": value.basis,
    }


def where(value: Place | None) -> Json | None:
    """A place, None where none is known."""
    if value is None:
        return None
    return {
        "text": value.text,
        "name": value.name,
        "country": value.country or None,
        "admin1": value.admin1 or None,
        "geonames_id": value.geonames_id,
        "precision": value.precision,
        "lat": value.latitude,
        "lon": value.longitude,
    }


def span(value: Evidence, key: str = "text") -> Json:
    """Offsets with the words under `key`."""
    return {"start": value.start, "end": value.end, key: value.quote}


def event(value: Event, mentions: Mapping[str, Mention]) -> Json:
    """EVENT; `mentions` by id must hold its parties and speakers."""
    return {
        "id": value.id,
        "event": value.event,
        "mode": value.mode,
        "contexts": list(value.contexts),
        "plover": value.plover,
        "cameo": value.cameo,
        "goldstein": value.goldstein,
        "intensity": intensity(value.event, value.mode),
        "quad": QUADS[value.event],
        "rank": value.rank,
        "actors": [party(mentions[id_]) for id_ in value.parties("actor")],
        "recipients": [party(mentions[id_]) for id_ in value.parties("recipient")],
        "status": value.status,
        "polarity": value.polarity,
        "hedged": value.hedged,
        "speakers": [voice_party(name) for name in value.voices] + [party(mentions[id_]) for id_ in value.speakers],
        "when": when(value.when),
        "where": where(value.place),
        "evidence": span(value.evidence, "quote"),
        "trigger": span(value.trigger),
        "rule": value.rule,
    }


def coded(value: CodedDocument) -> Json:
    """A coded document: all that it says by itself."""
    mentions = {each.id: each for each in value.mentions}
    return {
        "id": value.document.given_id or None,
        "segments": [segment(each) for each in value.segments],
        "events": [event(each, mentions) for each in value.events],
        "times": [time(each) for each in value.times],
        "quotations": [quotation(each, mentions) for each in value.quotations],
        "quantities": [quantity(each) for each in value.quantities],
        "actors": [mention(each) for each in value.mentions],
        "rejects": [reject(each) for each in value.rejects],
    }


def segment(value: Segment) -> Json:
    """A segment with its voice."""
    return {"start": value.start, "end": value.end, "kind": value.kind, "voice": list(value.voice)}


def time(value: Time) -> Json:
    """TIME."""
    return {
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "type": value.type,
        "value": value.value,
        "from": value.from_.isoformat() if value.from_ else None,
        "until": value.until.isoformat() if value.until else None,
    }


def quotation(value: Quotation, mentions: Mapping[str, Mention]) -> Json:
    """QUOTATION."""
    return {
        "direct": value.direct,
        **span(value.content),
        "speaker": party(mentions[value.speaker]) if value.speaker in mentions else None,
        "cue": span(value.cue) if value.cue else None,
        "addressee": party(mentions[value.addressee]) if value.addressee in mentions else None,
        "group": value.group,
    }


def quantity(value: Quantity) -> Json:
    """QUANTITY."""
    return {
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "of": value.of,
    }


def mention(value: Mention) -> Json:
    """One entry of a coded document's `actors`."""
    return {
        "start": value.evidence.start,
        "end": value.evidence.end,
        "text": value.evidence.quote,
        "actor": party(value),
        "kind": value.kind,
    }


def document(value: Document, segments: Iterable[Segment]) -> Json:
    """DOCUMENT."""
    return {
        "id": value.id,
        "given_id": value.given_id or None,
        "path": value.path,
        "outlet": value.outlet or None,
        "url": value.url or None,
        "title": value.title or None,
        "author": value.author or None,
        "published": value.published.isoformat() if value.published else None,
        "language": value.language or None,
        "text": value.text,
        "segments": [segment(each) for each in segments],
        "replaces": value.replaces or None,
        "source": value.source,
        "known": {field: how for field, how in value.known if field != "repaired"},
    }


def story(
    value: Story,
    actors: Mapping[str, Actor],
    events: Mapping[str, Event],
    mentions: Mapping[str, Mention],
    documents: Mapping[str, Document],
    actor_of: Mapping[str, Actor],
) -> Json:
    """STORY with its reports in order of (published, id). `actor_of`: Mention id → the Actor that it names."""
    fields: dict[str, list[Json]] = {}
    for name, said, ids in value.dissent:
        fields.setdefault(name, []).append({"value": said, "events": list(ids)})
    return {
        "id": value.id,
        "event": value.event,
        "mode": value.mode,
        "cameo": value.cameo,
        "title": value.title,
        "actors": [actor_party(actors[id_]) for id_ in value.actors],
        "recipients": [actor_party(actors[id_]) for id_ in value.recipients],
        "when": when(value.when),
        "where": where(value.place),
        "status": value.status,
        "polarity": value.polarity,
        "reports": [report(events[id_], mentions, documents, actor_of) for id_ in value.events],
        "outlets": list(value.outlets),
        "independent": value.independent,
        "dissent": [{"field": name, "values": values} for name, values in sorted(fields.items())],
    }


def report(
    value: Event,
    mentions: Mapping[str, Mention],
    documents: Mapping[str, Document],
    actor_of: Mapping[str, Actor],
) -> Json:
    """One report of a story: the Event's words in its document, and who it says has said so."""
    source = documents[value.evidence.document_id]
    speakers = [
        actor_party(actor_of[id_]) if id_ in actor_of else without_words(party(mentions[id_])) for id_ in value.speakers
    ]
    return {
        "event": value.id,
        "document": source.id,
        "outlet": source.outlet or None,
        "start": value.evidence.start,
        "end": value.evidence.end,
        "quote": value.evidence.quote,
        "trigger": span(value.trigger),
        "status": value.status,
        "polarity": value.polarity,
        "speakers": [*(without_words(voice_party(name)) for name in value.voices), *speakers],
        "when": when(value.when),
    }


def relation(value: Relation, actors: Mapping[str, Actor]) -> Json:
    """RELATION."""
    return {
        "left": actor_party(actors[value.left]),
        "right": actor_party(actors[value.right]),
        "trend": value.trend,
        "cooperation": value.cooperation,
        "conflict": value.conflict,
        "since": value.since.isoformat() if value.since else None,
        "until": value.until.isoformat() if value.until else None,
        "series": [
            {
                "from": period.from_.isoformat(),
                "until": period.until.isoformat(),
                "cooperation": period.cooperation,
                "conflict": period.conflict,
                "stories": list(period.stories),
            }
            for period in value.series
        ],
    }


def reject(value: Reject) -> Json:
    """A reject with its stage, reason and detail."""
    return {"document": value.document_id, "stage": value.stage, "reason": value.reason, "detail": value.detail}
