"""One article as one outlet published it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one source.

    `id` is the hash of outlet, URL (or else the path as given in) and text. `known` says for each
    of outlet, title, author, published and language how it was found, as (field, how) pairs; a field
    that the document does not tell is "" (`published` None). `source` is the file with the offset or
    line inside it.
    """

    id: str
    given_id: str
    path: str
    source: str
    outlet: str
    url: str
    title: str
    author: str
    published: date | None
    language: str
    text: str
    known: tuple[tuple[str, str], ...] = ()
    replaces: str = ""
