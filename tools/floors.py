"""The least score of every measure, in gold/floors.json: a run below one fails, and no floor sinks by itself."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).parent.parent / "gold" / "floors.json"

Scores = Mapping[str, Mapping[str, float]]  # group → measure → share, 0 to 1


def floors(task: str) -> dict[str, dict[str, float]]:
    """The floors of one task as group → measure → share; empty where nothing is pinned."""
    read = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return dict(read.get(task, {}))


# A parse may turn out otherwise on another processor; so many of a group's answers may go with it.
NOISE = 0.04
NOISE_ALL = 0.01  # of the group "all"


def least(task: str, group: str, measure: str) -> float:
    """The share under which a run has become worse and not only other."""
    return floors(task)[group][measure] - (NOISE_ALL if group == "all" or measure == "all" else NOISE)


def below(task: str, scores: Scores) -> list[str]:
    """What has sunk, a line a measure; a measure that is gone has sunk to nothing."""
    return [
        f"{task}, {group}, {measure}: {scores.get(group, {}).get(measure, 0.0):.4f} is below its floor {floor:.4f}"
        for group, measures in floors(task).items()
        for measure, floor in measures.items()
        if scores.get(group, {}).get(measure, 0.0) < least(task, group, measure)
    ]


def pin(task: str, scores: Scores, *, lower: bool = False) -> list[str]:
    """Raises the floors to the scores (rounded down to four digits); tells what changed.

    A floor goes down, or away with its measure, only with `lower`.
    """
    old, new = floors(task), {}
    for group in sorted({*scores, *(() if lower else old)}):
        measures = {*scores.get(group, {}), *(() if lower else old.get(group, {}))}
        new[group] = {
            measure: _floor(scores.get(group, {}).get(measure, 0.0), old.get(group, {}).get(measure, 0.0), lower)
            for measure in sorted(measures)
        }
    read = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    FLOORS.parent.mkdir(exist_ok=True)
    FLOORS.write_text(json.dumps(read | {task: new}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return [
        f"{task}, {group}, {measure}: {old.get(group, {}).get(measure, 0.0):.4f} → {share:.4f}"
        for group, measures in new.items()
        for measure, share in measures.items()
        if share != old.get(group, {}).get(measure)
    ]


def _floor(share: float, old: float, lower: bool) -> float:
    rounded = math.floor(share * 10_000 + 1e-6) / 10_000
    return rounded if lower else max(rounded, old)
