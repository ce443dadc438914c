"""TimeML date values as a calendar: which days a value covers, and how one value is moved to another."""

from __future__ import annotations

import re
from datetime import date, timedelta

# What a value is when nothing says which: TimeML, guidelines 1.2.1, "X" for an unknown position.
UNKNOWN: dict[str, str] = {
    "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE", "W": "XXXX-WXX", "2W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "H": "XXXX-HX", "Y": "XXXX", "10Y": "XXX", "100Y": "XX", "1000Y": "X",
    "SP": "XXXX-SP", "SU": "XXXX-SU", "FA": "XXXX-FA", "WI": "XXXX-WI",
}
# Month in which a season begins; a winter runs into the next year (meteorological seasons of the north).
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHAPES = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("W", re.compile(r"(\d{4})-W(\d\d)")),
    ("WE", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("M", re.compile(r"(\d{4})-(\d\d)")),
    ("Q", re.compile(r"(\d{4})-Q(\d)")),
    ("H", re.compile(r"(\d{4})-H(\d)")),
    ("S", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("Y", re.compile(r"(\d{4})")),
    ("10Y", re.compile(r"(\d{3})")),
    ("100Y", re.compile(r"(\d{2})")),
)


def grain(value: str) -> str:
    """The unit of a dated value ("D" for a day or an hour of it, "S" for a season), "" for any other value."""
    return next((name for name, shape in _SHAPES if shape.fullmatch(value)), "")


def covered(value: str) -> tuple[date, date] | None:
    """The days of a dated value, the second day no longer covered; None where it names no day that exists."""
    for name, shape in _SHAPES:
        match = shape.fullmatch(value)
        if match:
            try:
                return _covered(name, match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _covered(name: str, parts: tuple[str, ...]) -> tuple[date, date]:
    year = int(parts[0])
    if name == "D":
        day = date(year, int(parts[1]), int(parts[2]))
        return day, day + timedelta(days=1)
    if name in ("W", "WE"):
        monday = date.fromisocalendar(year, int(parts[1]), 1)
        return monday + timedelta(days=5 if name == "WE" else 0), monday + timedelta(days=7)
    if name in ("10Y", "100Y"):
        years = 10 if name == "10Y" else 100
        return date(year * years, 1, 1), date((year + 1) * years, 1, 1)
    months = {"M": 1, "Q": 3, "H": 6, "S": 3, "Y": 12}[name]
    index = 1 if name == "Y" else _SEASON_STARTS[parts[1]] if name == "S" else (int(parts[1]) - 1) * months + 1
    return _month(year, index), _month(year, index + months)


def _month(year: int, month: int) -> date:
    """The first day of a month; months past December run into the next years."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def at(day: date | None, unit: str, steps: int = 0) -> str:
    """The value of the unit that holds a day, moved by steps of that unit; the unknown value where there is no day."""
    if day is None:
        return UNKNOWN.get(unit, "XXXX-XX-XX")
    try:
        return _at(day, unit, steps)
    except (ValueError, OverflowError):
        return UNKNOWN.get(unit, "XXXX-XX-XX")


def _at(day: date, unit: str, steps: int) -> str:
    if unit == "D":
        return (day + timedelta(days=steps)).isoformat()
    if unit in ("W", "2W", "WE"):
        year, week, _ = (day + timedelta(weeks=steps * (2 if unit == "2W" else 1))).isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return _month(day.year, day.month + steps).isoformat()[:7]
    if unit in ("Q", "H"):
        months = 3 if unit == "Q" else 6
        first = _month(day.year, day.month + steps * months)
        return f"{first.year:04}-{unit}{(first.month - 1) // months + 1}"
    if unit in _SEASON_STARTS:
        return f"{day.year + steps:04}-{unit}"
    years = int(unit[:-1] or 1)
    moved = day.year // years + steps
    return f"{moved:0{5 - len(str(years))}}"


def next_day(value: str, days: int) -> str:
    """The day that lies some days from the end (forward) or the beginning (backward) of a dated value."""
    span = covered(value)
    if span is None:
        return UNKNOWN["D"]
    return at(span[1] - timedelta(days=1) if days > 0 else span[0], "D", days)


def years_on(value: str, years: int) -> str:
    """The same part of another year: "1989-Q3" and -1 → "1988-Q3"."""
    return f"{int(value[:4]) + years:04}{value[4:]}" if re.match(r"\d{4}(?:-|$)", value) else value


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, chapter 8.
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, left = divmod(rest, 4)
    shift = (32 + 2 * skipped + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def named_day(rule: str, year: int) -> date:
    """The day of a rule of the word list.

    Rules: "12-25"; "easter-2"; "11#4.4", the fourth Thursday of November; "05#-1.1", the last Monday
    of May; "11#4.4+1", the day after.
    """
    movable = re.fullmatch(r"easter([+-]\d+)", rule)
    if movable:
        return easter(year) + timedelta(days=int(movable[1]))
    counted = re.fullmatch(r"(\d\d)#(-?\d)\.(\d)(\+\d)?", rule)
    if counted is None:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, nth, weekday, after = int(counted[1]), int(counted[2]), int(counted[3]), int(counted[4] or 0)
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1) + after)
    last = _month(year, month + 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7) + timedelta(days=after)
