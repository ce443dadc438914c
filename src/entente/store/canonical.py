"""A casebook as lines of text: two that hold the same give the same lines, however they came to be."""

from __future__ import annotations

from collections.abc import Iterator

from entente.store.casebook import Casebook
from entente.store.tables import TABLES
from entente.store.values import dumped, to_json


def canonical(casebook: Casebook) -> Iterator[str]:
    """Every record as one line of JSON with its table and place, by table and key; then the ledger's rows."""
    for table in TABLES:
        extra = len(table.extra)
        for row in casebook.rows(table):
            yield dumped([table.name, *row[:extra], to_json(table.record_of(row[extra:]))])
    for entry in casebook.query("SELECT * FROM ledger"):
        yield dumped(["ledger", *entry])
