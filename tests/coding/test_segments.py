"""What each paragraph is, and whose words it holds."""

from __future__ import annotations

from datetime import date

import pytest

from entente.coding.segments import segments
from entente.records import Document, Segment

TITLE = "Borduria and Syldavia open talks on their border"
ONE = "The ministers of both countries met in the old harbour on Tuesday and spoke about the border for two hours."
TWO = "Borduria's minister said the fence would come down before the winter."
THREE = '"We want peace and you will see that we keep our word," the minister told reporters after the meeting.'


def document(text: str, **fields: object) -> Document:
    """A document of a text, with nothing else known."""
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


def kinds(*paragraphs: str, **fields: object) -> list[tuple[str, str]]:
    """The kind and the words of each segment."""
    found = document("\n\n".join(paragraphs), **fields)
    return [(segment.kind, found.text[segment.start : segment.end]) for segment in segments(found)]


def kind_of(line: str, *paragraphs: str, **fields: object) -> list[str]:
    """The kinds of the segments that are just the line."""
    return [kind for kind, text in kinds(*paragraphs, **fields) if text == line]


@pytest.mark.parametrize("text", [f"{TITLE}\n\n\n {ONE} \r\n\t{TWO}\n\n{THREE}", ONE, "a", f"\n\n# {TITLE}\n\n{ONE}"])
def test_all_that_is_not_blank_is_covered_once(text: str) -> None:
    """Segments stand in text order, do not overlap, and leave out blanks only."""
    found = segments(document(text))
    covered = [index for segment in found for index in range(segment.start, segment.end)]
    assert len(covered) == len(set(covered)) and covered == sorted(covered)
    assert not "".join(letter for index, letter in enumerate(text) if index not in set(covered)).strip()


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_blanks_give_nothing(text: str) -> None:
    """A text of blanks has no segments."""
    assert segments(document(text)) == ()


def test_a_lone_line_is_body() -> None:
    """A text of one line is body, with or without its stop."""
    assert [segment.kind for segment in segments(document("Borduria attacks Syldavia"))] == ["body"]


def test_front_of_a_page() -> None:
    """Menu, title, deck, name, date and body are told apart by their shape and order."""
    found = kinds(
        "Skip to main content",
        TITLE,
        "The two sides still differ over the price of fish",
        "Jan de Wit",
        "27 November 2015",
        "2 minute read",
        ONE,
        TWO,
        title=TITLE,
    )
    assert [kind for kind, _ in found] == [
        "boilerplate",
        "title",
        "deck",
        "dateline",
        "dateline",
        "boilerplate",
        "body",
        "body",
    ]


def test_a_title_told_again() -> None:
    """The first line with the title is the title; its repeat, alone or with the outlet, is boilerplate."""
    found = kinds(TITLE, f"{TITLE} | The Post", TITLE, ONE, TWO, title=TITLE)
    assert [kind for kind, _ in found] == ["title", "boilerplate", "boilerplate", "body", "body"]


def test_markdown_signs_are_no_part_of_the_title() -> None:
    """The sign of a Markdown heading is a segment of its own, so that the title reads as a sentence."""
    assert kinds(f"# {TITLE}", ONE, TWO)[:2] == [("boilerplate", "#"), ("title", TITLE)]


def test_place_line_before_the_report() -> None:
    """The place line that opens the report is a dateline of its own."""
    assert kinds(TITLE, f"OLDPORT, Oct 10 (Reuters) - {ONE}", TWO)[1:3] == [
        ("dateline", "OLDPORT, Oct 10 (Reuters) -"),
        ("body", ONE),
    ]


APPEAL = (
    "Dear Reader,",
    "As you know, more people read our pages than ever. Many newspapers hide behind a paywall; we keep our journalism "
    "open to you, and we need our readers for that.",
    "For $4 a month you will receive these gifts:",
    "  \N{BULLET} A paper without ads",
    "  \N{BULLET} The monthly magazine",
    "Help us go on telling the story of the harbour.",
    "Thank you,",
    "Olga Stern, Editor, The Post",
    "GET YOUR PAPER FOR 4$ PER MONTH Not now",
)


