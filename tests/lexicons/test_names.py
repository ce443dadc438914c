"""Names are found longest first and as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.lexicons.names import Name, NameMatcher

NAMES = (
    Name("Peru", "per", "state", True),
    Name("Republic of Peru", "per", "state", True),
    Name("Chile", "chl", "state", True),
    Name("Côte d'Ivoire", "civ", "state", True),
    Name("Lima", "per.gov", "capital", True),
    Name("Garcia", "per.gov.garcia", "person", False),
    Name("Garcia", "chl.gov.garcia", "person", False),
)
MATCHER = NameMatcher(NAMES)


def found(text):
    """The words and entries of the matches."""
    return [(text[start:end], sorted(name.entry_id for name in names)) for start, end, names in MATCHER.find(text)]


def test_the_longest_name_at_a_place_wins():
    """ "Republic of Peru" is not also "Peru"."""
    assert found("The Republic of Peru met Chile.") == [("Republic of Peru", ["per"]), ("Chile", ["chl"])]


@pytest.mark.parametrize("text", ["Peruvian", "ImPeru", "Peru2", "Chileans"])
def test_a_name_is_no_part_of_a_word(text):
    """ "Peruvian" is an adjective of its own."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["Peru's", "(Peru)", "pro-Peru", "Peru."])
def test_marks_bound_a_name(text):
    """A possessive, a bracket, a hyphen and a stop end a word."""
    assert found(text) == [("Peru", ["per"])]


def test_case_counts():
    """The lexicon's names are proper names."""
    assert found("in lima and PERU") == []


@pytest.mark.parametrize(
    "text", ["Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "Côte\nd'Ivoire", "Côte\N{NO-BREAK SPACE}d'Ivoire"]
)
def test_typography_does_not_count(text):
    """Curly apostrophes, line breaks and no-break spaces are written for the eye."""
    assert found(text) == [(text, ["civ"])]


def test_a_name_of_several_gives_them_all():
    """Whose name it is here, its reader decides."""
    assert found("Garcia spoke.") == [("Garcia", ["chl.gov.garcia", "per.gov.garcia"])]


@given(st.lists(st.sampled_from([*(name.text for name in NAMES), "and", "met", ",", "of", "Republic"]), max_size=12))
def test_matches_stand_in_order_and_never_overlap(words):
    """A word belongs to one match at most, and every match is a name of the lexicon."""
    text = " ".join(words)
    last = 0
    for start, end, names in MATCHER.find(text):
        assert last <= start < end
        assert {name.text for name in names} == {text[start:end]}
        last = end
