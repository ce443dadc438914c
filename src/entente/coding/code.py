"""Sentences of one document → who did what to whom, in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from entente.coding.boundaries import by_telephone, reduced
from entente.coding.contexts import contexts
from entente.coding.match import Match, matches
from entente.coding.mentions import MentionFinder, Party, SentenceParties
from entente.coding.moments import moment
from entente.coding.places import place
from entente.coding.quantities import quantities
from entente.coding.quotations import quotations
from entente.coding.references import References
from entente.coding.roles import roles
from entente.coding.speakers import speakers
from entente.coding.status import Standing, standing
from entente.coding.times import times
from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.records import (
    Document,
    Event,
    Mention,
    Quantity,
    Quotation,
    Segment,
    Sentence,
    Time,
    evidence_of,
)
from entente.records.vocabulary import EventType, Role
from entente.text import content_id

# An act named only inside what one of these asks, promises, threatens or refuses is no act of its own.
GOVERNING: frozenset[EventType] = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "PROTEST", "CONCEDE", "SUPPORT"})
RANK_STEP = 0.25        # how much one clause further from the root takes from an act's rank


@dataclass(frozen=True, slots=True)
class Coded:
    """All that one document says, each kind in text order."""

    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An act with its parties, before it becomes records. `accusers`: whose accusation holds it."""

    match: Match
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    standing: Standing
    rank: float
    accusers: tuple[Party, ...] = ()


