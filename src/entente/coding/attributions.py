"""Which words of a sentence are somebody's claim, by its tree: the clause or thing that a cue attributes.

A cue is a verb of saying, believing or intending, a noun or adjective with a clause, or "according
to". What stands in quotation marks is the business of `coding.quotations`, which joins both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from entente.coding.complements import (
    PARTICLES,
    Run,
    around,
    clause_of,
    host,
    infinitive,
    pieces,
    says,
    stray_clause,
    thing,
)
from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.lexicons.wordlists import wordlist

NOMINAL = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`cue` and each of `content`: first and last token, both included. `speaker`, `addressee`: head tokens.

    `only_direct`: the cue governs words in quotation marks and no others ("“…”, he continued").
    """

    cue: Run
    content: tuple[Run, ...]
    speaker: int | None
    addressee: int | None
    only_direct: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that attribute, by what they govern. Lemmas; a verb with its particle or preposition has two."""

    clause: frozenset[str]
    infinitive: frozenset[str]
    thing: frozenset[str]
    adjective: frozenset[str]
    noun: frozenset[str]
    addressed: frozenset[str]
    quoting: frozenset[str]
    prefixed: frozenset[str]


def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of the lexicon's operators with those of `data/quotation_cues.tsv`."""
    listed = {kind: frozenset(words) for kind, words in wordlist("quotation_cues").items()}
    operators = lexicon.operators
    said = operators["speech_verbs"] | operators["belief_verbs"] | operators["denied"]
    return Cues(
        clause=said | listed["clause"],
        infinitive=listed["infinitive"],
        thing=listed["object"],
        adjective=listed["adjective"],
        noun=operators["speech_nouns"] | operators["planned_nouns"] | listed["noun"],
        addressed=listed["addressed"] | {"tell", "ask", "inform"},
        quoting=operators["speech_verbs"] | listed["quoting"],
        prefixed=listed["prefixed"],
    )


def attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The attributions of one sentence in the order of their cues; those inside others too."""
    for token in tree.tokens:
        if token.upos in ("VERB", "AUX"):
            found = _of_verb(tree, token.index, cues)
        elif token.upos == "NOUN":
            found = _of_noun(tree, token.index, cues)
        elif token.upos == "ADJ":
            found = _of_adjective(tree, token.index, cues)
        else:
            found = None
        if found is None:
            found = _of_preposition(tree, token.index, cues)
        if found is not None and found.content:
            yield found


# — verbs —

def _of_verb(tree: Tree, verb: int, cues: Cues) -> Attribution | None:
    names = _names(tree, verb)
    content: tuple[Run, ...] = ()
    only_direct = not names & (cues.clause | cues.infinitive | cues.thing)
    if names & (cues.clause | cues.quoting):
        content = (around(tree, verb, cues.clause) or clause_of(tree, verb) or host(tree, verb)
                   or stray_clause(tree, verb, not names & cues.thing))
    if not content and names & cues.infinitive:
        content = infinitive(tree, verb)
    if not content and names & cues.thing:
        content = thing(tree, verb, cues.thing)
    if not content:
        return None
    cue = (verb, max([verb, *(child for child in tree.children(verb, *PARTICLES) if child > verb)]))
    return Attribution(cue, content, speaker_of(tree, verb), addressee_of(tree, verb, cues), only_direct)


def _names(tree: Tree, verb: int) -> set[str]:
    """The verb's lemma, alone and with its particles and prepositions ("call for")."""
    own = tree.lemma(verb)
    found = {own}
    found.update(f"{own} {tree.lemma(child)}" for child in tree.children(verb, *PARTICLES, "advmod", "xcomp")
                 if child > verb)
    found.update(f"{own} {tree.case(child)}" for child in tree.children(verb, "obl", "advcl") if child > verb)
    return found


