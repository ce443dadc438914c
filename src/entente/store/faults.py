"""What SQLite or the disk refuses, as one clear sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from entente.errors import BadInput

DAMAGED = "the casebook is damaged; take it from a backup, or read the sources into a new one"
_SENTENCES = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and run the same command again, nothing stored so far is lost",
    sqlite3.SQLITE_READONLY: "may not be written; make the file and its folder writable or name another casebook",
    sqlite3.SQLITE_PERM: "may not be written; make the file and its folder writable or name another casebook",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and that you may read and write there",
    sqlite3.SQLITE_IOERR: "the disk gave an error; check the disk and run the same command again",
    sqlite3.SQLITE_BUSY: "another program is writing to it; wait until that one has finished and try again",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; wait until that one has finished and try again",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises BadInput for what the person at the keyboard can mend; any other error of SQLite is ours and flies."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        # The low byte is the primary code; Python itself raises without one where a text is no UTF-8.
        sentence = DAMAGED if "decode to UTF-8" in str(error) else _SENTENCES.get((code or 0) & 0xFF)
        if sentence is None:
            raise
        raise BadInput(f"{path}: {sentence} ({error})") from error
