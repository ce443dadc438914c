"""Time expressions: where they stand and when they are, in TimeML's types and values.

Source: TimeML, annotation guidelines 1.2.1 (Saurí and others 2006); TIDES 2005 for the letters of seasons and of the
parts of the day.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from entente.coding import time_shifts, time_values
from entente.coding.time_calendar import covered
from entente.coding.time_context import Expression
from entente.coding.time_direction import direction
from entente.coding.time_durations import duration, rate, repetition
from entente.coding.time_reading import Frame, Reading, Rule
from entente.coding.time_spans import expressions
from entente.records import Document, Sentence, Time

# A day of publication outside these years is an error of the file, and nothing hangs on it.
NEWS_YEARS: Final = range(1600, 2200)

# Rule of `data/times_patterns.tsv` → the function that reads its matches.
RULES: Final = MappingProxyType[str, Rule]({
    "iso": time_values.iso,
    "figures": time_values.figures,
    "date": time_values.calendar_date,
    "month": time_values.month,
    "monthday": time_values.month_day,
    "year": time_values.year,
    "spoken": time_values.year,
    "decade": time_values.decade,
    "century": time_values.century,
    "named": time_values.named,
    "weekday": time_values.weekday,
    "clock": time_values.clock,
    "part": time_values.part_of_day,
    "relative-day": time_shifts.relative_day,
    "shifted": time_shifts.shifted,
    "shifted-season": time_shifts.shifted_season,
    "season": time_shifts.season,
    "unit": time_shifts.current_unit,
    "year-end": time_shifts.year_end,
    "quarter": time_shifts.quarter,
    "half": time_shifts.half,
    "year-ago": time_shifts.year_ago,
    "period": time_shifts.period,
    "ago": time_shifts.ago,
    "ref": time_shifts.reference,
    "duration": duration,
    "rate": rate,
    "set": repetition,
})


def times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Time, ...]:
    """One Document with its Sentences → its Times in text order.

    Values hang on the day of publication and on the last date told before them; without such a day
    the relative ones keep "X" where a figure is not known, and cover no days.
    """
    published = document.published if document.published and document.published.year in NEWS_YEARS else None
    found: list[Time] = []
    told = quarter = ""
    for sentence in sentences:
        for item in expressions(document.text[sentence.start:sentence.end]):
            start, end = sentence.start + item.start, sentence.start + item.end
            frame = Frame(published, told, quarter, direction(sentence, start, end))
            reading = _read(item, frame)
            if reading is None:
                continue
            found.append(_time(document, start, end, reading))
            if found[-1].from_ is not None:
                told = reading.value
                quarter = told if item.rule == "quarter" and told[4:6] == "-Q" else quarter
    return tuple(found)


def _read(item: Expression, frame: Frame) -> Reading | None:
    reading = RULES[item.rule](item.parts, frame)
    return None if reading is None else time_values.with_hour(reading, item.parts)


def _time(document: Document, start: int, end: int, reading: Reading) -> Time:
    days: tuple[date | None, date | None] = (None, None)
    if reading.type in ("DATE", "TIME"):
        days = covered(reading.value) or days
    return Time(start, end, document.text[start:end], reading.type, reading.value, *days, reading.relative)
