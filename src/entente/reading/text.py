"""A plain text or Markdown file → its Document."""

from __future__ import annotations

from collections.abc import Iterator

from entente.reading.encoding import decode
from entente.reading.metadata import Given, compose
from entente.records import Document, Reject


def read_text(data: bytes, path: str) -> Iterator[Document | Reject]:
    """The bytes of a file → one Document whose text is the decoded content, line ends and blanks as they stand."""
    decoded = decode(data)
    if not decoded.text.strip():
        yield Reject(path, "read", "the file holds only blanks", f"{path}: no text; remove it or fill it")
        return
    yield compose(decoded.text, Given(path, path, repairs=(decoded.repair,) if decoded.repair else ()))
