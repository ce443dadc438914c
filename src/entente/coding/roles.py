"""Who the actors and recipients of a match are, after what the clause round it adds."""

from __future__ import annotations

from dataclasses import replace

from entente.coding.match import Match
from entente.coding.mentions import LOCAL_SECTORS, MentionFinder
from entente.coding.parties import Party, SentenceParties, unique
from entente.coding.tree import Tree
from entente.records import Place
from entente.records.vocabulary import NO_STATE

ARGUMENT_CASES = frozenset({"to", "with", "against", "on", "from", "for", "in", "of", "over", "into"})


def roles(
    tree: Tree,
    parties: SentenceParties,
    match: Match,
    inner: tuple[Match, ...],
    finder: MentionFinder,
    where: Place | None,
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(actors, recipients). `inner`: the matches inside the clauses that this one governs."""
    actors, recipients = match.actors, match.recipients
    if not recipients and not match.sense.reciprocal:
        recipients = _from_objects(tree, parties, match) or _from_clauses(tree, parties, match, inner)
    recipients = tuple(party for party in recipients if not any(_same(party, actor) for actor in actors))
    if match.sense.event == "MOBILIZE":  # a state's own forces are what it moves, not whom it moves against
        own = {actor.country for actor in actors}
        recipients = tuple(party for party in recipients if party.country not in own)
    if match.sense.event == "PROTEST" and not recipients:
        recipients = _protested(tree, parties, match)
    country = where.country if where is not None else _only_country(parties)
    actors = tuple(_localised(party, recipients, country, finder) for party in actors)
    recipients = tuple(_localised(party, actors, country, finder) for party in recipients)
    return unique(map(_settled, actors)), unique(map(_settled, recipients))


def _settled(party: Party) -> Party:
    """A people or faith whose country nothing tells keeps its own code."""
    return replace(party, country=party.fallback) if party.fallback and not party.country else party


def _protested(tree: Tree, parties: SentenceParties, match: Match) -> tuple[Party, ...]:
    """Whom a protest is against: who is named in its aims, or else the state whose people or place it is.

    Source: the codebook's gold records, which take an unaddressed protest as one against the own government.
    """
    nodes = [match.trigger, *([match.light] if match.light is not None else [])]
    clauses = [clause for node in nodes for clause in tree.children(node, "advcl", "acl", "xcomp", "ccomp")]
    inside = {index for clause in clauses for index in tree.subtree(clause)}
    aims = _others(
        tree,
        match,
        tuple(
            party
            for index in sorted(inside)
            for party in parties.by_head.get(index, ())
            if party.country and not party.pronoun and party.country not in NO_STATE
        ),
    )
    if aims:
        return aims[:1]
    return tuple(
        replace(
            party,
            head=-1,
            entry=f"{party.country.lower()}.gov",
            sectors=("GOV",),
            derived=True,
            name=f"{party.country} (government)",
        )
        for party in match.actors[:1]
        if len(party.country) == 3
    )


def _only_country(parties: SentenceParties) -> str:
    """The one country that the sentence names, "" where it names none or several."""
    found = {party.country for group in parties.by_head.values() for party in group if party.country}
    return found.pop() if len(found) == 1 else ""


def _owned(tree: Tree, party: Party) -> bool:
    """A pronoun owns the phrase."""
    return party.head >= 0 and any(
        tree.tokens[child].upos == "PRON" for child in tree.children(party.head, "nmod:poss")
    )


def _same(left: Party, right: Party) -> bool:
    return left.head == right.head or bool(left.entry and left.entry == right.entry)


def _from_objects(tree: Tree, parties: SentenceParties, match: Match) -> tuple[Party, ...]:
    """ "rejected the Senegalese plan", "lifted the siege of Gaza": the party inside the object, two steps down."""
    found = _others(tree, match, tuple(party for index in match.objects for party in parties.at(index)))
    level = list(match.objects)
    for _ in range(2):
        if found:
            break
        level = [
            head
            for index in level
            for case, head in tree.prepositional(index)
            if case in ARGUMENT_CASES | {"by", "between"}
        ]
        found = _others(tree, match, tuple(party for head in level for party in parties.at(head)))
    return found


def _from_clauses(tree: Tree, parties: SentenceParties, match: Match, inner: tuple[Match, ...]) -> tuple[Party, ...]:
    """The subject of a demanded clause, or else whom the act below is done to."""
    for clause in match.clauses:
        subject = tree.child(clause, "nsubj", "nsubj:pass")
        found = _others(tree, match, parties.at(subject)) if subject is not None else ()
        if not found:
            below = [
                other
                for other in inner
                if clause in (other.trigger, other.light) or clause in tree.ancestors(other.trigger)
            ]
            found = next(
                (
                    others
                    for other in below
                    for others in [_others(tree, match, (*other.recipients, *other.actors))]
                    if others
                ),
                (),
            )
        if not found:
            nodes = [clause, *tree.children(clause, "xcomp", "ccomp")]
            arguments = [index for node in nodes for index in tree.objects(node)]
            arguments += [
                index
                for node in (*nodes, *arguments)
                for case, index in tree.prepositional(node)
                if case in ARGUMENT_CASES
            ]
            found = _others(tree, match, tuple(party for index in arguments for party in parties.at(index)))
        if found:
            return found
    return ()


def _others(tree: Tree, match: Match, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those that are neither the actors nor their own things ("its tanks"); foreign ones where there are any."""
    countries = {actor.country for actor in match.actors if actor.country}
    others = unique(
        party
        for party in found
        if not any(_same(party, actor) for actor in match.actors)
        and not (party.country in countries and _owned(tree, party))
    )
    foreign = tuple(party for party in others if party.country and party.country not in countries)
    return foreign or others


def _localised(party: Party, others: tuple[Party, ...], country: str, finder: MentionFinder) -> Party:
    """People without a nationality are those of the place, or else of the only country on the other side.

    "Police opened fire on demonstrators in Cairo": coders take both as Egyptian; soldiers are left open.
    """
    if (
        party.country
        or (party.entry and not party.fallback)
        or party.pronoun
        or (party.kind == "name" and " " not in party.name)
    ):
        return party
    sector = party.sectors[0] if party.sectors else ""
    if sector not in LOCAL_SECTORS:
        return party
    found = {other.country for other in others if other.country and len(other.country) == 3}
    taken = country or (found.pop() if len(found) == 1 else "")
    state = finder.lexicon.states.get(taken)
    if state is None:
        return party
    if party.kind == "name" or party.fallback:
        return replace(party, country=taken)
    return replace(
        party,
        country=taken,
        entry=f"{state.id}.{sector.lower()}" if sector else state.id,
        name=f"{state.label} ({party.name})",
    )
