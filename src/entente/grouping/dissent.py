"""Where the reports of one act differ, field by field. Differences of granularity are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from entente.grouping.sides import Side
from entente.records import Actor

Dissent = tuple[tuple[str, str, tuple[str, ...]], ...]


def dissent(sides: tuple[Side, ...], actors: Mapping[str, Actor]) -> Dissent:
    """(field, value, event ids) for every field with two values or more; fields and values sorted."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    for field, values in (
        ("when", _days(sides)),
        ("happened", _polarities(sides)),
        ("where", _places(sides)),
        ("actor", _persons(sides, actors)),
    ):
        if len(values) > 1:
            found.extend((field, value, tuple(sorted(ids))) for value, ids in sorted(values.items()))
    return tuple(found)


def _days(sides: tuple[Side, ...]) -> dict[str, list[str]]:
    """Stated times that do not overlap, among reports that say that it has happened or is planned alike."""
    stated = [
        side
        for side in sides
        if side.event.when.basis in ("stated", "relative")
        and side.event.when.from_ is not None
        and side.event.polarity == "affirmed"
    ]
    if not any(_apart(left, right) for left in stated for right in stated):
        return {}
    values: dict[str, list[str]] = defaultdict(list)
    for side in stated:
        when = side.event.when
        if any(_apart(side, other) for other in stated):
            last = when.until
            single = last is None or when.from_ is None or (last - when.from_).days <= 1
            values[str(when.from_) if single else f"{when.from_}/{last}"].append(side.event.id)
    return values


def _apart(left: Side, right: Side) -> bool:
    mine, theirs = left.event.when, right.event.when
    return (mine.until or date.max) <= (theirs.from_ or date.min) or (theirs.until or date.max) <= (
        mine.from_ or date.min
    )


def _polarities(sides: tuple[Side, ...]) -> dict[str, list[str]]:
    """Whether it happened at all."""
    values: dict[str, list[str]] = defaultdict(list)
    for side in sides:
        values[side.event.polarity].append(side.event.id)
    return values


def _places(sides: tuple[Side, ...]) -> dict[str, list[str]]:
    """Cities that differ; a city and its country do not."""
    values: dict[str, list[str]] = defaultdict(list)
    for side in sides:
        place = side.event.place
        if place is not None and place.precision in ("city", "point") and side.event.polarity == "affirmed":
            values[place.name].append(side.event.id)
    return values


def _persons(sides: tuple[Side, ...], actors: Mapping[str, Actor]) -> dict[str, list[str]]:
    """Different bodies or groups said to have done a forceful act."""
    if sides[0].event.event not in ("ASSAULT", "COERCE"):
        return {}
    values: dict[str, list[str]] = defaultdict(list)
    for side in sides:
        units = {actors[id_].unit for id_ in side.actors}
        if len(units) == 1:
            values[units.pop()].append(side.event.id)
    return values
