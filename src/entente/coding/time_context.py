"""Whether the words around a match let it be a time: "in May" is one, "Theresa May" and "Resolution 1973" are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from entente.coding.time_patterns import expression
from entente.coding.time_words import spoken_year, value, words

_QUOTES = "\"'`\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_COUNTED = re.compile(r"\s+(?:[a-z]+[^s\W]s|people|men|women|children|police|others)\b")
_NO_YEAR_AFTER = re.compile(r"-(?!\d\d(?:\d\d)?\b)|\s+(?:%|percent|per cent|million|billion|GMT)")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
_CLOCK_LEAD = re.compile(r"\b(?:at|by|until|till|from|since|around|before|after)\s+$", re.IGNORECASE)
# "twice a day", "$5 million a year", "20 percent a year", "300 barrels a day".
_RATE = re.compile(
    r"(?:\b(?:once|twice|times)|[$\N{EURO SIGN}\N{POUND SIGN}][\d.,]+(?:\s+\w+llion)?|%|\bper\s?cent"
    r"|\d[\d.,]*(?:\s+\w+llion)?(?:\s+\w+)?\s+\w+s)\s+$")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text, the rule that reads it and what its shape named. Offsets are in the searched text."""

    start: int
    end: int
    rule: str
    parts: Mapping[str, str]


def plausible(text: str, item: Expression) -> bool:
    """The context lets a match of an ambiguous shape be a time."""
    before, after = text[:item.start], text[item.end:]
    if item.rule == "year":
        return item.parts["year"] != text[item.start:item.end] or _is_year(before, after, item.parts["year"])
    if item.rule == "month":
        return "shift" in item.parts or _is_month(before, after, item)
    if item.rule == "spoken":
        return spoken_year(item.parts["spoken"]) is not None
    if item.rule == "rate":
        return bool(_RATE.search(before))
    if item.rule == "ref":
        return not re.search(r"\b(?:as|so|too|how)\s+$", before, re.IGNORECASE)
    if item.rule == "figures":
        return item.parts["mark"] == "/" or len(item.parts["year"]) == 4
    if item.rule == "clock" and not {"half", "zone"} & item.parts.keys():
        return "minute" not in item.parts or bool(_CLOCK_LEAD.search(before))
    if item.rule in ("duration", "ago", "shifted", "relative-day"):
        return not _is_title(before, text[item.start:item.end], item.rule) and not _is_other_unit(item)
    return True


def _is_year(before: str, after: str, year: str) -> bool:
    """ "since 1994", "its 1994 vote", but not "Resolution 1973", "Windows 2000", "a 1945-kilometre road"."""
    if _NO_YEAR_AFTER.match(after) or year < "1500":
        return False
    last = re.search(r"([\w'\N{RIGHT SINGLE QUOTATION MARK}.]+)\s+$", before)
    if last is None:
        return not _COUNTED.match(after)
    word, opens = last[1].rstrip("."), last.start() == 0
    if _COUNTED.match(after):
        return word.lower() in words()["year-determiner"] or bool(_POSSESSIVE.search(word))
    if word.lower() in words()["label"]:
        return False
    return opens or word == word.lower() or bool(_POSSESSIVE.search(word)) or \
        value(word, "month", "month-short", "season", "named") != ""


def _is_month(before: str, after: str, item: Expression) -> bool:
    """A lone month: "in May", not "Theresa May", "March on" or "April Smith"."""
    if _month_lead().search(before):
        return True
    doubtful = value(item.parts["month"], "month-doubtful") != ""
    return not doubtful and not re.search(r"[A-Z][\w.]*\s+$", before) and not re.match(r"\s+[A-Z]\w+", after)


@cache
def _month_lead() -> re.Pattern[str]:
    return expression(r"\b(?:%month-lead%)~$")


def _is_title(before: str, own: str, rule: str) -> bool:
    """The "60 Minutes" and "This Week" of a programme, the "USA Today" of a newspaper."""
    if rule == "relative-day":
        return own.istitle() and bool(re.search(r"[A-Z]\w*\s+$", before))
    return own.istitle() and " " in own and before[-1:] in _QUOTES and before != ""


def _is_other_unit(item: Expression) -> bool:
    """ "a second", "three-quarters": a rank or a share, where nothing else tells of time."""
    unit, count = item.parts.get("unit", "").lower(), item.parts.get("count", "").lower()
    if item.rule not in ("duration", "ago") or "around" in item.parts or "way" in item.parts:
        return False
    if unit == "second":
        return count in ("a", "one", "")
    return unit in ("quarter", "quarters") and count in ("a", "one", "three")
