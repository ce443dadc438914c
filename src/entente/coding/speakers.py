"""Whose word an act stands on: the chain of voices over its clause, outermost first."""

from __future__ import annotations

from entente.coding.parties import Party, SentenceParties
from entente.coding.tree import Tree
from entente.lexicons import Lexicon

REPORTED = frozenset({"ccomp", "parataxis", "xcomp", "csubj", "obj"})


def speakers(tree: Tree, parties: SentenceParties, trigger: int, lexicon: Lexicon) -> tuple[Party, ...]:
    """The speakers over a trigger: subjects of saying and believing verbs, "according to", owners of "claim that"."""
    chain: list[Party] = []
    node = trigger
    verbs = lexicon.operators["speech_verbs"] | lexicon.operators["belief_verbs"] | lexicon.operators["denied"]
    for above in tree.ancestors(trigger):
        label = tree.tokens[node].dep
        if label in REPORTED and tree.lemma(above) in verbs and label != "obj":
            _put_first(chain, _subject(tree, parties, above))
        elif label == "acl" and tree.lemma(above) in lexicon.operators["speech_nouns"]:
            owner = tree.child(above, "nmod:poss")
            _put_first(chain, parties.at(owner)[:1] if owner is not None else parties.at(above)[:1])
        node = above
    for index in (trigger, *tree.ancestors(trigger)):
        for case, head in tree.prepositional(index):
            if case == "according to":
                _put_first(chain, parties.at(head)[:1])
        for child in tree.children(index, "parataxis", "ccomp"):
            # "…, the White House announced": the saying verb hangs under the said
            if (
                child > index
                and tree.lemma(child) in verbs
                and tree.child(child, "ccomp", "obj") is None
                and tree.tokens[child].dep == "parataxis"
            ):
                _put_first(chain, _subject(tree, parties, child))
    return tuple(chain)


def _subject(tree: Tree, parties: SentenceParties, verb: int) -> tuple[Party, ...]:
    return tuple(party for head in tree.subjects(verb)[:1] for party in parties.at(head)[:1])


def _put_first(chain: list[Party], found: tuple[Party, ...]) -> None:
    for party in reversed(found):
        if party not in chain:
            chain.insert(0, party)
