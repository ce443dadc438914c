"""A number of something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` and `high` bound a vague number ("up to 100"); `unit` is people, percent, an ISO 4217 code or a noun."""

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: str
