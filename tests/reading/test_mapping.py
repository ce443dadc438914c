"""JSON values that are documents, and that are none."""

from __future__ import annotations

from datetime import date

import pytest

from entente.reading import document_from_mapping, remarks
from entente.records import Document


@pytest.mark.parametrize(
    "value", [None, 3, "text", ["text"], {}, {"id": "a"}, {"text": None}, {"text": 3}, {"text": ["a"]}]
)
def test_no_document(value: object) -> None:
    """What has no text as a string gives one sentence with the place and what to do."""
    found = document_from_mapping(value, "in.jsonl:3")
    assert isinstance(found, str) and found.startswith("in.jsonl:3: ") and ";" in found


def test_given_fields_stand() -> None:
    """Given fields are taken as they are; only what is missing is looked for in the text."""
    found = document_from_mapping(
        {
            "id": "a1",
            "text": "King settles quarrel with queen\n\nThey met.",
            "title": "Peace",
            "language": "en-GB",
            "published": "2015-11-27",
            "url": "http://example.org/1",
        },
        "in:1",
    )
    assert isinstance(found, Document)
    assert (found.given_id, found.title, found.language, found.published) == ("a1", "Peace", "en", date(2015, 11, 27))
    assert dict(found.known)["title"] == "given"
    assert found.outlet == "example.org" and found.path == "-" and found.source == "in:1"


def test_text_keeps_its_offsets() -> None:
    """The text is the given one, character for character; half a surrogate pair is mended in place and told."""
    found = document_from_mapping({"text": " a\ud800b \N{GRINNING FACE} "}, "in:1")
    assert isinstance(found, Document)
    assert found.text == " a\N{REPLACEMENT CHARACTER}b \N{GRINNING FACE} "
    assert "character 2" in next(remarks(found)).detail


@pytest.mark.parametrize(
    ("field", "value"), [("published", "soon"), ("published", "03/04/2015"), ("outlet", 3), ("title", [])]
)
def test_a_field_that_cannot_be_used(field: str, value: object) -> None:
    """An optional field of the wrong kind stays open and is told; the document is kept."""
    found = document_from_mapping({"text": "They met in the harbour.", field: value}, "in:1")
    assert isinstance(found, Document)
    assert not getattr(found, field) and [field in reject.detail for reject in remarks(found)] == [True]
