"""The lexicon proves itself: every sense has a sentence that it must code and one that it must not.

No parser is perfect, so what is asserted is the share of sentences, over all senses and by type, against
gold/floors.json. `python tools/measure_senses.py` prints every sentence that fails.
"""

from __future__ import annotations

from importlib import resources

import pytest

import floors
import measure_senses

FLOORS = [(group, measure) for group, measures in floors.floors("senses").items() for measure in measures]

pytestmark = pytest.mark.skipif(
    not (resources.files("entente") / "data" / "models" / "news-en-1").is_dir(),
    reason="the model news-en-1 is not in src/entente/data/models",
)


@pytest.fixture(scope="session")
def outcomes():
    """All examples, parsed and coded once."""
    return measure_senses.outcomes()


@pytest.mark.parametrize(("group", "measure"), FLOORS)
def test_examples_are_coded_as_often_as_before(outcomes, group, measure):
    """What the lexicon's own sentences say is found at least as often as when the floor was pinned."""
    floor = floors.least("senses", group, measure)
    failed = [outcome for outcome in outcomes if group in ("all", outcome.event) and not outcome.met.get(measure, True)]
    assert measure_senses.shares(outcomes)[group][measure] >= floor, "\n".join(
        [
            f"{len(failed)} sentences fail:",
            *(f"{each.sense}: {each.text} | want {each.wanted} | got {each.got}" for each in failed),
        ]
    )


def test_every_sense_is_measured(outcomes):
    """A sense without its two sentences would prove nothing."""
    wanted = {entry["id"] for entry in measure_senses.senses()}
    assert {outcome.sense for outcome in outcomes} == wanted
    assert len(outcomes) == 2 * len(wanted)


def test_every_type_has_a_floor():
    """A type whose floor was forgotten could sink unseen."""
    assert {entry["event"] for entry in measure_senses.senses()} | {"all"} == set(floors.floors("senses"))
