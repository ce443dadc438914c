"""HTML pages."""

from __future__ import annotations

from datetime import date

from entente.reading.html import read_html
from entente.records import Document

BODY = "The ministers of both countries met in the old harbour on Tuesday and spoke about the border for two hours. "
PAGE = f"""<html><head><title>Talks open | The Harbour Post</title>
<meta charset="windows-1252">
<meta property="og:title" content="Talks open in the harbour"><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Anna Berg"><meta property="article:published_time" content="2015-11-27T08:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks open in the harbour</h1>
<p>{BODY * 3}</p><p>The caf\xe9 was closed. {BODY}</p></article><footer>All rights reserved</footer></body></html>"""


def test_main_text_and_fields() -> None:
    """A page's text is its article without menus, and its fields come from the page's own data."""
    (document,) = read_html(PAGE.encode("utf-8"), "a.html")
    assert isinstance(document, Document)
    assert BODY.strip() in document.text and "Home" not in document.text
    assert (document.outlet, document.author, document.published) == (
        "The Harbour Post",
        "Anna Berg",
        date(2015, 11, 27),
    )
    assert dict(document.known)["published"] == "the page's own data"


def test_declared_encoding() -> None:
    """A page that is no UTF-8 is read in the encoding it names, and that is no repair."""
    (document,) = read_html(PAGE.encode("cp1252"), "a.html")
    assert isinstance(document, Document)
    assert "caf\xe9" in document.text and "repaired" not in dict(document.known)
