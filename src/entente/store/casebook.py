"""A casebook: all records of one affair in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from entente.errors import BadInput
from entente.records import Document, Link, Reject
from entente.store.faults import DAMAGED, told
from entente.store.tables import LEDGER, TABLES, Table, quoted, table_of

Record = TypeVar("Record")
JUDGEMENTS = next(table for table in TABLES if table.name == "judgements")
_CURRENT = "id NOT IN (SELECT replaces FROM documents)"


class Casebook:
    """The records of one file, by kind: `casebook.all(Event)`, `casebook.get(Story, id)`.

    Made by `create_or_open` and `open_read_only`; closes itself in a `with`. One thread at a time; a
    second thread or program opens its own. Any method raises BadInput where the disk refuses.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Leaves one plain file, with no journal beside it."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or nothing, whenever the run is killed. One inside another is one."""
        if self._connection.in_transaction:
            yield
            return
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:     # a full disk has rolled back already
                    self._connection.execute("ROLLBACK")

    # Reading

    def all(self, kind: type[Record]) -> Iterator[Record]:
        """All records of a kind in the order of their key (those of a document: by document, then text order).

        Lazy; holds up other programs' writing until read to its end.
        """
        return self._select(table_of(kind))

    def where(self, kind: type[Record], **equal: str | int | None) -> Iterator[Record]:
        """The records of a kind whose fields equal what is given; `document_id` is known of all within a document."""
        table = table_of(kind)
        terms = " AND ".join(f'{table.name}."{name}" IS ?' for name in equal)
        return self._select(table, f"WHERE {terms}", tuple(equal.values()))

    def get(self, kind: type[Record], id: str) -> Record | None:
        """The record with that id, None where there is none."""
        return next(self.where(kind, id=id), None)

    def has(self, kind: type, id: str) -> bool:
        """There is a record with that id."""
        return bool(self.query(f"SELECT 1 FROM {table_of(kind).name} WHERE id = :id", id=id))

    def ids(self, kind: type) -> tuple[str, ...]:
        """The ids of all records of a kind, sorted."""
        return tuple(id_ for id_, in self.query(f"SELECT id FROM {table_of(kind).name} ORDER BY id"))

    def count(self, kind: type) -> int:
        """How many records of a kind there are."""
        return cast(int, self.query(f"SELECT count(*) FROM {table_of(kind).name}")[0][0])

    def current_documents(self) -> Iterator[Document]:
        """The documents that no newer version replaces, by id: the ones that witness."""
        return self._select(table_of(Document), f"WHERE {_CURRENT}")

    def current_ids(self) -> tuple[str, ...]:
        """The ids of the documents that no newer version replaces, sorted."""
        return tuple(id_ for id_, in self.query(f"SELECT id FROM documents WHERE {_CURRENT} ORDER BY id"))

    def search(self, kind: type[Record], words: str, limit: int = 100) -> Iterator[Record]:
        """The Documents (title, text) or Events (quote) that hold all the words, best first.

        Words are found by their stem; what stands in double quotes is found as one phrase.
        """
        table, asked = table_of(kind), _phrases(words)
        if not asked:
            return iter(())
        name = table.name
        terms = f"JOIN {name}_words AS found ON found.rowid = {name}.number WHERE found.{name}_words MATCH ?"
        return self._select(table, terms, (asked, limit), f"ORDER BY found.rank, {name}.id LIMIT ?")

    def judgements(self) -> Iterator[Link]:
        """What people have said, in the order they said it."""
        return self._select(JUDGEMENTS)

    def meta(self) -> dict[str, str]:
        """When and by which version the casebook was made."""
        return dict(self.query("SELECT name, value FROM meta ORDER BY name"))

    def query(self, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """The rows of a view's SQL; `:name` takes the parameter of that name."""
        with told(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    # Writing

    def append(self, records: Iterable[Any], document_id: str = "") -> None:
        """Adds records of any kinds, in one transaction; those of a document in text order, with its id.

        A Reject that is there already is passed over; any other record twice is our bug.
        """
        positions: dict[Table, int] = {}
        with self.transaction():
            for record in records:
                table = table_of(type(record))
                positions[table] = positions.get(table, -1) + 1
                self._insert(table, record, document_id, positions[table])

    def forget_coded(self, document_id: str) -> None:
        """Takes out all that was found in a document; the document itself and its rejects stay."""
        with self.transaction():
            for table in TABLES:
                if table.scope == "document":
                    self._connection.execute(f"DELETE FROM {table.name} WHERE document_id = ?", (document_id,))

    def forget_whole(self) -> None:
        """Takes out all that was computed from all documents at once: what it was computed from is changing."""
        with self.transaction():
            for table in TABLES:
                if table.scope == "whole":
                    self._connection.execute(f"DELETE FROM {table.name}")

    def replace_all(self, kind: type[Record], records: Iterable[Record]) -> None:
        """Puts records that are computed from all documents in the place of the former ones."""
        table = table_of(kind)
        if table.scope != "whole":
            raise ValueError(f"{table.name} are never replaced as a whole")
        with self.transaction():
            self._connection.execute(f"DELETE FROM {table.name}")
            for position, record in enumerate(records):
                self._insert(table, record, "", position)

    def judge(self, judgement: Link) -> None:
        """Adds what a person said; nothing that was said before changes."""
        with self.transaction():
            self._insert(JUDGEMENTS, judgement, "", 0)

    # The ledger

    def ledger_has(self, stage: str, version: str, lexicon_hash: str, input_id: str) -> bool:
        """The stage of that version and lexicon has run on that input, and its records are here."""
        return bool(self.query(f"SELECT 1 FROM ledger WHERE {' AND '.join(f'{name} = :{name}' for name in LEDGER)}",
                               stage=stage, version=version, lexicon_hash=lexicon_hash, input_id=input_id))

    def ledger_add(self, stage: str, version: str, lexicon_hash: str, input_id: str) -> None:
        """Notes that the stage has run; belongs into the transaction that stores its records."""
        with self.transaction():
            self._connection.execute("INSERT OR IGNORE INTO ledger VALUES (?, ?, ?, ?)",
                                     (stage, version, lexicon_hash, input_id))

    def ledger_forget(self, stage: str, input_id: str | None = None) -> None:
        """Takes out the stage's rows (of one input): its records are about to be replaced."""
        with self.transaction():
            self._connection.execute("DELETE FROM ledger WHERE stage = ? AND input_id = ifnull(?, input_id)",
                                     (stage, input_id))

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """A table's rows as they are stored, `extra` and then `fields`, in the order of its key."""
        return self._rows(table, (*table.extra, *table.fields), f"ORDER BY {_order(table)}", ())

    def _insert(self, table: Table, record: Any, document_id: str, position: int) -> None:
        names = (*table.extra, *table.fields)
        verb = "INSERT OR IGNORE" if table.record is Reject else "INSERT"
        self._connection.execute(f"{verb} INTO {table.name} ({quoted(names)}) VALUES ({', '.join('?' * len(names))})",
                                 table.row(record, document_id, position))

    def _select(self, table: Table, terms: str = "", values: tuple[Any, ...] = (), order: str = "") -> Iterator[Any]:
        found = self._rows(table, table.fields, f"{terms} {order or f'ORDER BY {_order(table)}'}", values)
        for row in found:
            try:
                yield table.record_of(row)
            except (zlib.error, UnicodeDecodeError, json.JSONDecodeError) as error:
                raise BadInput(f"{self.path}: {DAMAGED} (table {table.name}: {error})") from error

    def _rows(
        self, table: Table, names: tuple[str, ...], terms: str, values: tuple[Any, ...]
    ) -> Iterator[tuple[Any, ...]]:
        columns = ", ".join(f'{table.name}."{name}"' for name in names)
        with told(self.path):
            yield from self._connection.execute(f"SELECT {columns} FROM {table.name} {terms}", values)


def _order(table: Table) -> str:
    """Those of a document in text order, others by key."""
    return quoted(("document_id", "position") if table.scope == "document" else table.key)


def _phrases(words: str) -> str:
    """A person's words as FTS5 takes them: each word or quoted phrase a string, all of them asked for."""
    parts = words.split('"')
    phrases = [phrase for number, part in enumerate(parts) for phrase in ([part] if number % 2 else part.split())]
    return " ".join(f'"{phrase}"' for phrase in phrases if any(character.isalnum() for character in phrase))
