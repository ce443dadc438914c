"""A read that was killed loses nothing and counts nothing twice."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path


def test_five_kills():
    """After five kills at random moments the casebook is that of an undisturbed read."""
    path = Path(__file__).parents[2] / "benchmarks" / "killed.py"
    spec = importlib.util.spec_from_file_location("killed", path)
    killed = sys.modules["killed"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(killed)
    assert killed.run(kills=5, documents=12, seed=7).differences == ()
