"""Of which country a phrase is: by what owns or describes it, or by where it stands."""

from __future__ import annotations

from entente.coding.parties import SentenceParties
from entente.coding.phrases import Phrases
from entente.records.vocabulary import NO_STATE

NATIONAL_KINDS = frozenset({"adjective", "inhabitant", "state", "capital", "seat", "region", "combining"})
LOCAL_CASES = frozenset({"in", "from", "of", "at", "inside", "across", "throughout"})


class Nationality(Phrases):
    """Countries of noun phrases."""

    def _nationalities(self, parties: SentenceParties, head: int) -> list[str]:
        """The countries that own or describe a phrase, in order."""
        tree = parties.tree
        found: list[str] = []

        def add(index: int) -> None:
            for each in tree.conjuncts(index):
                hit = parties.hits.get(each)
                if hit is None or self._hyphened(tree, hit[0], hit[1]):
                    if hit is None and tree.tokens[each].dep in ("nmod:poss", "compound", "nmod:desc", "amod"):
                        found.extend(country for country in self._nationalities(parties, each) if country not in found)
                    continue
                country = self.lexicon.entries[hit[2].entry_id].country
                if country in NO_STATE and self.lexicon.entries[hit[2].entry_id].kind in ("people", "movement"):
                    continue
                if country and country not in found and hit[2].kind != "combining":
                    found.append(country)

        for index in tree.children(head, "amod", "compound", "nmod:poss", "nmod:desc", "flat"):
            add(index)
        if not found:
            for case, index in tree.prepositional(head):
                if case in ("of", "from") and tree.tokens[index].dep.startswith("nmod"):
                    add(index)
        if not found:
            for index in tree.children(head, "appos"):
                add(index)
                if not found:
                    found.extend(self._nationalities(parties, index))
        return found

    def _faith(self, parties: SentenceParties, head: int) -> str:
        """The code of the people or faith that describes a phrase: "Muslim hackers"."""
        for index in parties.tree.children(head, "amod", "compound"):
            hit = parties.hits.get(index)
            if hit is not None and self.lexicon.entries[hit[2].entry_id].kind in ("people", "movement"):
                return self.lexicon.entries[hit[2].entry_id].country
        return ""

    def _vague(self, parties: SentenceParties, head: int) -> str:
        """The country of a name that several persons of it bear ("Bush"), "" without one."""
        nodes = [head, *parties.tree.children(head, "appos", "flat")]
        return next((parties.vague[index] for index in nodes if index in parties.vague), "")

    def _located(self, parties: SentenceParties, head: int) -> str:
        """The country that people are in: "demonstrators in Baghdad", "a group based in Trinidad"."""
        tree = parties.tree
        nodes = [head, *tree.children(head, "acl")]
        for node in nodes:
            for case, index in tree.prepositional(node):
                if case in LOCAL_CASES:
                    country = self.country_at(parties, index)
                    if country:
                        return country
        return ""

    def country_at(self, parties: SentenceParties, index: int) -> str:
        """The country of the place that a noun names, "" where it names none."""
        hit = parties.hits.get(index)
        if hit is not None and hit[2].kind in ("state", "capital", "region", "seat"):
            return self.lexicon.entries[hit[2].entry_id].country
        tree = parties.tree
        first, last = self.name_span(tree, index)
        text = " ".join(token.text for token in tree.tokens[first : last + 1])
        city = self.lexicon.cities.get(text) or self.lexicon.cities.get(tree.tokens[index].text)
        if city is not None:
            return city.country
        for child in tree.children(index, "amod", "compound", "appos", "nmod:poss"):
            hit = parties.hits.get(child)
            if hit is not None and hit[2].kind in NATIONAL_KINDS and not self._hyphened(tree, hit[0], hit[1]):
                return self.lexicon.entries[hit[2].entry_id].country
        for case, child in tree.prepositional(index):
            if case in ("in", "of"):
                country = self.country_at(parties, child)
                if country:
                    return country
        return ""
