"""Whatever is given, the program answers with one clear sentence and exit code 2, and leaves everything as it was."""

from __future__ import annotations

import sqlite3

import pytest

LOOKING = (("show", "timeline"), ("show", "sources"), ("export", "documents"), ("trace", "11482f2d"))


def refused(ran, *words):
    """One sentence on standard error that holds the words, and nothing else."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert "Traceback" not in ran.err
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("entente: "), ran.err
    for word in words:
        assert str(word) in lines[0]


def usage(ran, *words):
    """The usage line, and what is wrong with the command's words."""
    assert ran.code == 2 and ran.err.startswith("Usage: entente"), ran
    for word in words:
        assert word in ran.err


@pytest.fixture
def broken(tmp_path, example):
    """Makes a file that is no casebook, by its name."""
    whole = example.read_bytes()

    def make(name):
        path = tmp_path / name
        if name == "folder":
            path.mkdir()
        elif name == "text":
            path.write_text("France expelled two Syrian diplomats.")
        elif name == "picture":
            path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
        elif name == "empty":
            path.write_bytes(b"")
        elif name == "database":
            with sqlite3.connect(path) as other:
                other.execute("CREATE TABLE t (a)")
            other.close()
        elif name == "truncated":
            path.write_bytes(whole[: len(whole) // 2])
        elif name == "header":
            path.write_bytes(whole[:5000])
        elif name == "overwritten":
            path.write_bytes(whole[:20_000] + bytes(60_000) + whole[80_000:])
        elif name == "newer":
            path.write_bytes(whole)
            with sqlite3.connect(path) as newer:
                newer.execute("UPDATE meta SET value = '99' WHERE name = 'store'")
            newer.close()
        return path

    return make


@pytest.mark.parametrize("words", LOOKING)
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "no such casebook"),
        ("folder", "is a folder"),
        ("text", "a text file"),
        ("picture", "another kind"),
        ("empty", "empty"),
        ("database", "another program"),
        ("truncated", "damaged"),
        ("header", "damaged"),
        ("newer", "store version 99"),
        ("x" * 300, "too long"),
    ],
)
def test_what_is_no_casebook_is_not_opened(entente, broken, words, name, told):
    """Every verb that looks into a casebook says what it found in its place."""
    path = broken(name)
    refused(entente(*words, path), path, told)


def test_a_casebook_that_is_damaged_within(entente, broken):
    """Damage that is met half-way is told as damage."""
    ran = entente("export", "documents", broken("overwritten"))
    assert ran.code == 2 and "damaged" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize("name", ["folder", "text", "picture", "database", "truncated", "newer"])
def test_reading_into_what_is_no_casebook_leaves_it_as_it_is(entente, broken, tmp_path, name):
    """A file of another kind is never written over."""
    article = tmp_path / "article.txt"
    article.write_text("Peru met Chile on Monday.")
    path = broken(name)
    before = path.read_bytes() if path.is_file() else b""
    refused(entente("read", article, "--into", path), path)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("place", ["missing/c.entente", "article.txt/c.entente", "/proc/c.entente"])
def test_a_place_that_cannot_be_written(entente, tmp_path, place):
    """A missing folder, a file in the place of a folder, a file system that takes no files."""
    article = tmp_path / "article.txt"
    article.write_text("Peru met Chile on Monday.")
    refused(entente("read", article, "--into", tmp_path / place), tmp_path / place)
    refused(entente("demo", "--into", tmp_path / place), tmp_path / place)


