"""Where a sentence's time expressions stand: matches of the shapes, the doubtful left out, neighbours joined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from entente.coding.time_patterns import expression, shapes
from entente.coding.time_words import spoken_year, value, words

# Rules that name a day, and rules that name an hour: neighbours of the two kinds are one expression.
_DAYS: Final = frozenset({"iso", "figures", "date", "monthday", "weekday", "weekday-short", "relative-day", "named", "shifted"})
_HOURS: Final = frozenset({"clock", "part"})
_WEEKDAYS: Final = frozenset({"weekday", "weekday-short"})
_BETWEEN_DAYS = re.compile(r",?\s+(?:the\s+)?|,?\s*\(")
_BEFORE_HOUR = re.compile(r",?\s+(?:at\s+(?:about\s+|around\s+)?|in\s+the\s+|around\s+|by\s+)?")
_AFTER_HOUR = re.compile(r",?\s+(?:on\s+|of\s+)?")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text, the rule that reads it and what its shape named. Offsets are in the text that was searched."""

    start: int
    end: int
    rule: str
    parts: Mapping[str, str]


def expressions(text: str) -> tuple[Expression, ...]:
    """A sentence's text → its time expressions in order, none overlapping."""
    if not _worth_reading().search(text):
        return ()
    chosen: list[Expression] = []
    for found in sorted(_candidates(text), key=lambda item: (item.start - item.end, item.start)):
        if all(found.end <= other.start or found.start >= other.end for other in chosen):
            chosen.append(found)
    joined = _joined(text, sorted(chosen, key=lambda item: item.start))
    return tuple(_widened(text, found) for found in joined if _stands_alone(found))


@cache
def _worth_reading() -> re.Pattern[str]:
    """A digit or any first word of an expression; a sentence without one is not searched further."""
    kinds = ("month", "weekday", "season", "unit", "decade", "relative-day", "part", "ref", "repeated", "named", "ordinal", "number")
    stems = {word.split()[0] for kind in kinds for word in words().get(kind, {}) if word not in ("a", "an")}
    return re.compile(r"\d|\b(?:" + "|".join(sorted(map(re.escape, stems), key=len, reverse=True)) + ")", re.IGNORECASE)


def _candidates(text: str) -> list[Expression]:
    found: list[Expression] = []
    for shape in shapes():
        for match in shape.pattern.finditer(text):
            groups = match.groupdict()
            parts = {name.rstrip("0123456789"): part for name, part in groups.items() if part is not None and name != "here"}
            start, end = match.span("here" if groups.get("here") is not None else 0)
            item = Expression(start, end, shape.rule, parts)
            if _plausible(text, item):
                found.append(item)
    return found


def _plausible(text: str, item: Expression) -> bool:
    """The context lets a match of an ambiguous shape be a time."""
    before, after = text[:item.start], text[item.end:]
    if item.rule == "year":
        return _is_year(text, item)
    if item.rule == "month":
        return "shift" in item.parts or _is_month(before, after, item)
    if item.rule == "spoken":
        return spoken_year(item.parts["spoken"]) is not None
    if item.rule == "rate":
        return _is_rate(before)
    if item.rule == "ref":
        return not re.search(r"\b(?:as|so|too|how)\s+$", before, re.IGNORECASE)
    if item.rule == "figures":
        return item.parts["mark"] == "/" or len(item.parts["year"]) == 4
    if item.rule == "clock" and not {"half", "zone"} & item.parts.keys():
        return "minute" not in item.parts or bool(re.search(r"\b(?:at|by|until|till|from|since|around|before|after)\s+$", before))
    if item.rule in ("duration", "ago"):
        return not _is_ordinal_second(text, item)
    return True


def _is_year(text: str, item: Expression) -> bool:
    """ "since 1994", "(1994)", "the 1994 vote", but not "Resolution 1973", "a 1945-kilometre road" or "1,990 people"."""
    before, after = text[:item.start], text[item.end:]
    if not item.parts["year"] == text[item.start:item.end]:
        return True
    if re.match(r"-(?!\d\d(?:\d\d)?\b)|\s+(?:%|percent|per cent|million|billion)", after):
        return False
    if re.search(r"[(\N{EN DASH}]$|\d-$|^\W*$", before):
        return True
    last = re.search(r"([\w'.]+)[\s,-]+$", before)
    if last is None or re.match(r"\s+(?:\w+ly\s+)?[a-z]+[^s\W]s\b", after) and last[1].lower() not in ("the", "fiscal"):
        return False
    word = last[1].rstrip(".")
    return word.lower() in words()["year-after"] or bool(value(word, "month", "month-short")) or \
        bool(re.fullmatch(r"(?:19|20)\d\d", word)) or bool(re.search(r"\b[a-z]+,\s+$", before))


