"""The engine of one process: the meaning that every other engine must match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def map(fn: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """`fn` of every item, lazy, in order. `fn` is a module's function with its arguments bound, so that it travels."""
    for item in items:
        yield fn(item)


def group(
    fn: Callable[[tuple[Item, ...]], Iterable[Result]], items: Iterable[Item], blocks: Callable[[Item], Iterable[str]]
) -> Iterator[Result]:
    """`fn` of the items under each block's key; keys sorted, items as given, each once in each of its blocks."""
    members: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(blocks(item)):
            members[key].append(item)
    for key in sorted(members):
        yield from fn(tuple(members[key]))
