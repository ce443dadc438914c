"""One field of a record ↔ one value that SQLite holds.

str, int, float, bool, date and datetime are columns of their own; whatever is nested (Evidence, When,
Place, tuples) is JSON with the records' field names, so that `json_extract(evidence, '$.quote')` works.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from entente.records import Token

Decode = Callable[[Any], Any]

# Nine values a word, and a casebook is mostly words: packed, a sentence takes half of its JSON.
PACKED = tuple[Token, ...]
_COLUMNS = {bool: "INTEGER", int: "INTEGER", float: "REAL", str: "TEXT", date: "TEXT", datetime: "TEXT"}


@cache
def hints(record: type) -> dict[str, Any]:
    """Field → type of a record, in the record's order."""
    found = get_type_hints(record)
    return {field.name: found[field.name] for field in fields(record)}


def column_type(hint: Any) -> str:
    """The SQLite type of a field's column."""
    return "BLOB" if hint == PACKED else _COLUMNS.get(_bare(hint), "TEXT")


def is_plain(hint: Any) -> bool:
    """The field is a value of its own and not JSON."""
    return _bare(hint) in _COLUMNS


def to_column(hint: Any, value: Any) -> Any:
    """A field's value as its column holds it."""
    if value is None:
        return None
    if hint == PACKED:
        rows = [[getattr(token, name) for name in hints(Token)] for token in value]
        return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"))
    plain = to_json(value)
    return _text(plain) if is_plain(hint) else dumped(plain)


def from_column(hint: Any, value: Any) -> Any:
    """What a column holds as the field's value."""
    if value is None:
        return None
    if hint == PACKED:
        return tuple(Token(*row) for row in json.loads(zlib.decompress(value)))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "surrogatepass")
    return decoder(hint)(value if is_plain(hint) else json.loads(value))


def dumped(value: Any) -> str:
    """JSON on one line; half a surrogate pair, which is no UTF-8, stays an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if _is_utf8(text) else json.dumps(value, separators=(",", ":"))


def to_json(value: Any) -> Any:
    """A value of a record as JSON has it: dates in ISO 8601, records as objects, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    return value


@cache
def decoder(hint: Any) -> Decode:
    """A function from JSON back to the value of that type."""
    if get_origin(hint) in (Union, UnionType):
        inner = decoder(_bare(hint))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        parts = {name: decoder(part) for name, part in hints(hint).items()}
        return lambda value: hint(**{name: part(value[name]) for name, part in parts.items()})
    known: dict[Any, Decode] = {bool: bool, float: float, date: date.fromisoformat, datetime: datetime.fromisoformat}
    return known.get(hint, _as_it_is)


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decode:
    if arguments[-1] is Ellipsis:
        item = decoder(arguments[0])
        return lambda value: tuple(item(each) for each in value)
    items = tuple(decoder(argument) for argument in arguments)
    return lambda value: tuple(part(each) for part, each in zip(items, value, strict=True))


def _as_it_is(value: Any) -> Any:
    return value


def _bare(hint: Any) -> Any:
    """The type without "or None"; a Literal is the type of its first word."""
    if get_origin(hint) in (Union, UnionType):
        return _bare(next(argument for argument in get_args(hint) if argument is not type(None)))
    if get_origin(hint) is Literal:
        return type(get_args(hint)[0])
    return hint


def _text(value: Any) -> Any:
    """SQLite takes UTF-8 only; a text with half a surrogate pair is kept as bytes."""
    if isinstance(value, str) and not _is_utf8(value):
        return value.encode("utf-8", "surrogatepass")
    return value


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
