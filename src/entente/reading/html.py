"""An HTML page → its Document: the main text without menus, comments and notices."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date

from entente.reading.encoding import decode
from entente.reading.metadata import Given, compose
from entente.records import Document, Reject

HOW = "the page's own data"


def read_html(data: bytes, path: str) -> Iterator[Document | Reject]:
    """The bytes of a page → one Document whose text is trafilatura's main text; a page without any gives a Reject."""
    import trafilatura

    for name in (
        "trafilatura",
        "htmldate",
        "courlan",
    ):  # a page without text is told as a Reject, not on standard error
        logging.getLogger(name).addHandler(logging.NullHandler())
    decoded = decode(data, declared=True)
    found = trafilatura.bare_extraction(
        decoded.text,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = (getattr(found, "text", None) or "") if found is not None else ""
    if found is None or not text.strip():
        yield Reject(
            path, "read", "HTML without text", f"{path}: no article was found in the page; save the article itself"
        )
        return
    yield compose(
        text,
        Given(
            path,
            path,
            how=HOW,
            outlet=_value(found, "sitename"),
            url=_value(found, "url"),
            title=_value(found, "title"),
            author=_value(found, "author"),
            published=_day(_value(found, "date")),
            repairs=(decoded.repair,) if decoded.repair else (),
        ),
    )


def _value(found: object, field: str) -> str:
    value = getattr(found, field, None)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
