"""Where the time expressions of a sentence stand, and when they are."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from entente.coding.time_calendar import easter, named_day
from entente.coding.time_patterns import shapes
from entente.coding.time_words import number, spoken_year, words
from entente.coding.times import RULES, times
from entente.records import Document, Sentence, Time, Token

FRIDAY = date(2015, 11, 20)
TAGS = {"will": "MD", "may": "MD", "has": "VBZ", "had": "VBD", "was": "VBD", "is": "VBZ", "to": "TO"}


def document(text: str, published: date | None = FRIDAY) -> Document:
    """A document of a text and its day."""
    return Document("d", "d", "", "", "", "", "", "", published, "en", text)


def sentence(text: str, start: int, stop: int, index: int) -> Sentence:
    """A flat sentence: every word hangs on the verb, which ends in a slash and its tag ("met/VBD")."""
    found = list(re.finditer(r"[\w.'$:-]+(?:/[A-Z]{2,3})?|[^\w\s]", text[start:stop]))
    root = next((place for place, match in enumerate(found) if re.search(r"/[A-Z]+$", match[0])), 0)
    tokens = []
    for place, match in enumerate(found):
        word, _, tag = match[0].partition("/")
        known = tag if tag.isupper() else TAGS.get(word, "")
        upos = "VERB" if place == root and tag.isupper() else "AUX" if known else ""
        dep = "root" if place == root else "mark" if known == "TO" else "aux" if known else "obl"
        lemma = {"has": "have", "had": "have", "scheduled": "schedule"}.get(word, word)
        tokens.append(Token(place, start + match.start(), start + match.end(), word, lemma, upos, known, root, dep))
    return Sentence(f"s{index}", "d", index, start, stop, 0, tuple(tokens))


def found(text: str, published: date | None = FRIDAY) -> list[Time]:
    """The times of a text whose sentences stand on lines of their own."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    parsed = tuple(sentence(text, start, stop, index) for index, (start, stop) in enumerate(spans))
    return list(times(document(text, published), parsed))


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    """The words and the value of each time."""
    return [(time.text, time.value) for time in found(text, published)]


