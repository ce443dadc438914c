"""The parts of a noun phrase: its name, its title, its agent noun, its span."""

from __future__ import annotations

from collections.abc import Iterator

from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.records import Document


class Phrases:
    """Asks noun phrases of one document; knows the lexicon."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        self.lexicon = lexicon
        self.document = document
        self.day = document.published

    def _name_parts(self, tree: Tree, head: int) -> Iterator[int]:
        for index in tree.children(head, "flat", "compound", "nmod:desc", "appos"):
            if tree.tokens[index].dep == "appos":
                continue
            if tree.tokens[index].upos in ("PROPN", "NOUN", "X", "ADJ"):
                yield index
                yield from self._name_parts(tree, index)

    def _agent(self, tree: Tree, head: int) -> tuple[str, str]:
        """(sector, kind) of an agent noun, with its first part ("security forces") before alone."""
        lemma = tree.lemma(head)
        for child in tree.children(head, "compound", "amod"):
            both = f"{tree.lemma(child)} {lemma}"
            if both in self.lexicon.agents:
                return self.lexicon.agents[both]
        found = self.lexicon.agents.get(lemma, ("", ""))
        if found[1] == "platform" or found[1] == "installation":
            return found
        for child in tree.children(head, "compound", "amod"):
            sector = self.lexicon.agents.get(tree.lemma(child), ("", ""))[0]
            if found[1] and sector and not found[0]:
                return sector, found[1]
        return found

    def _office_of(self, tree: Tree, head: int) -> tuple[str, str]:
        """(office, sector) of the title that the phrase holds, "" and "" without one."""
        titles = self.lexicon.titles
        for index in (head, *tree.children(head, "nmod:desc", "compound", "appos", "flat")):
            own = tree.lemma(index)
            parts = tree.children(index, "compound", "amod", "nmod:desc")
            before = [tree.lemma(child) for child in parts if child < index]
            phrases = [" ".join([*before[-2:], own]), " ".join([*before[-1:], own]), own]
            for case, of in tree.prepositional(index):
                if case == "of":
                    inner = [tree.lemma(child) for child in tree.children(of, "compound", "amod") if child < of]
                    phrases[:0] = [f"{own} of {' '.join([*inner, tree.lemma(of)])}", f"{own} of {tree.lemma(of)}"]
            for phrase in phrases:
                if phrase in titles and (phrase != own or index == head or titles[phrase][0]):
                    return titles[phrase]
        return "", ""

    def _proper_name(self, tree: Tree, head: int) -> str:
        """The name inside a phrase with a title: "foreign minister Dubem Oniya", "the spokesman, John Kirby"."""
        if (
            tree.tokens[head].upos == "PROPN"
            and (tree.child(head, "nmod:desc") is not None or tree.child(head, "flat") is not None)
            and tree.lemma(head) not in self.lexicon.agents
            and tree.lemma(head) not in self.lexicon.titles
        ):
            first, last = self.name_span(tree, head)
            return " ".join(token.text for token in tree.tokens[first : last + 1])
        for index in tree.children(head, "appos", "flat"):
            if tree.tokens[index].upos == "PROPN" and tree.lemma(index) not in self.lexicon.agents:
                first, last = self.name_span(tree, index)
                return " ".join(token.text for token in tree.tokens[first : last + 1])
        return ""

    def name_span(self, tree: Tree, head: int) -> tuple[int, int]:
        """The tokens of the proper name that a head stands in, first and last included."""
        parts = {head}
        for index in tree.children(head, "flat", "compound"):
            if tree.tokens[index].upos in ("PROPN", "X", "ADP", "DET"):
                parts.update(
                    piece
                    for piece in tree.subtree(index)
                    if tree.tokens[piece].upos in ("PROPN", "X", "PUNCT", "ADP", "DET")
                )
        low = high = head
        while low - 1 in parts:
            low -= 1
        while high + 1 in parts:
            high += 1
        while high > head and tree.tokens[high].upos == "PUNCT":
            high -= 1
        return low, high

    def _span(self, tree: Tree, head: int) -> tuple[int, int]:
        """The phrase without its relative clauses, appositions and prepositional parts."""
        parts = {head}
        for index in tree.children(
            head, "det", "amod", "compound", "nmod:poss", "nmod:desc", "flat", "nummod", "det:predet"
        ):
            parts.update(tree.subtree(index))
        low, high = head, head
        while low - 1 in parts or (low - 2 in parts and tree.tokens[low - 1].upos == "PUNCT" and low - 1 > 0):
            low -= 1
        while high + 1 in parts:
            high += 1
        return low, high

    def _phrase(self, tree: Tree, head: int) -> str:
        """The noun with the parts that say what it is, in lower case: "fighter jets", "riot police"."""
        words = [
            tree.tokens[index].text.lower()
            for index in tree.children(head, "compound")
            if index < head and index == head - 1 and tree.tokens[index].upos == "NOUN"
        ]
        return " ".join([*words, tree.tokens[head].text.lower()])

    def _ethnic(self, tree: Tree, head: int) -> bool:
        return any(tree.lemma(index) == "ethnic" for index in tree.children(head, "amod"))

    def _hyphened(self, tree: Tree, first: int, last: int) -> bool:
        """ "pro-Iranian", "Turkish-backed", "Serb-held": the name only describes where others stand."""
        tokens = tree.tokens
        if (
            first >= 2
            and tokens[first - 1].text == "-"
            and tokens[first - 2].text.lower() in self.lexicon.words["prefixes"]
        ):
            return True
        return (
            last + 2 < len(tokens)
            and tokens[last + 1].text == "-"
            and tokens[last + 2].xpos in ("VBN", "VBD", "JJ")
            and tokens[last + 2].text.lower() != "led"
            and tokens[last + 1].end == tokens[last + 2].start
        )

    def _state_label(self, country: str) -> str:
        state = self.lexicon.states.get(country)
        return state.label if state is not None else country
