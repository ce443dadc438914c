"""Who the actors and recipients of a match are, after what the clause round it adds."""

from __future__ import annotations

from dataclasses import replace

from entente.coding.match import Match
from entente.coding.mentions import LOCAL_SECTORS, MentionFinder, Party, SentenceParties, unique
from entente.coding.tree import Tree
from entente.records import Place


def roles(
    tree: Tree, parties: SentenceParties, match: Match, inner: tuple[Match, ...], finder: MentionFinder, where: Place | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(actors, recipients). `inner`: the matches inside the clauses that this one governs."""
    actors, recipients = match.actors, match.recipients
    if not recipients and not match.sense.reciprocal:
        recipients = _from_objects(tree, parties, match) or _from_clauses(tree, parties, match, inner)
    recipients = tuple(party for party in recipients if not any(_same(party, actor) for actor in actors))
    country = where.country if where is not None else ""
    actors = tuple(_localised(party, recipients, country, finder) for party in actors)
    recipients = tuple(_localised(party, actors, country, finder) for party in recipients)
    return unique(actors), unique(recipients)


def _same(left: Party, right: Party) -> bool:
    return left.head == right.head or bool(left.entry and left.entry == right.entry)


def _from_objects(tree: Tree, parties: SentenceParties, match: Match) -> tuple[Party, ...]:
    """"rejected the Senegalese plan", "lifted the siege of Gaza": the party inside the object."""
    found = [party for index in match.objects for party in parties.at(index)]
    if not found:
        for index in match.objects:
            for case, head in tree.prepositional(index):
                if case in ("of", "from", "by", "against", "on", "with", "to", "between", "in"):
                    found.extend(parties.at(head))
    return unique(party for party in found if not any(_same(party, actor) for actor in match.actors))


def _from_clauses(tree: Tree, parties: SentenceParties, match: Match, inner: tuple[Match, ...]) -> tuple[Party, ...]:
    """The subject of a demanded clause, or else whom the act below is done to."""
    for clause in match.clauses:
        subject = tree.child(clause, "nsubj", "nsubj:pass")
        if subject is not None:
            found = [party for party in parties.at(subject) if not any(_same(party, actor) for actor in match.actors)]
            if found:
                return unique(found)
        for other in inner:
            if other.trigger == clause or other.light == clause or clause in tree.ancestors(other.trigger):
                found = [party for party in (*other.recipients, *other.actors)
                         if not any(_same(party, actor) for actor in match.actors)]
                if found:
                    return unique(found)
        found = []
        for index in tree.objects(clause):
            found.extend(parties.at(index))
        for case, index in tree.prepositional(clause):
            if not found and case in ("to", "with", "against", "on", "from", "for", "in", "of"):
                found.extend(party for party in parties.at(index) if party.country)
        found = [party for party in found if not any(_same(party, actor) for actor in match.actors)]
        if found:
            return unique(found)
    return ()


def _localised(party: Party, others: tuple[Party, ...], country: str, finder: MentionFinder) -> Party:
    """People without a nationality are those of the place, or else of the only country on the other side.

    "Police opened fire on demonstrators in Cairo": coders take both as Egyptian; soldiers are left open.
    """
    if party.country or party.entry or party.kind == "name" or party.pronoun:
        return party
    sector = party.sectors[0] if party.sectors else ""
    if sector not in LOCAL_SECTORS:
        return party
    found = {other.country for other in others if other.country and len(other.country) == 3}
    taken = country or (found.pop() if len(found) == 1 else "")
    state = finder.lexicon.states.get(taken)
    if state is None:
        return party
    return replace(party, country=taken, entry=f"{state.id}.{sector.lower()}" if sector else state.id,
                   name=f"{state.label} ({party.name})")
