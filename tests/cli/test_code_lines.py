"""`entente code`: one coded document a line, its fields, its order, and offsets that hold in any text."""

from __future__ import annotations

import json

import pytest

TEXTS = {
    "plain": "France expelled two Syrian diplomats on Monday, the foreign ministry said.",
    "non-bmp": "\U0001f600 France expelled \U0001d53d two Syrian diplomats. “We \U0001f44d regret it,” Syria said.",
    "crlf": "Turkey and Armenia sign\r\n\r\nTurkey signed an agreement\r\nwith Armenia on 10 October 2009.\r\n",
    "mark": "\ufeffFrance expelled two Syrian diplomats.",
    "tabs": "\t\tFrance\texpelled\ttwo\tSyrian\tdiplomats.\t\n",
    "blanks": "   \n\n \u00a0\u00a0 France expelled two Syrian diplomats.\n\n\n   Peru met Chile.   ",
    "separators": "France met Germany.\u2028Peru met Chile.\u2029Iran met Iraq.\x0bSyria met Egypt.\x0cMali met Chad.",
    "combining": "E\u0301tienne said Franc\u0327ois Hollande will visit Moscow on 26 November 2015.",
    "right-to-left": "Iran (\u0627\u06cc\u0631\u0627\u0646) accused Israel (\u05d9\u05e9\u05e8\u05d0\u05dc).",
    "quotations": "“We will talk,” Ms Merkel told Mr Hollande, “but we will not wait.”\n\n“Go,” he said. ‘No.’",
    "numbers": "About 1,200 people and up to 30% of €5.5 million left Syria between 2012 and 2014.",
    "title": "Turkey and Armenia sign\n\nZURICH, Oct 10 (Agency) - Turkey and Armenia signed two protocols.",
    "zero width": "Fr\u200bance expelled\u00ad two Syrian dip\u00adlomats.\u200d Peru met Chile.",
    "blank": " \n ",
    "empty": "",
}
DOCUMENT = ["id", "segments", "events", "times", "quotations", "quantities", "actors", "rejects"]
EVENT = [
    "id", "event", "mode", "contexts", "plover", "cameo", "goldstein", "intensity", "quad", "rank", "actors",
    "recipients", "status", "polarity", "hedged", "speakers", "when", "where", "evidence", "trigger", "rule",
]  # fmt: skip
PARTY = ["start", "end", "text", "id", "name", "country", "sectors"]


@pytest.fixture(scope="module")
def coded(module_run):
    """The coded documents of all texts, by name."""
    lines = [{"id": name, "text": text, "published": "2015-11-27"} for name, text in TEXTS.items()]
    return {row["id"]: row for row in module_run(lines)}


@pytest.fixture(scope="module")
def module_run():
    """Mappings → what `entente code` makes of them."""
    from entente.cli.code import coded_lines

    def run(documents):
        return json.loads(json.dumps(list(coded_lines(json.dumps(each).encode() for each in documents))))

    return run


def parties(row):
    """Every PARTY of a coded document that stands in its text."""
    for event in row["events"]:
        yield from (*event["actors"], *event["recipients"], *event["speakers"])
    for quotation in row["quotations"]:
        yield from (each for each in (quotation["speaker"], quotation["addressee"]) if each)
    yield from (each["actor"] for each in row["actors"])


@pytest.mark.parametrize("name", TEXTS)
def test_offsets_hold(coded, name):
    """`text[start:end]` is the quote, for everything that has offsets."""
    text, row = TEXTS[name], coded[name]
    spans = [(event["evidence"], "quote") for event in row["events"]]
    spans += [(event["trigger"], "text") for event in row["events"]]
    spans += [(party, "text") for party in parties(row) if party["start"] is not None]
    spans += [(each, "text") for kind in ("times", "quotations", "quantities", "actors") for each in row[kind]]
    spans += [(each["cue"], "text") for each in row["quotations"] if each["cue"]]
    for span, key in spans:
        assert text[span["start"] : span["end"]] == span[key]
        assert span[key].strip()
    for segment in row["segments"]:
        assert 0 <= segment["start"] < segment["end"] <= len(text)


@pytest.mark.parametrize("name", TEXTS)
def test_fields(coded, name):
    """A coded document and its records have the contract's fields, in its order."""
    row = coded[name]
    assert list(row) == DOCUMENT
    for event in row["events"]:
        assert list(event) == EVENT
        assert list(event["when"]) == ["from", "until", "precision", "basis"]
        evidence, trigger = event["evidence"], event["trigger"]
        assert list(evidence) == ["start", "end", "quote"] and list(trigger) == ["start", "end", "text"]
        assert evidence["start"] <= trigger["start"] < trigger["end"] <= evidence["end"]
        assert 0 <= event["rank"] <= 1 and event["polarity"] in ("affirmed", "negated", "denied")
    for party in parties(row):
        assert list(party) == PARTY
    for each in row["times"]:
        assert list(each) == ["start", "end", "text", "type", "value", "from", "until"]
    for each in row["quotations"]:
        assert list(each) == ["direct", "start", "end", "text", "speaker", "cue", "addressee", "group"]
    for each in row["quantities"]:
        assert list(each) == ["start", "end", "text", "value", "low", "high", "unit", "of"]
    for each in row["actors"]:
        assert list(each) == ["start", "end", "text", "actor", "kind"]
        assert each["kind"] in ("name", "title", "pronoun", "group")
    for segment in row["segments"]:
        assert list(segment) == ["start", "end", "kind", "voice"] and segment["voice"]


