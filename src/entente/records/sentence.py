"""One parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.token import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """`index` counts the document's sentences from 0; `segment` is the index of the segment that holds it."""

    id: str
    document_id: str
    index: int
    start: int
    end: int
    segment: int
    tokens: tuple[Token, ...]
