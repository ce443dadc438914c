"""Sentences of one document → who did what to whom, in whose words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from entente.coding.boundaries import by_telephone, reduced
from entente.coding.contexts import contexts
from entente.coding.drafts import Draft, drafts_of
from entente.coding.match import Match
from entente.coding.mentions import MentionFinder
from entente.coding.moments import moment
from entente.coding.parties import SentenceParties
from entente.coding.places import place
from entente.coding.quantities import quantities
from entente.coding.quotations import quotations
from entente.coding.references import References
from entente.coding.register import MentionRegister
from entente.coding.speakers import speakers
from entente.coding.times import times
from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.records import Document, Event, Mention, Quantity, Quotation, Segment, Sentence, Time, evidence_of
from entente.records.vocabulary import Role
from entente.text import content_id


@dataclass(frozen=True, slots=True)
class Coded:
    """All that one document says, each kind in text order."""

    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]


def code(document: Document, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...], lexicon: Lexicon) -> Coded:
    """One Document with its Segments and Sentences → its coded records. Pure; may be called in parallel."""
    finder = MentionFinder(lexicon, document)
    references = References(lexicon, document.published)
    found_times = tuple(sorted(times(document, sentences), key=lambda time: time.start))
    starts = [time.start for time in found_times]
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
        low, high = (bisect_left(starts, edge) for edge in (sentence.start, sentence.end))
        here = found_times[low:high]
        voices = segments[sentence.segment].voice[1:]
        events.extend(_events(tree, parties, finder, here, voices, register))
    register.link(references.antecedents)
    said.extend(quotations(document, segments, tuple(read), register.id_at, lexicon))
    return Coded(
        register.mentions(),
        tuple(sorted(events, key=lambda event: (event.trigger.start, event.id))),
        found_times,
        tuple(said),
        tuple(quantities(document, sentences)),
    )


def _events(
    tree: Tree,
    parties: SentenceParties,
    finder: MentionFinder,
    here: tuple[Time, ...],
    voices: tuple[str, ...],
    register: MentionRegister,
) -> Iterable[Event]:
    drafts = drafts_of(tree, parties, finder)
    best = max((draft.rank for draft in drafts), default=1.0)
    triggers = tuple(draft.match.trigger for draft in drafts)
    for draft in drafts:
        yield _event(tree, parties, finder, here, voices, register, draft, triggers, round(draft.rank / best, 3))


def _event(
    tree: Tree,
    parties: SentenceParties,
    finder: MentionFinder,
    here: tuple[Time, ...],
    voices: tuple[str, ...],
    register: MentionRegister,
    draft: Draft,
    triggers: tuple[int, ...],
    rank: float,
) -> Event:
    document, match, sense = finder.document, draft.match, draft.match.sense
    assert sense.event is not None
    mode = (
        "phone" if sense.event == "CONSULT" and sense.mode is None and by_telephone(tree, match.trigger) else sense.mode
    )
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
        speakers=tuple(
            dict.fromkeys(
                register.id_of(tree, party)
                for party in (*speakers(tree, parties, match.trigger, finder.lexicon), *draft.accusers)
            )
        ),
        voices=voices,
        when=moment(tree, match, here, document.published, draft.standing.status, triggers),
        place=where,
        evidence=evidence_of(document.id, document.text, start, end),
        trigger=evidence_of(
            document.id,
            document.text,
            trigger.start,
            tree.tokens[words[-1]].end if words[-1] - match.trigger <= 1 and words[-1] > match.trigger else trigger.end,
        ),
        rule=sense.id,
        rank=rank,
    )


def _unless(tree: Tree, match: Match) -> bool:
    """ "… unless Peru withdraws" hangs on the act, its light verb or the verb above."""
    nodes = [match.trigger, *([match.light] if match.light is not None else []), *tree.ancestors(match.trigger)]
    return any(
        tree.lemma(mark) == "unless"
        for node in nodes
        for clause in tree.children(node, "advcl")
        for mark in tree.children(clause, "mark")
    )


def _clause_span(tree: Tree, match: Match) -> tuple[int, int]:
    """The sentence; of a long one, the clause with all parties in it."""
    sentence = tree.sentence
    if sentence.end - sentence.start <= 300:
        return sentence.start, sentence.end
    inside = tree.subtree(tree.clause(match.light if match.light is not None else match.trigger))
    heads = (*match.actors, *match.recipients)
    low = min([inside[0], *(party.first for party in heads)])
    high = max([inside[-1], *(party.last for party in heads)])
    return tree.tokens[low].start, tree.tokens[high].end
