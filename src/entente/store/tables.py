"""The tables of a casebook, derived from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from entente.records import (
    Actor,
    Arrangement,
    Document,
    Event,
    Link,
    Mention,
    Quantity,
    Quotation,
    Reject,
    Relation,
    Segment,
    Sentence,
    Story,
    Time,
)
from entente.store.values import column_type, from_column, hints, to_column

STORE_VERSION = 1
"""Changes with any change of the tables below or of the records that they are derived from."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where the records of one kind stand.

    `scope`: "document" (rows belong to a document and are replaced with it), "whole" (recomputed from
    all documents at once), "kept" (only added to). `key`: the columns that name a row.
    """

    name: str
    record: type
    scope: Literal["document", "whole", "kept"]
    key: tuple[str, ...]
    indexes: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The record's fields, which are columns of the same names."""
        return tuple(hints(self.record))

    @property
    def extra(self) -> tuple[str, ...]:
        """Columns that the record does not have: its document and its place in it."""
        if self.scope != "document":
            return ()
        return tuple(name for name in ("document_id", "position") if name not in self.fields)

    def row(self, record: Any, document_id: str, position: int) -> tuple[Any, ...]:
        """A record as the values of `extra` and `fields`."""
        added = {"document_id": document_id, "position": position}
        values = (to_column(hint, getattr(record, name)) for name, hint in hints(self.record).items())
        return (*(added[name] for name in self.extra), *values)

    def record_of(self, values: tuple[Any, ...]) -> Any:
        """The values of `fields` as a record."""
        pairs = zip(hints(self.record).items(), values, strict=True)
        return self.record(**{name: from_column(hint, value) for (name, hint), value in pairs})


_PLACE = ("document_id", "position")
TABLES = (
    Table("documents", Document, "kept", ("id",), ("url", "path", "replaces")),
    Table("segments", Segment, "document", _PLACE),
    Table("sentences", Sentence, "document", ("id",), ("document_id, position",)),
    Table("mentions", Mention, "document", ("id",), ("document_id, position",)),
    Table("events", Event, "document", ("id",), ("document_id, position",)),
    Table("times", Time, "document", _PLACE),
    Table("quotations", Quotation, "document", _PLACE),
    Table("quantities", Quantity, "document", _PLACE),
    Table("rejects", Reject, "kept", ("document_id", "stage", "reason", "detail")),
    Table("actors", Actor, "whole", ("id",)),
    Table("links", Link, "whole", ("kind", "left", "right", "by")),
    Table("stories", Story, "whole", ("id",)),
    Table("relations", Relation, "whole", ("left", "right")),
    Table("arrangements", Arrangement, "whole", ("id",)),
    Table("judgements", Link, "kept", ("number",)),
)

# Full text: which SQL expressions over a row of which table are searched, each under a name.
SEARCHED = {
    "documents": (("title", "{row}.title"), ("text", "{row}.text")),
    "events": (("quote", "json_extract({row}.evidence, '$.quote')"),),
}

LEDGER = ("stage", "version", "lexicon_hash", "input_id")


def schema() -> Iterator[str]:
    """The statements that make an empty casebook, in order."""
    for table in TABLES:
        yield from _statements(table)
    for name, columns in SEARCHED.items():
        yield from _full_text(name, columns)
    yield f"CREATE TABLE ledger ({', '.join(f'{name} TEXT NOT NULL' for name in LEDGER)}, " \
          f"PRIMARY KEY ({', '.join(LEDGER)})) WITHOUT ROWID"
    yield "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


def _statements(table: Table) -> Iterator[str]:
    types = {"document_id": "TEXT", "position": "INTEGER"}
    found = {**{name: types[name] for name in table.extra},
             **{name: column_type(hint) for name, hint in hints(table.record).items()}}
    columns = ["number INTEGER PRIMARY KEY", *(f'"{name}" {type_}' for name, type_ in found.items())]
    unique = [f"UNIQUE ({quoted(table.key)})"] if table.key != ("number",) else []
    yield f"CREATE TABLE {table.name} ({', '.join((*columns, *unique))})"
    for index in table.indexes:
        yield f"CREATE INDEX {table.name}_by_{index.replace(', ', '_')} ON {table.name} ({index})"


def _full_text(name: str, columns: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """An index of words beside the table, kept in step by triggers; the texts are not stored twice."""
    words, titles = f"{name}_words", ", ".join(title for title, _ in columns)
    found, new, old = (", ".join(f"{expression.format(row=row)} AS {title}" for title, expression in columns)
                       for row in (name, "new", "old"))
    yield f"CREATE VIEW {name}_searched AS SELECT number, {found} FROM {name}"
    # porter finds "attacks" by "attacked", remove_diacritics "François" by "Francois".
    yield f"CREATE VIRTUAL TABLE {words} USING fts5({titles}, content='{name}_searched', content_rowid='number', " \
          "tokenize='porter unicode61 remove_diacritics 2')"
    yield f"CREATE TRIGGER {name}_added AFTER INSERT ON {name} BEGIN " \
          f"INSERT INTO {words}(rowid, {titles}) SELECT new.number, {new}; END"
    yield f"CREATE TRIGGER {name}_gone AFTER DELETE ON {name} BEGIN " \
          f"INSERT INTO {words}({words}, rowid, {titles}) SELECT 'delete', old.number, {old}; END"


def quoted(names: tuple[str, ...]) -> str:
    """Column names for SQL: "when" and "left" are words of its own."""
    return ", ".join(f'"{name}"' for name in names)


def table_of(kind: type) -> Table:
    """The table of a kind of record (of Link: the machine's, not people's judgements)."""
    return next(table for table in TABLES if table.record is kind)
