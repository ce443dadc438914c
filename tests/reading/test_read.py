"""What becomes of files and folders, good and bad."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from entente.errors import BadInput
from entente.reading import read
from entente.records import Document, Reject

REPORT = (
    "Ministers of Borduria and Syldavia open talks\n\n"
    "By Anna Berg\n"
    "27 November 2015\n\n"
    "The ministers of both countries met in the old harbour on Tuesday and spoke about the border.\n\n"
    "They agreed to meet again in the spring.\n"
)


def documents(*paths: Path) -> list[Document]:
    """The documents at the paths."""
    return [record for record in read(paths) if isinstance(record, Document)]


def rejects(*paths: Path) -> list[Reject]:
    """The rejects at the paths."""
    return [record for record in read(paths) if isinstance(record, Reject)]


def write(path: Path, content: str | bytes) -> Path:
    """A file with the content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_text_keeps_line_ends(tmp_path: Path) -> None:
    """The text of a plain file is its decoded content, with its own line ends and leading blanks, without the mark."""
    content = "\r\n  One line.\r\nAnother line.\rA third.\n"
    (document,) = documents(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + content.encode()))
    assert document.text == content


def test_fields_of_a_plain_text(tmp_path: Path) -> None:
    """Title, author, day and language of a plain text come from its first lines, and each says how it was known."""
    (document,) = documents(write(tmp_path / "a.txt", REPORT))
    assert document.title == "Ministers of Borduria and Syldavia open talks"
    assert (document.author, document.published, document.language) == ("Anna Berg", date(2015, 11, 27), "en")
    assert {field for field, _ in document.known} == {"title", "author", "published", "language"}
    assert document.outlet == ""


def test_same_content_same_id(tmp_path: Path) -> None:
    """A document's id hangs on its outlet, path and text, and on nothing that changes between two runs."""
    path = write(tmp_path / "a.txt", REPORT)
    first, again = documents(path), documents(path)
    assert first == again
    path.write_text(REPORT + "More.\n", encoding="utf-8")
    assert documents(path)[0].id != first[0].id


def test_folder_in_sorted_order(tmp_path: Path) -> None:
    """A folder is read by path, folders within it too, and each path is the caller's joined with what lies below."""
    for name in ("b.txt", "a/2.md", "a/1.txt", "c.TXT"):
        write(tmp_path / name, REPORT)
    given = f"{tmp_path}/"
    paths = [record.path for record in read([given]) if isinstance(record, Document)]
    assert paths == [given + name for name in ("a/1.txt", "a/2.md", "b.txt", "c.TXT")]


