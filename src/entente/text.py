"""Strings: content ids, normal forms and the lines of a plain text."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator


def content_id(*parts: object) -> str:
    """The same parts give the same id on every machine: 16 hexadecimal digits of SHA-256."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def plain(text: str) -> str:
    """A form for comparing names: no diacritics, straight quotes, single blanks, lower case."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(letters.lower().split())


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The non-blank lines of a text as spans without their leading and trailing blanks."""
    position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            yield start, start + len(stripped)
        position += len(line)
