"""Which paragraphs advertise other articles of the outlet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from entente.coding.paragraphs import Paragraph
from entente.lexicons.cues import opening
from entente.lexicons.datelines import date_line
from entente.lexicons.lines import bullet, prose, words
from entente.records.vocabulary import SegmentKind

LONGEST_HEADER = 8  # words of "Related articles"
OTHER_DAYS = 31  # a date further from the document's own is another article's
LOOKED_AHEAD = 20  # paragraphs that tell whether the report goes on
FEWEST_PARAGRAPHS = 2  # of prose that stand before a list of other articles


def related(
    found: tuple[Paragraph, ...], kinds: tuple[SegmentKind | None, ...], published: date | None
) -> Iterator[int]:
    """The indexes of paragraphs that point to other articles: those under a header that says so, and, behind the
    body, headings dated otherwise than the document. A list at the end takes its teasers with it.
    """
    told = 0
    listing = False
    for index, paragraph in enumerate(found):
        own = kinds[index] is None and prose(paragraph.text) and not bullet(paragraph.text)
        goes_on = listing and own and not _below_date(found, index) and _body_goes_on(found, kinds, index)
        starts = told >= FEWEST_PARAGRAPHS and not listing and _other_article(found, kinds, index, published)
        if starts or (told and _header(paragraph)):
            listing = True
        elif goes_on:
            listing = False
        if listing and kinds[index] != "boilerplate":
            yield index
        told += own and not listing


def _header(paragraph: Paragraph) -> bool:
    line = paragraph.text.strip("*#: ")
    if not opening("related").match(line):
        return False
    return (len(words(line)) <= LONGEST_HEADER and not line.endswith(".")) or (
        ":" in line[:30] and not line.endswith(".")
    )


def _other_article(
    found: tuple[Paragraph, ...], kinds: tuple[SegmentKind | None, ...], index: int, published: date | None
) -> bool:
    """A heading with, one or two lines below, the date of another month or year than the document's."""
    if found[index].stops or found[index].size > 25 or kinds[index] not in (None, "caption"):
        return False
    for below in found[index + 1 : index + 3]:
        days = [stamp.day for stamp in date_line(below.text) if stamp.day]
        if days and published and all(abs((day - published).days) > OTHER_DAYS for day in days):
            return True
        if below.stops:
            return False
    return False


def _below_date(found: tuple[Paragraph, ...], index: int) -> bool:
    return any(date_line(above.text) for above in found[max(0, index - 2) : index])


def _body_goes_on(found: tuple[Paragraph, ...], kinds: tuple[SegmentKind | None, ...], index: int) -> bool:
    """The prose here is the report's own: of what follows, at least half is prose too."""
    rest = [number for number in range(index, min(len(found), index + LOOKED_AHEAD)) if kinds[number] is None]
    return 2 * sum(prose(found[number].text) and found[number].stops for number in rest) >= len(rest)
