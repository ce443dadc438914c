"""Entente: from many outlets' reports to who did what to whom, with the words that say so.

Three verbs, each of which gives the records of `entente.records`:

    entente.code(document)          one document → all that it says by itself
    entente.read(paths, into=...)   files and folders → a casebook, open to look into
    entente.open(casebook)          a casebook that was made before

All raise `entente.errors.BadInput` on what cannot be used; the message says what, where and what to do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from entente.flow import CodedDocument
    from entente.views import Contents

__version__ = "0.1.0"
__all__ = ["__version__", "code", "open", "read"]

StrPath = str | os.PathLike[str]


def code(document: Mapping[str, object] | str) -> CodedDocument:
    """One document → its Segments, Sentences, Mentions, Events, Times, Quotations and Quantities, in text order.

    Takes the text itself, or a mapping with "text" and, where they are known, "id", "published" (ISO day),
    "outlet", "title", "url", "author" and "language". The first call loads the parser, about a second.
    """
    from entente import flow, reading
    from entente.errors import BadInput

    mapping = {"text": document} if isinstance(document, str) else document
    found = reading.document_from_mapping(mapping, "the document")
    if isinstance(found, str):
        raise BadInput(found)
    return flow.coder()(found)


def read(
    paths: Iterable[StrPath] | StrPath,
    into: StrPath | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> Contents:
    """Files and folders → a casebook with their documents, actors, stories and relations.

    `into` names the casebook's file, made where it does not exist; what stands in it already is passed
    over. Without `into` the casebook is a temporary file that goes when the Contents do. `progress` is
    told how many documents are done and which was the last. Closes the file in a `with`.
    """
    from entente import flow
    from entente.views import open_contents

    if into is not None:
        flow.read_into(paths, into, progress)
        return open_contents(into)
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="entente-")
    try:
        path = f"{folder.name}/casebook.entente"
        flow.read_into(paths, path, progress)
        return open_contents(path, then=folder.cleanup)
    except BaseException:
        folder.cleanup()
        raise


def open(casebook: StrPath) -> Contents:
    """A casebook, to look into: `contents.stories`, `contents.events`, `contents.story(id)` and so on."""
    from entente.views import open_contents

    return open_contents(casebook)
