"""Which paragraphs stand under a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from entente.coding.paragraphs import Paragraph, pairs
from entente.lexicons.cues import alternatives, opening, pattern
from entente.lexicons.lines import capitalised, numbered
from entente.records.vocabulary import SegmentKind
from entente.text import plain

LONGEST_CAPTION = 80  # words
LONGEST_CREDIT = 80  # characters of "(photo credit: …)" behind a line told twice
SHORTEST_LOOSE = 40  # characters of a line without a stop beside a lost picture
LONGEST_LOOSE = 400
COMMON_GAP = 0.5  # share of wide gaps above which they are the page's style and mark nothing

_NAMES = r"[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,3}"


def captions(found: tuple[Paragraph, ...], kinds: tuple[SegmentKind | None, ...]) -> Iterator[int]:
    """The indexes of the undecided paragraphs that caption a picture: a credit, "file photo", a line told twice
    with or without its credit, or a line without a stop beside the gap that a picture left.
    """
    slash = _slash_credit()
    undecided = [index for index, kind in enumerate(kinds) if kind is None]
    wide = sum(found[index].apart for index in undecided) <= COMMON_GAP * max(1, len(undecided))
    twice = {
        number for index, above, below in pairs(found) if _told_twice(above, below) for number in (index, index + 1)
    }
    for index in undecided:
        paragraph = found[index]
        if paragraph.size > LONGEST_CAPTION:
            continue
        lost = paragraph.apart or (index + 1 < len(found) and found[index + 1].apart)
        loose = wide and lost and _loose(paragraph)
        if loose or index in twice or credited(paragraph) or slash.search(paragraph.ending):
            yield index


@cache
def _slash_credit() -> re.Pattern[str]:
    """An agency and a name at the end of a line: "Reuters/Anna Berg", "AFP PHOTO / ANNA BERG"."""
    agency = rf"\b(?i:{alternatives('agency')})(?:\s(?i:photo|pool))?\s?/\s?{_NAMES}"
    return re.compile(rf"(?:{agency}|\([A-Z][\w .]+\s?/\s?{_NAMES}\))[.)]?$")


def credited(paragraph: Paragraph) -> bool:
    """The paragraph speaks of its picture: a credit, "file photo", "(R)" behind a name."""
    line = paragraph.text
    if (
        opening("credit label").match(line)
        and re.match(r"[\w ]{4,20}:", line)
        and paragraph.size <= LONGEST_CAPTION // 2
    ):
        return True
    if pattern("caption credit").search(line):
        return True
    return not paragraph.stops and pattern("caption side").search(line) is not None


def _told_twice(above: Paragraph, below: Paragraph) -> bool:
    left, right = (_bare(paragraph.text) for paragraph in (above, below))
    if not 20 <= len(left) <= 600 or above.size > LONGEST_CAPTION:
        return False
    if above.stops and right == left:
        return False
    return right.startswith(left) and len(right) - len(left) <= LONGEST_CREDIT


def _bare(line: str) -> str:
    return plain(line).rstrip(" .")


def _loose(paragraph: Paragraph) -> bool:
    """A sentence of some length that nobody closed with a stop, and no heading: most of its words are small."""
    line = paragraph.text
    if paragraph.stops or not SHORTEST_LOOSE <= len(line) <= LONGEST_LOOSE or not line[0].isupper():
        return False
    return not capitalised(line) and not numbered(line)
