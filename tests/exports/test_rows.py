"""The exports: the contract's fields, nothing lost, and one answer whatever the order of the input."""

from __future__ import annotations

import json

import pytest

from entente import flow
from entente.exports import FORMATS
from entente.exports.rows import EXPORTED
from entente.views import open_contents

PARTY = ["id", "name", "country", "sectors"]
FIELDS = {
    "events": "id event mode contexts plover cameo goldstein intensity quad rank actors recipients status polarity "
    "hedged speakers when where evidence trigger rule document",
    "stories": "id event mode cameo title actors recipients when where status reports outlets independent dissent",
    "relations": "left right trend cooperation conflict since until series",
    "documents": "id given_id path outlet url title author published language text segments replaces",
    "quotations": "direct start end text speaker cue addressee group document",
    "actors": "id name country sectors",
    "rejects": "stage reason detail",
}


@pytest.fixture(scope="module")
def exported(example):
    """What each export gives, as it stands in its lines."""
    with open_contents(example) as contents:
        return {
            what: [json.loads(json.dumps(row)) for row in made(contents, "week")] for what, made in EXPORTED.items()
        }


def test_every_export_has_its_fields(exported):
    """No field of the contract is missing; more may be there."""
    assert set(FIELDS) == set(EXPORTED)
    for what, rows in exported.items():
        assert rows or what == "rejects"
        for row in rows:
            assert not set(FIELDS[what].split()) - set(row), what


def test_offsets_hold_in_the_exported_text(exported):
    """`text[start:end]` of the exported document is the quote, in events, stories and quotations."""
    texts = {row["id"]: row["text"] for row in exported["documents"]}
    for event in exported["events"]:
        text = texts[event["document"]["id"]]
        spans = [event["trigger"], *event["actors"], *event["recipients"], *event["speakers"]]
        assert text[event["evidence"]["start"] : event["evidence"]["end"]] == event["evidence"]["quote"]
        assert all(text[each["start"] : each["end"]] == each["text"] for each in spans if each["start"] is not None)
    for story in exported["stories"]:
        for report in story["reports"]:
            assert texts[report["document"]][report["start"] : report["end"]] == report["quote"]
    for said in exported["quotations"]:
        assert texts[said["document"]["id"]][said["start"] : said["end"]] == said["text"]


def test_parties_of_stories_and_relations_have_no_place_in_a_text(exported):
    """A PARTY of a story, its reports or a relation is an actor, without start, end and text."""
    for story in exported["stories"]:
        speakers = [party for report in story["reports"] for party in report["speakers"]]
        for party in (*story["actors"], *story["recipients"], *speakers):
            assert list(party) == PARTY
    for relation in exported["relations"]:
        assert list(relation["left"]) == list(relation["right"]) == PARTY


def test_stories_hold_their_events(exported):
    """Each event is in one story at most, a story's id is its first report, its outlets are its reports'."""
    events = {event["id"]: event for event in exported["events"]}
    told = [report["event"] for story in exported["stories"] for report in story["reports"]]
    assert len(told) == len(set(told)) and set(told) <= set(events)
    for story in exported["stories"]:
        assert story["id"] == story["reports"][0]["event"]
        published = [events[report["event"]]["document"]["published"] or "9999" for report in story["reports"]]
        assert published == sorted(published)
        assert 1 <= story["independent"] <= len(story["reports"])
        for field in story["dissent"]:
            assert len(field["values"]) > 1
            assert all(
                set(value["events"]) <= {report["event"] for report in story["reports"]} for value in field["values"]
            )


def test_relations_are_sums_of_their_stories(exported):
    """The steps' stories exist, and a pair's sums hold those of its steps."""
    stories = {story["id"] for story in exported["stories"]}
    for relation in exported["relations"]:
        assert relation["left"]["id"] < relation["right"]["id"]
        assert all(set(period["stories"]) <= stories for period in relation["series"])
        for kind in ("cooperation", "conflict"):  # stories without a day are in the sums and in no step
            assert abs(sum(period[kind] for period in relation["series"])) <= abs(relation[kind]) + 1e-6


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory, affair_folder):
    """Two casebooks of the same paths, given in two orders."""
    paths = [str(path) for path in sorted(affair_folder.rglob("*.txt"))[:8]]
    folder = tmp_path_factory.mktemp("shuffled")
    found = []
    for name, order in (("a", paths), ("b", [*paths[1::2], *reversed(paths[::2])])):
        flow.read_into(order, folder / f"{name}.entente")
        found.append(folder / f"{name}.entente")
    return found


@pytest.mark.parametrize("what", EXPORTED)
def test_order_of_input_does_not_matter(shuffled, what):
    """The same files in another order give the same bytes."""
    made = []
    for path in shuffled:
        with open_contents(path) as contents:
            made.append([json.dumps(row, ensure_ascii=False) for row in EXPORTED[what](contents, "week")])
    assert made[0] == made[1]


def test_formats_are_written_whole(tmp_path):
    """A format writes every row, blanks, quotation marks, line ends and other scripts as they stand."""
    rows = [{"a": 'x "y"\n\u2028', "b": None, "c": [1, {"d": "Gül"}]}, {"a": "", "b": True, "c": []}]
    with (tmp_path / "rows").open("w", encoding="utf-8", newline="\n") as stream:
        FORMATS["jsonl"](rows, stream)
    lines = (tmp_path / "rows").read_bytes().split(b"\n")
    assert [json.loads(line) for line in lines[:-1]] == rows and lines[-1] == b"" and "Gül".encode() in lines[0]
