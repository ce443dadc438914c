"""Where a text stands in quotation marks, paragraph by paragraph.

A quotation may run over several paragraphs: each opens with a mark and only the last one closes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from entente.records import Segment

STRAIGHT = "\""
TICKS = "''"      # two apostrophes, as some archives write a double mark
# Opening mark → its closing marks. German marks open low and close with the English opening mark.
PAIRS: dict[str, tuple[str, ...]] = {
    "\N{LEFT DOUBLE QUOTATION MARK}": ("\N{RIGHT DOUBLE QUOTATION MARK}",),
    "\N{DOUBLE LOW-9 QUOTATION MARK}": ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"),
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": ("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",),
    STRAIGHT: (STRAIGHT,),
    TICKS: (TICKS,),
    "``": (TICKS,),
    "\N{LEFT SINGLE QUOTATION MARK}": ("\N{RIGHT SINGLE QUOTATION MARK}",),
    "'": ("'",),
}
# What closes a mark whose own closing mark is missing: editors mix straight and curly ones.
STAND_IN = ("\N{RIGHT DOUBLE QUOTATION MARK}", STRAIGHT)
SINGLE = frozenset({"\N{LEFT SINGLE QUOTATION MARK}", "'"})
APOSTROPHES = frozenset({"\N{RIGHT SINGLE QUOTATION MARK}", "'"})
BEFORE_OPENING = "([{-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}/:"


@dataclass(frozen=True, slots=True)
class Quoted:
    """`[start, end)` lies between the marks, `[outer_start, outer_end)` holds them.

    `continues`: the mark of the paragraph before was left open.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool

    def holds(self, start: int, end: int) -> bool:
        """The span lies between the marks."""
        return self.start <= start and end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """The span and the quoted words have a character in common."""
        return self.start < end and start < self.end


def quoted(text: str, segments: tuple[Segment, ...]) -> tuple[Quoted, ...]:
    """The outermost quoted spans of all segments in text order. A mark left open counts to the end of its
    paragraph where it opened the paragraph or stands after a comma or colon, and otherwise for nothing.
    """
    found: list[Quoted] = []
    pending = False
    for segment in segments:
        if segment.kind == "boilerplate":
            continue
        spans, left_open = _in_paragraph(text, segment.start, segment.end)
        opens = bool(spans) and not any(map(str.isalnum, text[segment.start:spans[0][0]]))
        for number, (start, end) in enumerate(spans):
            if text[start:end].strip():
                double = text[start - 2:start] in (TICKS, "``")
                found.append(Quoted(start, end, start - 1 - double, min(end + 1 + double, segment.end),
                                    pending and opens and number == 0))
        pending = left_open
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The quoted spans of one paragraph and whether the last one was left open."""
    spans: list[tuple[int, int]] = []
    position = start
    while position < end:
        mark = _mark_at(text, position)
        if not mark or not _opens(text, position, mark, start, end):
            position += max(len(mark), 1)
            continue
        inside = position + len(mark)
        close = _closing(text, mark, PAIRS[mark], inside, end)
        if close is None and mark not in SINGLE:
            close = _closing(text, mark, STAND_IN, inside, end)
        if close is not None:
            spans.append((inside, close))
            position = close + len(mark)
        elif mark not in SINGLE and text[start:position].rstrip()[-1:] in ("", ",", ":"):
            return [*spans, (inside, end)], True
        else:
            position = inside
    return spans, False


def _mark_at(text: str, position: int) -> str:
    """The opening mark that stands at a position, "" where none does."""
    return next((mark for mark in (text[position:position + 2], text[position]) if mark in PAIRS), "")


def _opens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    """The mark at a position opens: a blank or bracket before, a word behind it."""
    before = text[position - 1] if position > start else " "
    after = text[position + len(mark)] if position + len(mark) < end else " "
    if mark in (STRAIGHT, TICKS) or mark in SINGLE:
        return (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
    return True


def _closing(text: str, mark: str, closers: tuple[str, ...], inside: int, end: int) -> int | None:
    """Where the nearest closing mark stands, None without one in the paragraph."""
    for index in range(inside + 1, end):
        closer = next((each for each in closers if text.startswith(each, index)), "")
        if not closer:
            continue
        after = text[index + len(closer)] if index + len(closer) < end else " "
        if closer in APOSTROPHES and (after.isalnum() or text[index + 1:index + 2] == "'"):
            continue    # the apostrophe of "don't", half of two
        if closer == STRAIGHT and text[index - 1].isspace() and after.isalnum():
            continue    # a second opening mark, not the closing one
        return index
    return None