def code(
    document: Document, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> Coded:
    """One Document with its Segments and Sentences → its coded records. Pure; may be called in parallel."""
    finder = MentionFinder(lexicon, document)
    references = References(lexicon, document.published)
    found_times = times(document, sentences)
    register = MentionRegister(document)
    events: list[Event] = []
    said: list[Quotation] = []
    read: list[tuple[Tree, SentenceParties]] = []
    for sentence in sentences:
        tree = Tree(sentence)
        parties = finder.find(tree)
        references.settle(parties)
        register.add(tree, parties)
        read.append((tree, parties))
        here = tuple(time for time in found_times if sentence.start <= time.start < sentence.end)
        voices = segments[sentence.segment].voice[1:]
        events.extend(_events(tree, parties, finder, here, voices, register))
    register.link(references.antecedents)
    said.extend(quotations(document, segments, tuple(read), register.id_at, lexicon))
    return Coded(register.mentions(), tuple(sorted(events, key=lambda event: (event.trigger.start, event.id))),
                 found_times, tuple(said), tuple(quantities(document, sentences)))


class MentionRegister:
    """Gives every party of the document its Mention, one a span and party."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._by_key: dict[tuple[int, int, str, str], Mention] = {}
        self._by_head: dict[tuple[int, int], str] = {}

    def add(self, tree: Tree, parties: SentenceParties) -> None:
        """Registers the parties of one sentence that are parties themselves."""
        for head in sorted(parties.by_head):
            for party in parties.by_head[head]:
                if not party.derived:
                    mention_id = self.id_of(tree, party)
                    self._by_head.setdefault((tree.sentence.index, head), mention_id)

    def id_of(self, tree: Tree, party: Party) -> str:
        """The Mention id of a party, made when first asked for."""
        start, end = tree.tokens[party.first].start, tree.tokens[party.last].end
        key = (start, end, party.entry, party.name)
        known = self._by_key.get(key)
        if known is None:
            order = sum(1 for other in self._by_key if other[:2] == (start, end))
            known = self._by_key[key] = Mention(
                content_id(self.document.id, "mention", start, end, order), tree.sentence.id,
                evidence_of(self.document.id, self.document.text, start, end),
                party.kind, "", party.entry, party.name, party.country, party.sectors)
        return known.id

    def id_at(self, sentence: int, head: int) -> str:
        """The Mention headed by a token, "" where none is."""
        return self._by_head.get((sentence, head), "")

    def link(self, antecedents: dict[tuple[int, int], tuple[int, int]]) -> None:
        """Notes which earlier Mention a pronoun or short form refers to."""
        targets = {self._by_head[here]: self._by_head[there] for here, there in antecedents.items()
                   if here in self._by_head and there in self._by_head and here != there}
        for key, mention in self._by_key.items():
            if mention.id in targets and targets[mention.id] != mention.id:
                self._by_key[key] = replace(mention, refers_to=targets[mention.id])

    def mentions(self) -> tuple[Mention, ...]:
        """All Mentions in text order."""
        return tuple(sorted(self._by_key.values(), key=lambda mention: (mention.evidence.start, mention.evidence.end, mention.id)))


def _events(
    tree: Tree, parties: SentenceParties, finder: MentionFinder, here: tuple[Time, ...], voices: tuple[str, ...],
    register: MentionRegister,
) -> Iterable[Event]:
    drafts = drafts_of(tree, parties, finder)
    best = max((draft.rank for draft in drafts), default=1.0)
    triggers = tuple(draft.match.trigger for draft in drafts)
    for draft in drafts:
        yield _event(tree, parties, finder, here, voices, register, draft, triggers, round(draft.rank / best, 3))


def drafts_of(tree: Tree, parties: SentenceParties, finder: MentionFinder) -> list[Draft]:
    """The acts of one sentence, in text order, after governed and repeated ones are taken out."""
    found = list(matches(tree, parties, finder.lexicon))
    drafts = []
    for match in found:
        inner = tuple(other for other in found if other is not match)
        where = place(tree, parties, match, finder, arrives=False)
        actors, recipients = roles(tree, parties, match, inner, finder, where)
        if any(party.country or party.entry or _full_name(party) for party in (*actors, *recipients)):
            drafts.append(Draft(match, actors, recipients, standing(tree, match, finder.lexicon),
                                _rank(tree, match, actors, recipients)))
    return _merged(tree, _accused(tree, _ungoverned(tree, drafts)))


def _accused(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """What somebody is accused of stands on the accuser's word."""
    accusations = [(draft, {index for clause in draft.match.clauses for index in tree.subtree(clause)}
                    | {index for case, head in tree.prepositional(draft.match.trigger) if case in ("of", "for", "over")
                       for index in tree.subtree(head)})
                   for draft in drafts if draft.match.sense.event == "ACCUSE"]
    return [replace(draft, standing=replace(draft.standing, hedged=True), accusers=by[-1].actors) if by else draft
            for draft in drafts
            for by in [[other for other, inside in accusations if other is not draft and draft.match.trigger in inside]]]


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
        meeting = next((other for other in below if other.match.sense.event == "CONSULT"
                        and draft.match.sense.event == "AGREE" and other.match.trigger in draft.match.clauses), None)
        if meeting is not None:
            gone.add(id(draft))
            kept.append(replace(meeting, standing=replace(meeting.standing, status="planned"), rank=draft.rank))
            gone.add(id(meeting))
        else:
            gone.update(id(other) for other in below)
    return sorted([draft for draft in drafts if id(draft) not in gone] + kept, key=lambda draft: draft.match.trigger)


def _aims(tree: Tree, match: Match) -> tuple[int, ...]:
    """The purpose clauses of an act ("began a strike to demand …"): what is aimed at is no act of its own."""
    nodes = [match.trigger, *([match.light] if match.light is not None else [])]
    return tuple(clause for node in nodes for clause in tree.children(node, "advcl", "acl", "xcomp")
                 if tree.tokens[clause].xpos == "VB" and any(tree.lemma(mark) == "to" for mark in tree.children(clause, "mark"))
                 and (node == match.light or tree.tokens[clause].dep == "advcl"))


def _merged(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """One act told by two words of a sentence ("attacked the camp, killing 156 people") is one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.rank, draft.match.trigger)):
        twin = next((number for number, other in enumerate(kept) if _one_act(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            other = kept[twin]
            kept[twin] = replace(other, actors=other.actors or draft.actors,
                                 recipients=other.recipients or draft.recipients if not other.match.sense.reciprocal else ())
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
    if tree.tokens[match.trigger].upos in ("NOUN", "PROPN") and match.light is None and tree.child(match.trigger, "cop") is None:
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


def _event(
    tree: Tree, parties: SentenceParties, finder: MentionFinder, here: tuple[Time, ...], voices: tuple[str, ...],
    register: MentionRegister, draft: Draft, triggers: tuple[int, ...], rank: float,
) -> Event:
    document, match, sense = finder.document, draft.match, draft.match.sense
    assert sense.event is not None
    mode = "phone" if sense.event == "CONSULT" and sense.mode is None and by_telephone(tree, match.trigger) else sense.mode
    visit = mode == "visit"
    where = place(tree, parties, match, finder, arrives=visit)
    pairs: list[tuple[Role, str]] = [("actor", register.id_of(tree, party)) for party in draft.actors]
    pairs += [("recipient", register.id_of(tree, party)) for party in draft.recipients]
    words = sorted({match.trigger, *(index for index in match.consumed if abs(index - match.trigger) <= 3)})
    trigger = tree.tokens[match.trigger]
    start, end = _clause_span(tree, match)
    order = sum(1 for other in triggers if other < match.trigger and tree.tokens[other].start == trigger.start)
    return Event(
        id=content_id(document.id, "event", trigger.start, trigger.end, order),
        sentence_id=tree.sentence.id,
        event=sense.event,
        plover=reduced(sense.event, draft.standing.status, draft.standing.polarity, _unless(tree, match)),
        mode=mode,
        contexts=contexts(tree, tree.clause(match.trigger), sense, finder.lexicon),
        cameo="041" if mode == "phone" else sense.cameo,
        goldstein=finder.lexicon.goldstein_of("041" if mode == "phone" else sense.cameo),
        roles=tuple(dict.fromkeys(pairs)),
        status=draft.standing.status,
        polarity=draft.standing.polarity,
        hedged=draft.standing.hedged,
        speakers=tuple(dict.fromkeys(register.id_of(tree, party) for party in (
            *speakers(tree, parties, match.trigger, finder.lexicon), *draft.accusers))),
        voices=voices,
        when=moment(tree, match, here, document.published, draft.standing.status, triggers),
        place=where,
        evidence=evidence_of(document.id, document.text, start, end),
        trigger=evidence_of(document.id, document.text, trigger.start, tree.tokens[words[-1]].end
                            if words[-1] - match.trigger <= 1 and words[-1] > match.trigger else trigger.end),
        rule=sense.id,
        rank=rank,
    )


def _unless(tree: Tree, match: Match) -> bool:
    """"… unless Peru withdraws" hangs on the act, its light verb or the verb above."""
    nodes = [match.trigger, *([match.light] if match.light is not None else []), *tree.ancestors(match.trigger)]
    return any(tree.lemma(mark) == "unless" for node in nodes for clause in tree.children(node, "advcl")
               for mark in tree.children(clause, "mark"))


def _clause_span(tree: Tree, match: Match) -> tuple[int, int]:
    """The sentence; of a long one, the clause with all parties in it."""
    sentence = tree.sentence
    if sentence.end - sentence.start <= 300:
        return sentence.start, sentence.end
    inside = tree.subtree(tree.clause(match.light if match.light is not None else match.trigger))
    heads = [party for party in (*match.actors, *match.recipients)]
    low = min([inside[0], *(party.first for party in heads)])
    high = max([inside[-1], *(party.last for party in heads)])
    return tree.tokens[low].start, tree.tokens[high].end
