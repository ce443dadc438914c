"""A time expression with its TimeML type and value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Time:
    """`from_` and `until` are None for PRESENT_REF and its like, for durations and sets.

    `relative` is true where the value hangs on another date ("Thursday") and does not stand there in full.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    from_: date | None
    until: date | None
    relative: bool
