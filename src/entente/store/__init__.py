"""One casebook, one SQLite file: tables derived from the records, full text, and the ledger. No rule of the field."""

from entente.store.canonical import canonical
from entente.store.casebook import Casebook
from entente.store.opening import create_or_open, open_read_only
from entente.store.tables import STORE_VERSION

__all__ = ["STORE_VERSION", "Casebook", "canonical", "create_or_open", "open_read_only"]
