"""Floors rise with the scores and never sink by themselves."""

from __future__ import annotations

import pytest

import floors


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """The real floors stay as they are."""
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "gold" / "floors.json")


def test_a_worse_run_fails_and_leaves_the_floor():
    """Pinning again after a bad run changes nothing."""
    floors.pin("toys", {"all": {"type": 0.75}})
    assert floors.below("toys", {"all": {"type": 0.7}})
    floors.pin("toys", {"all": {"type": 0.7}})
    assert floors.floors("toys") == {"all": {"type": 0.75}}


def test_lowering_takes_a_flag():
    """Only who says so lowers a floor."""
    floors.pin("toys", {"all": {"type": 0.75}})
    floors.pin("toys", {"all": {"type": 0.7}}, lower=True)
    assert floors.floors("toys") == {"all": {"type": 0.7}}


def test_a_measure_that_is_gone_fails():
    """What is no longer measured has not become better."""
    floors.pin("toys", {"all": {"type": 0.75}, "AID": {"type": 0.5}})
    assert floors.below("toys", {"all": {"type": 0.75}}) == ["toys, AID, type: 0.0000 is below its floor 0.5000"]


def test_a_score_meets_the_floor_that_it_made():
    """Rounding never fails the run that was pinned."""
    for count in range(1, 60):
        scores = {"all": {"type": count / 61}}
        floors.pin("toys", scores, lower=True)
        assert floors.below("toys", scores) == []


def test_other_tasks_keep_their_floors():
    """Pinning one task forgets none."""
    floors.pin("toys", {"all": {"type": 0.5}})
    floors.pin("games", {"all": {"type": 0.25}})
    assert floors.floors("toys") == {"all": {"type": 0.5}}
