"""A verdict on whether two records are one, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from entente.records.vocabulary import Verdict

LinkKind = Literal["actor", "story", "copy"]


@dataclass(frozen=True, slots=True)
class Link:
    """`score`: 0 to 1, 1 is certainty; `left` < `right`. `by` is the rule or the person, `at` only a person's."""

    left: str
    right: str
    kind: LinkKind
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str
    at: datetime | None = None


def linked(
    one: str,
    other: str,
    kind: LinkKind,
    verdict: Verdict,
    score: float,
    reasons: tuple[str, ...],
    by: str,
    at: datetime | None = None,
) -> Link:
    """A Link with its ends in order, whichever way round they are given."""
    return Link(min(one, other), max(one, other), kind, verdict, score, reasons, by, at)
