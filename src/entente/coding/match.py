"""Which senses of the lexicon a tree holds, and where their roles stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from entente.coding.frames import Frame, noun_frame, predicate_frame, verb_frame
from entente.coding.parties import Party, SentenceParties, unique
from entente.coding.tree import Tree
from entente.lexicons import Lexicon, Pattern, Sense, Slot

# What a filled slot adds to a pattern's score: words that must stand there say more than a role.
RESTRICTED, ROLE, CLAUSE, PARTICLE, RECIPROCAL = 2.0, 1.0, 1.5, 2.0, 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """One sense over one trigger. `consumed`: the other tokens that make it this act; `clauses`: complement heads.

    `actors`, `recipients`: parties; `shared` is true where a reciprocal slot gave them.
    """

    trigger: int
    sense: Sense
    pattern: Pattern
    score: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    consumed: tuple[int, ...]
    clauses: tuple[int, ...]
    objects: tuple[int, ...]
    light: int | None
    stranger: bool = False  # the subject is there but is no party ("the storm killed")


def matches(tree: Tree, parties: SentenceParties, lexicon: Lexicon) -> Iterator[Match]:
    """The best Match of each trigger, in text order; senses that report no act are left out with what they hold."""
    best: list[Match] = []
    for token in tree.tokens:
        found = _at(tree, parties, lexicon, token.index)
        if found is not None:
            best.append(found)
    consumed = {index for match in best for index in match.consumed if match.trigger != index}
    light = {
        match.light
        for match in best
        if match.light is not None and match.sense.event is not None and match.trigger not in consumed
    }
    for match in best:
        if match.trigger in consumed or match.sense.event is None:
            continue
        if match.trigger in light and match.score < 4:
            continue  # "launched an attack": the noun says what, the verb only that
        yield match


def _at(tree: Tree, parties: SentenceParties, lexicon: Lexicon, index: int) -> Match | None:
    """The best sense over one token; None where no pattern holds."""
    token, lemma = tree.tokens[index], tree.lemma(index)
    participle = token.upos == "ADJ" and (token.xpos in ("VBN", "VBG") or token.text.lower().endswith("ed"))
    predicative = tree.child(index, "cop") is not None or token.dep in ("xcomp", "obl", "acl")
    tries: list[tuple[str, str, Frame]] = []
    if token.upos in ("VERB", "AUX") or participle:
        tries.append(("v", lemma, verb_frame(tree, index)))
    if token.upos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat", "nmod:desc"):
        tries.append(("n", lemma, noun_frame(tree, index, lexicon)))
    if token.upos in ("ADJ", "VERB", "ADV"):
        tries.append(
            ("a", token.text.lower() if participle or token.upos == "VERB" else lemma, predicate_frame(tree, index))
        )
    if predicative:
        tries.append(("p", lemma, predicate_frame(tree, index)))
    tries += [
        (kind, word[2:], frame)
        for kind, word, frame in tries
        if kind == "v" and word.startswith("re") and (kind, word) not in lexicon.triggers
    ]  # "reimpose" is "impose" again
    candidates = [
        match
        for kind, word, frame in tries
        for sense, pattern in lexicon.triggers.get((kind, word), ())
        if (match := _match(tree, parties, lexicon, frame, sense, pattern)) is not None
    ]
    return max(candidates, key=lambda match: (match.score, match.sense.event is None, match.sense.id), default=None)


@dataclass
class _Filled:
    """What the slots of one pattern have taken so far."""

    score: float = 0.0
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    shared: tuple[Party, ...] = ()
    consumed: tuple[int, ...] = ()
    clauses: tuple[int, ...] = ()
    owners_taken: bool = False
    stranger: bool = False


def _match(
    tree: Tree, parties: SentenceParties, lexicon: Lexicon, frame: Frame, sense: Sense, pattern: Pattern
) -> Match | None:
    filled = _Filled()
    for slot in pattern.slots:
        ok = _fill(tree, parties, lexicon, frame, slot, filled)
        if ok if slot.forbidden else not (ok or slot.optional):
            return None
    if pattern.kind == "n":
        _owners(parties, frame, filled)
    actors, recipients = unique(filled.actors), unique(filled.recipients)
    if sense.reciprocal:
        actors, recipients = unique((*filled.actors, *filled.recipients, *filled.shared)), ()
        if len(actors) == 1 and not actors[0].plural:
            return None  # "Iran held drills": it takes two
        filled.score += RECIPROCAL * (len({party.country for party in actors}) > 1)
    elif filled.shared:
        actors = unique((*actors, *filled.shared))
    return Match(
        frame.trigger,
        sense,
        pattern,
        filled.score,
        actors,
        recipients,
        (frame.trigger, *filled.consumed),
        filled.clauses,
        frame.objects,
        frame.light,
        filled.stranger,
    )


def _owners(parties: SentenceParties, frame: Frame, filled: _Filled) -> None:
    """A noun's owner is its actor where no slot says otherwise; so is the subject of a light verb."""
    light = tuple(party for index in frame.subjects for party in parties.at(index))
    if light and not frame.suffers:
        filled.actors = (*filled.actors, *light)
        filled.score += ROLE
    elif light and not filled.recipients:
        filled.recipients = light
        filled.score += ROLE
    if not filled.actors and not filled.owners_taken and not filled.shared:
        owners = tuple(party for index in frame.owners for party in parties.at(index) if not party.derived)
        filled.actors = owners
        filled.score += ROLE * bool(owners)


