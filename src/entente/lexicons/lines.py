"""What a single line of a page is by its shape: navigation, a byline, a name, a headline or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from entente.lexicons.cues import cues, opening, pattern
from entente.lexicons.datelines import clock_line, date_line, opening_dateline, place_line
from entente.text import plain

LONGEST_HEADLINE = 200  # characters
SHORTEST_PROSE = 20  # words that make a line without a final stop prose all the same
CAPITALISED = 0.6  # share of capitalised long words that makes a heading
LONGEST_QUESTION = 20  # words of a headline that asks
SHORT_LINE = 6  # words of a line that can be navigation

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.-][^\W_]+)*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STOP = re.compile(
    r"[.!?:\N{HORIZONTAL ELLIPSIS}]+\s?[\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    r"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK})\]]*$"
)
_BULLET = re.compile(r"(?:[•·▪◦‣*+\N{EN DASH}\N{EM DASH}-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|eu|info)(?:/\S*)?")
_ADDRESS_START = re.compile(r"https?://|www\.")
_ASIDE = re.compile(r"\s\([^()]*\)?$")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_ITEMS = re.compile(r"\s(?:[|>»·•/]|::)\s")


def words(line: str) -> list[str]:
    """The words of a line in its order; "newsletterReceive" glued by a scraper is two."""
    return _WORD.findall(_GLUED.sub(" ", line))


def ends_in_stop(line: str) -> bool:
    """The line ends as a sentence does: full stop, question or exclamation mark, colon, dots."""
    return _STOP.search(line[-12:]) is not None


def bullet(line: str) -> bool:
    """The line opens as an item of a list does."""
    return _BULLET.match(line) is not None


def tabled(line: str) -> bool:
    """The line is a row of a small table: "Injured: 74", or the header of one: "OSLO:"."""
    return re.fullmatch(r"[\w' -]{2,40}:(?:\s?[\d.,]+(?:\s\w+)?)?", line) is not None


def prose(line: str) -> bool:
    """The line is a sentence or more: it ends in a stop, or is long."""
    count = len(words(line[:2_000]))
    return count >= SHORTEST_PROSE or (count >= 2 and ends_in_stop(line))


def without_marks(line: str) -> str:
    """A headline without Markdown's signs: "# Talks open" → "Talks open"."""
    bare = _MARKDOWN_HEADING.sub("", line, count=1) if _MARKDOWN_HEADING.match(line) else line
    return bare[2:-2].strip() if len(bare) > 4 and bare.startswith("**") and bare.endswith("**") else bare.strip()


def mark_length(line: str) -> int:
    """The characters of Markdown's heading sign at the line's start, 0 without one."""
    match = _MARKDOWN_HEADING.match(line)
    return match.end() if match else 0


def markdown_heading(line: str) -> bool:
    """The line is a heading of Markdown."""
    return _MARKDOWN_HEADING.match(line) is not None


def mostly_address(line: str) -> bool:
    """Web or mail addresses make up most of the line."""
    if _ADDRESS_START.match(line) and len(line) < 2 * LONGEST_HEADLINE:
        return True
    return len(line) < 400 and 2 * sum(len(match[0]) for match in _ADDRESS.finditer(line)) > len(line)


def capitalised(line: str) -> bool:
    """Most of the longer words begin with a capital, as in a headline; what stands in brackets at its end aside."""
    long = [word for word in words(_ASIDE.sub("", line)) if len(word) >= 4]
    return bool(long) and sum(word[0].isupper() for word in long) >= CAPITALISED * len(long)


def numbered(line: str) -> bool:
    """The line opens as a numbered part does: "Part 2: …", "Lesson 4. …"."""
    return re.match(r"[A-Z]\w+ (?:\d{1,2}|[IVX]{1,4})[:.)] ", line) is not None


def navigation(line: str) -> bool:
    """The line leads elsewhere: a short command ("Skip to …", "Share this"), or a row of menu items."""
    if len(line) > LONGEST_HEADLINE or line.rstrip().endswith("."):
        return bool(pattern("navigation").search(line)) and len(line) < 30 and any(map(str.isdigit, line))
    items = _ITEMS.split(line)
    if len(items) >= 3 and all(len(words(item)) <= 3 for item in items):
        return True
    found = words(line)
    return 0 < len(found) <= SHORT_LINE and (
        opening("navigation").match(line) is not None or " ".join(found[-2:]).lower() in cues()["navigation"]
    )


def name_line(line: str) -> bool:
    """The line is a person's name and nothing else: two to five capitalised words, particles between."""
    found = line.strip().split()
    if not 2 <= len(found) <= 5 or len(line) > 60 or any(map(str.isdigit, line)) or line.rstrip()[-1] in ':;?!"':
        return False
    inner = [word for word in found if word.lower() not in cues()["particle"]]
    return len(inner) >= 2 and all(
        re.fullmatch(r"[^\W\d_a-z][\w.'\N{RIGHT SINGLE QUOTATION MARK}-]*,?", word) for word in inner
    )


def byline(line: str) -> str:
    """The author that a line names ("By Anna Berg in Oslo" → "Anna Berg"), "" where it is no byline."""
    match = opening("byline").match(line)
    if not match or len(line) > LONGEST_HEADLINE // 2:
        return ""
    named = re.split(
        r"\s*(?:[|/·•,;(]|\s[\N{EN DASH}\N{EM DASH}-]\s|\b(?:in|at|for|from|on)\b)", line[match.end() :].strip(" :\t")
    )[0]
    found = named.split()
    if (
        not (2 <= len(found) <= 8 or named.lower() in cues()["agency"])
        or (named.endswith((".", "!", "?")) and len(found) > 4)
        or any(map(str.isdigit, named))
    ):
        return ""
    allowed = cues()["particle"] | {"and", "&"}
    return named if all(word[0].isupper() or word.lower() in allowed for word in found) else ""


def dated(line: str) -> bool:
    """The line gives the page's date, or names its author."""
    return bool(date_line(line)) or bool(byline(line)) or place_line(line) or clock_line(line)


def _closed(line: str) -> bool:
    """The line is a sentence or a letter's, and no headline: it is long, or ends in a full stop, colon or comma."""
    stop = _STOP.search(line[-12:])
    if len(line) >= LONGEST_HEADLINE or line.endswith(","):
        return True
    return stop is not None and (not set(stop[0]) & {"?", "!"} or len(words(line)) > LONGEST_QUESTION)


def headline(lines: Sequence[str]) -> int | None:
    """The index of the line that is the title: the first short one without a full stop before the prose starts.

    Menus, dates, bylines, addresses and list items are passed over; a label of one or two words ("World
    news") is the title only where nothing longer follows. None where the text opens with prose, or is one line.
    """
    label: int | None = None
    for index, line in enumerate(lines):
        if navigation(line) or dated(line) or mostly_address(line) or bullet(line):
            continue
        if _closed(line) or opening_dateline(line):
            break
        if len(words(line)) >= 3 and not (label is not None and name_line(line)):
            return index if len(lines) > 1 else None
        label = index if label is None else label
    return label if label is not None and len(lines) > 1 else None


def repeats(line: str, title: str) -> bool:
    """The line says the title again, alone or with the outlet's name behind it ("Talks open | The Paper")."""
    left, right = plain(without_marks(line)), plain(title)
    if not right or not left:
        return False
    short, long = sorted((left, right), key=len)
    return short == long or (
        len(short) >= 12
        and long.startswith(short)
        and long[len(short) :].lstrip()[:1] in ("|", "-", "\N{EN DASH}", "\N{EM DASH}", "\N{MIDDLE DOT}")
        and len(long) - len(short) <= 40
    )
