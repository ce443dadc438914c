"""The date that a line of a page gives, where the line gives nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from entente.lexicons.cues import cues, months, pattern

FIRST_YEAR_OF_1900S = 70  # of a year in two digits
LONGEST_LINE = 140  # characters; a longer line is a paragraph
LONGEST_DATELINE = 90  # characters before the dash of "ZURICH, Oct 10, 2015 (Agency) -"

_CLOCK = re.compile(
    r"\d{1,2}[:.h]\s?\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?\s?m\b\.?)?|(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\s?\d{2})?|"
    r"[+-]\d{2}:?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s|/·•,;:()\[\]*_\N{EN DASH}\N{EM DASH}-]+")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:T(?=\d))?")

_PLACE_LINE = re.compile(
    r"(?:(?P<place>[A-Z][\w.'\N{RIGHT SINGLE QUOTATION MARK}/ -]*(?:,[\w.'/ -]+)*?),?\s+)?"
    r"(?:\(\s?(?P<agency>[A-Z][\w. -]{1,40})\s?\)\s*)?"
    r"(?:--|[\N{EN DASH}\N{EM DASH}_-])(?:\s+(?=[\"'`\N{LEFT DOUBLE QUOTATION MARK}]*[A-Z\d])|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line: its span, `day` (None where the line leaves it open) and the label before it."""

    start: int
    end: int
    day: date | None
    label: Literal["published", "updated", ""]


@cache
def _written() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(map(re.escape, months()), key=len, reverse=True)) + ")"
    return re.compile(
        rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-](?P<m1>{month})\.?(?:,?[\s-](?P<y1>\d{{4}}))?"
        rf"|(?P<m2>{month})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<y2>\d{{4}}))?)(?!\w)",
        re.IGNORECASE,
    )


def _year(written: str) -> int:
    """Two digits stand for the nearest past: "08" is 2008, "98" is 1998."""
    return int(written) if len(written) == 4 else int(written) + (1900 if int(written) >= FIRST_YEAR_OF_1900S else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stamps(line: str) -> Iterator[Stamp]:
    """The dates of a line in its order. Day and month in digits stay open where both could be the month;
    with full stops the day comes first. Without a year a date stays open.
    """
    found: list[tuple[int, int, date | None]] = []
    for match in _ISO.finditer(line):
        found.append((*match.span(), _day(int(match[1]), int(match[3]), int(match[4]))))
    for match in _NUMBERS.finditer(line):
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        if first > 12 or match[2] == "." or first == second:
            found.append((*match.span(), _day(year, second, first)))
        else:
            found.append((*match.span(), _day(year, first, second) if second > 12 else None))
    for match in _written().finditer(line):
        year_text = match["y1"] or match["y2"]
        month = months()[(match["m1"] or match["m2"]).lower()]
        found.append(
            (*match.span(), _day(int(year_text), month, int(match["d1"] or match["d2"])) if year_text else None)
        )
    position = 0
    for start, end, day in sorted(found, key=lambda row: row[:2]):
        yield Stamp(start, end, day, _label(line[position:start]))
        position = end


def _label(before: str) -> Literal["published", "updated", ""]:
    if pattern("update label").search(before):
        return "updated"
    return "published" if pattern("date label").search(before) else ""


def remainder(line: str, found: tuple[Stamp, ...]) -> str:
    """What a line says beside its dates, clock times, weekdays and labels: "" where it gives only a date."""
    pieces, position = [], 0
    for stamp in found:
        pieces.append(line[position : stamp.start])
        position = stamp.end
    rest = _CLOCK.sub(" ", " | ".join([*pieces, line[position:]]))
    rest = pattern("weekday", "zone", "date label", "update label").sub(" ", rest)
    words = [word for word in _SEPARATOR.split(rest) if word.strip(".")]
    return "" if all(word.lower() in cues()["date filler"] for word in words) else " ".join(words)


def date_line(line: str) -> tuple[Stamp, ...]:
    """The dates of a line that only dates the page, maybe with a place or a name before or after a separator.

    Gives nothing for a sentence with a date in it ("He leaves on 26 November.").
    """
    if len(line) > LONGEST_LINE:
        return ()
    found = tuple(stamps(line))
    if not found:
        return ()
    rest = remainder(line, found)
    if not rest:
        return found
    if any(stamp.label and _labelled(line, stamp) for stamp in found):
        return found
    words = rest.split()
    aside = _SEPARATOR.sub("", line[: found[0].start][-2:]) == "" and re.search(
        r"[|·•,:()\N{EN DASH}\N{EM DASH}-]", line
    )
    named = all(word[0].isupper() or word.lower() in cues()["date filler"] | cues()["particle"] for word in words)
    return found if aside and named and len(words) <= 6 and not line.endswith((".", "?", "!")) else ()


def clock_line(line: str) -> bool:
    """The line says only at what hour the page was made or changed: "Updated 5:40 p.m. ET"."""
    labelled = pattern("date label", "update label").match(line)
    return (
        len(line) < LONGEST_LINE // 2 and labelled is not None and bool(_CLOCK.search(line)) and not remainder(line, ())
    )


def _labelled(line: str, stamp: Stamp) -> bool:
    """The date follows its label, and the label opens the line or a part of it: "Text by A. Author | Posted on …"."""
    labels = [
        match for kind in ("date label", "update label") for match in pattern(kind).finditer(line, 0, stamp.start)
    ]
    for match in labels:
        between = _CLOCK.sub(" ", line[match.end() : stamp.start])
        between = pattern("weekday", "date filler", "zone").sub(" ", re.sub(r"\b\d{4}\b", " ", between))
        before = line[: match.start()].rstrip()
        if not _SEPARATOR.sub("", between) and (not before or _SEPARATOR.fullmatch(before[-1])):
            return True
    return False


def opening_dateline(paragraph: str) -> tuple[int, str, date | None] | None:
    """The place line that opens a report ("ZURICH, Oct 10, 2015 (Agency) - "): where it ends, its agency, its day.

    Gives None where the words before the dash are no place in capitals, no date and no agency.
    """
    match = _PLACE_LINE.match(paragraph[:LONGEST_DATELINE])
    if not match or not (match["place"] or match["agency"]):
        return None
    place, agency = (match["place"] or "").strip(" ,"), (match["agency"] or "").strip()
    found = tuple(stamps(place))
    capitals = re.match(r"[A-Z][A-Z.' /-]{3,}(?:,|$)", place)
    if not (agency or capitals or (found and remainder(place, found).count(" ") <= 3)):
        return None
    return match.end(), agency, found[0].day if found else None


def place_line(line: str) -> bool:
    """The line is nothing but the place line of a report ("HAVANA (AP) --")."""
    found = opening_dateline(line) if len(line) < LONGEST_DATELINE else None
    return found is not None and found[0] == len(line)
