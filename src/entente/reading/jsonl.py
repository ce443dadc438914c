"""JSON and JSON Lines → Documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from entente.lexicons.datelines import stamps
from entente.reading.encoding import Decoded, decode, mended
from entente.reading.metadata import Given, compose
from entente.records import Document, Reject

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_FIELDS = ("outlet", "url", "title", "author")


def read_json(data: bytes, path: str) -> Iterator[Document | Reject]:
    """The bytes of a .json file, one object or a list of objects → its Documents in order."""
    decoded = decode(data)
    parsed = parse(decoded.text, path)
    if isinstance(parsed, str):
        yield Reject(path, "read", "broken JSON", parsed)
    elif isinstance(parsed[0], list):
        if not parsed[0]:
            yield Reject(path, "read", "the list is empty", f"{path}: no document; remove it or fill it")
        for number, item in enumerate(parsed[0], 1):
            yield from _one(item, f"{path}:{number}", path, decoded)
    else:
        yield from _one(parsed[0], path, path, decoded)


def read_jsonl(rows: Iterable[bytes], path: str) -> Iterator[Document | Reject]:
    """The lines of a .jsonl file → its Documents; lazy, one line at a time. A line that is none gives a Reject."""
    number = 0
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        where = f"{path}:{number}"
        decoded = decode(row)
        parsed = parse(decoded.text, where)
        if isinstance(parsed, str):
            yield Reject(path, "read", "broken JSON", parsed)
        else:
            yield from _one(parsed[0], where, path, decoded)


def parse(text: str, where: str) -> tuple[object] | str:
    """JSON text → its value in a tuple, or one clear sentence on what is wrong and where."""
    try:
        return (json.loads(text),)
    except json.JSONDecodeError as error:
        return (
            f"{where}: {error.msg} at line {error.lineno}, column {error.colno}; write the document as one JSON object"
        )
    except (ValueError, RecursionError) as error:
        return f"{where}: the JSON cannot be read ({error}); write the document as one JSON object"


def _one(value: object, where: str, path: str, decoded: Decoded) -> Iterator[Document | Reject]:
    repairs = (decoded.repair,) if decoded.repair else ()
    found = document_from_mapping(value, where, path, repairs)
    if isinstance(found, str):
        yield Reject(path, "read", "not a document", found)
    elif not found.text.strip():
        yield Reject(path, "read", "the text holds only blanks", f"{where}: no text; remove it or fill it")
    else:
        yield found


def document_from_mapping(
    mapping: object, where: str, path: str = "-", repairs: tuple[str, ...] = ()
) -> Document | str:
    """A JSON value → its Document, or one sentence on what was found instead, where, and what to do.

    `where` becomes the Document's source ("input.jsonl:3"), `path` the path as given in. Only `text` is
    required; an optional field that is no text, and a day that is no date, stay open and are told as repairs.
    """
    if not isinstance(mapping, Mapping):
        return f'{where}: {_kind(mapping)} was found and not an object; write {{"id": …, "text": …}}'
    if "text" not in mapping:
        return f'{where}: the object has no "text"; add the article\'s words as "text"'
    if not isinstance(mapping["text"], str):
        return f'{where}: "text" is {_kind(mapping["text"])} and not a string; write the article\'s words as one string'
    told = list(repairs)
    text = mended(mapping["text"])
    if text.repair:
        told.append(text.repair)
    fields = {field: _field(mapping, field, told) for field in _FIELDS}
    language = _LANGUAGE.fullmatch(_field(mapping, "language", told))
    return compose(
        text.text,
        Given(
            path,
            where,
            given_id=_field(mapping, "id", told),
            published=_published(mapping, told),
            language=language[1].lower() if language else "",
            repairs=tuple(told),
            **fields,
        ),
    )


def _field(mapping: Mapping[str, object], field: str, told: list[str]) -> str:
    value = mapping.get(field)
    if isinstance(value, str):
        return mended(value).text.strip() if field != "id" else mended(value).text
    if isinstance(value, int) and not isinstance(value, bool) and field == "id":
        return str(value)
    if value is not None:
        told.append(f'"{field}" is {_kind(value)} and not a string, so it is left open')
    return ""


def _published(mapping: Mapping[str, object], told: list[str]) -> date | None:
    """An ISO day or moment (moments in UTC), or a date as newspapers write it; None where it leaves the day open."""
    written = _field(mapping, "published", told).strip()
    if not written:
        return None
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        day = next((stamp.day for stamp in stamps(written)), None)
    if day is None:
        told.append(f'"published" “{written[:40]}” is no day, so it is left open; write 2015-11-27')
    return day


def _kind(value: object) -> str:
    names = {
        type(None): "null",
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
    }
    return names.get(type(value), "an object")
