"""What the parser is given: one paragraph at a time, on one line, with a way back to the document's offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from entente.records import Segment

LONGEST_BLOCK = 5_000  # characters; no paragraph of news is longer, and the parser's memory grows with it
_BLANKS = re.compile(r"[\s\ufeff]+")  # a byte-order mark inside a text is a blank too
_SENTENCE_END = re.compile(r"[.!?][\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]?\s")


@dataclass(frozen=True, slots=True)
class Block:
    """`text` has single blanks only; `offsets[i]` is the document offset of `text[i]`, with one more for the end."""

    segment: int
    text: str
    offsets: tuple[int, ...]


def blocks(text: str, segments: tuple[Segment, ...]) -> Iterator[Block]:
    """The segments that are read (all but boilerplate) as blocks, in order; over-long ones are cut at sentence ends."""
    for index, segment in enumerate(segments):
        if segment.kind != "boilerplate":
            for start, end in _pieces(text, segment.start, segment.end):
                block = _block(text, index, start, end)
                if block.text:
                    yield block


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_BLOCK:
        window = text[start : start + LONGEST_BLOCK]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        blank = window.rfind(" ")
        cut = start + (ends[-1] if ends else blank + 1 if blank > 0 else LONGEST_BLOCK)
        yield start, cut
        start = cut
    yield start, end


def _block(text: str, segment: int, start: int, end: int) -> Block:
    characters: list[str] = []
    offsets: list[int] = []
    position = start
    for match in _BLANKS.finditer(text, start, end):
        characters.append(text[position : match.start()])
        offsets.extend(range(position, match.start()))
        if match.start() > start and match.end() < end:
            characters.append(" ")
            offsets.append(match.start())
        position = match.end()
    characters.append(text[position:end])
    offsets.extend(range(position, end))
    offsets.append(offsets[-1] + 1 if offsets else start)
    return Block(segment, "".join(characters), tuple(offsets))
