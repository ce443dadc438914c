"""The words that a cue governs: a clause, an infinitive, a thing, or the sentence around "…, he said".

Every function gives runs of tokens, first and last included, without punctuation at their ends, and
none where the cue governs nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from entente.coding.tree import RELATIVES, Tree

Run = tuple[int, int]
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
PARTICLES = ("compound:prt",)
CUE_PARTS = (*SUBJECTS, *PARTICLES, "aux", "aux:pass", "advmod", "obl", "obl:unmarked", "iobj")
THING_CASES = ("as", "for", "of", "with", "over", "")     # "described the raid as an error"
LONGEST_GAP = 12        # tokens between a cue and a clause that only its words, not the tree, tie to it


def pieces(tree: Tree, words: Iterable[int]) -> tuple[Run, ...]:
    """Runs of words without punctuation at their ends; gaps of punctuation only are closed."""
    runs: list[tuple[int, int]] = []
    for index in sorted(words):
        if tree.tokens[index].upos == "PUNCT" or (tree.tokens[index].dep == "cc" and not runs):
            continue
        if runs and all(tree.tokens[between].upos == "PUNCT" for between in range(runs[-1][1] + 1, index)):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return tuple(runs)


def clause_of(tree: Tree, verb: int) -> tuple[Run, ...]:
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
                return pieces(tree, words)
    return ()


def _inserted(tree: Tree, verb: int) -> bool:
    """The clause is itself an inserted "he said": short and without a complement."""
    return len(tree.subtree(verb)) <= 3


def _complement(tree: Tree, clause: int, verb: int) -> tuple[Run, ...]:
    """The words of a complement on its side of the cue: all that stands before "…, he said"; behind the cue
    without later clauses that report something else ("…, adding that", "although he wrote that").
    """
    if clause < verb:
        own = [verb, *(index for child in tree.children(verb) if child != clause and tree.tokens[child].dep in
                       (*SUBJECTS, "aux", "advmod") and child > clause for index in tree.subtree(child))]
        if tree.tokens[min(own) - 1].upos == "PUNCT":
            first = tree.subtree(clause)[0] if tree.tokens[verb].dep in ("ccomp", "acl:relcl", "advcl") else 0
            return pieces(tree, range(first, min(own)))
        return pieces(tree, [index for index in tree.subtree(clause) if index < verb])
    other = {index for child in _other_reports(tree, clause, verb) for index in tree.subtree(child)}
    return pieces(tree, [index for index in tree.subtree(clause) if index > verb and index not in other])


def _other_reports(tree: Tree, clause: int, verb: int) -> Iterator[int]:
    """Adverbial clauses set off by a comma in a complement, with a complement of their own."""
    for child in tree.subtree(clause):
        token = tree.tokens[child]
        if child > verb and token.dep in ("advcl", "parataxis") and token.upos == "VERB" and (
                tree.child(child, "ccomp") is not None
                or (token.xpos == "VBG" and tree.child(child, "parataxis") is not None)):
            first = tree.subtree(child)[0]
            if (first and tree.tokens[first].upos == "PUNCT") or tree.tokens[first - 1].upos == "PUNCT":
                yield child


def host(tree: Tree, verb: int) -> tuple[Run, ...]:
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
    return pieces(tree, [index for index in tree.subtree(host) if index not in own])


def around(tree: Tree, verb: int, clause_cues: frozenset[str]) -> tuple[Run, ...]:
    """The sentence around an inserted "…, he said, …", or before a closing "…, he said": commas part them,
    whatever the tree says. What follows as a report of its own ("…, he said, adding that …") is left out.
    """
    own = {verb}
    for child in tree.children(verb, *CUE_PARTS):
        own.update(tree.subtree(child))
    subject = tree.child(verb, *SUBJECTS)
    first, last = _run(own, verb)
    if subject is None or tree.lemma(subject) in RELATIVES or first < 2 or not first <= subject <= last \
            or not _comma(tree, first - 1):
        return ()
    rest = range(last + 2, len(tree.tokens))
    if not rest:
        return pieces(tree, range(first))
    if not _comma(tree, last + 1):
        return ()
    follower = tree.tokens[rest[0]]
    if follower.upos in ("CCONJ", "SCONJ") or follower.xpos in ("VBG", "WP", "WDT") \
            or tree.lemma(rest[0]) in clause_cues:
        return pieces(tree, range(first))
    return pieces(tree, [*range(first), *rest])


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
    if tree.tokens[index].text == ",":
        return True
    return index > 0 and tree.tokens[index].xpos in ("''", '"') and tree.tokens[index - 1].text in ",!?"


def stray_clause(tree: Tree, verb: int, thing_is_clause: bool) -> tuple[Run, ...]:
    """The clause behind the verb where the tree ties it elsewhere: from a "that" on, or an object with a verb in it."""
    for index in range(verb + 1, min(verb + LONGEST_GAP, len(tree.tokens))):
        token = tree.tokens[index]
        if token.upos == "VERB" or token.text in (".", ";", ":"):
            break
        if tree.lemma(index) == "that" and token.xpos in ("IN", "WDT") and token.dep in ("mark", "nsubj", "obj"):
            return pieces(tree, [each for each in tree.subtree(token.head) if each >= index])
    if thing_is_clause:
        for thing in tree.children(verb, "obj"):
            clauses = tree.children(thing, "acl", "acl:relcl")
            if thing > verb and any(tree.tokens[clause].xpos in ("VBN", "VBD") for clause in clauses):
                return pieces(tree, tree.subtree(thing))
    return ()


def _to(tree: Tree, verb: int) -> bool:
    mark = tree.child(verb, "mark")
    return mark is not None and tree.lemma(mark) == "to"


def infinitive(tree: Tree, verb: int) -> tuple[Run, ...]:
    """The infinitive that the verb governs, from its own object on where that is who shall act."""
    aims = [child for child in tree.children(verb, "xcomp", "ccomp", "advcl", "obl") if child > verb
            and (_to(tree, child) or (tree.case(child) == "to" and tree.tokens[child].upos == "VERB"))]
    if not aims:
        return ()
    words = set(tree.subtree(aims[0]))
    for actor in tree.children(verb, "obj", "iobj"):
        if verb < actor < aims[0]:
            words.update(tree.subtree(actor))
    return pieces(tree, sorted(index for index in words if index > verb))


def thing(tree: Tree, verb: int, things: frozenset[str]) -> tuple[Run, ...]:
    """The object of the cue with what the same clause says about it, up to a comma."""
    heads = list(tree.children(verb, "obj"))
    heads += [child for child in tree.children(verb, "obl") if f"{tree.lemma(verb)} {tree.case(child)}" in things]
    heads = [head for head in heads if head > verb]
    if not heads:
        return ()
    words = {index for head in heads[:1] for index in tree.subtree(head)}
    last = max(words)
    for child in tree.children(verb, "obl", "xcomp", "advcl", "ccomp"):
        inside = tree.subtree(child)
        if inside[0] == last + 1 and tree.tokens[last + 1].upos != "PUNCT" and tree.case(child) in THING_CASES:
            words.update(inside)
            last = inside[-1]
    return pieces(tree, sorted(words))


def says(tree: Tree, clause: int) -> bool:
    """The clause of a noun says what is claimed: it has "that" as its mark, or is an infinitive."""
    mark = tree.child(clause, "mark")
    return mark is not None and tree.lemma(mark) in ("that", "to", "whether")
