"""The words of a document that support a record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted span: `document.text[start:end] == quote`, offsets in Unicode code points, half-open."""

    document_id: str
    start: int
    end: int
    quote: str


def evidence_of(document_id: str, text: str, start: int, end: int) -> Evidence:
    """The span of `text` as Evidence. Raises ValueError where the span does not lie in the text."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start} to {end} lies outside the {len(text)} characters of document {document_id}")
    return Evidence(document_id, start, end, text[start:end])
