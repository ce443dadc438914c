"""Makes and opens casebooks."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from entente.errors import BadInput
from entente.store.casebook import Casebook
from entente.store.faults import told
from entente.store.identify import APPLICATION_ID, check_file
from entente.store.tables import STORE_VERSION, schema

WAIT_SECONDS = 30.0     # how long to wait for another program that writes


def create_or_open(path: str | Path, version: str = "") -> Casebook:
    """The casebook at that path, made if there is none; `version` is the Entente that makes it.

    Raises BadInput on a file that is no casebook (it stays as it is) or of another store version, on a
    missing folder and where nothing may be written.
    """
    casebook = _connected(Path(path), create=True)
    try:
        if not _has_tables(casebook):
            _create(casebook, version)
        _check_version(casebook)
        casebook.query("DELETE FROM meta WHERE 0")  # says now, not after an hour of reading, that it cannot be written
    except BaseException:
        casebook.close()
        raise
    return casebook


def open_read_only(path: str | Path) -> Casebook:
    """The casebook at that path, for looking only. Raises BadInput where there is none that can be read."""
    casebook = _connected(Path(path), create=False)
    try:
        if not _has_tables(casebook):
            raise BadInput(f"{path}: its making was broken off; run `entente read PATH... --into {path}` again")
        _check_version(casebook)
        casebook.query("PRAGMA query_only = 1")
    except BaseException:
        casebook.close()
        raise
    return casebook


def _connected(path: Path, *, create: bool) -> Casebook:
    check_file(path, create=create)
    # A reader opens for writing too: a killed run leaves a journal, and only a writer may roll it back.
    # SQLite itself falls back to reading where the file may not be written.
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with told(path):
        # isolation_level None: transactions begin where `Casebook.transaction` says and nowhere else.
        return Casebook(path, sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None))


def _has_tables(casebook: Casebook) -> bool:
    return bool(casebook.query("SELECT 1 FROM sqlite_master WHERE name = 'meta'"))


def _create(casebook: Casebook, version: str) -> None:
    """All tables in one transaction, so that a killed run leaves an empty file or a whole casebook."""
    with casebook.transaction():
        if _has_tables(casebook):       # another program was first
            return
        casebook.query(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in schema():
            casebook.query(statement)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        for name, value in (("store", str(STORE_VERSION)), ("entente", version), ("created", created)):
            casebook.query("INSERT INTO meta VALUES (:name, :value)", name=name, value=value)


def _check_version(casebook: Casebook) -> None:
    meta = casebook.meta()
    found = meta.get("store", "none")
    if found == str(STORE_VERSION):
        return
    maker = f"Entente {meta.get('entente') or 'of unknown version'}"
    if found.isdigit() and int(found) > STORE_VERSION:
        todo = "install a newer Entente to open it"
    else:
        todo = "read the sources into a new casebook with this Entente, or open it with the older one"
    versions = f"with store version {found}, and this one reads {STORE_VERSION}"
    raise BadInput(f"{casebook.path}: made by {maker} {versions}; {todo}")
