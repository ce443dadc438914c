"""Which words of a sentence are somebody's claim, by its tree: the clause or thing that a cue attributes.

A cue is a verb of saying, believing or intending, a noun or adjective with a clause, or "according
to". What stands in quotation marks is the business of `coding.quotations`, which joins both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from entente.coding.tree import RELATIVES, Tree
from entente.lexicons import Lexicon
from entente.lexicons.wordlists import wordlist

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
CUE_PARTS = frozenset({"compound:prt"})
LONGEST_SUBJECT_GAP = 12    # tokens between a cue and a clause that only its words, not the tree, tie to it


@dataclass(frozen=True, slots=True)
class Attribution:
    """`cue` and each of `content`: first and last token, both included. `speaker`, `addressee`: head tokens.

    `only_direct`: the cue governs words in quotation marks and no others ("“…”, he continued").
    """

    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
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
    content: tuple[tuple[int, int], ...] = ()
    only_direct = not names & (cues.clause | cues.infinitive | cues.thing)
    if names & (cues.clause | cues.quoting):
        content = (_around(tree, verb, cues) or _clause_of(tree, verb) or _host(tree, verb)
                   or _stray_clause(tree, verb, names & cues.thing == set()))
    if not content and names & cues.infinitive:
        content = _infinitive(tree, verb)
    if not content and names & cues.thing:
        content = _thing(tree, verb, names, cues)
    if not content:
        return None
    cue = (verb, max([verb, *(child for child in tree.children(verb, *CUE_PARTS) if child > verb)]))
    return Attribution(cue, content, speaker_of(tree, verb), addressee_of(tree, verb, cues), only_direct)


def _names(tree: Tree, verb: int) -> set[str]:
    """The verb's lemma, alone and with its particles and prepositions ("call for")."""
    own = tree.lemma(verb)
    found = {own}
    found.update(f"{own} {tree.lemma(child)}" for child in tree.children(verb, "compound:prt", "advmod", "xcomp") if child > verb)
    found.update(f"{own} {tree.case(child)}" for child in tree.children(verb, "obl", "advcl") if child > verb)
    return found


def speaker_of(tree: Tree, verb: int) -> int | None:
    """The head of the cue's subject."""
    if tree.passive(verb) and tree.child(verb, "nsubj:pass") is not None and tree.lemma(verb) not in ("tell", "ask"):
        agents = tree.subjects(verb)
        return agents[0] if agents else None
    found = tree.subjects(verb)
    if not found and tree.tokens[verb].xpos == "VBG":      # "…, he said, adding that …" tied to the wrong word
        earlier = [other for token in tree.tokens[:verb] if token.upos == "VERB" and token.xpos in ("VBD", "VBZ", "VBP")
                   for other in tree.subjects(token.index)]
        return earlier[-1] if earlier else None
    return found[0] if found else None


def addressee_of(tree: Tree, verb: int, cues: Cues) -> int | None:
    """Whom the words are addressed to: the object of "told", "asked", the "to" phrase of "said"."""
    if tree.lemma(verb) in cues.addressed:
        return next((child for child in tree.children(verb, "iobj", "obj", "nsubj:pass") if tree.tokens[child].upos in
                     ("NOUN", "PROPN", "PRON") and tree.tokens[child].xpos not in ("WDT", "WP")), None)
    if tree.lemma(verb) in cues.quoting:
        return next((child for case, child in tree.prepositional(verb) if case == "to" and child > verb), None)
    return None


