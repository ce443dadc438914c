"""Segments."""
from entente.records import Document, Segment
from entente.text import lines


def segments(document: Document) -> tuple[Segment, ...]:
    return tuple(Segment(a, b, "body", (document.outlet or "outlet",)) for a, b in lines(document.text))