def _is_month(before: str, after: str, item: Expression) -> bool:
    """A lone month: "in May", not "Theresa May", "March on" or "April Smith"."""
    led = re.search(_month_lead(), before)
    if value(item.parts["month"], "month-doubtful"):
        return bool(led)
    return bool(led) or not (re.search(r"[A-Z][\w.]*\s+$", before) or re.match(r"\s+[A-Z]\w+", after))


@cache
def _month_lead() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|since|until|till|by|from|to|of|for|and|or|through|during|after|before|between|every|early|late|mid|a|the"
        r"|around|beginning|ending|ended|begin|end|this|last|next|earlier|later)[\s-]+$", re.IGNORECASE)


def _is_rate(before: str) -> bool:
    """ "twice a day", "$5 million a year", "300 barrels a day": the unit is what the count is of."""
    return bool(re.search(
        r"(?:\b(?:once|twice|times)|[$\N{EURO SIGN}\N{POUND SIGN}][\d.,]+(?:\s+\w+llion)?|%|\bper\s?cent|\d[\d.,]*(?:\s+\w+llion)?(?:\s+\w+)?\s+\w+s)\s+$",
        before))


def _is_ordinal_second(text: str, item: Expression) -> bool:
    """ "the second one", "a second": the word is a rank, not a unit, where no number counts it."""
    unit = item.parts.get("unit", "").lower()
    count = item.parts.get("count", "").lower()
    return unit == "second" and count in ("a", "the", "one", "")


def _stands_alone(item: Expression) -> bool:
    """ "Sun." and "night" are times only beside another."""
    if item.rule == "weekday-short":
        return False
    return item.rule != "part" or bool({"lead", "alone"} & item.parts.keys()) or \
        value(item.parts["part"], "part").startswith("T1")


def _joined(text: str, items: list[Expression]) -> list[Expression]:
    """Neighbours that name one moment as one expression: "Thursday (November 26)", "8 a.m. on Friday"."""
    joined: list[Expression] = []
    for item in items:
        one = _one(text, joined[-1], item) if joined else None
        if one is None:
            joined.append(item)
        else:
            joined[-1] = one
    return joined


def _one(text: str, left: Expression, right: Expression) -> Expression | None:
    between = text[left.end:right.start]
    if left.rule in _DAYS and right.rule in _DAYS:
        return _one_day(text, left, right, between)
    if left.rule in _DAYS and right.rule in _HOURS and "lead" not in right.parts and _BEFORE_HOUR.fullmatch(between):
        return replace(left, end=right.end, parts={**right.parts, **left.parts})
    if left.rule in _HOURS and right.rule in _DAYS and "lead" not in left.parts and _AFTER_HOUR.fullmatch(between):
        return replace(right, start=left.start, parts={**left.parts, **right.parts})
    return None


def _one_day(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    """A weekday beside its date: the date is read, unless it is the weekday's hour that stands there too."""
    if (left.rule in _WEEKDAYS) == (right.rule in _WEEKDAYS) or not _BETWEEN_DAYS.fullmatch(between):
        return None
    weekday, day = (left, right) if left.rule in _WEEKDAYS else (right, left)
    if day.rule not in ("date", "figures", "iso", "named") or day is left and "(" not in between:
        return None
    end = right.end + 1 if "(" in between and text[right.end:right.end + 1] == ")" else right.end
    return Expression(left.start, end, day.rule, {**weekday.parts, **day.parts})


def _widened(text: str, item: Expression) -> Expression:
    """ "early 1990", "the end of November", "nearly two years": the words that place a moment inside it belong to it."""
    edge = _edge().search(text, 0, item.start) if item.rule not in ("duration", "set", "rate", "ref", "ago") else None
    return item if edge is None else replace(item, start=edge.start())


@cache
def _edge() -> re.Pattern[str]:
    return expression(r"\b(?:(?:the )?(?:%edge%)~)(?:the )?$")
