"""Whether an act has happened, is planned, proposed or conditional, is denied, or is only said to be so.

The words over a trigger decide, from the trigger up to the root: auxiliaries, negations, the
verbs of data/operators.yaml that embed it, the clause that it stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from entente.coding.match import Match
from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.records.vocabulary import Polarity, Status

NEGATIONS = frozenset({"not", "never", "no", "n't", "neither", "nor", "hardly", "without"})
FUTURE = frozenset({"will", "shall", "'ll", "\N{RIGHT SINGLE QUOTATION MARK}ll"})
WISH = frozenset({"should", "must", "ought"})
PERHAPS = frozenset({"may", "might", "could"})
CONDITIONS = frozenset({"if", "unless", "provided", "lest"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Status, polarity and doubt of one act."""

    status: Status = "happened"
    polarity: Polarity = "affirmed"
    hedged: bool = False


def standing(tree: Tree, match: Match, lexicon: Lexicon) -> Standing:
    """How the act of a match stands, read from its trigger up to the root."""
    return climb(tree, match.trigger if match.light is None else match.light, lexicon, _own_noun(tree, match, lexicon))


def _own_noun(tree: Tree, match: Match, lexicon: Lexicon) -> Standing:
    """What the describers of an event noun say: "a planned visit", "the alleged attack", "no talks"."""
    found = Standing()
    if tree.tokens[match.trigger].upos not in ("NOUN", "PROPN"):
        return found
    for child in tree.children(match.trigger, "amod", "det", "advmod", "acl"):
        lemma, text = tree.lemma(child), tree.tokens[child].text.lower()
        if lemma in NEGATIONS:
            found = replace(found, polarity="negated")
        elif {lemma, text} & lexicon.operators["planned_describers"]:
            found = replace(found, status="planned")
        elif {lemma, text} & lexicon.operators["proposed_describers"]:
            found = replace(found, status="proposed")
        elif {lemma, text} & lexicon.operators["cancelled_adjectives"]:
            found = replace(found, polarity="negated")
        elif {lemma, text} & (lexicon.operators["hedge_adverbs"] | lexicon.operators["hedge_adjectives"]):
            found = replace(found, hedged=True)
    return found


def climb(tree: Tree, start: int, lexicon: Lexicon, found: Standing) -> Standing:
    """Adds what each governor says to what stands so far."""
    found = _verb_group(tree, start, lexicon, found)
    node = start
    for above in tree.ancestors(start):
        label = tree.tokens[node].dep
        if label == "conj":
            if _shares_auxiliaries(tree, node, above):
                found = _verb_group(tree, above, lexicon, found)
        elif label.startswith(("nsubj", "csubj")) and tree.tokens[above].upos == "VERB":
            found = _under_subject(tree, above, lexicon, found)
        else:
            found = _under(tree, node, above, lexicon, found)
        node = above
    return found


def _verb_group(tree: Tree, verb: int, lexicon: Lexicon, found: Standing) -> Standing:
    operators = lexicon.operators
    lemmas = {tree.lemma(child): child for child in tree.children(verb, "aux", "advmod", "cop", "mark", "cc:preconj")}
    texts = {tree.tokens[child].text.lower() for child in tree.children(verb, "aux", "advmod", "det")}
    if (set(lemmas) | texts) & NEGATIONS or (
        tree.child(verb, "obj") is not None
        and any(tree.lemma(child) == "no" for child in tree.children(tree.child(verb, "obj") or 0, "det"))
    ):
        found = replace(found, polarity="negated")
    if found.status == "happened":
        if (set(lemmas) | texts) & FUTURE:
            found = replace(found, status="planned")
        elif set(lemmas) & WISH:
            found = replace(found, status="proposed")
        elif set(lemmas) & {"would"} | texts & {"would", "'d"}:
            found = replace(found, status="conditional" if _conditional(tree, verb) else "planned")
        elif set(lemmas) & PERHAPS or texts & PERHAPS:
            found = replace(found, status="conditional" if _conditional(tree, verb) else "proposed", hedged=True)
        elif tree.tokens[verb].xpos == "VBG" and any(
            tree.lemma(child) == "be" and tree.tokens[child].xpos in ("VBP", "VBZ")
            for child in tree.children(verb, "aux")
        ):
            found = replace(found, status="ongoing")
    if set(lemmas) & operators["hedge_adverbs"]:
        found = replace(found, hedged=True)
    if set(lemmas) & CONDITIONS and found.status in ("happened", "ongoing", "planned"):
        found = replace(found, status="conditional")
    return found


