"""A stretch of time and how it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from entente.records.vocabulary import Basis, Precision


@dataclass(frozen=True, slots=True)
class When:
    """`from_` is the first day covered, `until` the first day no longer covered; None is open.

    `basis`: stated (a calendar date stands there), relative ("on Thursday"), published (no time
    stands there; the document's date is taken), none (nothing is known).
    """

    from_: date | None
    until: date | None
    precision: Precision | None
    basis: Basis


NEVER_SAID = When(None, None, None, "none")
