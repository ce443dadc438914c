"""Where a text says by whom it was published: front matter, "Posted by", a line of name and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from entente.lexicons.datelines import stamps

LONGEST_NAME = 6  # words of an outlet's name
_FIELD = re.compile(r"^([A-Za-z_-]+):\s*(.*?)\s*$")
_FENCE = re.compile(r"---[^\S\n]*\n")
_POSTED = re.compile(
    r"^(?:(?P<outlet>[^.|]{3,60})[.|]\s+)?(?:Posted|Published|Written|Filed) by (?P<author>.+?),? on (?P<rest>.+)$"
)
_NAMED = re.compile(r"^(?P<outlet>[A-Z][^,|]{2,50}),\s+(?P<rest>.+)$")
_RULE = re.compile(r"^[-*_=\s]{3,}$")
_PLACING = frozenset({"At", "By", "From", "In", "On"})  # "In Zurich, 10 October 2009"
OUTLET_FIELDS = ("site", "outlet", "source", "publication", "publisher", "newspaper")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What one line tells; "" and None where it does not."""

    outlet: str
    author: str
    day: date | None


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The "key: value" lines between two "---" at the start of a text, keys in lower case, and where they end."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return {}, 0
    fields = [_FIELD.match(line) for line in text[opening.end() : closing.start()].splitlines() if line.strip()]
    if not fields or not all(fields):
        return {}, 0
    return {field[1].lower(): field[2].strip("\"'") for field in fields if field}, closing.end()


def imprint(line: str) -> Imprint | None:
    """What "The Notebook. Posted by A. Author on 7 May 2009" or "The Paper, 7 May 2009" says; None for another line."""
    bare = line.strip().strip("*_").strip()
    if len(bare) > 160:
        return None
    posted = _POSTED.match(bare)
    if posted:
        day = _only_day(posted["rest"])
        return Imprint((posted["outlet"] or "").strip(), posted["author"].strip(), day) if day else None
    named = _NAMED.match(bare)
    if named and 2 <= len(named["outlet"].split()) <= LONGEST_NAME and named["outlet"].split()[0] not in _PLACING:
        day = _only_day(named["rest"])
        return Imprint(named["outlet"].strip(), "", day) if day else None
    return None


def _only_day(text: str) -> date | None:
    """The day of a text that is nothing but a date."""
    found = tuple(stamps(text))
    if len(found) != 1 or found[0].day is None or len(text.split()) > 4:
        return None
    return found[0].day


def rule(line: str) -> bool:
    """The line is a horizontal rule."""
    return bool(_RULE.match(line))
