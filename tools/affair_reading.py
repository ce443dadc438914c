"""The made-up affair as the stages read it, beside tests/affair/answers.json: what the checks of answers start from."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from entente import flow
from entente.records import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Quantity,
    Quotation,
    Segment,
    Story,
)
from entente.store import Casebook, open_read_only

ROOT = Path(__file__).parent.parent
AFFAIR = ROOT / "src" / "entente" / "data" / "affair"
ANSWERS = ROOT / "tests" / "affair" / "answers.json"

Answer = dict[str, Any]
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Check:
    """One answer and whether it is met; `got` tells a miss."""

    stage: str
    measure: str
    what: str
    met: bool
    got: str = ""


@dataclass(frozen=True)
class Reading:
    """All that the casebook holds of the affair; what stands in a document is listed under its path."""

    documents: dict[str, Document]
    segments: dict[str, list[Segment]]
    events: dict[str, list[Event]]
    quotations: dict[str, list[Quotation]]
    quantities: dict[str, list[Quantity]]
    mentions: dict[str, Mention]
    actors: dict[str, Actor]
    stories: list[Story]
    links: list[Link]
    path_of: dict[str, str] = field(default_factory=dict)  # Document id and Event id → path

    def find(self, path: str, words: str) -> tuple[int, int]:
        """Where the words stand in a document, whatever blanks are between them; (-1, -1) where they do not."""
        match = re.search(r"\s+".join(re.escape(word) for word in words.split()), self.documents[path].text)
        return match.span() if match else (-1, -1)

    def countries(self, event: Event, role: str) -> frozenset[str]:
        """The countries of an event's parties in one role."""
        return frozenset(self.mentions[id_].country for name, id_ in event.roles if name == role) - {""}

    def told_in(self, story: Story) -> set[str]:
        """The paths of the documents that report a story."""
        return {self.path_of[id_] for id_ in story.events}


@cache
def answers() -> dict[str, Any]:
    """The answers, by stage."""
    return dict(json.loads(ANSWERS.read_text(encoding="utf-8")))


@cache
def reading() -> Reading:
    """The affair, read into a casebook by all stages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "affair.entente"
        flow.read_into([AFFAIR], path)
        with open_read_only(path) as casebook:
            return _reading(casebook)


def _reading(casebook: Casebook) -> Reading:
    documents = {Path(document.path).relative_to(AFFAIR).as_posix(): document for document in casebook.all(Document)}

    def by_path(kind: type[Record]) -> dict[str, list[Record]]:
        return {path: list(casebook.where(kind, document_id=document.id)) for path, document in documents.items()}

    events = by_path(Event)
    paths = {document.id: path for path, document in documents.items()}
    paths |= {event.id: path for path, found in events.items() for event in found}
    return Reading(
        documents,
        by_path(Segment),
        events,
        by_path(Quotation),
        by_path(Quantity),
        {mention.id: mention for mention in casebook.all(Mention)},
        {actor.id: actor for actor in casebook.all(Actor)},
        list(casebook.all(Story)),
        list(casebook.all(Link)),
        paths,
    )


def same_day(event: Event | Story, wanted: str) -> bool:
    """It begins on the day (in the month, the year); one without a time of its own, about then."""
    since, until = str(event.when.from_ or ""), str(event.when.until or "")
    return since.startswith(wanted) or (event.when.basis == "published" and since <= wanted < until)
