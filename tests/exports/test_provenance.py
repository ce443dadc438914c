"""Every export says what made it: in a first line that is asked for, or in a file beside it."""

from __future__ import annotations

import json

import pytest

from entente.exports.rows import EXPORTED


@pytest.mark.parametrize("what", EXPORTED)
def test_a_first_line_that_is_asked_for(entente, example, what):
    """`--provenance` puts one line before the rows and changes none of them."""
    plain = entente("export", what, example).out.splitlines()
    first, *rest = entente("export", what, example, "--provenance").out.splitlines()
    made = json.loads(first)["entente"]
    assert rest == plain
    assert (made["what"], made["format"]) == (what, "jsonl")
    assert made["version"] and made["date"] and len(made["lexicon"]) == len(made["model"]) == 16


def test_a_file_beside_it(entente, example, tmp_path):
    """With `-o` the same stands in FILE.provenance.json, unless it stands in the file itself."""
    out = tmp_path / "events.jsonl"
    assert entente("export", "events", example, "-o", out) == (0, "", "")
    assert out.read_text("utf-8") == entente("export", "events", example).out
    beside = tmp_path / "events.jsonl.provenance.json"
    assert json.loads(beside.read_text())["entente"]["what"] == "events"
    beside.unlink()
    entente("export", "events", example, "-o", out, "--provenance")
    assert "entente" in json.loads(out.read_text("utf-8").splitlines()[0])
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]