@pytest.mark.parametrize(("expression", "kind", "value"), [
    ("on 13 November", "DATE", "2015-11-13"),
    ("on Nov. 13, 2014", "DATE", "2014-11-13"),
    ("on November 13th", "DATE", "2015-11-13"),
    ("on the 13th of November 2013", "DATE", "2013-11-13"),
    ("on the second of May", "DATE", "2015-05-02"),
    ("on March eighth", "DATE", "2015-03-08"),
    ("on 13/11/2015", "DATE", "2015-11-13"),
    ("on 11/13/2015", "DATE", "2015-11-13"),
    ("on 13.11.2015", "DATE", "2015-11-13"),
    ("on 2015-11-13", "DATE", "2015-11-13"),
    ("in November 2014", "DATE", "2014-11"),
    ("in March last year", "DATE", "2014-03"),
    ("in October", "DATE", "2015-10"),
    ("in May", "DATE", "2015-05"),
    ("last April", "DATE", "2015-04"),
    ("last Oct. 3", "DATE", "2015-10-03"),
    ("in early 2014", "DATE", "2014"),
    ("at the end of September", "DATE", "2015-09"),
    ("in mid-September", "DATE", "2015-09"),
    ("in fiscal 2013", "DATE", "2013"),
    ("in nineteen ninety-six", "DATE", "1996"),
    ("in the year two thousand", "DATE", "2000"),
    ("in the 1960s", "DATE", "196"),
    ("in the early '90s", "DATE", "199"),
    ("in the nineties", "DATE", "199"),
    ("in the 19th century", "DATE", "18"),
    ("in the twenty-first century", "DATE", "20"),
    ("on Thursday", "DATE", "2015-11-19"),
    ("on Thursday (November 19)", "DATE", "2015-11-19"),
    ("on Thursday, Nov. 19, 2015", "DATE", "2015-11-19"),
    ("on Thu, 19 November", "DATE", "2015-11-19"),
    ("last Friday", "DATE", "2015-11-13"),
    ("on Thursday last week", "DATE", "2015-11-12"),
    ("yesterday", "DATE", "2015-11-19"),
    ("the day before yesterday", "DATE", "2015-11-18"),
    ("a fortnight ago", "DATE", "2015-W45"),
    ("two days ago", "DATE", "2015-11-18"),
    ("six weeks ago", "DATE", "2015-W41"),
    ("five months ago", "DATE", "2015-06"),
    ("nearly three years ago", "DATE", "2012"),
    ("a decade ago", "DATE", "2005"),
    ("a year and a half ago", "DATE", "2014-05"),
    ("last week", "DATE", "2015-W46"),
    ("earlier this week", "DATE", "2015-W47"),
    ("later this month", "DATE", "2015-11"),
    ("the beginning of last month", "DATE", "2015-10"),
    ("last year", "DATE", "2014"),
    ("last summer", "DATE", "2015-SU"),
    ("next spring", "DATE", "2016-SP"),
    ("in the summer of 1954", "DATE", "1954-SU"),
    ("last weekend", "DATE", "2015-W46-WE"),
    ("in the third quarter", "DATE", "2015-Q3"),
    ("in the first quarter of next year", "DATE", "2016-Q1"),
    ("in Q3 2014", "DATE", "2014-Q3"),
    ("in the first half of 2014", "DATE", "2014-H1"),
    ("at Easter", "DATE", "2015-04-05"),
    ("last Thanksgiving", "DATE", "2014-11-27"),
    ("on Christmas Eve 2013", "DATE", "2013-12-24"),
    ("now", "DATE", "PRESENT_REF"),
    ("recently", "DATE", "PAST_REF"),
    ("in the near future", "DATE", "FUTURE_REF"),
    ("years ago", "DATE", "PAST_REF"),
    ("on Thursday night", "TIME", "2015-11-19TNI"),
    ("last night", "TIME", "2015-11-19TNI"),
    ("this morning", "TIME", "2015-11-20TMO"),
    ("yesterday afternoon", "TIME", "2015-11-19TAF"),
    ("on the evening of 13 November", "TIME", "2015-11-13TEV"),
    ("at 8 a.m. GMT on Wednesday, November 18, 2015", "TIME", "2015-11-18T08:00"),
    ("at 9:30 p.m. Thursday", "TIME", "2015-11-19T21:30"),
    ("on Thursday at 14:30 local time", "TIME", "2015-11-19T14:30"),
    ("at 0930 GMT", "TIME", "2015-11-20T09:30"),
    ("at ten o'clock", "TIME", "2015-11-20T10:00"),
    ("at noon on Thursday", "TIME", "2015-11-19T12:00"),
    ("for three days", "DURATION", "P3D"),
    ("for two and a half hours", "DURATION", "PT2H30M"),
    ("for more than a year and a half", "DURATION", "P1Y6M"),
    ("for half an hour", "DURATION", "PT30M"),
    ("for 2 1/2 years", "DURATION", "P2Y6M"),
    ("for two decades", "DURATION", "P20Y"),
    ("for a couple of weeks", "DURATION", "P2W"),
    ("for one hour and 20 minutes", "DURATION", "PT1H20M"),
    ("over the past six months", "DURATION", "P6M"),
    ("over the past decade", "DURATION", "P10Y"),
    ("for several weeks", "DURATION", "PXW"),
    ("for months", "DURATION", "PXM"),
    ("beside a 23-year-old", "DURATION", "P23Y"),
    ("in a day-long debate", "DURATION", "P1D"),
    ("every day", "SET", "P1D"),
    ("every two years", "SET", "P2Y"),
    ("every other week", "SET", "P2W"),
    ("weekly", "SET", "P1W"),
    ("twice a day", "SET", "P1D"),
    ("each Thursday", "SET", "XXXX-WXX-4"),
    ("on Tuesday nights", "SET", "XXXX-WXX-2TNI"),
])
def test_an_expression_has_its_timeml_type_and_value(expression: str, kind: str, value: str) -> None:
    """Each expression of a sentence about the past is one time with its type and value."""
    assert [(time.type, time.value) for time in found(f"The envoy spoke/VBD {expression}.")] == [(kind, value)]


@pytest.mark.parametrize(("text", "expected"), [
    ("The envoy spoke/VBD on Thursday (November 19).", "Thursday (November 19)"),
    ("The envoy spoke/VBD in the early 1990s.", "the early 1990s"),
    ("The envoy spoke/VBD for more than two hours.", "more than two hours"),
    ("The envoy spoke/VBD at about 8 p.m. on Thursday night.", "8 p.m. on Thursday night"),
    ("The envoy spoke/VBD since 1994.", "1994"),
    ("The envoy spoke/VBD at the beginning of next month.", "the beginning of next month"),
])
def test_a_time_is_its_words_without_the_preposition(text: str, expected: str) -> None:
    """One expression takes in the hour, the weekday and the words that narrow it, and no preposition."""
    (time,) = found(text)
    assert time.text == expected == text[time.start:time.end]


