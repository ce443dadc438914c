"""A paragraph of a document, what it is and whose words it holds."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.vocabulary import SegmentKind


@dataclass(frozen=True, slots=True)
class Segment:
    """`[start, end)` in the document's text. `voice`: outermost first, the outlet and then embedded authors."""

    start: int
    end: int
    kind: SegmentKind
    voice: tuple[str, ...]
