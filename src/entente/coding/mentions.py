"""Which words of a sentence name a party, and which one.

A party is read off the head of a noun phrase: a name of the lexicon, an agent noun with a
nationality ("French warplanes"), an office with a country ("the Turkish president"), an unknown
person or body by its capitals, or, where the head is none of these, the parties that own or
describe it ("the Russian bomber", "Israel's decision"). Pronouns and short forms are settled by
`coding.references`, which looks back over the document.
"""

from __future__ import annotations

import re
from dataclasses import replace

from entente.coding.naming import Naming
from entente.coding.parties import Party, SentenceParties
from entente.coding.tree import Tree
from entente.lexicons.names import Name
from entente.records.vocabulary import NO_STATE, MentionKind

PLACE_CASES = frozenset({"to", "in", "into", "from", "at", "for", "near", "on"})
PASS_THROUGH_CASES = frozenset({"of", "from", "among"})
LOCAL_SECTORS = frozenset(
    {
        "COP",
        "JUD",
        "LEG",
        "OPP",
        "CVL",
        "REB",
        "UAF",
        "PTY",
        "LAB",
        "EDU",
        "AGR",
        "CRM",
        "SOC",
        "REL",
        "JRN",
        "MED",
        "BUS",
        "ELI",
        "REF",
        "GOV",
        "",
    }
)
_YEAR_OR_DAY = re.compile(r"^(?:\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]+day)$")
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "it",
        "we",
        "us",
        "our",
        "i",
        "me",
        "my",
        "himself",
        "themselves",
        "itself",
        "both",
    ]
)
_PLURAL_PRONOUNS = frozenset(["they", "them", "their", "we", "us", "our", "themselves", "both"])


