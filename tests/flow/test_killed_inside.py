"""A run may die before any single statement that it sends to the casebook."""

from __future__ import annotations

import os
import signal

import pytest
from toy_river import article

from entente.store import canonical, create_or_open

GIVEN = [article(f"FRE deport SYL 2015-11-{day}\nRUR seize GRA 2015-11-12", f"{day}.txt", f"Outlet {day % 2}", day)
         for day in (11, 12, 13)] + [article("FRE deport GRA 2015-11-11", "11.txt", "Outlet 1", 14)]


def run(toys, path, die_at=None):
    """One run in a process of its own; gives whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            with create_or_open(path) as casebook:
                statements = iter(range(10_000))
                casebook._connection.set_trace_callback(
                    lambda _: next(statements) == die_at and os.kill(os.getpid(), signal.SIGKILL))
                toys.update(casebook, GIVEN)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("lexicon", ["lexicon-1", "lexicon-2"])
def test_killed_before_any_statement(tmp_path, toys, lexicon):
    """Wherever a run dies, the next one ends as if nothing had happened; also one that codes anew."""
    calm = tmp_path / "calm.casebook"
    run(toys, calm)
    toys.lexicon.hash = lexicon
    run(toys, calm)
    with create_or_open(calm) as casebook:
        expected = list(canonical(casebook))
    die_at, killed = 0, True
    while killed:
        path = tmp_path / f"{die_at}.casebook"
        toys.lexicon.hash = "lexicon-1"
        if lexicon != "lexicon-1":
            run(toys, path)
            toys.lexicon.hash = lexicon
        killed = run(toys, path, die_at)
        run(toys, path)
        with create_or_open(path) as casebook:
            assert list(canonical(casebook)) == expected
        assert [each.name for each in tmp_path.glob(f"{die_at}.*")] == [path.name]
        path.unlink()
        die_at += 11    # no transaction here is that short
    assert die_at > 100
