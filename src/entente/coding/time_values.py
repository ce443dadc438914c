"""Calendar dates, weekdays and hours: when an expression is that names its place in the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from entente.coding.time_calendar import UNKNOWN, at, covered, grain, named_day
from entente.coding.time_reading import Frame, Parts, Reading, dated, nearest
from entente.coding.time_words import number, ordinal, spoken_year, value

# A day, known or not: "2015-11-26", "XXXX-11-26", "XXXX-WXX-4".
_DAY_VALUE = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)")
_DAY = timedelta(days=1)


def figures(parts: Parts, frame: Frame) -> Reading | None:
    """ "26/11/2015"; the day stands first unless it cannot be a month's turn: "11/26/2015"."""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    day, month = (second, first) if second > 12 else (first, second)
    found = f"{year if year > 99 else year + (2000 if year < 50 else 1900):04}-{month:02}-{day:02}"
    return dated(found, False) if covered(found) else None


def iso(parts: Parts, frame: Frame) -> Reading | None:
    """ "2015-11-26"."""
    found = f"{parts['year']}-{parts['month']}-{parts['day']}"
    return dated(found, False) if covered(found) else None


def calendar_date(parts: Parts, frame: Frame) -> Reading | None:
    """A day or a month of a stated, a shifted or no year."""
    month = month_number(parts["month"])
    day = ordinal(parts.get("day") or parts.get("dayname") or "")
    tail = f"-{month:02}" + (f"-{day:02}" if day is not None else "")
    if "day" in parts and not covered(f"2000{tail}"):
        return None
    year = str(spoken_year(parts["spoken"])) if "spoken" in parts else parts.get("year", "")
    if year:
        return dated(year + tail, False) if covered(year + tail) else None
    if "shift" in parts:
        return dated(at(frame.published, "Y", int(value(parts["shift"], "shift"))) + tail)
    if "which" in parts:
        return dated(moved(frame, parts["which"], lambda year: f"{year:04}{tail}", f"XXXX{tail}"))
    return dated(nearest(frame, lambda year: f"{year:04}{tail}", f"XXXX{tail}"))


def month(parts: Parts, frame: Frame) -> Reading | None:
    """ "in October", "last April", "this September"."""
    tail = f"-{month_number(parts['month']):02}"
    if "shift" not in parts or frame.published is None:
        return dated(nearest(frame, lambda year: f"{year:04}{tail}", f"XXXX{tail}"))
    return dated(moved(frame, parts["shift"], lambda year: f"{year:04}{tail}", f"XXXX{tail}"))


def month_number(text: str) -> int:
    """ "Nov." → 11."""
    return int(value(text.rstrip("."), "month", "month-short"))


def moved(frame: Frame, shift: str, of_year: Callable[[int], str], unknown: str) -> str:
    """The year's value that a shift names: "last" the latest that is over, "next" the first not begun, "this" its own.

    `of_year`: the value in a given year. Gives `unknown` without a day to count from.
    """
    step, base = value(shift, "shift"), frame.published
    if step in ("after", "before", "same"):
        base = frame.told_day
    if base is None:
        return unknown
    years = [of_year(year) for year in range(base.year - 2, base.year + 3)]
    values = [(span, item) for item in years for span in [covered(item)] if span is not None]
    if step in ("-1", "before", "latest"):
        return max((item for span, item in values if span[1] <= base), default=unknown)
    if step in ("1", "after"):
        return min((item for span, item in values if span[0] > base), default=unknown)
    return of_year(base.year)


def month_day(parts: Parts, frame: Frame) -> Reading | None:
    """ "the 26th": of the month last told where the tense agrees, or else of the nearest month on its side."""
    day = int(parts["day"])
    told = f"{frame.told[:7]}-{day:02}" if grain(frame.told) in ("D", "M") else ""
    if frame.published is None:
        return dated(told or f"XXXX-XX-{day:02}") if 1 <= day <= 31 else None
    months = [f"{at(frame.published, 'M', step)}-{day:02}" for step in (-2, -1, 0, 1, 2)]
    known = [(span[0], item) for item in months for span in [covered(item)] if span is not None]
    ahead = [item for first, item in known if first >= frame.published]
    behind = [item for first, item in known if first <= frame.published]
    turned = frame.direction == "past" and told > frame.published.isoformat()
    if covered(told) and not turned:
        return dated(told)
    found = ahead[:1] if frame.direction == "future" else behind[-1:]
    return dated(found[0]) if found else None


