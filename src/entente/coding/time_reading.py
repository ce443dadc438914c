"""What reading a time expression takes and gives: the frame it stands in, and its TimeML type and value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from entente.coding.time_calendar import at, covered, grain
from entente.coding.time_direction import Direction

# A report may be dated a day or two behind the clock of the place it tells of.
SLACK: Final = timedelta(days=1)

_SOON: Final = timedelta(days=90)
_LONG_AGO: Final = timedelta(days=240)

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a value may hang on.

    `told`, `quarter`: the last date and the last quarter told of before, as values, "" for none.
    """

    published: date | None
    told: str
    quarter: str
    direction: Direction

    @property
    def told_day(self) -> date | None:
        """The first day of the last date told, or else the day of publication."""
        span = covered(self.told)
        return span[0] if span else self.published

    @property
    def day(self) -> str:
        """The last day told, or else the day of publication, as a value."""
        return self.told[:10] if grain(self.told) == "D" else at(self.published, "D")


@dataclass(frozen=True, slots=True)
class Reading:
    """A TimeML type and value; `relative` where the value hangs on the frame."""

    type: Kind
    value: str
    relative: bool = False


Rule = Callable[[Parts, Frame], Reading | None]


def dated(value: str, relative: bool = True) -> Reading:
    """A DATE; relative unless said otherwise."""
    return Reading("DATE", value, relative)


def nearest(frame: Frame, of_year: Callable[[int], str], unknown: str) -> str:
    """The year's value that the direction asks for: the latest begun, the next not over, or else the closest.

    `of_year`: the value in a given year. Gives `unknown` without a day of publication.
    """
    if frame.published is None:
        return unknown
    published = frame.published
    spans = {value: span for year in range(published.year - 4, published.year + 5) for value in [of_year(year)]
             for span in [covered(value)] if span is not None}
    begun = [value for value, span in spans.items() if span[0] <= published + SLACK]
    ahead = [value for value, span in spans.items() if span[1] > published]
    if not begun or not ahead:
        return unknown
    last, following = max(begun), min(ahead)
    if last == following:
        return last
    if frame.direction == "past" and not _just_ahead(published, spans[last][0], spans[following]):
        return last
    if frame.direction == "future":
        return following
    return last if published - spans[last][1] <= spans[following][0] - published else following


def _just_ahead(published: date, behind: date, ahead: tuple[date, date]) -> bool:
    """ "declared a dividend for 15 December" in November: a day of last winter would have had its year beside it."""
    one_day = ahead[1] - ahead[0] == timedelta(days=1)
    return one_day and ahead[0] - published <= _SOON and published - behind >= _LONG_AGO