def _fill(tree: Tree, parties: SentenceParties, lexicon: Lexicon, frame: Frame, slot: Slot, filled: _Filled) -> bool:
    """Whether the slot's phrase is there; takes what it gives."""
    name = slot.names[0]
    if name in ("to", "that", "ing") and not slot.role:
        return _clause(tree, lexicon, frame, slot, filled)
    if name == "prt":
        return _particle(frame, slot, filled)
    if name == "modal":
        return _modal(tree, frame, slot, filled)
    heads = _heads(tree, frame, slot)
    if not heads and slot.role and filled.consumed and name not in ("subj", "obj", "poss", "mod"):
        # "in favour of B": the phrase hangs on a word that the pattern has already taken
        heads = tuple(
            index for taken in filled.consumed for case, index in tree.prepositional(taken) if case in slot.names
        )
    if slot.lemmas:
        heads = tuple(
            index for index in heads if any(_is(tree, lexicon, each, slot.lemmas) for each in tree.conjuncts(index))
        )
    if not slot.lemmas and not slot.role:
        heads = tuple(index for index in heads if tree.lemma(index) not in lexicon.words["calendar"])
    if not heads:
        return False
    if slot.forbidden:
        return True
    taken = unique(party for index in heads for party in parties.at(index))
    if not taken and slot.role and filled.consumed and name not in ("subj", "obj", "poss", "mod"):
        taken = unique(
            party
            for held in filled.consumed
            for case, index in tree.prepositional(held)
            if case in slot.names
            for party in parties.at(index)
        )
    if name == "subj" and slot.role in ("A", "B", "R") and not taken:
        filled.stranger = True
        return True
    if slot.role in ("A", "B", "R") and not taken and not slot.optional and not slot.lemmas:
        return False
    if slot.lemmas:
        filled.score += RESTRICTED
        filled.consumed = (*filled.consumed, *heads)
    elif not slot.role:
        filled.score += ROLE
    _take(slot, taken, filled)
    if not slot.role and slot.lemmas and name == "obj":
        return True
    if name == "poss":
        filled.owners_taken = True
    return True


def _take(slot: Slot, taken: tuple[Party, ...], filled: _Filled) -> None:
    if slot.role and taken:
        filled.score += ROLE if not all(party.derived for party in taken) else ROLE / 2
    if slot.role == "A":
        filled.actors = (*filled.actors, *taken)
    elif slot.role == "B":
        filled.recipients = (*filled.recipients, *taken)
    elif slot.role == "R":
        filled.shared = (*filled.shared, *taken)


def _heads(tree: Tree, frame: Frame, slot: Slot) -> tuple[int, ...]:
    name = slot.names[0]
    if name == "subj":
        return frame.subjects
    if name == "obj":
        return frame.objects
    if name == "poss":
        return frame.owners
    if name == "mod":
        return tuple(tree.children(frame.trigger, "compound", "amod", "nmod:poss"))
    return tuple(index for case, index in frame.phrases if case in slot.names)


def _clause(tree: Tree, lexicon: Lexicon, frame: Frame, slot: Slot, filled: _Filled) -> bool:
    heads = tuple(clause.head for clause in frame.clauses if clause.form in slot.names)
    if slot.lemmas:
        heads = tuple(
            index for index in heads if any(_is(tree, lexicon, each, slot.lemmas) for each in tree.conjuncts(index))
        )
    if not heads:
        return False
    if not slot.forbidden:
        filled.clauses = (*filled.clauses, *heads)
        filled.score += CLAUSE + (RESTRICTED if slot.lemmas else 0)
    return True


def _particle(frame: Frame, slot: Slot, filled: _Filled) -> bool:
    found = any(not slot.lemmas or particle in slot.lemmas for particle in frame.particles)
    if found and not slot.forbidden:
        filled.score += PARTICLE
    return found


def _modal(tree: Tree, frame: Frame, slot: Slot, filled: _Filled) -> bool:
    """The clause below has one of these auxiliaries: "said that Sudan must return the helicopter"."""
    for clause in frame.clauses:
        words = {tree.lemma(child) for child in tree.children(clause.head, "aux")} | {tree.lemma(clause.head)}
        if words & set(slot.lemmas):
            filled.score += RESTRICTED
            return True
    return False


def _is(tree: Tree, lexicon: Lexicon, index: int, lemmas: tuple[str, ...]) -> bool:
    """The token's lemma, alone or with its first part, is one of the lemmas or in one of the classes.

    A title counts for its bearer ("ambassador Brah Mohamane"), what a noun carries for the noun ("aid
    deliveries", "part of an aid programme").
    """
    words = _words(tree, index)
    if tree.lemma(index) in lexicon.words["carriers"] | lexicon.words["collectives"]:
        carried = [
            *tree.children(index, "compound"),
            *(head for case, head in tree.prepositional(index) if case == "of"),
        ]
        words = words.union(*(_words(tree, head) for head in carried))
        words = words.union(*(_words(tree, child) for head in carried for child in tree.children(head, "compound")))
    if any(word in lemmas for word in words):
        return True
    return any(
        words & lexicon.classes[lemma[1:]] for lemma in lemmas if lemma.startswith("$") and lemma[1:] in lexicon.classes
    )


def _words(tree: Tree, index: int) -> set[str]:
    """A noun's lemma and form, each with its first parts, and the titles before it."""
    words = {tree.lemma(index), tree.tokens[index].text.lower()}
    for child in tree.children(index, "compound", "amod"):
        words |= {f"{tree.lemma(child)} {tree.lemma(index)}", f"{tree.tokens[child].text.lower()} {tree.lemma(index)}"}
    words |= {tree.lemma(child) for child in tree.children(index, "nmod:desc")}
    if tree.tokens[index].xpos == "NNS" and tree.lemma(index).endswith("s"):
        words.add(tree.lemma(index)[:-1])  # "troops", whose lemma keeps its plural
    return words