class MentionFinder(Naming):
    """Finds the parties of sentences; knows the lexicon and the document's day, nothing of other documents."""

    def find(self, tree: Tree) -> SentenceParties:
        """All parties of one sentence."""
        parties = SentenceParties(tree)
        parties.hits = self._hits(tree, parties.vague)
        for token in tree.tokens:
            if token.index in parties.hits and not self._heads_name(tree, token.index, parties):
                continue
            if token.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X") or token.index in parties.hits:
                found = self._read(parties, token.index)
                if found:
                    parties.by_head[token.index] = found
        return parties

    def _heads_name(self, tree: Tree, index: int, parties: SentenceParties) -> bool:
        """Of a name of several words only the word that the others hang on is a party."""
        first, last, _ = parties.hits[index]
        return not first <= tree.tokens[index].head <= last or tree.tokens[index].head == index

    def _read(self, parties: SentenceParties, head: int) -> tuple[Party, ...]:
        tree = parties.tree
        token = tree.tokens[head]
        if token.dep in ("flat", "fixed", "goeswith", "nmod:desc"):
            return ()
        if token.upos == "PRON":
            return self._pronoun(tree, head)
        named = self._named(parties, head)
        if named is not None:
            return (named,)
        if token.upos == "NUM":
            return ()
        described = self._described(parties, head)
        if described:
            return described
        placed = self._placed(parties, head)
        if placed is not None:
            return (placed,)
        unknown = self._unknown(parties, head)
        if unknown is not None:
            return (unknown,)
        return self._derived(parties, head)

    def _pronoun(self, tree: Tree, head: int) -> tuple[Party, ...]:
        text = tree.tokens[head].text.lower()
        if text not in _PRONOUNS:
            return ()
        return (
            Party(
                head,
                head,
                head,
                "pronoun",
                "",
                tree.tokens[head].text,
                "",
                (),
                plural=text in _PLURAL_PRONOUNS,
                pronoun=text,
            ),
        )

    def _named(self, parties: SentenceParties, head: int) -> Party | None:
        """The name at the phrase's head, in its name parts, or in apposition to a title."""
        tree = parties.tree
        core = [head, *self._name_parts(tree, head)]
        hits = [parties.hits[index] for index in core if index in parties.hits]
        if self._office_of(tree, head)[0] or self._agent(tree, head)[0]:
            hits += [parties.hits[index] for index in tree.children(head, "appos") if index in parties.hits]
        persons = [hit for hit in hits if hit[2].kind in ("person", "organisation", "body")]
        if persons:
            first, last, name = persons[0]
            return self._from_name(parties, head, first, last, name)
        hit = parties.hits.get(head)
        if hit is None or hit[2].kind == "combining":
            return None
        first, last, name = hit
        token = tree.tokens[head]
        if name.kind == "adjective" and token.dep in ("amod", "compound", "nmod:desc"):
            return self._from_name(parties, head, first, last, name)
        if self._hyphened(tree, first, last):
            return None
        return self._from_name(parties, head, first, last, name)

    def _from_name(self, parties: SentenceParties, head: int, first: int, last: int, name: Name) -> Party:
        entry = self.lexicon.entries[name.entry_id]
        tree = parties.tree
        country, entry_id, label = entry.country, entry.id, entry.label
        sectors = entry.sectors_on(self.day)
        plural = name.kind in ("inhabitant", "organisation")
        if name.kind in ("capital", "seat"):
            sectors = ("GOV",)
        if name.kind == "inhabitant" and self._ethnic(tree, head):
            located = self._located(parties, head)
            if located:
                country, entry_id, label = located, "", f"{tree.tokens[head].text} in {self._state_label(located)}"
        fallback = ""
        if country in NO_STATE and entry.kind in ("people", "movement"):
            fallback, country = (
                country,
                self._located(parties, head) or next(iter(self._nationalities(parties, head)), ""),
            )
            plural = True
        kind: MentionKind = "name" if name.kind not in ("inhabitant", "adjective") else "group"
        core = {head, *range(first, last + 1), *self._name_parts(tree, head)}
        low = high = head
        while low - 1 in core:
            low -= 1
        while high + 1 in core:
            high += 1
        return Party(
            head,
            low,
            high,
            kind,
            entry_id,
            label,
            country,
            sectors,
            office=self._office_of(tree, head)[0],
            plural=plural,
            fallback=fallback,
        )

    def _described(self, parties: SentenceParties, head: int) -> tuple[Party, ...]:
        """An agent noun or an office with the countries that describe it."""
        tree = parties.tree
        sector, kind = self._agent(tree, head)
        office, title_sector = self._office_of(tree, head)
        named_person = self._proper_name(tree, head)
        if not kind and not office and not named_person:
            return ()
        if not kind and not office and named_person:
            return ()
        inner = self._passed_through(parties, head, kind)
        if inner:
            return tuple(replace(party, head=head, derived=False) for party in inner)
        sector = sector or title_sector
        countries = self._nationalities(parties, head)
        if not countries and sector in LOCAL_SECTORS:
            located = self._located(parties, head)
            countries = [located] if located else []
        first, last = self._span(tree, head)
        plural = tree.tokens[head].xpos in ("NNS", "NNPS") or kind == "group"
        person = named_person if named_person and kind in ("person", "") else ""
        if person:
            country = countries[0] if countries else self._vague(parties, head)
            return (Party(head, first, last, "name", "", person, country, (sector,) if sector else (), office=office),)
        fallback = "" if countries else self._faith(parties, head)
        found = []
        for country in countries or [""]:
            entry_id, name = "", tree.tokens[head].text
            holder = self.lexicon.in_office(country, office, self.day) if office and country and not plural else None
            if holder is not None:
                entry_id, name = holder.id, holder.label
            elif country in self.lexicon.states:
                state = self.lexicon.states[country]
                entry_id = f"{state.id}.{sector.lower()}" if sector else state.id
                name = f"{state.label} ({self._phrase(tree, head)})"
            else:
                name = self._phrase(tree, head)
            found.append(
                Party(
                    head,
                    first,
                    last,
                    "title" if office or kind == "person" else "group",
                    entry_id,
                    name,
                    country,
                    (sector,) if sector else (),
                    office=office,
                    plural=plural,
                    fallback=fallback,
                )
            )
        return tuple(found)

    def _placed(self, parties: SentenceParties, head: int) -> Party | None:
        """A city after a preposition stands for its country where an act wants a party: "travelled to Bursa"."""
        tree = parties.tree
        if tree.tokens[head].upos != "PROPN" or tree.case(head) not in PLACE_CASES:
            return None
        first, last = self.name_span(tree, head)
        text = " ".join(token.text for token in tree.tokens[first : last + 1])
        city = self.lexicon.cities.get(text)
        state = self.lexicon.states.get(city.country) if city is not None else None
        if state is None:
            return None
        return Party(head, first, last, "name", state.id, state.label, state.country, (), derived=True)

    def _unknown(self, parties: SentenceParties, head: int) -> Party | None:
        """A person or body that the lexicon does not know, by its capitals and its place in the sentence."""
        tree = parties.tree
        token = tree.tokens[head]
        if token.upos != "PROPN" or not token.text[:1].isupper() or _YEAR_OR_DAY.match(token.text):
            return None
        if token.dep in ("compound", "amod", "nmod:desc", "obl:unmarked", "nmod:unmarked"):
            return None
        if token.text in self.lexicon.cities or token.lemma.lower() in self.lexicon.words["not_parties"]:
            return None
        first, last = self.name_span(tree, head)
        text = self.document.text[tree.tokens[first].start : tree.tokens[last].end]
        if text in self.lexicon.cities:
            return None
        if (
            tree.case(head) in ("in", "at", "near", "on", "during", "since", "until", "after", "before")
            and first == last
        ):
            return None
        countries = self._nationalities(parties, head)
        country = countries[0] if countries else self._vague(parties, head)
        return Party(head, first, last, "name", "", " ".join(text.split()), country, ())

    def _derived(self, parties: SentenceParties, head: int) -> tuple[Party, ...]:
        """The owners and describers of a phrase that is no party itself."""
        tree = parties.tree
        if tree.tokens[head].upos not in ("NOUN", "PROPN", "X"):
            return ()
        found: list[Party] = []
        for index in tree.children(head, "nmod:poss", "amod", "compound", "nmod:desc"):
            for each in tree.conjuncts(index):
                if each in parties.hits and not self._hyphened(tree, each, each):
                    first, last, name = parties.hits[each]
                    if name.kind != "combining":
                        found.append(replace(self._from_name(parties, each, first, last, name), derived=True))
                elif tree.tokens[each].dep == "nmod:poss" or (each != index and tree.tokens[index].dep == "nmod:poss"):
                    found.extend(replace(party, derived=True) for party in self._read(parties, each))
        if not found:
            for case, index in tree.prepositional(head):
                if case in ("of", "by", "from"):
                    for each in tree.conjuncts(index):
                        found.extend(
                            replace(party, derived=True) for party in self._read(parties, each) if not party.pronoun
                        )
                    if found:
                        break
        return tuple(found)

    def _passed_through(self, parties: SentenceParties, head: int, kind: str) -> tuple[Party, ...]:
        """ "a group of Moroccan diplomats", "fighters of the Taliban": the party after "of" where it says more."""
        tree = parties.tree
        if kind in ("platform", "installation"):
            return ()
        for case, index in tree.prepositional(head):
            if case in PASS_THROUGH_CASES and tree.tokens[index].dep.startswith("nmod"):
                for each in tree.conjuncts(index):
                    hit = parties.hits.get(each)
                    if hit is not None and hit[2].kind in ("organisation", "body") and kind in ("group", "person"):
                        return (self._from_name(parties, each, hit[0], hit[1], hit[2]),)
                    if tree.lemma(head) in self.lexicon.words["collectives"]:
                        described = self._read(parties, each)
                        if described:
                            return described
        return ()