def test_other_files_are_named_once(tmp_path: Path) -> None:
    """Hidden files and files of another kind are passed over, each named by one Reject."""
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "photo.jpg"):
        write(tmp_path / name, REPORT)
    assert len(documents(tmp_path)) == 1
    named = [Path(reject.document_id).name for reject in rejects(tmp_path)]
    assert sorted(named) == [".git", ".hidden.txt", "photo.jpg"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """A file reached by two of the given paths gives one document."""
    path = write(tmp_path / "a.txt", REPORT)
    assert len(documents(tmp_path, path)) == 1


@pytest.mark.parametrize("name", ["missing.txt", "missing"])
def test_missing_path(tmp_path: Path, name: str) -> None:
    """A path at which nothing stands is a BadInput that names it, raised at the call."""
    with pytest.raises(BadInput, match=name):
        read([tmp_path / name])


def test_folder_without_documents(tmp_path: Path) -> None:
    """A folder without any file to read is a BadInput that names the folder and the kinds that are read."""
    write(tmp_path / "photo.jpg", b"x")
    with pytest.raises(BadInput, match=r"holds no document.*\.txt"):
        read(tmp_path)


def test_named_file_of_another_kind(tmp_path: Path) -> None:
    """A file named outright that is of no kind that is read is a BadInput, and so is no path at all."""
    with pytest.raises(BadInput, match=r"photo\.jpg"):
        read(write(tmp_path / "photo.jpg", b"x"))
    with pytest.raises(BadInput, match="no path"):
        read([])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n", "blanks"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        ("controls.txt", bytes(range(1, 32)) * 20, "binary"),
        ("late.txt", b"a" * 20_000 + b"\0", "binary"),
        ("broken.json", b'{"text": "a', "broken JSON"),
        ("list.json", b"[]", "list is empty"),
        ("number.json", b"[3]", "not a document"),
        ("deep.json", b"[" * 200_000, "broken JSON"),
        ("page.html", b"<html><head><script>x()</script></head><body><img src=a></body></html>", "HTML without text"),
        ("empty.jsonl", b"", "empty"),
    ],
)
def test_a_bad_file_is_a_reject(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """A file that holds no document gives one Reject of stage read that says why and where, and never an error."""
    found = list(read(write(tmp_path / name, content)))
    assert [type(record) for record in found] == [Reject]
    assert isinstance(found[0], Reject)
    assert found[0].stage == "read" and reason in found[0].reason and name in found[0].detail


def test_broken_utf8_is_kept_and_told(tmp_path: Path) -> None:
    """A broken place in UTF-8 becomes U+FFFD, the good letters stay, and a Reject names the byte."""
    content = REPORT.encode() + "The café in Århus".encode() + b" was \xff closed.\n"
    path = write(tmp_path / "a.txt", content)
    (document,) = documents(path)
    assert "café in Århus was \N{REPLACEMENT CHARACTER} closed." in document.text
    (reject,) = rejects(path)
    assert reject.document_id == document.id and f"byte {content.index(0xFF)}" in reject.detail


def test_older_encoding_is_guessed_and_told(tmp_path: Path) -> None:
    """A text in an older encoding is read in it, and a Reject names it with the first byte that is not UTF-8."""
    path = write(tmp_path / "a.txt", "The café in Paris was closed, the minister said.\n".encode("cp1252"))
    (document,) = documents(path)
    assert document.text.startswith("The café")
    assert "byte 7" in rejects(path)[0].detail


def test_five_megabytes_of_one_line(tmp_path: Path) -> None:
    """A file of five megabytes in one line is read in seconds, whole."""
    content = "The minister met his colleague in the harbour on Tuesday. " * 90_000
    path = write(tmp_path / "a.txt", content)
    start = time.perf_counter()
    (document,) = documents(path)
    assert document.text == content and time.perf_counter() - start < 5


def test_a_language_not_read_yet(tmp_path: Path) -> None:
    """A document that is not in English is kept with its language, and a Reject says that it is not read."""
    path = write(tmp_path / "a.txt", "Le ministre a rencontré son homologue dans le vieux port et ils ont parlé.\n" * 3)
    (document,) = documents(path)
    assert document.language == "fr"
    assert "language fr is not read yet, only English is" in [reject.reason for reject in rejects(path)]


def test_names_tell_no_language(tmp_path: Path) -> None:
    """A text too short to tell its language leaves it open and is not rejected."""
    path = write(tmp_path / "a.txt", "Recep Karaman Erdem hosts Ilham Mammadov.")
    assert documents(path)[0].language == "" and not rejects(path)


def test_json_lines(tmp_path: Path) -> None:
    """Every good line of a .jsonl file is a document with its line as source; a bad one is a Reject with its line."""
    rows = [json.dumps({"id": 7, "text": REPORT}), "{broken", "", '{"id": "x"}', json.dumps({"text": "Second one."})]
    path = write(tmp_path / "a.jsonl", "\n".join(rows))
    assert [(document.given_id, document.source) for document in documents(path)] == [
        ("7", f"{path}:1"),
        ("", f"{path}:5"),
    ]
    assert [reject.detail.split(": ")[0] for reject in rejects(path)] == [f"{path}:2", f"{path}:4"]


def test_json_object_or_list(tmp_path: Path) -> None:
    """A .json file holds one document or a list of them."""
    row = {"text": REPORT, "outlet": "The Harbour Post", "published": "2015-11-28T01:30:00+03:00"}
    (one,) = documents(write(tmp_path / "a.json", json.dumps(row)))
    assert (one.outlet, one.published) == ("The Harbour Post", date(2015, 11, 27))
    assert len(documents(write(tmp_path / "b.json", json.dumps([row, row])))) == 2
