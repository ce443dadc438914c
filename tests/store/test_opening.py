"""A file that is no casebook is told from one and is never touched."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from entente.errors import BadInput
from entente.records import Document, Event, Sentence
from entente.store import canonical, create_or_open, open_read_only
from entente.store.tables import STORE_VERSION

# Run as somebody who may not write: root may always.
TRY = """
import os, sys
from entente.errors import BadInput
from entente.store import create_or_open, open_read_only
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)
for path in sys.argv[1:]:
    try:
        create_or_open(path)
    except BadInput as error:
        print(error)
open_read_only(sys.argv[1]).close()
"""
OPENERS = (create_or_open, open_read_only)


def other_database(path: Path) -> None:
    """A database of another program."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (name, value)")
    connection.close()


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize(("content", "found"), [
    (b"Dear diary,\n", "a text file"), ("ä".encode() * 80, "a text file"), (b"\x89PNG\r\n\x1a\n\x00", "another kind"),
    (b"\xff\xfe\x00", "another kind"), (b"SQLite format 3\x00" + bytes(84), "another program"),
])
def test_another_file_stays_as_it_is(tmp_path, opener, content, found):
    """The message says what was found, where, and what to do."""
    path = tmp_path / "notes"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=found) as raised:
        opener(path)
    assert str(path) in str(raised.value) and "name another file" in str(raised.value)
    assert path.read_bytes() == content and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("opener", OPENERS)
def test_another_programs_database(tmp_path, opener):
    """Even one with a table of the same name."""
    path = tmp_path / "other.db"
    other_database(path)
    before = path.read_bytes()
    with pytest.raises(BadInput, match="another program"):
        opener(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("opener", OPENERS)
def test_folder_device_and_missing_folder(tmp_path, opener):
    """What cannot be a casebook is told at once."""
    for path in (tmp_path, Path(os.devnull), tmp_path / "no" / "where", tmp_path / ("x" * 300)):
        with pytest.raises(BadInput, match=r"casebook|folder|cannot be read"):
            opener(path)


def test_missing_and_empty(tmp_path):
    """Looking needs a casebook; reading makes one, also of the empty file that a killed run may leave."""
    path = tmp_path / "a b?#%.casebook"
    with pytest.raises(BadInput, match="no such casebook"):
        open_read_only(path)
    assert not path.exists()
    path.touch()
    with pytest.raises(BadInput, match="empty"):
        open_read_only(path)
    with create_or_open(path, "1.2") as casebook:
        assert casebook.meta()["entente"] == "1.2"
    open_read_only(path).close()


@pytest.mark.parametrize(("found", "todo"), [(STORE_VERSION + 1, "install a newer"), (0, "into a new casebook")])
@pytest.mark.parametrize("opener", OPENERS)
def test_other_store_version(tmp_path, opener, found, todo):
    """A casebook of another version is left alone, and the sentence says how to go on."""
    path = tmp_path / "old.casebook"
    with create_or_open(path, "9.9") as casebook:
        casebook.query("UPDATE meta SET value = :found WHERE name = 'store'", found=str(found))
    before = path.read_bytes()
    with pytest.raises(BadInput, match=todo) as raised:
        opener(path)
    assert "Entente 9.9" in str(raised.value) and path.read_bytes() == before


def test_read_only_writes_nothing(tmp_path, document):
    """Who only looks cannot change anything."""
    path = tmp_path / "zenda.casebook"
    create_or_open(path).close()
    with open_read_only(path) as casebook, pytest.raises(BadInput, match="may not be written"):
        casebook.append([document])


@pytest.mark.parametrize("keep", [60, 100, 700, 4096, 20_000, 0.5, 0.9])
def test_damaged(tmp_path, document, coded, keep):
    """A cut-off file gives one clear sentence and no traceback, and is not made anew in silence."""
    path = tmp_path / "zenda.casebook"
    with create_or_open(path) as casebook:
        casebook.append([document])
        casebook.append(coded, "d1")
    whole = path.read_bytes()
    path.write_bytes(whole[:keep if keep > 1 else int(len(whole) * keep)])
    cut = path.read_bytes()
    for opener in OPENERS:
        with pytest.raises(BadInput, match=r"damaged|not a casebook|another program"), opener(path) as casebook:
            list(canonical(casebook))
    assert path.read_bytes()[:len(cut)] == cut


def test_damaged_within(tmp_path, document, coded):
    """A value that no longer decodes is damage as well."""
    path = tmp_path / "zenda.casebook"
    with create_or_open(path) as casebook:
        casebook.append([document])
        casebook.append(coded, "d1")
        casebook.query("UPDATE sentences SET tokens = x'00'")
        casebook.query("UPDATE documents SET known = '[['")
        for kind in (Sentence, Document):
            with pytest.raises(BadInput, match="damaged"):
                list(casebook.all(kind))


def test_full_disk(tmp_path, document, coded):
    """A full disk is told in one sentence; what was stored before it stays, and the casebook goes on."""
    path = tmp_path / "zenda.casebook"
    with create_or_open(path) as casebook:
        casebook.append([document])
        casebook.query(f"PRAGMA max_page_count = {casebook.query('PRAGMA page_count')[0][0] + 1}")
        with pytest.raises(BadInput, match="disk is full"), casebook.transaction():
            for number in range(1000):
                casebook.append(coded[:2], f"x{number}")
        assert casebook.count(Document) == 1 and casebook.count(Event) == 0
        casebook.query("PRAGMA max_page_count = 100000")
        casebook.append(coded, "d1")


def test_locked(tmp_path, monkeypatch, document):
    """While another program writes, the message says so."""
    monkeypatch.setattr("entente.store.opening.WAIT_SECONDS", 0.05)
    path = tmp_path / "zenda.casebook"
    with create_or_open(path) as first, create_or_open(path) as second, first.transaction():
        first.append([document])
        with pytest.raises(BadInput, match="another program is writing"):
            second.append([document])


def test_faults_of_ours_fly(tmp_path, document):
    """A wrong statement or a record stored twice is our bug and no BadInput."""
    with create_or_open(tmp_path / "c") as casebook:
        with pytest.raises(sqlite3.OperationalError):
            casebook.query("SELECT nothing FROM nowhere")
        casebook.append([document])
        with pytest.raises(sqlite3.IntegrityError):
            casebook.append([document])


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_no_permission():
    """Without the right to write there is one clear sentence, and looking still works."""
    with tempfile.TemporaryDirectory() as folder:
        path, locked = Path(folder) / "zenda.casebook", Path(folder) / "locked"
        create_or_open(path).close()
        path.chmod(0o444)
        locked.mkdir(mode=0o555)
        Path(folder).chmod(0o755)
        run = subprocess.run([sys.executable, "-c", TRY, str(path), str(locked / "new")], check=False,
                             capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "may not be written" in run.stdout.splitlines()[0] and "cannot be opened" in run.stdout.splitlines()[1]
