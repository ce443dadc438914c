"""Links fold to components: best score first, never across a "different"."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from entente.graphs import components
from entente.records import linked

NOW = datetime(2015, 6, 17, tzinfo=UTC)


def same(one, other, score=0.9, at=None):
    """A Link that joins."""
    return linked(one, other, "actor", "same", score, (), "test", at)


def different(one, other, at=None):
    """A Link that keeps apart."""
    return linked(one, other, "actor", "different", 1.0, (), "test", at)


def test_what_no_link_joins_stands_alone():
    """Every id is in a component."""
    assert components("cab", []) == (("a",), ("b",), ("c",))


def test_links_join_over_others():
    """a = b and b = c make a, b and c one."""
    assert components("abcd", [same("a", "b"), same("c", "b")]) == (("a", "b", "c"), ("d",))


def test_the_weaker_link_gives_way():
    """Where two links cannot both hold, the better one does."""
    assert components("abc", [same("a", "b", 0.6), same("b", "c", 0.8), different("a", "c")]) == (("a",), ("b", "c"))


def test_a_different_holds_over_others():
    """Two records that are kept apart are not joined through a third and a fourth."""
    found = components("abcd", [same("a", "b"), same("c", "d"), same("b", "c", 0.5), different("a", "d")])
    assert found == (("a", "b"), ("c", "d"))


def test_a_persons_verdict_goes_before_a_rules():
    """A judge joins what a rule kept apart, and before any better score."""
    assert components("ab", [different("a", "b"), same("a", "b", 0.1, NOW)]) == (("a", "b"),)
    found = components("abc", [same("a", "b", 0.99), same("b", "c", 0.1, NOW), different("a", "c", NOW)])
    assert found == (("a",), ("b", "c"))


def test_unsure_joins_nothing():
    """A doubt is no verdict."""
    assert components("ab", [linked("a", "b", "actor", "unsure", 0.9, (), "test")]) == (("a",), ("b",))


def test_links_of_what_is_not_here_are_passed_over():
    """A judgement on a record that is no more harms nobody."""
    assert components("ab", [same("a", "x"), same("x", "b"), different("y", "z")]) == (("a",), ("b",))


LINKS = st.lists(
    st.builds(
        lambda pair, verdict, score, person: linked(
            *pair, "actor", verdict, score, (), "test", NOW if person else None
        ),
        st.sampled_from([(one, other) for one in "abcdef" for other in "abcdef" if one != other]),
        st.sampled_from(["same", "different", "unsure"]),
        st.sampled_from([0.5, 0.7, 0.9]),
        st.booleans(),
    ),
    max_size=14,
)


@given(LINKS, st.randoms())
def test_the_order_of_links_and_ids_does_not_matter(links, random):
    """Any machine in any order makes the same components."""
    ids, shuffled = list("abcdef"), list(links)
    random.shuffle(ids)
    random.shuffle(shuffled)
    assert components(ids, shuffled) == components("abcdef", links)


@given(LINKS)
def test_every_id_is_in_one_component_and_no_different_inside(links):
    """A component is a partition's part, and what a person keeps apart is apart."""
    found = components("abcdef", links)
    assert sorted(id_ for group in found for id_ in group) == list("abcdef")
    apart = {(link.left, link.right) for link in links if link.verdict == "different" and link.at is not None}
    assert not [pair for pair in apart for group in found if set(pair) <= set(group)]
