"""PLOVER contexts of an act: those of its sense and those that words of its clause show."""

from __future__ import annotations

from entente.coding.tree import Tree
from entente.lexicons import Lexicon, Sense


def contexts(tree: Tree, head: int, sense: Sense, lexicon: Lexicon) -> tuple[str, ...]:
    """The contexts, sorted, without repetition."""
    found = set(sense.contexts)
    previous = ""
    for index in tree.subtree(head):
        lemma = tree.lemma(index)
        for words in (lemma, f"{previous} {lemma}"):
            if words in lexicon.contexts:
                found.add(lexicon.contexts[words])
        previous = lemma
    return tuple(sorted(found))
