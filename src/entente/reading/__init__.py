"""Files and folders → Documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from entente.reading.discover import Found, discover
from entente.reading.encoding import HEADER_BYTES, binary
from entente.reading.html import read_html
from entente.reading.jsonl import document_from_mapping, parse, read_json, read_jsonl
from entente.reading.metadata import remarks
from entente.reading.text import read_text
from entente.records import Document, Reject

__all__ = ["document_from_mapping", "parse", "read", "remarks"]

_READERS = {".txt": read_text, ".md": read_text, ".html": read_html, ".htm": read_html, ".json": read_json}


def read(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> Iterator[Document | Reject]:
    """Files and folders → their Documents, each followed by a Reject for what a reader must know of it.

    Lazy, in the order of `discover`; a file that gives no document gives a Reject. Raises BadInput at
    the call, before the first Document, on a path that does not exist, a file named outright that is of
    another kind, and a folder without any document.
    """
    return _documents(discover(paths))


def _documents(found: Iterable[Found | Reject]) -> Iterator[Document | Reject]:
    for item in found:
        for record in (item,) if isinstance(item, Reject) else _file(item):
            yield record
            if isinstance(record, Document):
                yield from remarks(record)


def _file(found: Found) -> Iterator[Document | Reject]:
    try:
        with found.path.open("rb") as file:
            header = file.read(HEADER_BYTES)
            if not header:
                yield Reject(found.given, "read", "the file is empty", f"{found.given}: 0 bytes; remove it or fill it")
            elif binary(header):
                yield _no_text(found)
            elif found.path.suffix.lower() == ".jsonl":
                file.seek(0)
                yield from read_jsonl(file, found.given)
            else:
                data = header + file.read()
                yield from (
                    (_no_text(found),) if binary(data) else _READERS[found.path.suffix.lower()](data, found.given)
                )
    except OSError as error:
        yield Reject(
            found.given, "read", "the file cannot be opened", f"{found.given}: {error.strerror}; check its permissions"
        )


def _no_text(found: Found) -> Reject:
    return Reject(found.given, "read", "the file is binary and no text", f"{found.given}: convert it to UTF-8 text")