@pytest.mark.parametrize("name", TEXTS)
def test_text_order(coded, name):
    """Events, segments, times, quotations, quantities and actors come as they stand in the text."""
    row = coded[name]
    starts = [event["trigger"]["start"] for event in row["events"]]
    assert starts == sorted(starts)
    for kind in ("segments", "times", "quotations", "quantities", "actors"):
        starts = [each["start"] for each in row[kind]]
        assert starts == sorted(starts), kind


def test_an_act_is_coded_whatever_stands_around_it(coded):
    """Emoji, tabs and blanks change offsets and nothing else."""
    for name in ("plain", "non-bmp", "tabs", "blanks"):
        acts = [(event["event"], event["mode"], event["trigger"]["text"]) for event in coded[name]["events"]]
        assert ("SANCTION", "expel", "expelled") in acts, name
    assert coded["blank"]["events"] == coded["empty"]["events"] == coded["empty"]["segments"] == []


def test_event_ids_hang_on_nothing_but_the_document(module_run):
    """The same document gives the same ids beside other documents and under another day; another text others."""
    given = {"id": "a", "text": TEXTS["plain"], "url": "https://a.example/1"}
    (alone,) = module_run([given])
    beside = module_run([{"id": "b", "text": "Peru met Chile."}, {**given, "published": "2015-11-27"}])[1]
    assert [event["id"] for event in alone["events"]] == [event["id"] for event in beside["events"]]
    (other,) = module_run([{**given, "text": "Today " + TEXTS["plain"]}])
    assert not {event["id"] for event in alone["events"]} & {event["id"] for event in other["events"]}


def test_bad_lines_give_errors_in_their_place(entente):
    """Every other line is still coded; the error names line and cause; the exit code tells of it."""
    lines = [
        b'{"id": "good", "text": "Peru met Chile."}',
        b"{broken",
        b"",
        b'{"id": "no text"}',
        b'{"id": 7, "text": 5}',
        b'{"id": 8, "text": null}',
        b"[1, 2]",
        b'"words"',
        b'{"id": {"a": 1}, "text": "Peru met Chile."}',
        b'{"text": "Peru met Chile."}',
        b'{"id": 12345678901234567890, "text": "Peru met Chile.", "published": 5, "outlet": ["x"]}',
        b'{"id": "half \\ud83d", "text": "Peru met \\ud83d Chile."}',
        b'{"id": "latin", "text": "Per\xfa met Chile."}',
        b'{"id": "last", "text": "Peru met Chile."}',
    ]
    ran = entente("code", stdin=b"\n".join(lines))
    assert ran.code == 1 and ran.err == ""
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in rows] == [
        "good", None, "no text", 7, 8, None, None, None, None, 12345678901234567890, "half \ufffd", "latin", "last"
    ]  # fmt: skip
    assert [row["line"] for row in rows if "error" in row] == [2, 4, 5, 6, 7, 8]
    for row in rows:
        if "error" in row:
            assert f"standard input:{row['line']}" in row["error"] and list(row) == ["id", "line", "error"]
        else:
            assert list(row) == DOCUMENT and row["events"]
    by_id = {row["id"]: row for row in rows}
    assert by_id["latin"]["rejects"] and by_id["half \ufffd"]["rejects"]
    assert len(by_id[12345678901234567890]["rejects"]) == 2


def test_files_that_are_no_json_lines(entente, tmp_path):
    """A missing file, a folder, a picture and UTF-16 are refused before anything is loaded."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "utf16.jsonl").write_bytes('{"id": "a", "text": "Peru met Chile."}'.encode("utf-16"))
    unread, other = "cannot be read", "no UTF-8"
    for name, told in (("nowhere", unread), (".", unread), ("a.png", other), ("utf16.jsonl", other)):
        ran = entente("code", tmp_path / name)
        assert (ran.code, ran.out) == (2, "") and told in ran.err and len(ran.err.splitlines()) == 1


def test_nothing_in_nothing_out(entente, tmp_path):
    """An empty input is a batch of no documents: no output, exit code 0, and a word on standard error."""
    ran = entente("code")
    assert (ran.code, ran.out) == (0, "") and "standard input holds no document" in ran.err
    (tmp_path / "empty.jsonl").write_bytes(b"\n\n")
    assert "empty.jsonl holds no document" in entente("code", tmp_path / "empty.jsonl").err
    assert entente("code", "--quiet").err == ""


def test_a_mark_and_windows_line_ends(entente, tmp_path):
    """A byte-order mark before the first line and carriage returns are no part of the JSON."""
    path = tmp_path / "a.jsonl"
    line = b'{"id": "%s", "text": "Peru met Chile."}\r\n'
    path.write_bytes(b"\xef\xbb\xbf" + line % b"a" + line % b"b")
    ran = entente("code", path)
    assert ran.code == 0 and [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a", "b"]


def test_a_sentence_without_end_is_not_coded_and_told(module_run):
    """Thousands of words without a full stop do not stop the run, and are a reject."""
    (row,) = module_run([{"id": "a", "text": "Peru met Chile.\n\n" + "word " * 1200, "language": "en"}])
    assert len(row["events"]) == 1
    assert row["rejects"][0]["stage"] == "parse" and "is not coded" in row["rejects"][0]["reason"]
