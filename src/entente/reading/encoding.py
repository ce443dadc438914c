"""Bytes → text, with what had to be repaired."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE_BYTES = 65_536  # what the guess of an old encoding looks at
HEADER_BYTES = 8_192  # what tells a binary file from a text
MOST_CONTROLS = 0.05  # share of control characters above which a file is no text
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_CONTROLS = bytes(code for code in range(32) if code not in (7, 8, 9, 10, 11, 12, 13, 27))
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` of the bytes; `repair` says what was not as it should be and where, "" where nothing was."""

    text: str
    repair: str = ""


def binary(data: bytes) -> bool:
    """The bytes are no text: a zero byte, or many control characters. UTF-16 and UTF-32 with their mark are text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return False
    header = data[:HEADER_BYTES]
    return b"\0" in data or len(header) - len(header.translate(None, _CONTROLS)) > MOST_CONTROLS * len(header)


def decode(data: bytes, *, declared: bool = False) -> Decoded:
    """Bytes of a text → Decoded: UTF-8 (or UTF-16, UTF-32 by their mark) without the mark, nothing else changed.

    Broken UTF-8 with other good multi-byte characters in it keeps them, and each broken place becomes
    U+FFFD; without any, the bytes are an older encoding, which is guessed. With `declared` the encoding
    that an HTML page names for itself is taken first. Never raises.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark))
    if declared:
        named = _DECLARED.search(data[:SAMPLE_BYTES])
        text = _try(data, (named[1] or named[2]).decode("ascii")) if named else None
        if text is not None and _try(data, "utf-8") is None:
            return Decoded(text)
    return _strictly(data, "utf-8", 0)


def _strictly(data: bytes, encoding: str, offset: int) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        place = f"byte {offset + error.start}"
    text = data.decode(encoding, "replace")
    broken = text.count(REPLACEMENT)
    good = sum(1 for character in text if character > "\x7f") - broken
    if encoding == "utf-8" and good < broken:
        guessed = _guess(data)
        older = _try(data, guessed)
        if older is not None:
            return Decoded(older, f"not UTF-8 from {place} on, read as {guessed}")
    return Decoded(text, f"broken {encoding.upper()} at {place}, {broken} place(s) in all replaced by U+FFFD")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> str:
    """The older encoding of bytes that are not UTF-8; Western Europe's where it fits as well as the best guess."""
    from charset_normalizer import from_bytes

    first = next((place for place, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - SAMPLE_BYTES // 2)
    best = from_bytes(data[start : start + SAMPLE_BYTES]).best()
    if best is None or {"cp1252", "latin_1"} & {best.encoding, *best.could_be_from_charset}:
        return "cp1252"
    return str(best.encoding)


def mended(text: str) -> Decoded:
    """A JSON string without halves of surrogate pairs, which no file can hold; each becomes U+FFFD, lengths stay."""
    match = _SURROGATE.search(text)
    if not match:
        return Decoded(text)
    return Decoded(
        _SURROGATE.sub(REPLACEMENT, text), f"half a surrogate pair at character {match.start()} replaced by U+FFFD"
    )
