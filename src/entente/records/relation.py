"""How two parties stood to each other over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from entente.records.story import Story

Span = Literal["week", "month"]


@dataclass(frozen=True, slots=True)
class Period:
    """One week or month of a pair: sums of weighted intensities over the stories that fall into it."""

    from_: date
    until: date
    cooperation: float
    conflict: float
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A pair of Actors (states or bodies, `left` < `right`), its sums, trend and series in order of time."""

    left: str
    right: str
    trend: Literal["warming", "cooling", "mixed", "steady"]
    cooperation: float
    conflict: float
    since: date | None
    until: date | None
    series: tuple[Period, ...]
    stories: tuple[str, ...]


def series(stories: Iterable[Story], by: Span) -> tuple[Period, ...]:
    """Dated Stories → their weeks (from Monday) or months in order; those without a day are left out."""
    found: dict[date, list[Story]] = defaultdict(list)
    for story in stories:
        if story.when.from_ is not None:
            found[_start(story.when.from_, by)].append(story)
    return tuple(
        Period(
            start,
            _next(start, by),
            round(sum(max(story.weight, 0.0) for story in found[start]), 4),
            round(sum(min(story.weight, 0.0) for story in found[start]), 4),
            tuple(story.id for story in found[start]),
        )
        for start in sorted(found)
    )


def _start(day: date, by: Span) -> date:
    return day.replace(day=1) if by == "month" else day - timedelta(days=day.weekday())


def _next(start: date, by: Span) -> date:
    if by == "week":
        return start + timedelta(days=7)
    return (start + timedelta(days=32)).replace(day=1)
