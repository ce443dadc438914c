"""How pairs of states and bodies cooperate and clash over time: sums over stories, one each.

Source: PLOVER's scores of type and mode; the weights of status are INTERFACE's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations, product
from typing import Literal

from entente.records import Actor, Relation, Story, series
from entente.records.relation import Span

LEAST_CHANGE = 1.0  # mean intensity a story by which the halves must differ to call a trend


def relate(stories: Iterable[Story], actors: Iterable[Actor], by: Span = "week") -> tuple[Relation, ...]:
    """Stories → one Relation a pair of units, sorted by pair. Undated stories count in the sums, not in the series."""
    units = {actor.id: actor.unit for actor in actors}
    blocks: dict[tuple[str, str], list[Story]] = defaultdict(list)
    for story in stories:
        for pair in pairs(story, units):
            blocks[pair].append(story)
    return tuple(_relation(pair, sorted(blocks[pair], key=_order), by) for pair in sorted(blocks))


def pairs(story: Story, units: dict[str, str]) -> set[tuple[str, str]]:
    """The pairs of units that a story stands between: both sides of it, or all parties of a shared act."""
    acting = sorted({units[id_] for id_ in story.actors})
    receiving = sorted({units[id_] for id_ in story.recipients})
    found = product(acting, receiving) if receiving else combinations(acting, 2)
    return {(min(left, right), max(left, right)) for left, right in found if left != right}


def _order(story: Story) -> tuple[date, str]:
    return (story.when.from_ or date.max, story.id)


def _relation(pair: tuple[str, str], stories: list[Story], by: Span) -> Relation:
    weights = [story.weight for story in stories]
    dated = [story for story in stories if story.when.from_ is not None]
    days = [story.when.from_ for story in dated if story.when.from_ is not None]
    return Relation(
        left=pair[0],
        right=pair[1],
        trend=_trend([story.weight for story in dated]),
        cooperation=round(sum(value for value in weights if value > 0), 4),
        conflict=round(sum(value for value in weights if value < 0), 4),
        since=min(days) if days else None,
        until=max(days) + timedelta(days=1) if days else None,
        series=series(dated, by),
        stories=tuple(story.id for story in stories),
    )


def _trend(weights: list[float]) -> Literal["warming", "cooling", "mixed", "steady"]:
    """The later half's mean against the earlier half's; mixed where both cooperation and conflict are large."""
    if len(weights) >= 4:
        half = len(weights) // 2
        change = sum(weights[half:]) / (len(weights) - half) - sum(weights[:half]) / half
        if abs(change) > LEAST_CHANGE:
            return "warming" if change > 0 else "cooling"
    up, down = sum(value for value in weights if value > 0), -sum(value for value in weights if value < 0)
    return "mixed" if min(up, down) > 0.4 * max(up, down) > 0 else "steady"
