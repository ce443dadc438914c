"""A pair of reports → a Link that says whether they tell of one act, with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from entente.grouping.features import FEATURES
from entente.grouping.sides import Side
from entente.records import Link, linked
from entente.records.vocabulary import Verdict

THRESHOLD = 0.62  # two sides agree (.5) and days or words besides


def blocks(side: Side) -> tuple[str, ...]:
    """Type and each pair of parties; one key a party where only one is known."""
    units = sorted(side.units)
    return tuple(f"{side.event.event}:{unit}" for unit in units)


def compare(left: Side, right: Side) -> Link:
    """The verdict on two reports within one block."""
    score, reasons = 0.0, []
    for feature in FEATURES:
        part, reason = feature(left, right)
        if part is None:
            return _link(left, right, "different", 0.0, [reason])
        score += part
        if part and reason:
            reasons.append(reason)
    return _link(left, right, "same" if score >= THRESHOLD else "unsure", round(min(score, 1.0), 4), reasons)


def _link(left: Side, right: Side, verdict: Verdict, score: float, reasons: list[str]) -> Link:
    return linked(left.event.id, right.event.id, "story", verdict, score, tuple(reasons), "grouping")


def links(sides: Iterable[Side]) -> tuple[Link, ...]:
    """All compared pairs, sorted. "different" keeps apart whatever else may join them."""
    by_block: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        for block in blocks(side):
            by_block[block].append(side)
    found: dict[tuple[str, str], Link] = {}
    for members in by_block.values():
        for position, left in enumerate(members):
            for right in members[position + 1 :]:
                pair = (min(left.event.id, right.event.id), max(left.event.id, right.event.id))
                if pair not in found:
                    found[pair] = compare(left, right)
    return tuple(found[pair] for pair in sorted(found))