def test_an_appeal_with_all_its_parts() -> None:
    """An appeal for money is boilerplate from its greeting to its signature, and the report around it stays body."""
    found = kinds(TITLE, ONE, *APPEAL, TWO, THREE, title=TITLE)
    assert [kind for kind, _ in found] == ["title", "body", *["boilerplate"] * len(APPEAL), "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Hear it before your neighbours do - Follow our Facebook page.",
        "Daily newsletterGet the news of the harbour every morning",
        "Subscribe to our newsletter",
        "Copyright 2015 The Post. All rights reserved.",
        "Home | World | Sports",
        "Share this article",
        "https://example.org/a/b",
        "**[example.org/contact](http://example.org/contact)**",
        "The page that you requested is not available in your country.",
    ],
)
def test_lines_that_are_no_report(line: str) -> None:
    """Sign-up lines, rights, menus, addresses and notices are boilerplate wherever they stand."""
    assert kind_of(line, TITLE, ONE, line, TWO, THREE) == ["boilerplate"]
    assert kind_of(line, TITLE, ONE, TWO, THREE, line) == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        THREE,
        "``You will join our alliance,'' the queen told Borduria. ''We support you and your readers.''",
        "We must not let Syldavia down, and we should say so.",
        "The downing came as no surprise to me, nor should it to you: I warned of it a month ago.",
        "The king visited Oldport, and Facebook was blocked for a week.",
        "Borduria will donate $5 million a month to the harbour.",
        "Gov. Olga Stern (R) supported the plan.",
        "Putting it off is no answer. We know that.",
        "Peace at last.",
    ],
)
def test_sentences_of_a_report_stay_body(line: str) -> None:
    """Quoted speech, opinion in the first person, sums and web names in a report are not taken for an appeal."""
    assert kind_of(line, TITLE, ONE, line, TWO) == ["body"]


def test_behind_the_body() -> None:
    """A missing page, a contact line with its address and stray labels behind the last sentence are boilerplate."""
    tail = (
        "Page not found",
        "The content you asked for does not exist or is not available.",
        "To contact the paper visit:",
        "www.example.org",
    )
    assert [kind for kind, _ in kinds(TITLE, ONE, TWO, *tail)[3:]] == ["boilerplate"] * 4


@pytest.mark.parametrize("header", [("Related articles",), ()])
def test_other_articles_behind_the_body(header: tuple[str, ...]) -> None:
    """Headings dated in another month or year than the document are other articles, with or without a header."""
    tail = (*header, "Syldavia", "August 22, 2018", "Syldavia seeks prison for poet")
    found = kinds(TITLE, "27 November 2015", ONE, TWO, *tail, published=date(2015, 11, 27))
    assert [kind for kind, _ in found[4:]] == ["boilerplate"] * len(tail)


def test_the_report_goes_on_behind_a_link() -> None:
    """A pointer to another article inside the report takes nothing of the report with it."""
    found = kinds(TITLE, ONE, "Related: Syldavia seeks prison for poet", TWO, THREE)
    assert [kind for kind, _ in found] == ["title", "body", "boilerplate", "body", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The king of Borduria greets the queen in Oldport",
            "The king of Borduria greets the queen in Oldport Reuters/Jan Wit",
        ),
        ("King Ottokar (R) and Queen Olga in the harbour . (photo credit: REUTERS)",),
        ("King Ottokar greets the queen in this file photo by Harbour News. They will meet again.",),
        ("The harbour of Oldport at dawn AFP PHOTO / JAN WIT",),
    ],
)
def test_captions(lines: tuple[str, ...]) -> None:
    """A credit, a file photo, and a line told twice in a row are captions."""
    assert [kind for kind, _ in kinds(TITLE, *lines, ONE, TWO, title=TITLE)] == [
        "title",
        *["caption"] * len(lines),
        "body",
        "body",
    ]


def test_a_caption_beside_a_lost_picture() -> None:
    """A sentence without its stop beside the gap of a lost picture is a caption."""
    line = "The king greets a crowd of fishermen who had waited for him since the early morning"
    found = segments(document(f"{TITLE}\n\n{ONE}\n\n\n{line}\n\n{TWO}\n\n{THREE}"))
    assert [segment.kind for segment in found] == ["title", "body", "caption", "body", "body"]


def test_headings_inside_the_body() -> None:
    """A heading between paragraphs is a title; a list item and an unfinished sentence are body."""
    found = kinds(
        TITLE, ONE, "Why Did the Fence Fall?", TWO, "1) fifty votes are enough", "2) the rest does not matter", THREE
    )
    assert [kind for kind, _ in found] == ["title", "body", "title", "body", "body", "body", "body"]


def test_a_paragraph_broken_in_the_middle() -> None:
    """Two halves of a paragraph are one segment, where the second goes on in lower case or the first ends in "by"."""
    halves = (
        "The fence along the whole of the northern border between the countries had been paid for by",
        "Borduria, the minister said.",
    )
    lower = (
        "The fence along the whole of the northern border between the countries was absolutely",
        "necessary, he said.",
    )
    assert [kind for kind, _ in kinds(TITLE, ONE, *halves, *lower, TWO)] == ["title", "body", "body", "body", "body"]


def test_lines_wrapped_by_hand() -> None:
    """Lines that ended because the next word did not fit are one paragraph."""
    text = (
        "Borduria and Syldavia open talks\n\n"
        "The ministers of both countries met in the old\nharbour on Tuesday and spoke "
        "about the border\nfor two hours. Borduria's minister said that the\n"
        "fence would come down before the winter.\n\n"
        "Nobody else was in the room.\n"
    )
    assert [segment.kind for segment in segments(document(text))] == ["title", "body", "body"]


def test_an_unknown_outlet() -> None:
    """Where the outlet is unknown its voice is "outlet"."""
    assert segments(document(ONE)) == (Segment(0, len(ONE), "body", ("outlet",)),)
