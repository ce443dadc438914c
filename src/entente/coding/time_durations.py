"""Durations and sets: how long, and how often."""

from __future__ import annotations

from entente.coding.time_reading import Frame, Parts, Reading
from entente.coding.time_words import number, unit, value

# Of what a half is made: half a year is six months (TimeML has no fractions: "a year and a half" is P1Y6M).
_SMALLER = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
# Decades and centuries that are not counted have letters of their own in TIDES and TimeML.
_UNCOUNTED = {"10Y": "E", "100Y": "C", "1000Y": "L", "2W": "W", "WE": "W"}


def duration(parts: Parts, frame: Frame) -> Reading | None:
    """ "three days" → P3D, "a year and a half" → P1Y6M, "several weeks" → PXW."""
    of = unit(parts["unit"])
    if not of:
        return None
    if "count" not in parts:
        counted = "vague" not in parts and value(parts["unit"], "unit") != ""     # "day-long" and "decades-long"
        return Reading("DURATION", length(1, of) if counted else _uncounted(of))
    count = number(parts["count"])
    if count is None:
        return None
    tail = parts.get("tail", "").lower()
    if tail.endswith("a half"):
        return Reading("DURATION", length(count + 0.5, of))
    more, smaller = number(parts.get("more", "x")), unit(parts.get("smaller", "x"))
    if more is not None and of in _ORDER and smaller in _ORDER[_ORDER.index(of) + 1:]:
        return Reading("DURATION", _written({of: int(count), smaller: int(more)}))
    return Reading("DURATION", length(count, of))


def rate(parts: Parts, frame: Frame) -> Reading | None:
    """ "twice a day" → P1D."""
    return Reading("SET", length(1, unit(parts["unit"])))


def repetition(parts: Parts, frame: Frame) -> Reading | None:
    """ "every two years" → P2Y, "each Thursday" → XXXX-WXX-4, "Tuesday nights" → XXXX-WXX-2TNI."""
    if "repeated" in parts:
        return Reading("SET", value(parts["repeated"], "repeated"))
    hour = value(parts["part"], "part") if "part" in parts else ""
    if "weekday" in parts:
        return Reading("SET", f"XXXX-WXX-{value(parts['weekday'], 'weekday')}{hour}")
    if "season" in parts:
        return Reading("SET", f"XXXX-{value(parts['season'], 'season')}")
    if "month" in parts:
        return Reading("SET", f"XXXX-{int(value(parts['month'], 'month')):02}")
    if hour:
        return Reading("SET", f"XXXX-XX-XX{hour}")
    alternate = parts.get("other", "").lower() in ("other", "second")
    count = number(parts["count"]) if "count" in parts else 2 if alternate else 1
    return None if count is None else Reading("SET", length(count, unit(parts["unit"])))


def length(count: float, of: str) -> str:
    """A count of a unit as a TimeML duration."""
    many, base = (int(of[:-1]), of[-1]) if of[:-1].isdigit() else (1, of)
    total = count * many
    if total == int(total):
        return _written({base: int(total)})
    if base not in _SMALLER:
        return f"P{total:g}{base}"
    per, smaller = _SMALLER[base]
    return _written({base: int(total), smaller: round((total - int(total)) * per)})


def _uncounted(of: str) -> str:
    letter = _UNCOUNTED.get(of, of)
    return f"PTX{letter[1:]}" if letter.startswith("T") else f"PX{letter}"


def _written(counts: dict[str, int]) -> str:
    days = "".join(f"{count}{of}" for of, count in counts.items() if count and not of.startswith("T"))
    hours = "".join(f"{count}{of[1:]}" for of, count in counts.items() if count and of.startswith("T"))
    return f"P{days}T{hours}" if hours else f"P{days or '0D'}"