@pytest.mark.parametrize(("text", "value"), [
    ("The envoys will meet/VB on Thursday.", "2015-11-26"),
    ("The envoys met/VBD on Thursday.", "2015-11-19"),
    ("The envoys met/VBD on Friday.", "2015-11-20"),
    ("The envoys plan to meet/VB on Thursday.", "2015-11-26"),
    ("A summit is scheduled/VBN for Monday.", "2015-11-23"),
    ("The envoys will meet/VB on next Tuesday.", "2015-11-24"),
    ("The envoys will meet/VB in March.", "2016-03"),
    ("The envoys met/VBD in March.", "2015-03"),
    ("The envoys will meet/VB on 5 May.", "2016-05-05"),
    ("The bank declared/VBD a dividend for 15 December.", "2015-12-15"),
    ("The talks had gone/VBN on since December.", "2014-12"),
    ("The talks will resume/VB on the 26th.", "2015-11-26"),
    ("The talks broke/VBD down on the 26th.", "2015-10-26"),
])
def test_the_tense_tells_the_direction(text: str, value: str) -> None:
    """A weekday or a date without a year lies behind a past verb and ahead of a future one."""
    assert [time.value for time in found(text)] == [value]


@pytest.mark.parametrize(("text", "expected"), [
    ("They met/VBD on 13 November.\nThe following day they left/VBD.", "2015-11-14"),
    ("They met/VBD on 13 November.\nThey had arrived/VBN the previous day.", "2015-11-12"),
    ("They met/VBD on 13 November.\nThey left/VBD two days later.", "2015-11-15"),
    ("They met/VBD on 13 November.\nThey had arrived/VBN two days earlier.", "2015-11-11"),
    ("They met/VBD on 13 November.\nThey had arrived/VBN three days before.", "2015-11-10"),
    ("They met/VBD in 1994.\nThat year the war ended/VBD.", "1994"),
    ("They met/VBD on 1 March 1994.\nThe next morning they left/VBD.", "1994-03-02TMO"),
    ("Sales fell/VBD in the third quarter.\nThey had risen/VBN a year earlier.", "2014-Q3"),
    ("They met/VBD on 13 November.\nThe talks began/VBD at 9 a.m.", "2015-11-13T09:00"),
])
def test_a_narrative_goes_on_from_its_last_date(text: str, expected: str) -> None:
    """"The following day" and its like hang on the date told last, not on the day of publication."""
    assert found(text)[-1].value == expected


def test_a_range_is_two_times() -> None:
    """The first day of a range takes the month and the year that stand at its end."""
    assert values("They met/VBD from 3 to 5 May 2014.") == [("3", "2014-05-03"), ("5 May 2014", "2014-05-05")]
    assert values("They met/VBD on Nov. 3-5.") == [("Nov. 3", "2015-11-03"), ("5", "2015-11-05")]
    assert [value for _, value in values("They met/VBD from November 30 to December 11, 2014.")] == [
        "2014-11-30", "2014-12-11"]


@pytest.mark.parametrize("text", [
    "Theresa May may march/VB with the army.",
    "Mrs May spoke/VBD to the Sun.",
    "They march/VBP on the capital.",
    "The council passed/VBD Resolution 1973.",
    "An F-16 downed/VBD a Su-24 under Article 5.",
    "A second man came/VBD second.",
    "The road is/VBZ 1945-kilometre long.",
    "Some 1990 soldiers fell/VBD.",
    "It cost/VBD $2,015 and a quarter of the vote.",
    "They won/VBD 3:1 against the 7th Fleet.",
    "June Smith spoke/VBD.",
    "They watched/VBD USA Today as soon as it came.",
    "The index rose/VBD 10.11.12 points.",
])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """A label with digits, a name and a rank are no times."""
    assert values(text) == []


