"""The paragraphs of a text, with those that a page broke in the middle made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from entente.lexicons.cues import cues
from entente.lexicons.lines import bullet, ends_in_stop, markdown_heading, words
from entente.text import lines

LOOKED_AT = 2_000  # characters of a paragraph that are looked at from its start
LONG_LINE = 60  # characters from which on a line without a stop can be a broken paragraph
NARROWEST_WRAP, WIDEST_WRAP = 40, 130  # columns of a text that is wrapped by hand
FEWEST_WRAPS = 3  # breaks that a wrapped text shows at least
SHARE_OF_WRAPS = 0.6  # of the breaks between touching lines, those where the next word did not fit

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`[start, end)` in the text; `text` is its beginning, `ending` its last characters. `apart`: two or more
    blank lines stand before it, as a lost picture leaves them.
    """

    start: int
    end: int
    text: str
    ending: str
    apart: bool

    @property
    def stops(self) -> bool:
        """It ends as a sentence ends."""
        return ends_in_stop(self.ending)

    @property
    def size(self) -> int:
        """Its words, of a very long one those looked at."""
        return len(words(self.text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A text → its paragraphs in order: its lines, with lines wrapped by hand and broken paragraphs joined."""
    found = _unbroken(text, _unwrapped(text, list(lines(text))))
    return tuple(
        Paragraph(
            start,
            end,
            " ".join(text[start : min(end, start + LOOKED_AT)].split()),
            text[max(start, end - 80) : end],
            position > 0 and _breaks(text, found[position - 1][1], start) > 2,
        )
        for position, (start, end) in enumerate(found)
    )


def _breaks(text: str, left: int, right: int) -> int:
    """The line ends between two spans: 1 for touching lines, 2 for one blank line."""
    gap = text[left:right]
    return len(gap.splitlines()) - (0 if gap.endswith(("\n", "\r")) else 1)


def _unwrapped(text: str, found: list[Span]) -> list[Span]:
    """Joins touching lines where a line ended only because its next word did not fit into the width."""
    width = max((end - start for start, end in found), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or len(found) <= FEWEST_WRAPS:
        return found
    touching = [number for number in range(1, len(found)) if _breaks(text, found[number - 1][1], found[number][0]) == 1]
    wrapped = {number for number in touching if _did_not_fit(text, found[number - 1], found[number], width)}
    inside = sum(not ends_in_stop(text[slice(*found[number - 1])]) for number in wrapped)
    if len(wrapped) < FEWEST_WRAPS or 2 * inside < len(wrapped) or len(wrapped) < SHARE_OF_WRAPS * len(touching):
        return found
    joined: list[Span] = []
    for number, (start, end) in enumerate(found):
        if number in wrapped:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _did_not_fit(text: str, above: Span, below: Span, width: int) -> bool:
    line = text[below[0] : below[1]]
    return above[1] - above[0] + 1 + len(line.split(maxsplit=1)[0]) > width and not bullet(line)


def _unbroken(text: str, found: Sequence[Span]) -> list[Span]:
    """Joins a long block without a stop to the next that goes on in lower case, or where it ends in "the" or "by"."""
    joined: list[Span] = []
    for start, end in found:
        if joined and _goes_on(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(text: str, above: Span, below: Span) -> bool:
    ending, opening = text[max(above[0], above[1] - 80) : above[1]], text[below[0] : min(below[1], below[0] + 80)]
    if (
        above[1] - above[0] < LONG_LINE
        or ends_in_stop(ending)
        or bullet(opening)
        or markdown_heading(text[above[0] : above[0] + 80])
    ):
        return False
    if opening[0].islower() and not opening.startswith(("http", "www.")):
        return True
    last = words(ending)[-1:] if ending[-1].isalnum() else []
    return bool(last) and last[0] in cues()["function"]


def pairs(found: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph, Paragraph]]:
    """Neighbours with the index of the first."""
    for index in range(len(found) - 1):
        yield index, found[index], found[index + 1]
