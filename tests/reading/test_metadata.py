"""What a text tells about itself."""

from __future__ import annotations

from datetime import date

import pytest

from entente.lexicons.datelines import date_line, opening_dateline
from entente.reading.metadata import Given, compose
from entente.records import Document

BODY = (
    "The ministers of both countries met in the old harbour on 12 March 2014 and spoke about the border for two hours."
)


def of(text: str) -> Document:
    """The document of a plain text."""
    return compose(text, Given("a.txt", "a.txt"))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("November 27, 2015 07:21", date(2015, 11, 27)),
        ("28 November 2015", date(2015, 11, 28)),
        ("Friday, 27th of November 2015, 7:21 am GMT", date(2015, 11, 27)),
        ("2015-11-27T07:21:00Z", date(2015, 11, 27)),
        ("Published: 27 Nov. 2015", date(2015, 11, 27)),
        ("27/11/2015 - 10:12", date(2015, 11, 27)),
        ("11/27/2015 10:12 PM", date(2015, 11, 27)),
        ("03.04.2015", date(2015, 4, 3)),
        ("Updated Nov. 29, 2015 | Published Nov. 27, 2015", date(2015, 11, 27)),
        ("By Anna Berg | 27 November 2015", date(2015, 11, 27)),
        ("Text by A. Berg | Posted on 27-11-2015 - Modified 29-11-2015", date(2015, 11, 27)),
        ("Oldport, 27 November 2015", date(2015, 11, 27)),
    ],
)
def test_a_line_that_dates_the_page(line: str, day: date) -> None:
    """A date alone on its line, behind a label or beside a name is the day of publication."""
    assert of(f"Ministers of both lands open talks\n{line}\n\n{BODY}\n").published == day


@pytest.mark.parametrize("line", ["03/04/2015", "27 November", "November 2015", "He leaves on 26 November 2015."])
def test_a_date_that_stays_open(line: str) -> None:
    """A date without a year, one whose day may be its month, and one inside a sentence leave the day open."""
    assert of(f"Ministers of both lands open talks\n{line}\n\n{BODY}\n").published is None


def test_a_date_in_the_body_is_not_the_pages() -> None:
    """A date in a body sentence, and one on a line far below the start, is never the day of publication."""
    assert (
        of(f"Ministers of both lands open talks\n\n{BODY}\n{BODY}\n{BODY}\n22 August 2018\n{BODY}\n").published is None
    )


def test_a_date_on_the_last_line() -> None:
    """Where nothing above gives a day, a last line that is only a date does."""
    assert of(f"Ministers open talks at last\n\n{BODY}\n{BODY}\n27 November 2015\n").published == date(2015, 11, 27)


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "day"),
    [
        ("OLDPORT, Oct 10 (Reuters) - The minister", "OLDPORT, Oct 10 (Reuters) - ", "Reuters", None),
        ("OLDPORT, Oct 10, 2015 (AFP) - The minister", "OLDPORT, Oct 10, 2015 (AFP) - ", "AFP", date(2015, 10, 10)),
        ("OLDPORT \N{EM DASH} The minister", "OLDPORT \N{EM DASH} ", "", None),
        ("(Reuters) - The minister", "(Reuters) - ", "Reuters", None),
    ],
)
def test_place_line(paragraph: str, place: str, agency: str, day: date | None) -> None:
    """A place line opens the report, ends behind its dash, and dates it only with a year."""
    assert opening_dateline(paragraph) == (len(place), agency, day)


@pytest.mark.parametrize("paragraph", ["Berg - who was there - said", "The minister - a man", "Talks - again"])
def test_a_dash_makes_no_place_line(paragraph: str) -> None:
    """A dash behind words that are no place in capitals, no agency and no date opens no report."""
    assert opening_dateline(paragraph) is None


def test_a_sentence_is_no_date_line() -> None:
    """A sentence with a date in it does not date the page."""
    assert not date_line("The king of Borduria will travel to Oldport on 26 November 2015 to meet the queen")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Skip to main content\n\nKing and queen settle their quarrel\n\n" + BODY,
            "King and queen settle their quarrel",
        ),
        ("\n\n# King settles quarrel in Oldport\n\n" + BODY, "King settles quarrel in Oldport"),
        ("Home | World | Sports\nWorld\nKing settles quarrel in Oldport\n" + BODY, "King settles quarrel in Oldport"),
        ("King settles quarrel | The Post\nKing settles quarrel\n" + BODY, "King settles quarrel"),
        (BODY + "\n\nBackground\n\n" + BODY, ""),
        ("King settles quarrel", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    """The title is the first short line without a full stop that leads nowhere else; prose at the start gives none."""
    assert of(text).title == title


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"King settles quarrel\n\nOLDPORT (Reuters) - {BODY}", "Reuters"),
        (
            f"King settles quarrel\n\n{BODY}\n\n"
            "Copyright \N{COPYRIGHT SIGN} 2015 The Harbour Post. All rights reserved.",
            "The Harbour Post",
        ),
        (f"King settles quarrel\nSource: Harbour Radio\n\n{BODY}", "Harbour Radio"),
        (f"King settles quarrel - The Post\nKing settles quarrel\n{BODY}", "The Post"),
        (f"King settles quarrel\n\nDaily newsletter\n\n{BODY}", ""),
    ],
)
def test_outlet(text: str, outlet: str) -> None:
    """The outlet is what the text says of itself, and open where it says nothing."""
    assert of(text).outlet == outlet


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Berg in Oldport\n", "Anna Berg"),
        ("By ANNA BERG and Jan de Wit\n", "ANNA BERG and Jan de Wit"),
        ("Jan de Wit\n27 November 2015\n", "Jan de Wit"),
        ("By Saturday\n", ""),
        ("Jan de Wit\n", ""),
    ],
)
def test_author(line: str, author: str) -> None:
    """The author stands behind "By", or alone between the title and the date."""
    assert of(f"King settles quarrel with queen\n{line}\n{BODY}\n{BODY}").author == author
