"""A river of toys: each line of a text is one act, "FRE deport SYL 2015-11-26"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from entente import flow
from entente.coding import Coded
from entente.records import Document, Event, Mention, Segment, Sentence, When, evidence_of
from entente.text import content_id, lines


@dataclass(frozen=True)
class Toys:
    """The lexicon, the parser and the documents that were coded."""

    lexicon: SimpleNamespace
    parser: SimpleNamespace
    coded: list[str]

    def update(self, casebook, documents, **kwargs):
        """One run."""
        return flow.update(casebook, documents, self.lexicon, self.parser, **kwargs)


@pytest.fixture
def toys(monkeypatch):
    """Stands in for the stages that need the model."""
    found = Toys(SimpleNamespace(hash="lexicon-1", entries={}, states={}), SimpleNamespace(hash="model-1"), [])

    def code(document, segments, sentences, lexicon):
        found.coded.append(document.id)
        records = [_act(document, sentence) for sentence in sentences]
        return Coded(tuple(each for mentions, _ in records for each in mentions),
                     tuple(event for _, event in records), (), (), ())

    monkeypatch.setattr(flow.coding, "segments", lambda document: (Segment(0, len(document.text), "body", ("it",)),))
    monkeypatch.setattr(flow.parsing, "parse_many", _parse_many)
    monkeypatch.setattr(flow.coding, "code", code)
    return found


def _parse_many(documents, parser):
    for document, segments in tuple(documents):     # parsing works ahead by a batch
        yield tuple(Sentence(content_id(document.id, start), document.id, index, start, end, 0, ())
                    for index, (start, end) in enumerate(lines(document.text) if segments else ()))


def _act(document, sentence):
    line = document.text[sentence.start:sentence.end]
    actor, mode, recipient, day = line.split()
    ends = (sentence.start, sentence.start + line.index(recipient, len(actor)))
    mentions = tuple(
        Mention(content_id(sentence.id, start), sentence.id, evidence_of(document.id, document.text, start, start + 3),
                "name", "", name.lower(), name, name, ()) for start, name in zip(ends, (actor, recipient), strict=True))
    when = When(date.fromisoformat(day), date.fromisoformat(day) + timedelta(days=1), "day", "stated")
    whole = evidence_of(document.id, document.text, sentence.start, sentence.end)
    return mentions, Event(
        content_id(sentence.id, "event"), sentence.id, "COERCE", "COERCE", mode, (), "174", -5.0,
        (("actor", mentions[0].id), ("recipient", mentions[1].id)), "happened", "affirmed", False, (), (), when, None,
        whole, whole, "toy", 1.0)


def article(text, path="1.txt", outlet="The Zenda Post", day=27, **fields):
    """One Document with the id that reading gives."""
    url = fields.get("url", "")
    given = {"given_id": "", "source": path, "title": "", "author": "", "language": "en", **fields, "url": url}
    return Document(id=content_id("document", outlet, url or path, text), path=path, outlet=outlet, text=text,
                    published=date(2015, 11, day), **given)