def speaker_of(tree: Tree, verb: int) -> int | None:
    """The head of the cue's subject."""
    if tree.passive(verb) and tree.child(verb, "nsubj:pass") is not None and tree.lemma(verb) not in ("tell", "ask"):
        agents = tree.subjects(verb)
        return agents[0] if agents else None
    found = tree.subjects(verb)
    if tree.tokens[verb].xpos == "VBG" and tree.tokens[verb].dep == "advcl":
        found = _outer_subject(tree, verb) or found
    if not found and tree.tokens[verb].xpos == "VBG":      # "…, he said, adding that …" tied to the wrong word
        earlier = [other for token in tree.tokens[:verb] if token.upos == "VERB" and token.xpos in ("VBD", "VBZ", "VBP")
                   for other in tree.subjects(token.index)]
        return earlier[-1] if earlier else None
    return found[0] if found else None


def _outer_subject(tree: Tree, verb: int) -> tuple[int, ...]:
    """"Oslo denied that its jets had crossed, saying …": who says is whose denial the clause hangs in."""
    if tree.tokens[tree.subtree(verb)[0] - 1].upos != "PUNCT" and tree.tokens[tree.subtree(verb)[0]].upos != "PUNCT":
        return ()
    node = tree.governor(verb)
    while node is not None and tree.tokens[node].dep in ("ccomp", "conj"):
        above = tree.governor(node)
        if above is not None and tree.tokens[node].dep == "ccomp" and above < node:
            return tree.subjects(above)
        node = above
    return ()


def addressee_of(tree: Tree, verb: int, cues: Cues) -> int | None:
    """Whom the words are addressed to: the object of "told", "asked", the "to" phrase of "said"."""
    if tree.lemma(verb) in cues.addressed:
        return next((child for child in tree.children(verb, "iobj", "obj", "nsubj:pass")
                     if tree.tokens[child].upos in NOMINAL and tree.tokens[child].xpos not in ("WDT", "WP")), None)
    if tree.lemma(verb) in cues.quoting:
        return next((child for case, child in tree.prepositional(verb) if case == "to" and child > verb), None)
    return None


# — nouns, adjectives, "according to" —

def _of_noun(tree: Tree, noun: int, cues: Cues) -> Attribution | None:
    if tree.lemma(noun) not in cues.noun:
        return None
    clause = next((child for child in tree.children(noun, "acl", "ccomp", "acl:relcl") if child > noun
                   and says(tree, child)), None)
    if clause is None:
        return None
    owner = tree.child(noun, "nmod:poss")
    if owner is None:
        owner = next((child for case, child in tree.prepositional(noun) if case in ("by", "from", "of")), None)
    if owner is None:
        verb = tree.governor(noun)
        owner = next(iter(tree.subjects(verb)), None) if verb is not None and tree.tokens[noun].dep == "obj" else None
    return Attribution((noun, noun), pieces(tree, tree.subtree(clause)), owner, None)


def _of_adjective(tree: Tree, adjective: int, cues: Cues) -> Attribution | None:
    if tree.lemma(adjective) not in cues.adjective or tree.child(adjective, "nsubj") is None:
        return None
    clause = next((child for child in tree.children(adjective, "ccomp", "xcomp", "advcl") if child > adjective
                   and (says(tree, child) or tree.tokens[child].dep == "ccomp")), None)
    if clause is None:
        return None
    return Attribution((adjective, adjective), pieces(tree, tree.subtree(clause)), speaker_of(tree, adjective), None)


def _of_preposition(tree: Tree, index: int, cues: Cues) -> Attribution | None:
    """"According to X, …": the rest of the sentence."""
    token = tree.tokens[index]
    if token.text.lower() not in {words.split()[0] for words in cues.prefixed}:
        return None
    for words in sorted(cues.prefixed, key=lambda each: (-len(each), each)):
        last = index + len(words.split()) - 1
        if [part.text.lower() for part in tree.tokens[index:last + 1]] != words.split():
            continue
        source = token.head if token.dep == "case" else next(
            (child for child in tree.subtree(token.index) if child > last and tree.tokens[child].upos in NOMINAL), None)
        if source is None or source <= last:
            return None
        own = set(tree.subtree(source)) | set(range(index, last + 1))
        rest = [other.index for other in tree.tokens if other.index not in own]
        return Attribution((index, last), pieces(tree, rest), source, None)
    return None
