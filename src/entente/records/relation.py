"""How two parties stood to each other over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


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
