"""The public verbs give the same records as the program, typed."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import get_type_hints

import pytest

import entente
from entente import flow, records, views
from entente.errors import BadInput


def test_importing_is_cheap():
    """`import entente` loads none of its rooms and nothing of anybody else's."""
    program = (
        "import sys, entente; print([name for name in sys.modules if name.startswith('entente.') or name == 'spacy'])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_verbs_are_typed_and_documented():
    """Each public verb has a docstring and says what it takes and gives."""
    for name in entente.__all__[1:]:
        verb = getattr(entente, name)
        names = {"CodedDocument": flow.CodedDocument, "Contents": views.Contents}
        hints = get_type_hints(verb, {**vars(entente), **names})
        assert inspect.getdoc(verb) and set(hints) == {*inspect.signature(verb).parameters, "return"}


def test_code_gives_records():
    """A text or a mapping gives what `entente code` gives, as records whose evidence stands in the text."""
    from entente.cli.code import coded_lines
    from entente.exports import contract

    given = {"id": "a", "text": "France expelled two Syrian diplomats on Monday.", "published": "2015-11-27"}
    coded = entente.code(given)
    assert isinstance(coded, flow.CodedDocument) and isinstance(coded.events[0], records.Event)
    assert given["text"][coded.events[0].trigger.start :].startswith("expelled")
    (line,) = coded_lines([json.dumps(given).encode()])
    mentions = {mention.id: mention for mention in coded.mentions}
    by_line = [{**event, "id": None} for event in line["events"]]
    assert [{**contract.event(event, mentions), "id": None} for event in coded.events] == by_line
    assert [event.trigger.quote for event in entente.code(given["text"]).events] == ["expelled"]


@pytest.mark.parametrize("given", [{}, {"text": 5}, {"text": None}, [], 7])
def test_code_refuses_what_is_no_document(given):
    """The error names what was found."""
    with pytest.raises(BadInput, match="the document"):
        entente.code(given)


def test_read_into_a_file(tmp_path):
    """The casebook that is read into is the one that is opened, now and later."""
    (tmp_path / "a.txt").write_text("Peru met Chile on Monday.")
    told = []
    with entente.read(tmp_path / "a.txt", tmp_path / "c.entente", progress=lambda *done: told.append(done)) as contents:
        assert isinstance(contents, views.Contents)
        stories = dict(contents.stories)
    assert stories and all(isinstance(story, records.Story) for story in stories.values()) and told
    with entente.open(str(tmp_path / "c.entente")) as contents:
        assert isinstance(contents.documents, Mapping) and contents.stories == stories


def test_read_without_a_file(tmp_path):
    """A casebook that nobody named goes when it is closed, or forgotten."""
    (tmp_path / "a.txt").write_text("Peru met Chile on Monday.")
    contents = entente.read([tmp_path / "a.txt"])
    path = contents.casebook.path
    assert contents.stories and path.exists()
    contents.close()
    assert not path.parent.exists()
    path = entente.read([tmp_path / "a.txt"]).casebook.path
    assert not path.parent.exists()


def test_wrong_paths(tmp_path):
    """Nothing is made where nothing can be read."""
    with pytest.raises(BadInput, match="nowhere"):
        entente.read(tmp_path / "nowhere")
    with pytest.raises(BadInput, match="no such casebook"):
        entente.open(tmp_path / "nowhere")
    assert not list(tmp_path.iterdir())
