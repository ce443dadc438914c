"""When an act took or takes place: the time expression of its clause, or else the document's day."""

from __future__ import annotations

from datetime import date, timedelta

from entente.coding.match import Match
from entente.coding.tree import Tree
from entente.records import NEVER_SAID, Time, When
from entente.records.vocabulary import Precision, Status

DAY = timedelta(days=1)
# Most of the news tells of the day before; a report without a time is from these days.
NEWS_WINDOW_DAYS = 1


def moment(
    tree: Tree, match: Match, times: tuple[Time, ...], published: date | None, status: Status, others: tuple[int, ...]
) -> When:
    """The When of a match. `others`: triggers of the sentence's other acts, whose own times are not taken."""
    nearest = _nearest(tree, match, times, others)
    if nearest is not None:
        return When(nearest.from_, nearest.until, _precision(nearest), "relative" if nearest.relative else "stated")
    if published is not None and status in ("happened", "ongoing"):
        return When(published - NEWS_WINDOW_DAYS * DAY, published + DAY, "day", "published")
    return NEVER_SAID


def _precision(time: Time) -> Precision:
    if time.from_ is None or time.until is None:
        return "year"
    days = (time.until - time.from_).days
    if time.type == "TIME":
        return "minute"
    return "day" if days <= 1 else "week" if days <= 10 else "month" if days <= 31 else "year"


def _nearest(tree: Tree, match: Match, times: tuple[Time, ...], others: tuple[int, ...]) -> Time | None:
    """The dated expression nearest to the trigger: its own, then its clause's, then the sentence's."""
    dated = [
        (time, index)
        for time in times
        if time.from_ is not None and time.type in ("DATE", "TIME")
        for index in [_head_of(tree, time)]
        if index is not None
    ]
    nodes = (match.trigger, *([match.light] if match.light is not None else []), *match.objects, *match.consumed)
    for node in nodes:
        for time, index in dated:
            if tree.tokens[index].head == node:
                return time
    blocked = {
        index
        for other in others
        if other != match.trigger
        for index in tree.subtree(other)
        if match.trigger not in tree.subtree(other)
    }
    free = [pair for pair in dated if pair[1] not in blocked and not _describes(tree, pair[1], nodes)]
    above = match.trigger
    for node in (match.trigger, *tree.ancestors(match.trigger)):
        inside = [pair for pair in free if pair[1] in tree.subtree(node) and not _in_other_clause(tree, pair[1], node)]
        if inside:
            return min(inside, key=lambda pair: abs(pair[1] - match.trigger))[0]
        if _leaves_report(tree, above, node):
            return None  # the time of the saying is not the time of the said
        above = node
    return None


def _describes(tree: Tree, index: int, nodes: tuple[int, ...]) -> bool:
    """ "NATO's 2011 war": the time belongs to a noun that is not the act."""
    token = tree.tokens[index]
    return (
        token.dep in ("compound", "amod", "nummod", "nmod:poss")
        and token.head not in nodes
        and tree.tokens[token.head].upos in ("NOUN", "PROPN")
    )


def _in_other_clause(tree: Tree, index: int, node: int) -> bool:
    """Between the time and the node stands a relative or reported clause, which has a time of its own."""
    while index != node:
        if tree.tokens[index].dep in ("acl:relcl", "ccomp", "acl", "parataxis"):
            return True
        governor = tree.governor(index)
        if governor is None:
            return False
        index = governor
    return False


def _leaves_report(tree: Tree, below: int, node: int) -> bool:
    return below != node and tree.tokens[below].dep in ("ccomp", "parataxis")


def _head_of(tree: Tree, time: Time) -> int | None:
    """The token inside the expression whose governor stands outside it."""
    inside = [token for token in tree.tokens if token.start >= time.start and token.end <= time.end]
    spans = {token.index for token in inside}
    return next((token.index for token in inside if token.head not in spans or token.head == token.index), None)
