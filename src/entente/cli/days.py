"""Stretches of time as a reader wants them: no more exact than they are known."""

from __future__ import annotations

from datetime import date, timedelta

from entente.records import When

DASH = "\N{EN DASH}"
DAY = timedelta(days=1)


def heading(when: When) -> str:
    """ "Saturday 10 October 2009", "October 2009", "2009", "12–18 October 2009"; "No day known" where nothing is."""
    start, until = when.from_, when.until
    if start is None and until is None:
        return "No day known"
    if start is None or until is None:
        return f"Since {_day(start)}" if start else f"Before {_day(until)}"
    last = max(until - DAY, start)
    if start == last:
        return f"{start:%A} {_day(start)}"
    if (start.day, until.day) == (1, 1):
        return _months(start, last)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}{DASH}{_day(last)}"
    if start.year == last.year:
        return f"{start.day} {start:%B} {DASH} {_day(last)}"
    return f"{_day(start)} {DASH} {_day(last)}"


def short(when: When) -> str:
    """The same in few characters, for a column: "2009-10-10", "2009-10", "2009", "from 2009-10-12"."""
    start, until = when.from_, when.until
    if start is None or until is None:
        return f"from {start}" if start else f"before {until}" if until else ""
    if until - start <= DAY:
        return str(start)
    if (start.day, until.day) == (1, 1):
        if (start.month, until.month, until.year - start.year) == (1, 1, 1):
            return f"{start.year:04}"
        if (until - DAY).replace(day=1) == start:
            return f"{start:%Y-%m}"
    return f"from {start}"


def told(value: str) -> str:
    """A value of dissent: "2009-10-10" and "2009-10-01/2009-11-01" as a heading, anything else as it stands."""
    start, _, until = value.partition("/")
    try:
        first = date.fromisoformat(start)
        end = date.fromisoformat(until) if until else first + DAY
    except ValueError:
        return value
    return heading(When(first, end, None, "stated"))


def _months(start: date, last: date) -> str:
    """Whole months: "October 2009", "2009", "October–December 2009", "1993–1994"."""
    if (start.month, last.month) == (1, 12):
        return f"{start.year}" if start.year == last.year else f"{start.year}{DASH}{last.year}"
    if start.year != last.year:
        return f"{start:%B} {start.year} {DASH} {last:%B} {last.year}"
    return f"{start:%B} {start.year}" if start.month == last.month else f"{start:%B}{DASH}{last:%B} {start.year}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else ""
