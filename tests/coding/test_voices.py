"""Whose words a paragraph holds."""

from __future__ import annotations

import pytest

from entente.coding.segments import segments
from entente.records import Document

TITLE = "Borduria and Syldavia open talks on their border"
ONE = "The ministers of both countries met in the old harbour on Tuesday and spoke about the border for two hours."
TWO = "Borduria's minister said the fence would come down before the winter."
THREE = '"We want peace and you will see that we keep our word," the minister told reporters after the meeting.'


def _document(text: str, **fields: object) -> Document:
    values: dict[str, object] = {
        "id": "d",
        "given_id": "",
        "path": "a.txt",
        "source": "a.txt",
        "outlet": "",
        "url": "",
        "title": "",
        "author": "",
        "published": None,
        "language": "en",
        "text": text,
        **fields,
    }
    return Document(**values)  # type: ignore[arg-type]


def voices(*paragraphs: str) -> list[tuple[str, ...]]:
    """The voice of each segment."""
    return [segment.voice for segment in segments(_document("\n\n".join(paragraphs), title=TITLE, outlet="The Post"))]


def test_an_announced_author_speaks() -> None:
    """Paragraphs behind an announcement are the author's until the text speaks of the author again."""
    assert voices(
        TITLE, "The historian Dr. Anna Berg, writes in her blog:", ONE, TWO, "Berg knows the harbour well.", TWO
    ) == [
        ("The Post",),
        ("The Post",),
        ("The Post", "Anna Berg"),
        ("The Post", "Anna Berg"),
        ("The Post",),
        ("The Post",),
    ]


def test_a_known_author_by_surname() -> None:
    """A surname announces an author whom the text has named in full."""
    assert voices(TITLE, "Anna Berg wrote to us on Monday.", "But Berg explains why that matters:", ONE)[-1] == (
        "The Post",
        "Anna Berg",
    )


def test_a_translated_article() -> None:
    """A translated article is its source's, with its own title, until it trails off."""
    found = voices(
        TITLE,
        ONE,
        "Berg also translated the article from Le Phare's website:",
        "Queen and king draw closer at last",
        "The queen will travel on Monday. Well then..",
        TWO,
    )
    assert found[2:] == [("The Post",), ("The Post", "Le Phare"), ("The Post", "Le Phare"), ("The Post",)]


def test_a_passage_within_a_passage() -> None:
    """An announcement inside a passage nests, outermost first."""
    found = voices(TITLE, "Anna Berg writes:", "The poet Olga Stern wrote in an article:", ONE, "Stern is right.")
    assert found[1:] == [
        ("The Post",),
        ("The Post", "Anna Berg"),
        ("The Post", "Anna Berg", "Olga Stern"),
        ("The Post", "Anna Berg"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The minister, Anna Berg, said:", THREE),
        ("Anna Berg writes:", '"The fence will fall," and nothing more.'),
        ("The points discussed included:", ONE),
        ("The ministry explains:", ONE),
        ("Anna Berg told reporters:", ONE),
    ],
)
def test_nothing_is_announced(paragraphs: tuple[str, ...]) -> None:
    """A quotation, a list, a ministry and plain saying give no embedded author."""
    assert set(voices(TITLE, ONE, *paragraphs)) == {("The Post",)}


def test_an_editors_note_does_not_end_a_passage() -> None:
    """A note in square brackets may name the author without ending the passage."""
    found = voices(TITLE, "Anna Berg writes:", f"{ONE} [we differ with Berg here - OS]", TWO)
    assert found[2:] == [("The Post", "Anna Berg")] * 2
