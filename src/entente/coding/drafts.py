"""The acts of one sentence: matched, ranked, with what is governed, aimed at or told twice taken out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from entente.coding.match import Match, matches
from entente.coding.mentions import MentionFinder
from entente.coding.parties import Party, SentenceParties
from entente.coding.places import place
from entente.coding.roles import roles
from entente.coding.status import Standing, standing
from entente.coding.tree import Tree
from entente.records.vocabulary import EventType

# An act named only inside what one of these asks, promises, threatens or refuses is no act of its own.
GOVERNING: frozenset[EventType] = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "PROTEST", "CONCEDE", "SUPPORT"})
RANK_STEP = 0.25  # how much one clause further from the root takes from an act's rank


@dataclass(frozen=True, slots=True)
class Draft:
    """An act with its parties, before it becomes records. `accusers`: whose accusation holds it."""

    match: Match
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    standing: Standing
    rank: float
    accusers: tuple[Party, ...] = ()


def drafts_of(tree: Tree, parties: SentenceParties, finder: MentionFinder) -> list[Draft]:
    """The acts of one sentence, in text order, after governed and repeated ones are taken out."""
    found = list(matches(tree, parties, finder.lexicon))
    drafts = []
    for match in found:
        inner = tuple(other for other in found if other is not match)
        where = place(tree, parties, match, finder, arrives=False)
        actors, recipients = roles(tree, parties, match, inner, finder, where)
        if any(party.country or party.entry or _full_name(party) for party in (*actors, *recipients)):
            drafts.append(
                Draft(
                    match,
                    actors,
                    recipients,
                    standing(tree, match, finder.lexicon),
                    _rank(tree, match, actors, recipients),
                )
            )
    return _merged(tree, _accused(tree, _ungoverned(tree, drafts)))


def _accused(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """What somebody is accused of stands on the accuser's word."""
    accusations = [
        (
            draft,
            {index for clause in draft.match.clauses for index in tree.subtree(clause)}
            | {
                index
                for case, head in tree.prepositional(draft.match.trigger)
                if case in ("of", "for", "over")
                for index in tree.subtree(head)
            },
        )
        for draft in drafts
        if draft.match.sense.event == "ACCUSE"
    ]
    return [
        replace(draft, standing=replace(draft.standing, hedged=True), accusers=by[-1].actors) if by else draft
        for draft in drafts
        for by in [[other for other, inside in accusations if other is not draft and draft.match.trigger in inside]]
    ]


def _full_name(party: Party) -> bool:
    return party.kind == "name" and " " in party.name


def _ungoverned(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """Takes out acts inside the complement of a demand, promise, threat or refusal; a promised meeting
    stays as a planned meeting instead of the promise.
    """
    gone: set[int] = set()
    kept: list[Draft] = []
    for draft in drafts:
        aims = {index for clause in _aims(tree, draft.match) for index in tree.subtree(clause)}
        gone.update(id(other) for other in drafts if other is not draft and other.match.trigger in aims)
        if draft.match.sense.event not in GOVERNING:
            continue
        inside = {index for clause in draft.match.clauses for index in tree.subtree(clause)}
        below = [other for other in drafts if other.match.trigger in inside and other is not draft]
        meeting = next(
            (
                other
                for other in below
                if other.match.sense.event == "CONSULT"
                and draft.match.sense.event == "AGREE"
                and other.match.trigger in draft.match.clauses
                and _share(draft.actors, other.actors)
            ),
            None,
        )
        if meeting is not None:
            gone.add(id(draft))
            kept.append(replace(meeting, standing=replace(meeting.standing, status="planned"), rank=draft.rank))
            gone.add(id(meeting))
        else:
            gone.update(id(other) for other in below)
    return sorted([draft for draft in drafts if id(draft) not in gone] + kept, key=lambda draft: draft.match.trigger)


def _share(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    return bool({party.entry or party.name for party in left} & {party.entry or party.name for party in right})


def _aims(tree: Tree, match: Match) -> tuple[int, ...]:
    """The purpose clauses of an act ("began a strike to demand …"): what is aimed at is no act of its own."""
    nodes = [match.trigger, *([match.light] if match.light is not None else [])]
    return tuple(
        clause
        for node in nodes
        for clause in tree.children(node, "advcl", "acl", "xcomp")
        if tree.tokens[clause].xpos == "VB"
        and any(tree.lemma(mark) == "to" for mark in tree.children(clause, "mark"))
        and (node == match.light or tree.tokens[clause].dep == "advcl")
    )


def _merged(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """One act told by two words of a sentence ("attacked the camp, killing 156 people") is one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.rank, draft.match.trigger)):
        twin = next((number for number, other in enumerate(kept) if _one_act(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            other = kept[twin]
            kept[twin] = replace(
                other,
                actors=other.actors or draft.actors,
                recipients=other.recipients or draft.recipients if not other.match.sense.reciprocal else (),
            )
    return sorted(kept, key=lambda draft: draft.match.trigger)


def _one_act(left: Draft, right: Draft) -> bool:
    if left.match.sense.event != right.match.sense.event or left.standing.polarity != right.standing.polarity:
        return False
    for mine, theirs in ((left.actors, right.actors), (left.recipients, right.recipients)):
        mine_codes = {party.country or party.name for party in mine}
        their_codes = {party.country or party.name for party in theirs}
        if mine_codes and their_codes and not mine_codes & their_codes:
            return False
    return True


def _rank(tree: Tree, match: Match, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> float:
    """Nearer to the root, with both roles filled, is more the sentence's own news."""
    depth = 0.0
    node = match.trigger if match.light is None else match.light
    if (
        tree.tokens[match.trigger].upos in ("NOUN", "PROPN")
        and match.light is None
        and tree.child(match.trigger, "cop") is None
    ):
        depth += 1.5
    for above in tree.ancestors(node):
        label = tree.tokens[node].dep
        if label in ("advcl", "acl", "acl:relcl", "xcomp", "advcl:relcl"):
            depth += 1
        elif label in ("ccomp", "parataxis", "conj"):
            depth += 0.3
        node = above
    rank = 1 - RANK_STEP * depth + 0.05 * min(match.score, 6)
    if not actors:
        rank -= 0.3
    if not recipients and not match.sense.reciprocal:
        rank -= 0.1
    return max(rank, 0.05)