def test_paths_that_hold_nothing(entente, tmp_path):
    """A wrong path, an empty folder, a folder without documents and a file of another kind make no casebook."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG")
    for name, told in (
        ("nowhere", "nothing stands at"),
        ("empty", "holds no document"),
        ("pictures", "holds no document"),
        ("pictures/a.png", "no file that can be read"),
    ):
        refused(entente("read", tmp_path / name, "--into", tmp_path / "c.entente"), tmp_path / name, told)
    assert not (tmp_path / "c.entente").exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "only blanks"),
        ("a.txt", b"\x7fELF\0\0\0\x01", "binary"),
        ("a.html", b"<html><body></body></html>", "HTML without text"),
        ("a.json", b"{", "broken JSON"),
        ("a.jsonl", b'{"id": 1}\n{"id": 2, "text": 5}\n[1]\n{\n{"text": ""}\n', "and 2 more"),
    ],
)
def test_files_without_a_document(entente, tmp_path, name, data, told):
    """Where nothing at all could be read the reasons are told, and no casebook is made."""
    (tmp_path / name).write_bytes(data)
    refused(entente("read", tmp_path / name, "--into", tmp_path / "c.entente"), told)
    assert not (tmp_path / "c.entente").exists()


def test_bad_ones_among_good_ones_are_rejects(entente, tmp_path, example):
    """A bad file does not stop the others, and the view of rejects says what to do."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text("Peru met Chile on Monday.")
    (folder / "broken.txt").write_bytes(b"Peru met \xff\xfe\xfd Chile \xe2\x82\xac on Monday \xe2\x82\xac\xe2\x82\xac.")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(32)) * 9)
    (folder / "lines.jsonl").write_bytes(b'{"id": "a", "text": "Peru met Chile."}\n{"id": "b", "text": null}\n')
    ran = entente("read", folder, "--into", tmp_path / "c.entente")
    assert ran.code == 0 and "3 documents (3 new)" in ran.out and "4 remarks" in ran.out
    shown = entente("show", "rejects", tmp_path / "c.entente").out
    for told in ("broken.txt", "repaired", "empty.txt", "binary.txt", "lines.jsonl:2", "not a string"):
        assert told in shown


def test_ids(entente, example):
    """An unknown, a short, an ambiguous, a missing and a needless id are each told apart."""
    from entente.views import open_contents

    refused(entente("show", "story", example, "zzzz"), "zzzz", "no story", "show timeline")
    refused(entente("trace", "zzzz", example), "zzzz", "no story")
    refused(entente("show", "story", example, "0"), "too short")
    refused(entente("show", "story", example), "needs an id")
    refused(entente("show", "timeline", example, "abcd"), "takes no id")
    refused(entente("show", "actor", example, "nobody"), "no actor", "show actors")
    refused(entente("show", "story", "11482f2d", "nowhere.entente"), "nowhere.entente: there is no such casebook")
    with open_contents(example) as contents:
        persons = [actor.id for actor in contents.actors.values() if actor.id.startswith("arm.gov.")]
    assert len(persons) > 1
    refused(entente("show", "actor", example, "arm.gov."), "actors", persons[0])


def test_an_ambiguous_beginning_asks_for_more(entente, contents, monkeypatch):
    """Two stories whose ids begin alike are not guessed between."""
    from entente.errors import BadInput

    one, two = list(contents.stories.values())[:2]
    monkeypatch.setitem(contents.__dict__, "story_of", {"abcd1": one, "abcd2": two})
    with pytest.raises(BadInput, match=r"2 stories in .* begin so; give more"):
        contents.story("abcd")


def test_words_that_are_off(entente, example, tmp_path):
    """Views, records, formats and options that do not exist are answered with those that do."""
    usage(entente("show", "bogus", example), "timeline", "disagreements")
    usage(entente("show", "relations", example, "--by", "year"), "week", "month")
    usage(entente("show", "timeline", example, "--outlets", "0"), "--outlets")
    usage(entente("export", "events", example, "--by", "year"), "week", "month")
    usage(entente("read", tmp_path), "--into")
    usage(entente("nosuch"), "nosuch")
    refused(entente("export", "bogus", example), "bogus", "relations, stories")
    refused(entente("export", "events", example, "--format", "bogus"), "bogus", "jsonl")
    refused(entente("explain", " "), "empty")
    refused(entente("explain", "Peru met Chile.", "--published", "2009-13-01"), "2009-13-01", "2015-11-27")


@pytest.mark.parametrize("place", ["missing/out.jsonl", "example.entente", "/proc/out.jsonl", "folder"])
def test_an_export_that_cannot_be_written(entente, example, tmp_path, place):
    """Neither the casebook nor anything else is written over, and no half file is left."""
    (tmp_path / "folder").mkdir()
    path = example if place == "example.entente" else tmp_path / place
    before = example.read_bytes()
    refused(entente("export", "events", example, "-o", path), path)
    assert example.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
