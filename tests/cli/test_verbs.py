"""What the verbs print: results on standard output, the same records with --json, help that works."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time

import pytest

from entente.cli.app import VERBS
from entente.cli.show import OF_ONE, View

NAMES = [verb.__name__ for verb in VERBS]


@pytest.mark.parametrize("name", NAMES)
def test_help_shows_an_example(entente, name):
    """`entente COMMAND --help` ends its words with an example of that command."""
    ran = entente(name, "--help")
    text = " ".join(ran.out.split())
    assert ran.code == 0 and ran.err == ""
    assert re.search(rf"Example: .*entente {name}\b", text)


def test_help_is_quick_and_loads_no_parser():
    """`entente --help` costs less than 0.4 s and does not touch spaCy."""
    program = (
        "import sys, entente.cli\nsys.argv = ['entente', '--help']\n"
        "try:\n    entente.cli.main()\nexcept SystemExit:\n"
        "    print([name for name in ('spacy', 'thinc', 'trafilatura', 'networkx') if name in sys.modules])"
    )
    best = 9.0
    for _ in range(5):
        start = time.monotonic()
        ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        best = min(best, time.monotonic() - start)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert best < 0.4


def test_version_and_nothing(entente):
    """`--version` names the version; no words at all give the list of verbs."""
    from entente import __version__

    assert entente("--version").out == f"entente {__version__}\n"
    ran = entente()
    assert all(name in ran.out + ran.err for name in NAMES)


def view_words(view, example, contents):
    """The words of `entente show` for a view, with an id where it needs one."""
    ids = {View.story: next(iter(contents.stories)), View.actor: "arm"}
    return ("show", view.value, example, *([ids[view]] if view in OF_ONE else []))


@pytest.mark.parametrize("view", list(View))
def test_views_fit_the_width(entente, example, contents, view, monkeypatch):
    """No line of a view is wider than the console, be it 80 or 100 columns."""
    from entente.cli import terminal

    for width in (80, 100):
        monkeypatch.setattr(terminal, "WIDEST", width)
        ran = entente(*view_words(view, example, contents))
        assert ran.code == 0 and ran.err == "" and ran.out.strip()
        assert "\x1b" not in ran.out
        assert max(map(len, ran.out.splitlines())) <= width


@pytest.mark.parametrize("view", list(View))
def test_json_of_views(entente, example, contents, view):
    """`--json` gives one object a line."""
    ran = entente(*view_words(view, example, contents), "--json")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0 and all(isinstance(row, dict) for row in rows)
    if view is View.story:
        assert [row["id"] for row in rows] == [next(iter(contents.stories))]
    if view is View.timeline:
        assert [row["id"] for row in rows] == list(contents.stories)
    if view is View.disagreements:
        assert rows and all(row["dissent"] for row in rows)


def test_story_in_either_order_and_by_its_beginning(entente, example, contents):
    """Casebook and id may change places, and eight characters of an event's id open its story."""
    story = max(contents.stories.values(), key=lambda story: len(story.events))
    shown = entente("show", "story", example, story.id).out
    assert story.title.split()[0] in shown and f"id {story.id}" in shown
    for event_id in story.events:
        assert entente("show", "story", event_id, example).out == shown
    assert entente("show", "story", example, story.id[:8].upper()).out == shown


def test_timeline_of_well_attested_stories(entente, example, contents):
    """`--outlets` leaves out what fewer outlets tell, in print and in JSON."""
    rows = entente("show", "timeline", example, "--outlets", "3", "--json").out.splitlines()
    assert 0 < len(rows) < len(contents.stories)
    assert all(len(json.loads(row)["outlets"]) >= 3 for row in rows)
    assert "No story is told by 99 outlets." in entente("show", "timeline", example, "--outlets", "99").out


def test_relations_by_month(entente, example):
    """Sums do not change with the step, and months begin on their first day."""
    weeks, months = (
        [json.loads(line) for line in entente("show", "relations", example, "--by", by, "--json").out.splitlines()]
        for by in ("week", "month")
    )
    assert [(row["left"], row["right"], row["cooperation"]) for row in weeks] == [
        (row["left"], row["right"], row["cooperation"]) for row in months
    ]
    assert all(period["from"].endswith("-01") for row in months for period in row["series"])
    assert "October 2009" in entente("show", "relations", example, "--by", "month").out


def test_trace_names_words_and_lexicon(entente, example, contents):
    """A story's trace has every report, an event's only its own; both in print and in JSON."""
    story = max(contents.stories.values(), key=lambda story: len(story.events))
    ran = entente("trace", story.id, example)
    assert all(event_id in ran.out for event_id in story.events) and "lexicon" in ran.out
    traced = json.loads(entente("trace", story.id, example, "--json").out)
    assert [event["id"] for event in traced["events"]] == list(story.events)
    one = story.events[1]
    traced = json.loads(entente("trace", one, example, "--json").out)
    assert traced["story"]["id"] == story.id and [event["id"] for event in traced["events"]] == [one]
    assert "nsubj" in entente("trace", one, example, "--tree").out


def test_explain(entente):
    """A sentence's tree, parties, status and lexicon entry; the day settles what "Monday" is."""
    words = ("explain", "Peru's president said on Monday that he would visit Chile.", "--published", "2015-11-27")
    assert "CONSULT" in (shown := entente(*words).out) and "Peru" in shown and "lexicon" in shown
    row = json.loads(entente(*words, "--json").out)
    assert "2015-11-23" in [time["value"] for time in row["times"]]
    assert "No event" in entente("explain", "It rained.").out


def test_read_twice_changes_nothing(entente, tmp_path, affair_folder):
    """The second run adds nothing and leaves the file byte for byte, also where it lies among its sources."""
    folder = tmp_path / "news"
    folder.mkdir()
    for path in sorted((affair_folder / "marmara-notebook").iterdir())[:2]:
        (folder / path.name).write_bytes(path.read_bytes())
    casebook = folder / "affair.entente"
    first = json.loads(entente("read", folder, "--into", casebook, "--json").out)
    before = casebook.read_bytes()
    second = json.loads(entente("read", folder, "--into", casebook, "--json").out)
    assert first["new"] == 2 and second == {**first, "new": 0}
    assert casebook.read_bytes() == before
    assert entente("read", folder, "--into", casebook, "--quiet") == (0, "", "")


def test_views_of_an_empty_casebook(entente, tmp_path):
    """Where nothing has been found, each view says so in a line."""
    from entente.store import create_or_open

    create_or_open(tmp_path / "c.entente", "0.1.0").close()
    for view in set(View) - OF_ONE:
        ran = entente("show", view.value, tmp_path / "c.entente")
        assert ran.code == 0 and ran.out.startswith("No "), view
        assert entente("show", view.value, tmp_path / "c.entente", "--json") == (0, "", "")
