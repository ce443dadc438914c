"""The local engine is the meaning that others match."""

from __future__ import annotations

from entente.engines import local


def test_map_is_lazy_and_in_order():
    """One item is done when one is asked for."""
    done = []
    found = local.map(lambda item: done.append(item) or item * 2, iter([1, 2, 3]))
    assert next(found) == 2 and done == [1]
    assert list(found) == [4, 6]


def test_group_gives_each_block_once_in_order_of_keys():
    """An item stands in each of its blocks; one in none is in no group."""
    blocks = {"a": ("y", "x", "y"), "b": ("x",), "c": ()}
    found = local.group(lambda members: [members], ["b", "a", "c"], lambda item: blocks[item])
    assert list(found) == [("b", "a"), ("a",)]
