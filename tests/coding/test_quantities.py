"""Numbers of something, and numbers of nothing."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from entente.coding.numbers import numbers
from entente.coding.quantities import quantities
from entente.records import Document, Quantity, Segment

MODEL = Path(str(resources.files("entente"))) / "data" / "models" / "news-en-1"
needs_parser = pytest.mark.skipif(not MODEL.exists(), reason="the language pipeline is not installed")


def read(text: str) -> tuple[Quantity, ...]:
    """The quantities of a made-up paragraph."""
    from entente.parsing import load, parse

    document = Document("d1", "", "", "", "", "", "", "", None, "en", text)
    segments = (Segment(0, len(text), "body", ("outlet",)),)
    return quantities(document, parse(document, segments, load()))


@pytest.mark.parametrize(("text", "value", "low", "high", "unit"), [
    ("55,638", 55638, None, None, ""),
    ("more than 100", None, 100, None, ""),
    ("at least three", None, 3, None, ""),
    ("20 or more", None, 20, None, ""),
    ("up to 20", None, None, 20, ""),
    ("nearly 400", 400, None, 400, ""),
    ("about 1,000", 1000, None, None, ""),
    ("dozens", None, 24, None, ""),
    ("tens of thousands", None, 20000, None, ""),
    ("twenty-five", 25, None, None, ""),
    ("two hundred and five", 205, None, None, ""),
    ("92%", 92, None, None, "percent"),
    ("92 per cent", 92, None, None, "percent"),
    ("four in 10", 40, None, None, "percent"),
    ("€5 million", 5e6, None, None, "EUR"),
    ("$3bn", 3e9, None, None, "USD"),
    ("300 million dollars", 3e8, None, None, "USD"),
    ("between 10 and 20", None, 10, 20, ""),
    ("10-12", None, 10, 12, ""),
    ("3 to 5 million", None, 3e6, 5e6, ""),
])
def test_how_numbers_are_written(
    text: str, value: float | None, low: float | None, high: float | None, unit: str
) -> None:
    """Digits, words, bounds, ranges, shares and money are read by their wording alone."""
    found = list(numbers(text))
    assert [(each.value, each.low, each.high, each.unit) for each in found] == [(value, low, high, unit)]
    assert (found[0].start, found[0].end) == (0, len(text))


@pytest.mark.parametrize("text", ["Su-24", "F-16", "G20", "10:30", "the 13th", "won 3-1", "4.5.2"])
def test_digits_in_a_label_are_no_number(text: str) -> None:
    """Aircraft, groups, clock times, ordinals and scores are not read as numbers."""
    assert list(numbers(text)) == []


@needs_parser
@pytest.mark.parametrize(("text", "unit", "of"), [
    ("The poll asked 55,638 respondents.", "people", "respondents"),
    ("Thousands of refugees crossed the bridge.", "people", "refugees"),
    ("Two grey warships left the harbour.", "warship", "grey warships"),
    ("Two thirds of the voters agreed.", "percent", "the voters"),
    ("Lima paid $3bn for the harbour.", "USD", ""),
    ("Three were killed on the bridge.", "people", ""),
])
def test_what_is_counted(text: str, unit: str, of: str) -> None:
    """The counted noun gives the unit; persons are people."""
    assert [(each.unit, each.of) for each in read(text)] == [(unit, of)]


@needs_parser
@pytest.mark.parametrize("text", [
    "The council met in 2015 under Article 42.7 of the treaty.",
    "Ana Brandt, 66, arrived on 13 November at 5 p.m.",
    "The 24-hour truce ended after three days.",
    "One of the reasons was the weather.",
])
def test_what_is_no_quantity(text: str) -> None:
    """Years, articles, ages, dates, clock times and durations count nothing."""
    assert read(text) == ()


@needs_parser
def test_spans_hold() -> None:
    """A quantity's offsets are those of the document."""
    text = "On Monday more than 100 soldiers and between 10 and 20 tanks crossed."
    found = read(text)
    assert [each.text for each in found] == ["more than 100 soldiers", "between 10 and 20 tanks"]
    assert all(text[each.start:each.end] == each.text for each in found)
