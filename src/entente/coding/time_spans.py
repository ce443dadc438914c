"""Where a sentence's time expressions stand: matches of the shapes, the doubtful left out, neighbours joined."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from entente.coding.time_context import Expression, plausible
from entente.coding.time_patterns import expression, shapes
from entente.coding.time_words import value, words

# Rules that name a day, and rules that name an hour: neighbours of the two kinds are one expression.
_DAYS: Final = frozenset({
    "iso", "figures", "date", "monthday", "weekday", "weekday-short", "relative-day", "named", "shifted"})
_HOURS: Final = frozenset({"clock", "part"})
_WEEKDAYS: Final = frozenset({"weekday", "weekday-short"})
_BETWEEN_DAYS = re.compile(r",?\s+(?:the\s+)?|,?\s*\(")
_BEFORE_HOUR = re.compile(r",?\s+(?:at\s+(?:about\s+|around\s+)?|in\s+the\s+|around\s+|by\s+)?")
_AFTER_HOUR = re.compile(r",?\s+(?:on\s+|of\s+)?")


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
    kinds = ("month", "month-short", "weekday", "weekday-short", "season", "unit", "decade", "relative-day", "part",
             "ref", "repeated", "named", "ordinal", "number")
    stems = {word.split()[0] for kind in kinds for word in words()[kind]} - words()["article"].keys()
    return re.compile(r"\d|\b(?:" + "|".join(sorted(map(re.escape, stems), key=len, reverse=True)) + ")", re.IGNORECASE)


def _candidates(text: str) -> list[Expression]:
    found: list[Expression] = []
    for shape in shapes():
        for match in shape.pattern.finditer(text):
            parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part is not None}
            start, end = match.span("here" if "here" in parts else 0)
            item = Expression(start, end, shape.rule, parts)
            if plausible(text, item):
                found.append(item)
    return found


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
    if _names_night(left) and right.rule == "part":
        return None     # "overnight, at noon"
    if left.rule in _DAYS and right.rule in _HOURS and "lead" not in right.parts and _BEFORE_HOUR.fullmatch(between):
        return replace(left, end=right.end, parts={**right.parts, **left.parts})
    if left.rule in _HOURS and right.rule in _DAYS and "lead" not in left.parts and _AFTER_HOUR.fullmatch(between):
        return replace(right, start=left.start, parts={**left.parts, **right.parts})
    return None


def _names_night(item: Expression) -> bool:
    return "T" in value(item.parts.get("word", ""), "relative-day")


def _one_day(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    """A weekday beside its date: the date is read, unless it is the weekday's hour that stands there too."""
    if (left.rule in _WEEKDAYS) == (right.rule in _WEEKDAYS) or not _BETWEEN_DAYS.fullmatch(between):
        return None
    weekday, day = (left, right) if left.rule in _WEEKDAYS else (right, left)
    if day.rule not in ("date", "figures", "iso", "named") or (day is left and "(" not in between):
        return None
    end = right.end + 1 if "(" in between and text[right.end:right.end + 1] == ")" else right.end
    hours = {name: part for name, part in weekday.parts.items() if name not in ("weekday", "shift", "week")}
    return Expression(left.start, end, day.rule, {**hours, **day.parts})


def _widened(text: str, item: Expression) -> Expression:
    """ "early 1990", "the end of November", "earlier this week": the words that say where in it belong to it."""
    edge = _edge().search(text, 0, item.start) if item.rule not in ("duration", "set", "rate", "ref", "ago") else None
    return item if edge is None else replace(item, start=edge.start())


@cache
def _edge() -> re.Pattern[str]:
    return expression(r"\b(?:(?:the )?(?:%edge%)~)(?:the )?$")
