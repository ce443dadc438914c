"""Which of the lexicon's names stand in a sentence, and which entry each means here."""

from __future__ import annotations

from entente.coding.nationality import Nationality
from entente.coding.tree import Tree
from entente.lexicons import Entry, Lexicon
from entente.lexicons.names import Name
from entente.records import Document

_KIND_ORDER = {
    kind: order
    for order, kind in enumerate(
        ("person", "state", "organisation", "body", "adjective", "inhabitant", "capital", "seat", "region", "combining")
    )
}


class Naming(Nationality):
    """Names of one document; those that it gives in full support the short ones."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        super().__init__(lexicon, document)
        self._strong = self._strongly_named()

    def _strongly_named(self) -> frozenset[str]:
        """The entries that the document names in full somewhere."""
        text = self.document.title + "\n" + self.document.text
        return frozenset(
            name.entry_id for _, _, names in self.lexicon.matcher.find(text) for name in names if name.strong
        )

    def _hits(self, tree: Tree, vague: dict[int, str]) -> dict[int, tuple[int, int, Name]]:
        sentence = tree.sentence
        text = self.document.text[sentence.start : sentence.end]
        starts = {token.start: token.index for token in tree.tokens}
        ends = {token.end: token.index for token in tree.tokens}
        found: dict[int, tuple[int, int, Name]] = {}
        for start, end, names in self.lexicon.matcher.find(text):
            first, last = starts.get(sentence.start + start), ends.get(sentence.start + end)
            if first is None or last is None:
                continue
            name = self._choose(tree, first, last, names)
            if name is not None:
                for index in range(first, last + 1):
                    found[index] = (first, last, name)
            elif len(countries := {self.lexicon.entries[each.entry_id].country for each in names}) == 1:
                vague[first] = countries.pop()
        return found

    def _choose(self, tree: Tree, first: int, last: int, names: tuple[Name, ...]) -> Name | None:
        """The one entry that a name stands for here; None where none or several equally good ones do."""
        if any(
            tree.tokens[index].upos in ("VERB", "AUX", "ADP", "CCONJ") and tree.tokens[index].text.islower()
            for index in range(first, last + 1)
        ):
            return None
        if first == last and tree.tokens[first].text.lower() in self.lexicon.words["calendar"]:
            return None
        strong = [name for name in names if name.strong]
        if strong:
            return min(strong, key=lambda name: (_KIND_ORDER.get(name.kind, 9), name.entry_id))
        if self._part_of_longer(tree, first, last):
            return None
        supported = [name for name in names if name.entry_id in self._strong]
        if len({name.entry_id for name in supported}) == 1:
            return supported[0]
        serving = [name for name in names if self._in_office(self.lexicon.entries[name.entry_id])]
        if len({name.entry_id for name in serving}) == 1:
            return serving[0]
        if len({name.entry_id for name in names}) == 1 and tree.tokens[last].upos in ("PROPN", "NOUN", "X"):
            return names[0]
        return None

    def _part_of_longer(self, tree: Tree, first: int, last: int) -> bool:
        """A short name that is the first or last of somebody else's: "Omar Diallo"."""
        tokens = tree.tokens
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if (
            following is not None
            and (following.dep == "flat" or following.upos == "PROPN")
            and following.text.istitle()
        ):
            return True
        return (
            tokens[first].dep == "flat"
            and tokens[tokens[first].head].upos == "PROPN"
            and not self._is_title(tree.lemma(tokens[first].head))
        )

    def _in_office(self, entry: Entry) -> bool:
        if self.day is None:
            return False
        return any(
            (since is None or since <= self.day) and (until is None or self.day < until)
            for _, since, until in entry.sectors
        )

    def _is_title(self, lemma: str) -> bool:
        return lemma in self.lexicon.titles