@pytest.mark.parametrize(("text", "value"), [
    ("They met/VBD on Thursday.", "XXXX-WXX-4"),
    ("They met/VBD on Thursday night.", "XXXX-WXX-4TNI"),
    ("They met/VBD on 26 November.", "XXXX-11-26"),
    ("They met/VBD in November.", "XXXX-11"),
    ("They met/VBD yesterday.", "XXXX-XX-XX"),
    ("They met/VBD last week.", "XXXX-WXX"),
    ("They met/VBD last year.", "XXXX"),
    ("They met/VBD in the third quarter.", "XXXX-Q3"),
    ("They met/VBD at Easter.", "XXXX-XX-XX"),
    ("They met/VBD on Christmas Eve.", "XXXX-12-24"),
])
def test_without_a_day_of_publication_the_unknown_stays_open(text: str, value: str) -> None:
    """A relative time of an undated document is found, with X for what is not known, and covers no days."""
    (time,) = found(text, None)
    assert (time.value, time.from_, time.until, time.relative) == (value, None, None, True)


def test_a_full_date_needs_no_day_of_publication() -> None:
    """A date with its year is resolved in an undated document, and so is what hangs on it."""
    first, second = found("They met/VBD on 26 November 2015.\nThe following day they left/VBD.", None)
    assert (first.value, first.relative) == ("2015-11-26", False)
    assert (second.value, second.relative) == ("2015-11-27", True)


@pytest.mark.parametrize(("expression", "first", "after"), [
    ("on 13 November", date(2015, 11, 13), date(2015, 11, 14)),
    ("on Thursday night", date(2015, 11, 19), date(2015, 11, 20)),
    ("last week", date(2015, 11, 9), date(2015, 11, 16)),
    ("last weekend", date(2015, 11, 14), date(2015, 11, 16)),
    ("in December 2014", date(2014, 12, 1), date(2015, 1, 1)),
    ("in the fourth quarter of 2014", date(2014, 10, 1), date(2015, 1, 1)),
    ("in the second half of 2014", date(2014, 7, 1), date(2015, 1, 1)),
    ("in the winter of 2014", date(2014, 12, 1), date(2015, 3, 1)),
    ("in 2014", date(2014, 1, 1), date(2015, 1, 1)),
    ("in the 1960s", date(1960, 1, 1), date(1970, 1, 1)),
    ("in the 19th century", date(1800, 1, 1), date(1900, 1, 1)),
    ("for three days", None, None),
    ("every day", None, None),
    ("now", None, None),
])
def test_a_date_covers_its_days(expression: str, first: date | None, after: date | None) -> None:
    """`until` is the first day no longer covered; durations, sets and references cover none."""
    (time,) = found(f"They met/VBD {expression}.")
    assert (time.from_, time.until) == (first, after)


def test_times_come_in_text_order_and_do_not_overlap() -> None:
    """One Document's Times stand in the order of its text."""
    spans = [(time.start, time.end) for time in found(
        "In May, on the 3rd, they spoke/VBD for two hours every Friday until 8 p.m.\n"
        "Last week they left/VBD on Tuesday.")]
    assert len(spans) == 7
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_every_shape_matches_its_example_and_has_a_reader() -> None:
    """The pattern file proves itself."""
    for shape in shapes():
        assert shape.pattern.search(shape.example), shape.example
        assert shape.rule in RULES or shape.rule == "weekday-short"


def test_every_named_day_exists() -> None:
    """The rules of the named days give a day in any year."""
    for rule in words()["named"].values():
        if not rule.startswith(("20", "19")):
            assert named_day(rule, 2016).year == 2016
    assert easter(2016) == date(2016, 3, 27)
    assert named_day("05#-1.1", 2016) == date(2016, 5, 30)
    assert named_day("11#4.4+1", 2015) == date(2015, 11, 27)


@pytest.mark.parametrize(("text", "count"), [
    ("twenty-four", 24), ("2 1/2", 2.5), ("1,000", 1000), ("a hundred and twenty", 120), ("two and a half", 2.5),
    ("a couple of", 2), ("2.5", 2.5), ("three thousand two hundred", 3200), ("some", None),
])
def test_counts_are_read_in_digits_and_words(text: str, count: float | None) -> None:
    """A count is the same in words as in digits."""
    assert number(text) == count


@pytest.mark.parametrize(("text", "year"), [
    ("nineteen ninety-six", 1996), ("two thousand five", 2005), ("nineteen hundred", None), ("twenty men", None)])
def test_a_year_is_read_as_it_is_spoken(text: str, year: int | None) -> None:
    """Pairs of tens are a year, other counts are none."""
    assert spoken_year(text) == year
