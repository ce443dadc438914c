"""Strings: ids from content, forms to compare by, lines with their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.text import content_id, lines, plain


def test_an_id_is_the_same_on_every_machine():
    """Whoever changes how ids are made voids every casebook, so the digits stand here."""
    assert content_id("document", "a", 1) == "af8d9ad4354f7f81"


def test_parts_do_not_run_together():
    """("ab", "c") and ("a", "bc") are two things."""
    assert content_id("ab", "c") != content_id("a", "bc")


def test_any_string_has_an_id():
    """A lone surrogate from a damaged file is no reason to stop."""
    assert len(content_id("\ud800")) == 16


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ahmet Davutoğlu", "ahmet davutoglu"),
        ("ABDULLAH GÜL", "abdullah gul"),
        ("N\N{RIGHT SINGLE QUOTATION MARK}Djamena", "n'djamena"),
        ("  São \n Tomé ", "sao tome"),
        ("İstanbul", "istanbul"),
    ],
)
def test_plain_forms(text, wanted):
    """Outlets differ in diacritics, capitals and apostrophes, and mean the same name."""
    assert plain(text) == wanted


@given(st.text())
def test_a_plain_form_is_plain(text):
    """Making a form plain twice changes nothing."""
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\x0b\N{NO-BREAK SPACE}"), max_size=60))
def test_lines_are_whole_and_in_order(text):
    """Every mark that is not blank stands in exactly one line, and no line begins or ends with a blank."""
    found = list(lines(text))
    assert [text[start:end] for start, end in found] == [line.strip() for line in text.splitlines() if line.strip()]
    assert all(left[1] <= right[0] for left, right in pairwise(found))
