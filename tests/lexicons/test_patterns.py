"""The pattern language says what docs/predicates.md says it says."""

from __future__ import annotations

import pytest

from entente.errors import BadLexicon
from entente.lexicons import Slot, parse_pattern

SUBJECT = Slot(("subj",), "A", (), True, False)


def slot(line):
    """The last slot of a pattern."""
    return parse_pattern(line).slots[-1]


def test_a_line_is_a_trigger_and_its_slots():
    """Lemmas are alternatives, slots stand in the line's order."""
    pattern = parse_pattern("v:hold|have subj=A obj:talk|meeting with=B?")
    assert (pattern.kind, pattern.lemmas) == ("v", ("hold", "have"))
    assert [slot.names for slot in pattern.slots] == [("subj",), ("obj",), ("with",)]
    assert pattern.source == "v:hold|have subj=A obj:talk|meeting with=B?"


@pytest.mark.parametrize("line", ["v:attack obj=B", "a:ready to:*", "p:war at:war with=B"])
def test_the_subject_is_the_actor_unless_something_else_is_said(line):
    """`subj=A` may be left out of verbs, adjectives and predicative nouns."""
    assert parse_pattern(line).slots[0] == SUBJECT


def test_a_noun_has_no_subject():
    """The actor of "the attack by A" stands in a slot of its own."""
    assert [slot.names for slot in parse_pattern("n:attack by=A?").slots] == [("by",)]


def test_a_subject_may_be_left_out_of_the_sentence():
    """ "was attacked" has no subject to be found, so an unrestricted one never forbids a match."""
    assert parse_pattern("v:face subj=B obj:charge").slots[0].optional


def test_a_restricted_subject_must_be_there():
    """ "Prices fell" and "the city fell" differ in their subjects alone."""
    assert not parse_pattern("v:fall subj=B:city|town").slots[0].optional


def test_a_forbidden_subject_does_not_take_the_place_of_the_actor():
    """ "!subj:price" says who it is not, so the subject is still the actor."""
    assert parse_pattern("v:rise !subj:price").slots == (SUBJECT, Slot(("subj",), "", ("price",), False, True))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("v:arrest obj=B", Slot(("obj",), "B", (), False, False)),
        ("v:arrest obj=B:protester|$crowd", Slot(("obj",), "B", ("protester", "$crowd"), False, False)),
        ("v:hold obj:talk", Slot(("obj",), "", ("talk",), False, False)),
        ("v:call prt:off", Slot(("prt",), "", ("off",), False, False)),
        ("v:vote against|on=B", Slot(("against", "on"), "B", (), False, False)),
        ("v:meet ahead_of=-:summit?", Slot(("ahead of",), "-", ("summit",), True, False)),
        ("v:agree to:*", Slot(("to",), "", (), False, False)),
        ("v:send obj:head_of_state", Slot(("obj",), "", ("head of state",), False, False)),
        ("v:score !obj:ball|record", Slot(("obj",), "", ("ball", "record"), False, True)),
        ("v:fire !to", Slot(("to",), "", (), False, True)),
        ("v:run !for:president", Slot(("for",), "", ("president",), False, True)),
        ("n:talk between=R", Slot(("between",), "R", (), False, False)),
    ],
)
def test_slots(line, wanted):
    """Every row of the table of slots."""
    assert slot(line) == wanted


@pytest.mark.parametrize("line", ["hold obj:talk", "x:hold", "v: obj=B", "v:hold obj", "v:hold obj=C", "v:hold with=b"])
def test_what_cannot_be_read_is_told(line):
    """The reviewer learns which part of which line is off."""
    with pytest.raises(BadLexicon, match=r"consult\.talks\.hold"):
        parse_pattern(line, "consult.talks.hold")
