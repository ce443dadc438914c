"""Records made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entente.records import (
    NEVER_SAID,
    Actor,
    Arrangement,
    Document,
    Event,
    Evidence,
    Link,
    Mention,
    Period,
    Place,
    Quantity,
    Quotation,
    Reject,
    Relation,
    Segment,
    Sentence,
    Story,
    Time,
    Token,
    When,
)

TEXT = "Freedonia expelled two Sylvanian envoys. “Enough,” François said."
DAY = When(date(2015, 11, 26), date(2015, 11, 27), "day", "relative")
PLACE = Place("Zenda", "Zenda", "RUR", "", None, "city", 50.5, None)


@pytest.fixture
def document() -> Document:
    """One article."""
    return Document("d1", "a1", "news/1.txt", "news/1.txt", "The Zenda Post", "https://zenda.example/1", "Envoys out",
                    "", date(2015, 11, 27), "en", TEXT, (("published", "given"),))


@pytest.fixture
def coded() -> tuple[object, ...]:
    """One of each kind that belongs to a document, with every field of every kind filled once and left open once."""
    words = (Token(0, 0, 9, "Freedonia", "Freedonia", "PROPN", "NNP", 1, "nsubj"),
             Token(1, 10, 18, "expelled", "expel", "VERB", "VBD", 1, "root"))
    trigger, whole = Evidence("d1", 10, 18, "expelled"), Evidence("d1", 0, 40, TEXT[:40])
    return (
        Segment(0, 40, "body", ("The Zenda Post", "R. Hentzau")),
        Segment(41, len(TEXT), "body", ()),
        Sentence("s1", "d1", 0, 0, 40, 0, words),
        Mention("m1", "s1", Evidence("d1", 0, 9, "Freedonia"), "name", "", "fre", "Freedonia", "FRE", ("GOV",)),
        Mention("m2", "s1", Evidence("d1", 23, 39, "Sylvanian envoys"), "group", "m1", "", "envoys", "", ()),
        Event("e1", "s1", "COERCE", "COERCE", "deport", ("diplomatic",), "174", -5.0,
              (("actor", "m1"), ("recipient", "m2")),
              "happened", "affirmed", True, ("m1",), ("R. Hentzau",), DAY, PLACE, whole, trigger, "coerce.expel", 1.0),
        Event("e2", "s1", "REJECT", "REJECT", None, (), "120", None, (), "planned", "denied", False, (), (), NEVER_SAID,
              None, whole, trigger, "reject.enough", 0.5),
        Time(0, 4, "1999", "DATE", "1999", date(1999, 1, 1), date(2000, 1, 1), False),
        Time(5, 8, "now", "DATE", "PRESENT_REF", None, None, True),
        Quotation(Evidence("d1", 42, 49, "Enough,"), True, "m1", Evidence("d1", 60, 64, "said"), "", "q1"),
        Quotation(Evidence("d1", 42, 49, "Enough,"), False, "", None, "m2", "q2"),
        Quantity(19, 22, "two", 2.0, None, 2.5, "people", "envoys"),
    )


@pytest.fixture
def folded() -> tuple[object, ...]:
    """One of each kind that is computed from all documents."""
    return (
        Actor("fre", "Freedonia", "state", "FRE", ("GOV",), "fre", ("m1",)),
        Link("d1", "d2", "copy", "same", 0.9, ("40 runs in common",), "copies"),
        Story("e1", "COERCE", "deport", "174", "Freedonia deports envoys", ("fre",), ("syl",), DAY, PLACE, "happened",
              "affirmed", ("e1", "e9"), ("The Zenda Post",), 1,
              (("when", "2015-11-26", ("e1",)), ("when", "open", ("e9",)))),
        Relation("fre", "syl", "cooling", 0.0, -7.0, date(2015, 11, 26), None,
                 (Period(date(2015, 11, 23), date(2015, 11, 30), 0.0, -7.0, ("e1",)),), ("e1",)),
        Arrangement("a1", "zone", "the zone", (("fre", "member"),), "in force", NEVER_SAID,
                    (Evidence("d1", 0, 9, "Freedonia"),), ("e1",)),
    )


@pytest.fixture
def judgement() -> Link:
    """What a person said."""
    return Link("e1", "e2", "story", "different", 1.0, ("two acts",), "r.hentzau",
                datetime(2016, 1, 2, 3, 4, 5, tzinfo=UTC))


@pytest.fixture
def reject() -> Reject:
    """A file that could not be used."""
    return Reject("news/2.txt", "read", "the file is empty", "news/2.txt: 0 bytes")