def year(parts: Parts, frame: Frame) -> Reading | None:
    """ "1994", "nineteen ninety-four"."""
    if "year" in parts:
        return dated(parts["year"], False)
    spoken = spoken_year(parts["spoken"])
    return None if spoken is None else dated(f"{spoken:04}", False)


def decade(parts: Parts, frame: Frame) -> Reading | None:
    """ "the 1960s" → 196; a decade without its century is of the last one that began before publication."""
    found = value(parts["decadename"], "decade") if "decadename" in parts else parts["decade"]
    if len(found) == 1:
        latest = frame.published.year // 10 if frame.published else 202
        found = str(max(number for number in range(150, latest + 1) if number % 10 == int(found)))
    return dated(found, False)


def century(parts: Parts, frame: Frame) -> Reading | None:
    """ "the 19th century" → 18."""
    count = ordinal(parts["century"])
    return None if count is None or not 1 <= count <= 30 else dated(f"{count - 1:02}", False)


def named(parts: Parts, frame: Frame) -> Reading | None:
    """ "Christmas Eve", "last Thanksgiving", "Easter 1916"."""
    rule = value(parts["named"], "named")
    if len(rule) == 10 and rule[4] == "-":
        return dated(rule, False)
    if "year" in parts:
        return dated(named_day(rule, int(parts["year"])).isoformat(), False)
    unknown = f"XXXX-{rule}" if rule[:2].isdigit() and len(rule) == 5 else UNKNOWN["D"]
    if "shift" in parts:
        return dated(moved(frame, parts["shift"], lambda year: named_day(rule, year).isoformat(), unknown))
    return dated(nearest(frame, lambda year: named_day(rule, year).isoformat(), unknown))


def weekday(parts: Parts, frame: Frame) -> Reading | None:
    """A weekday by its shift or week, or else by tense: the next one after a future verb, the last one otherwise."""
    number = int(value(parts["weekday"], "weekday", "weekday-short"))
    step = value(parts.get("shift", ""), "shift")
    base = frame.told_day if step in ("after", "before", "same") else frame.published
    if base is None:
        return dated(f"XXXX-WXX-{number}")
    if "week" in parts or step == "same":
        monday = base - _DAY * (base.isoweekday() - 1)
        return dated((monday + _DAY * (number - 1 + 7 * int(value(parts.get("week", "this"), "shift")))).isoformat())
    behind = (base.isoweekday() - number) % 7
    if step in ("1", "after") or (step in ("", "0") and frame.direction == "future"):
        ahead = (number - base.isoweekday()) % 7
        return dated((base + _DAY * (ahead or (7 if step in ("1", "after") else 0))).isoformat())
    return dated((base - _DAY * (behind or (7 if step in ("-1", "before") else 0))).isoformat())


def hour(parts: Parts) -> str | None:
    """The clock time or part of the day among the parts, as a suffix: "T08:00", "TNI"; None where there is none."""
    if "hour" not in parts:
        return value(parts["part"], "part") if "part" in parts else None
    count, half = number(parts["hour"]), parts.get("half", "").lower()
    minute = int(parts.get("minute", "0"))
    if count is None or count > 24 or minute > 59 or (half and not 1 <= count <= 12):
        return None
    late = half.startswith("p") or half in ("afternoon", "evening") or (half == "night" and count >= 6)
    clock = count % 12 + (12 if late else 0) if half else count
    return f"T{int(clock):02}:{minute:02}"


def clock(parts: Parts, frame: Frame) -> Reading | None:
    """An hour alone: of the last day told."""
    found = hour(parts)
    return None if found is None else Reading("TIME", frame.day + found, True)


def part_of_day(parts: Parts, frame: Frame) -> Reading | None:
    """ "this morning", "the next morning", "in the evening"."""
    found, lead = value(parts["part"], "part"), value(parts.get("lead", "").lower().removeprefix("the "), "shift")
    if lead == "0":
        return Reading("TIME", at(frame.published, "D") + found, True)
    span = covered(frame.day)
    steps = {"1": 1, "after": 1, "before": -1, "-1": -1}.get(lead, 0)
    return Reading("TIME", at(span[0] if span else None, "D", steps) + found, True)


def with_hour(reading: Reading, parts: Parts) -> Reading:
    """A day with the hour that stands beside it."""
    found = hour(parts)
    if reading.type not in ("DATE", "TIME") or found is None or not _DAY_VALUE.match(reading.value):
        return reading
    return Reading("TIME", reading.value.partition("T")[0] + found, reading.relative)