def _clause_of(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """The finite clause that the verb governs, also one that the tree hangs on its addressee ("told X that …")."""
    for child in tree.children(verb, "ccomp", "xcomp", "csubj"):
        if tree.tokens[child].dep != "xcomp" or not _to(tree, child):
            if tree.tokens[child].dep == "xcomp" and tree.tokens[child].upos not in ("VERB", "AUX"):
                continue
            return _complement(tree, child, verb)
    for child in tree.children(verb, "parataxis"):
        if child > verb and not _inserted(tree, child):
            return _complement(tree, child, verb)
    for addressee in tree.children(verb, "obj", "iobj", "obl"):
        for clause in tree.children(addressee, "acl:relcl", "acl"):
            words = tree.subtree(clause)
            if tree.lemma(words[0]) == "that" and words[0] == addressee + 1 and addressee > verb:
                return _pieces(tree, words)
    return ()


def _inserted(tree: Tree, verb: int) -> bool:
    """The clause is itself an inserted "he said": short and without a complement."""
    return len(tree.subtree(verb)) <= 3


def _complement(tree: Tree, clause: int, verb: int) -> tuple[tuple[int, int], ...]:
    """The words of a complement on its side of the cue: all that stands before "…, he said"; behind the cue
    without later clauses that report something else ("…, adding that", "although he wrote that").
    """
    if clause < verb:
        own = [verb, *(index for child in tree.children(verb) if child != clause and tree.tokens[child].dep in
                       (*SUBJECTS, "aux", "advmod") and child > clause for index in tree.subtree(child))]
        if tree.tokens[min(own) - 1].upos == "PUNCT":
            first = tree.subtree(clause)[0] if tree.tokens[verb].dep in ("ccomp", "acl:relcl", "advcl") else 0
            return _pieces(tree, range(first, min(own)))
        return _pieces(tree, [index for index in tree.subtree(clause) if index < verb])
    other = {index for child in _other_reports(tree, clause, verb) for index in tree.subtree(child)}
    return _pieces(tree, [index for index in tree.subtree(clause) if index > verb and index not in other])


def _other_reports(tree: Tree, clause: int, verb: int) -> Iterator[int]:
    """Adverbial clauses set off by a comma in a complement, with a complement of their own."""
    for child in tree.subtree(clause):
        token = tree.tokens[child]
        if child > verb and token.dep in ("advcl", "parataxis") and token.upos == "VERB" \
                and tree.child(child, "ccomp") is not None:
            first = tree.subtree(child)[0]
            if first and tree.tokens[first].upos == "PUNCT" or tree.tokens[first - 1].upos == "PUNCT":
                yield child


def _host(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """The sentence around an inserted or added "…, he said" or "as he put it"."""
    token = tree.tokens[verb]
    host = tree.governor(verb)
    if host is None or token.dep not in ("parataxis", "advcl", "advcl:relcl"):
        return ()
    if token.dep != "parataxis":
        mark = tree.child(verb, "mark")
        if mark is None or tree.lemma(mark) != "as":
            return ()
    own = set(tree.subtree(verb))
    return _pieces(tree, [index for index in tree.subtree(host) if index not in own])


def _around(tree: Tree, verb: int, cues: Cues) -> tuple[tuple[int, int], ...]:
    """The sentence around an inserted "…, he said, …", or before a closing "…, he said": commas part them,
    whatever the tree says. What follows as a report of its own ("…, he said, adding that …") is left out.
    """
    own = {verb}
    for child in tree.children(verb, *SUBJECTS, "aux", "aux:pass", "advmod", "obl", "obl:unmarked", "obl:tmod", "iobj", *CUE_PARTS):
        own.update(tree.subtree(child))
    subject = tree.child(verb, *SUBJECTS)
    first, last = _run(own, verb)
    if subject is None or tree.lemma(subject) in RELATIVES or first < 2 or not first <= subject <= last \
            or not _comma(tree, first - 1):
        return ()
    rest = range(last + 2, len(tree.tokens))
    if not rest:
        return _pieces(tree, range(first))
    if not _comma(tree, last + 1):
        return ()
    follower = tree.tokens[rest[0]]
    if follower.upos in ("CCONJ", "SCONJ") or follower.xpos in ("VBG", "WP", "WDT") or tree.lemma(rest[0]) in cues.clause:
        return _pieces(tree, range(first))
    return _pieces(tree, [*range(first), *rest])


def _run(words: set[int], index: int) -> tuple[int, int]:
    """The unbroken run of words around one of them."""
    first = last = index
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return first, last


def _comma(tree: Tree, index: int) -> bool:
    """The token is a comma, or a closing mark behind one."""
    if tree.tokens[index].upos != "PUNCT" or tree.tokens[index].text in "([":
        return False
    return tree.tokens[index].text == "," or index > 0 and tree.tokens[index].xpos in ("''", "\"") and tree.tokens[index - 1].text in ",!?"


def _stray_clause(tree: Tree, verb: int, thing_is_clause: bool) -> tuple[tuple[int, int], ...]:
    """The clause behind the verb where the tree ties it elsewhere: from a "that" on, or an object with a verb in it."""
    for index in range(verb + 1, min(verb + LONGEST_SUBJECT_GAP, len(tree.tokens))):
        token = tree.tokens[index]
        if token.upos == "VERB" or token.text in (".", ";", ":"):
            break
        if tree.lemma(index) == "that" and token.xpos in ("IN", "WDT") and token.dep in ("mark", "nsubj", "obj"):
            return _pieces(tree, [each for each in tree.subtree(token.head) if each >= index])
    if thing_is_clause:
        for thing in tree.children(verb, "obj"):
            if thing > verb and any(tree.tokens[clause].xpos in ("VBN", "VBD") for clause in tree.children(thing, "acl", "acl:relcl")):
                return _pieces(tree, tree.subtree(thing))
    return ()


def _to(tree: Tree, verb: int) -> bool:
    mark = tree.child(verb, "mark")
    return mark is not None and tree.lemma(mark) == "to"


def _infinitive(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """The infinitive that the verb governs, from its own object on where that is who shall act."""
    aims = [child for child in tree.children(verb, "xcomp", "ccomp", "advcl", "obl") if child > verb
            and (_to(tree, child) or tree.case(child) == "to" and tree.tokens[child].upos == "VERB")]
    if not aims:
        return ()
    words = set(tree.subtree(aims[0]))
    for actor in tree.children(verb, "obj", "iobj"):
        if verb < actor < aims[0]:
            words.update(tree.subtree(actor))
    return _pieces(tree, sorted(index for index in words if index > verb))


def _thing(tree: Tree, verb: int, names: set[str], cues: Cues) -> tuple[tuple[int, int], ...]:
    """The object of the cue with what the same clause says about it, up to a comma."""
    heads = list(tree.children(verb, "obj"))
    heads += [child for child in tree.children(verb, "obl") if f"{tree.lemma(verb)} {tree.case(child)}" in cues.thing]
    heads = [head for head in heads if head > verb]
    if not heads or not names & cues.thing:
        return ()
    words = {index for head in heads[:1] for index in tree.subtree(head)}
    last = max(words)
    for child in tree.children(verb, "obl", "xcomp", "advcl", "ccomp"):
        inside = tree.subtree(child)
        if inside[0] == last + 1 and tree.tokens[inside[0]].upos != "PUNCT" and tree.case(child) in ("as", "for", "of", "with", "over", ""):
            words.update(inside)
            last = inside[-1]
    return _pieces(tree, sorted(words))


# — nouns, adjectives, "according to" —

def _of_noun(tree: Tree, noun: int, cues: Cues) -> Attribution | None:
    if tree.lemma(noun) not in cues.noun:
        return None
    clause = next((child for child in tree.children(noun, "acl", "ccomp", "acl:relcl") if child > noun
                   and _says(tree, child)), None)
    if clause is None:
        return None
    owner = tree.child(noun, "nmod:poss")
    if owner is None:
        owner = next((child for case, child in tree.prepositional(noun) if case in ("by", "from", "of")), None)
    if owner is None:
        owner = next(iter(tree._infinitive_subject(noun, 0)), None)
        owner = None if owner == noun else owner
    return Attribution((noun, noun), _pieces(tree, tree.subtree(clause)), owner, None)


def _says(tree: Tree, clause: int) -> bool:
    """The clause of a noun says what is claimed: it has "that" as its mark, or is an infinitive."""
    mark = tree.child(clause, "mark")
    return mark is not None and tree.lemma(mark) in ("that", "to", "whether")


def _of_adjective(tree: Tree, adjective: int, cues: Cues) -> Attribution | None:
    if tree.lemma(adjective) not in cues.adjective or tree.child(adjective, "nsubj") is None:
        return None
    clause = next((child for child in tree.children(adjective, "ccomp", "xcomp", "advcl") if child > adjective
                   and (_says(tree, child) or tree.tokens[child].dep == "ccomp")), None)
    if clause is None:
        return None
    return Attribution((adjective, adjective), _pieces(tree, tree.subtree(clause)), speaker_of(tree, adjective), None)


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
            (child for child in tree.subtree(token.index) if child > last and tree.tokens[child].upos in ("NOUN", "PROPN", "PRON")), None)
        if source is None or source <= last:
            return None
        own = set(tree.subtree(source)) | set(range(index, last + 1))
        rest = [other.index for other in tree.tokens if other.index not in own]
        return Attribution((index, last), _pieces(tree, rest), source, None)
    return None


# — spans —

def _pieces(tree: Tree, words: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Runs of words without punctuation at their ends; gaps of punctuation only are closed."""
    runs: list[tuple[int, int]] = []
    for index in sorted(words):
        if tree.tokens[index].upos == "PUNCT" or tree.tokens[index].dep == "cc" and not runs:
            continue
        if runs and all(tree.tokens[between].upos == "PUNCT" for between in range(runs[-1][1] + 1, index)):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return tuple(runs)


def with_content(attribution: Attribution, content: tuple[tuple[int, int], ...]) -> Attribution:
    """The attribution with other content."""
    return replace(attribution, content=content)
