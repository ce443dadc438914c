"""Dates that hang on another date: "last week", "two days later", "the third quarter"."""

from __future__ import annotations

from dataclasses import replace

from entente.coding.time_calendar import UNKNOWN, at, covered, grain, next_day, years_on
from entente.coding.time_reading import Frame, Parts, Reading, dated, nearest
from entente.coding.time_values import moved
from entente.coding.time_words import number, ordinal, unit, value

_BEHIND = frozenset({"ago", "earlier", "before", "beforehand", "previously", "prior"})
_FROM_NOW = frozenset({"ago", "hence", "from now", "from today"})
# A fraction of a unit is counted in the next smaller one: "a year and a half ago" is a month.
_SMALLER = {"Y": (12, "M"), "10Y": (10, "Y"), "100Y": (100, "Y"), "W": (7, "D"), "M": (30, "D")}


def relative_day(parts: Parts, frame: Frame) -> Reading | None:
    """ "yesterday", "tonight", "the day before yesterday"."""
    step, _, hour = value(parts["word"], "relative-day").partition("T")
    found = at(frame.published, "D", int(step))
    return Reading("TIME", f"{found}T{hour}", True) if hour else dated(found)


def shifted(parts: Parts, frame: Frame) -> Reading | None:
    """ "last week", "the following day", "that year", "the latest quarter"."""
    step, period = value(parts["shift"], "shift"), parts["unit"].lower() == "period"
    of = "Q" if period else unit(parts["unit"]) or "H"
    if (period and not frame.quarter) or of.startswith("T"):
        return None
    if period or (of == "Q" and step in ("latest", "same")):
        return dated(_finished_quarter(frame))
    if of == "D":
        return _shifted_day(step, frame)
    if step in ("before", "after", "same"):
        return dated(at(frame.told_day, of, {"before": -1, "after": 1, "same": 0}[step]))
    return dated(at(frame.published, of, 0 if step == "latest" else int(step)))


def _shifted_day(step: str, frame: Frame) -> Reading | None:
    if step in ("-1", "latest"):
        return None     # "the last day of the talks"
    if step == "0":
        return dated(at(frame.published, "D"))
    steps = {"before": -1, "after": 1, "1": 1, "same": 0}[step]
    return dated(next_day(frame.day, steps) if covered(frame.day) else UNKNOWN["D"])


def _finished_quarter(frame: Frame) -> str:
    """The quarter last told, where it had ended by the day of publication, or else the last one that had."""
    finished = at(frame.published, "Q", -1)
    return min(frame.quarter, finished) if frame.quarter else finished


def shifted_season(parts: Parts, frame: Frame) -> Reading | None:
    """ "last summer": the latest that is over; "next spring": the first not begun."""
    name = value(parts["season"], "season")
    return dated(moved(frame, parts["shift"], lambda year: f"{year:04}-{name}", UNKNOWN[name]))


def season(parts: Parts, frame: Frame) -> Reading | None:
    """ "the summer of 1994", "in the autumn"."""
    name = value(parts["season"], "season")
    if "year" in parts:
        return dated(f"{parts['year']}-{name}", False)
    return dated(nearest(frame, lambda year: f"{year:04}-{name}", UNKNOWN[name]))


def current_unit(parts: Parts, frame: Frame) -> Reading | None:
    """ "the week", "the weekend", "the quarter": the one that is being told of."""
    of = unit(parts["unit"])
    if of == "Q":
        return dated(_finished_quarter(frame))
    if of == "WE" and frame.published is not None and frame.direction != "future":
        return dated(at(frame.published, "WE", 0 if frame.published.isoweekday() > 5 else -1))
    return dated(at(frame.published, of))


def year_end(parts: Parts, frame: Frame) -> Reading | None:
    """ "year-end": the last day of the year."""
    return dated(f"{parts.get('year') or at(frame.published, 'Y')}-12-31", "year" not in parts)


def quarter(parts: Parts, frame: Frame) -> Reading | None:
    """ "the third quarter" of a stated, a shifted or the nearest year."""
    # "expects to report third-quarter earnings": the verb looks ahead, the quarter may be over.
    nearby = replace(frame, direction="open") if frame.direction == "future" else frame
    return _piece(parts, nearby, "Q", ordinal(parts["quarter"]) or 4)


def half(parts: Parts, frame: Frame) -> Reading | None:
    """ "the first half of 1990"."""
    return _piece(parts, frame, "H", ordinal(parts["halfyear"]) or 2)


def _piece(parts: Parts, frame: Frame, of: str, count: int) -> Reading | None:
    if "year" in parts:
        return dated(f"{parts['year']}-{of}{count}", False)
    if "shift" in parts:
        return dated(f"{at(frame.published, 'Y', int(value(parts['shift'], 'shift')))}-{of}{count}")
    return dated(nearest(frame, lambda year: f"{year:04}-{of}{count}", f"XXXX-{of}{count}"))


def year_ago(parts: Parts, frame: Frame) -> Reading | None:
    """ "the year-earlier quarter": a year before the quarter last told."""
    if "quarter" in parts:
        found = quarter({"quarter": parts["quarter"]}, frame)
        return None if found is None else dated(years_on(found.value, -1))
    return dated(years_on(frame.quarter, -1) if frame.quarter else at(frame.published, "Y", -1))


def period(parts: Parts, frame: Frame) -> Reading | None:
    """ "the 1988 quarter": the quarter last told, in that year."""
    return dated(parts["year"] + frame.quarter[4:], bool(frame.quarter))


def ago(parts: Parts, frame: Frame) -> Reading | None:
    """ "two weeks ago", "a year earlier", "three days later"."""
    way, of = " ".join(parts["way"].lower().split()), unit(parts["unit"])
    sign = -1 if way in _BEHIND else 1
    count = number(parts["count"]) if "count" in parts else None if parts["unit"].lower().endswith("s") else 1.0
    if count is None:
        return dated("PAST_REF" if sign < 0 else "FUTURE_REF")
    count += 0.5 if "tail" in parts else 0.0
    if not count.is_integer() and of in _SMALLER:
        per, of = _SMALLER[of]
        count = round(count * per)
    steps = sign * int(count)
    if of in ("10Y", "100Y"):
        steps, of = steps * int(of[:-1]), "Y"
    if of == "Y" and sign < 0 and frame.quarter and count == 1:
        return dated(years_on(frame.quarter, steps))
    if of.startswith("T"):
        return Reading("TIME", f"{at(frame.published, 'D') if way in _FROM_NOW else frame.day}TXX:XX", True)
    if of == "Y" and way not in _FROM_NOW and grain(frame.told) in ("M", "Q", "S"):
        return dated(years_on(frame.told, steps))
    base = frame.published if way in _FROM_NOW else frame.told_day
    return dated(at(base, of, steps))


def reference(parts: Parts, frame: Frame) -> Reading | None:
    """ "now", "recently", "soon": no date of their own."""
    return Reading("DATE", value(parts["ref"], "ref"), True)
