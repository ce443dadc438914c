"""Claims about two reports of acts: why they may be one, and why they cannot be.

Each returns a score with its reason; a score of None is a veto.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from entente.grouping.sides import Side

RECIPROCAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
SLACK_DAYS = {"stated": 0, "relative": 1, "published": 3, "none": 0}  # how far a date of each basis may be off
UNDATED_WINDOW_DAYS = 10  # two documents further apart do not tell of one undated act
_WORD = re.compile(r"[a-z]{4,}")


def same_parties(left: Side, right: Side) -> tuple[float | None, str]:
    """The same states and bodies take part on the same sides."""
    if left.event.event in RECIPROCAL:
        common = left.units & right.units
        smaller = min(len(left.units), len(right.units))
        if not common or len(common) < min(2, max(len(left.units), len(right.units))):
            return None, "the parties differ"
        return 0.3 + 0.2 * len(common) / max(smaller, 1), "the same parties: " + ", ".join(sorted(common))
    acting, receiving = left.actor_units & right.actor_units, left.recipient_units & right.recipient_units
    if left.actor_units and right.actor_units and not acting:
        return None, "different actors"
    if left.recipient_units and right.recipient_units and not receiving:
        return None, "different recipients"
    if not acting and not receiving:
        return None, "no party in common"
    score = 0.25 * bool(acting) + 0.25 * bool(receiving)
    return score, "the same sides: " + ", ".join(sorted(acting | receiving))


def same_persons(left: Side, right: Side) -> tuple[float | None, str]:
    """Where both name persons of one state, they are the same ones."""
    score = 0.0
    for unit in left.named.keys() & right.named.keys():
        if not left.named[unit] & right.named[unit]:
            return None, f"different persons or bodies of {unit}"
        score = 0.15
    return score, "the same persons" if score else ""


def same_branches(left: Side, right: Side) -> tuple[float | None, str]:
    """Generals who confer are not presidents who meet: the branches of each state are the same ones."""
    if left.event.event in RECIPROCAL:
        for unit in left.sectors.keys() & right.sectors.keys():
            mine, theirs = left.sectors[unit], right.sectors[unit]
            if mine and theirs and not mine & theirs and "MIL" in mine | theirs:
                return None, f"different branches of {unit}"
    return 0.0, ""


def near_days(left: Side, right: Side) -> tuple[float | None, str]:
    """The days on which they are said to be overlap, as far as they are known."""
    mine, theirs = left.event.when, right.event.when
    if mine.from_ is None or theirs.from_ is None:
        return _undated(left, right)
    slack = timedelta(days=SLACK_DAYS[mine.basis] + SLACK_DAYS[theirs.basis])
    if mine.from_ < (theirs.until or date.max) + slack and theirs.from_ < (mine.until or date.max) + slack:
        sure = mine.basis != "published" and theirs.basis != "published"
        return (0.3 if sure else 0.15), "the days agree" if sure else "the days may agree"
    if (
        left.event.trigger.quote.lower() == right.event.trigger.quote.lower()
        and _days_apart(mine.from_, theirs.from_) <= 2
        and shared_words(left, right)[0] >= 0.2
    ):
        return 0.0, "told alike, though a day or two apart"
    return None, f"different days: {mine.from_} and {theirs.from_}"


def _undated(left: Side, right: Side) -> tuple[float | None, str]:
    first, second = left.document.published, right.document.published
    if first is None or second is None:
        return 0.0, ""
    days = [when.from_ for when in (left.event.when, right.event.when) if when.from_ is not None]
    nearest = (
        _days_apart(days[0], first if left.event.when.from_ is None else second) if days else _days_apart(first, second)
    )
    if nearest > UNDATED_WINDOW_DAYS:
        return None, "the reports are too far apart in time"
    return 0.05, ""


def _days_apart(left: date, right: date) -> int:
    return abs((left - right).days)


def same_mode(left: Side, right: Side) -> tuple[float | None, str]:
    """Neither is a telephone call where the other is a visit."""
    mine, theirs = left.event.mode, right.event.mode
    if mine == theirs:
        return (0.1, f"both {mine}") if mine else (0.05, "")
    if {mine, theirs} & {"phone"}:
        return None, "a telephone call and a meeting"
    if left.event.event == "ASSAULT" and mine and theirs and {mine, theirs} & {"abduct", "sexual", "torture"}:
        return None, f"{mine} and {theirs}"
    return 0.0, ""


def same_place(left: Side, right: Side) -> tuple[float | None, str]:
    """The places agree as far as they are known."""
    mine, theirs = left.event.place, right.event.place
    if mine is None or theirs is None:
        return 0.0, ""
    if mine.name == theirs.name:
        return 0.15, f"both in {mine.name}"
    if mine.country != theirs.country:
        return (None if left.event.event == "CONSULT" else -0.15), f"{mine.name} and {theirs.name}"
    return 0.05, ""


def shared_words(left: Side, right: Side) -> tuple[float, str]:
    """The two quotes use the same longer words beyond the parties' names."""
    mine, theirs = (set(_WORD.findall(side.event.evidence.quote.lower())) for side in (left, right))
    if not mine or not theirs:
        return 0.0, ""
    share = len(mine & theirs) / min(len(mine), len(theirs))
    bonus = 0.1 * (left.event.trigger.quote.lower() == right.event.trigger.quote.lower())
    return min(0.35, 0.5 * share) + bonus, f"{len(mine & theirs)} words in common"


FEATURES = (same_parties, same_persons, same_branches, near_days, same_mode, same_place, shared_words)