def _conditional(tree: Tree, verb: int) -> bool:
    return any(
        tree.lemma(mark) in CONDITIONS
        for clause in tree.children(verb, "advcl")
        for mark in tree.children(clause, "mark")
    )


def _shares_auxiliaries(tree: Tree, node: int, first: int) -> bool:
    return (
        tree.tokens[node].upos == "VERB"
        and tree.child(node, "aux", "nsubj") is None
        and tree.tokens[first].upos == "VERB"
    )


def _under_subject(tree: Tree, verb: int, lexicon: Lexicon, found: Standing) -> Standing:
    """An event noun as subject: "the meeting was cancelled", "talks will take place"."""
    words = {tree.lemma(verb)} | {
        f"{tree.lemma(verb)} {tree.lemma(child)}" for child in tree.children(verb, "compound:prt")
    }
    if words & lexicon.operators["occur"]:
        return _verb_group(tree, verb, lexicon, found)
    if words & lexicon.operators["not_occur"]:
        return replace(found, polarity="negated")
    if words & lexicon.operators["planned"] and tree.passive(verb):
        return replace(found, status="planned")
    if words & lexicon.operators["hedge_verbs"]:
        return replace(found, hedged=True)
    return found


def _under(tree: Tree, node: int, above: int, lexicon: Lexicon, found: Standing) -> Standing:
    """One step up: the governor's word and the label of the step say what becomes of the act."""
    operators, token = lexicon.operators, tree.tokens[node]
    label = token.dep
    if label == "advcl":
        marks = {tree.lemma(mark) for mark in tree.children(node, "mark")}
        if marks & CONDITIONS:
            return replace(found, status="conditional")
        if "to" in marks and token.xpos == "VB" and found.status == "happened":
            return replace(found, status="planned")
        return replace(found, polarity="negated") if "without" in marks else found
    if label.startswith(("acl:relcl", "advcl:relcl", "parataxis")):
        return found
    words = {tree.lemma(above), tree.tokens[above].text.lower()}
    words |= {f"{tree.lemma(above)} {tree.lemma(child)}" for child in tree.children(above, "compound:prt")}
    embeds = label in ("xcomp", "ccomp", "obj", "acl", "obl", "nmod", "csubj", "nsubj:pass") or label.startswith("obl")
    if not embeds:
        return found
    clause = label in ("xcomp", "ccomp", "acl", "csubj")
    return _embedded(tree, words, clause, label == "ccomp", above, operators, found)


def _embedded(
    tree: Tree,
    words: set[str],
    clause: bool,
    finite: bool,
    above: int,
    operators: Mapping[str, frozenset[str]],
    found: Standing,
) -> Standing:
    """What an embedding verb or noun makes of the act below it; `clause`: a whole clause, `finite`: a that-clause."""
    negated_above = any(tree.lemma(child) in NEGATIONS for child in tree.children(above, "advmod"))
    if words & operators["denied"]:
        return replace(found, polarity="affirmed" if negated_above else "denied")
    if not finite and words & operators["negated"]:  # "forgot to", but "forgot that"
        return replace(found, polarity="negated")
    if clause and words & operators["speech_verbs"]:
        return found
    if found.status in ("happened", "ongoing"):
        if words & operators["planned"] or words & operators["planned_nouns"]:
            found = replace(found, status="planned")
        elif words & operators["proposed"] or words & operators["proposed_nouns"]:
            found = replace(found, status="proposed")
        elif words & operators["attempted"]:
            found = replace(found, hedged=found.hedged)
        elif words & operators["ongoing"] and clause:
            found = replace(
                found, status="ongoing" if tree.tokens[above].xpos in ("VBZ", "VBP", "VBG") else found.status
            )
    if words & operators["ended"] and clause:
        found = replace(found, polarity="negated")
    if clause and words & (operators["hedge_verbs"] | operators["belief_verbs"]):
        found = replace(found, hedged=True)
    if clause and negated_above and words & operators["belief_verbs"]:
        found = replace(found, polarity="negated")
    return found
