"""The arguments of one trigger, read off the tree before any pattern is tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from entente.coding.tree import Tree
from entente.lexicons import Lexicon

# Verbs over which an event noun's own phrases may have been attached: "held talks with", "launched an attack on".
LIGHT_LABELS = frozenset({"obj", "nsubj:pass", "obl", "nsubj"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that a trigger governs. `form`: to, that or ing."""

    form: str
    head: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Deep subject and object heads, prepositional phrases, particles and clauses of a trigger.

    `owners`: possessors and describers of a noun. `suffers`: the subject is what is acted upon
    ("came under attack"). `light`: the light verb over a noun, None without one.
    """

    trigger: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    phrases: tuple[tuple[str, int], ...]
    particles: tuple[str, ...]
    clauses: tuple[Clause, ...]
    owners: tuple[int, ...] = ()
    suffers: bool = False
    light: int | None = None


def verb_frame(tree: Tree, trigger: int) -> Frame:
    """The frame of a verb."""
    objects = (*tree.objects(trigger), *(() if tree.passive(trigger) else tree.children(trigger, "iobj")))
    subjects = tree.subjects(trigger)
    phrases = [phrase for phrase in tree.prepositional(trigger) if phrase[1] not in subjects]
    if tree.tokens[trigger].dep == "conj":
        phrases += [phrase for phrase in tree.prepositional(trigger) if phrase not in phrases]
    for index in objects:
        phrases += [phrase for phrase in tree.prepositional(index) if phrase not in phrases]
    phrases += _bare_subordinates(tree, trigger)
    particles = tuple(tree.lemma(child) for child in tree.children(trigger, "compound:prt", "advmod"))
    clauses = [*_clauses(tree, trigger)]
    for index in tree.children(trigger, "obj"):
        clauses += [clause for clause in _clauses(tree, index) if tree.tokens[clause.head].dep == "acl"]
    return Frame(trigger, subjects, objects, tuple(phrases), particles, tuple(clauses))


def predicate_frame(tree: Tree, trigger: int) -> Frame:
    """The frame of a predicative adjective or noun: its subject stands beside the copula, or over it."""
    subject = tree.child(trigger, "nsubj", "nsubj:pass")
    subjects: tuple[int, ...] = (subject,) if subject is not None else ()
    token = tree.tokens[trigger]
    if subject is None and token.dep in ("xcomp", "conj", "advcl", "acl", "obl"):
        governor = tree.governor(trigger)
        if governor is not None:
            subjects = tree.subjects(governor) if tree.tokens[governor].upos in ("VERB", "AUX", "ADJ") else (governor,)
            if token.dep == "conj":
                shared = tree.child(governor, "nsubj", "nsubj:pass")
                subjects = (shared,) if shared is not None else ()
    elif (subject is not None and tree.lemma(subject) in ("who", "which", "that") and token.dep == "acl:relcl") or (
        subject is None and token.dep == "amod"
    ):
        subjects = (token.head,)
    return Frame(
        trigger,
        subjects,
        (),
        (*tree.prepositional(trigger), *_bare_subordinates(tree, trigger)),
        (),
        tuple(_clauses(tree, trigger)),
    )


def noun_frame(tree: Tree, trigger: int, lexicon: Lexicon) -> Frame:
    """The frame of an event noun: its own phrases and owners, and those of a light verb over it."""
    owners = tuple(tree.children(trigger, "nmod:poss", "amod", "compound", "nmod:desc"))
    phrases = list(tree.prepositional(trigger))
    clauses = list(_clauses(tree, trigger))
    verb, suffers = _light_verb(tree, trigger, lexicon)
    subjects: tuple[int, ...] = ()
    if verb is not None:
        phrases += [phrase for phrase in tree.prepositional(verb) if phrase not in phrases and phrase[1] != trigger]
        clauses += [clause for clause in _clauses(tree, verb) if clause.form == "to"]
        if tree.tokens[trigger].dep != "nsubj":
            subjects = tuple(index for index in tree.subjects(verb) if index != trigger)
    return Frame(trigger, subjects, (), tuple(phrases), (), tuple(clauses), owners, suffers, verb)


def _light_verb(tree: Tree, noun: int, lexicon: Lexicon) -> tuple[int | None, bool]:
    first = tree.first_conjunct(noun)
    label, verb = tree.tokens[first].dep, tree.governor(first)
    if label not in LIGHT_LABELS or verb is None or tree.tokens[verb].upos not in ("VERB", "AUX"):
        return None, False
    lemma = tree.lemma(verb)
    with_particle = [f"{lemma} {tree.lemma(child)}" for child in tree.children(verb, "compound:prt")]
    words = {lemma, *with_particle}
    operators = lexicon.operators
    if label in ("obj", "nsubj:pass"):
        if words & operators["light_recipient"]:
            return verb, True
        if words & operators["light_actor"]:
            return verb, False
    if label == "obl":
        phrase = f"{lemma} {tree.case(first)}"
        if phrase in operators["light_recipient"]:
            return verb, True
        if phrase in operators["light_actor"]:
            return verb, False
    if label == "nsubj" and words & operators["occur"]:
        return verb, False
    return None, False


def _clauses(tree: Tree, index: int) -> Iterator[Clause]:
    for child in tree.children(index, "xcomp", "ccomp", "advcl", "acl", "parataxis", "csubj"):
        token = tree.tokens[child]
        marks = {tree.lemma(mark) for mark in tree.children(child, "mark")}
        label = token.dep
        if "to" in marks or (label == "xcomp" and token.xpos == "VB"):
            yield Clause("to", child)
        elif label == "ccomp" or (label == "acl" and "that" in marks):
            yield Clause("that", child)
        elif token.xpos == "VBG" and tree.child(child, "aux") is None and label in ("xcomp", "advcl", "acl"):
            yield Clause("ing", child)
        elif label == "xcomp" and token.upos in ("VERB", "ADJ", "NOUN"):
            yield Clause("to", child)
        elif label == "parataxis" and child < index:
            yield Clause("that", child)


def _bare_subordinates(tree: Tree, index: int) -> list[tuple[str, int]]:
    """ "accused Syria of bombing": the preposition before a gerund is a mark."""
    found = []
    for child in tree.children(index, "advcl", "acl", "xcomp"):
        if tree.tokens[child].xpos == "VBG":
            for mark in tree.children(child, "mark", "case"):
                found.append((tree.lemma(mark), child))
    return found
