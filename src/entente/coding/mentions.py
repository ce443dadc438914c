"""Which words of a sentence name a party, and which one.

A party is read off the head of a noun phrase: a name of the lexicon, an agent noun with a
nationality ("French warplanes"), an office with a country ("the Turkish president"), an unknown
person or body by its capitals, or, where the head is none of these, the parties that own or
describe it ("the Russian bomber", "Israel's decision"). Pronouns and short forms are settled by
`coding.references`, which looks back over the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from entente.coding.tree import Tree
from entente.lexicons import Entry, Lexicon
from entente.lexicons.names import Name
from entente.records import Document
from entente.records.vocabulary import NO_STATE, MentionKind

NATIONAL_KINDS = frozenset({"adjective", "inhabitant", "state", "capital", "seat", "region", "combining"})
# "three members of the group": the party is what stands after "of".
PASS_THROUGH_CASES = frozenset({"of", "from", "among"})
LOCAL_CASES = frozenset({"in", "from", "of", "at", "inside", "across", "throughout"})
# Sectors whose people are most likely those of the place that they are in; soldiers are not.
LOCAL_SECTORS = frozenset({"COP", "JUD", "LEG", "OPP", "CVL", "REB", "UAF", "PTY", "LAB", "EDU", "AGR", "CRM", "SOC",
                           "REL", "JRN", "MED", "BUS", "ELI", "REF", "GOV", ""})
_YEAR_OR_DAY = re.compile(r"^(?:\d{1,4}(?:st|nd|rd|th)?|[A-Z][a-z]+day)$")


@dataclass(frozen=True, slots=True)
class Party:
    """A party as read off one noun phrase. `first`, `last`: token span, both included.

    `derived` is true where the phrase itself is no party and the party stands inside it as owner or
    describer. `office` is the office that a title names, "" without one. `plural` for groups and lists.
    `fallback` is the code of a people or faith that is no country's (IMG, ISM), for where no country is found.
    """

    head: int
    first: int
    last: int
    kind: MentionKind
    entry: str
    name: str
    country: str
    sectors: tuple[str, ...]
    derived: bool = False
    office: str = ""
    plural: bool = False
    pronoun: str = ""
    fallback: str = ""


@dataclass
class SentenceParties:
    """The parties of one sentence by the token that heads them, and the name hits by token.

    `vague`: names that several persons of one country bear; the country is known, the person open.
    """

    tree: Tree
    hits: dict[int, tuple[int, int, Name]] = field(default_factory=dict)
    vague: dict[int, str] = field(default_factory=dict)
    by_head: dict[int, tuple[Party, ...]] = field(default_factory=dict)

    def at(self, head: int) -> tuple[Party, ...]:
        """The parties of a phrase and of all phrases coordinated to it."""
        found: list[Party] = []
        for index in self.tree.conjuncts(head):
            found.extend(party for party in self.by_head.get(index, ()) if party not in found)
        return tuple(found)


class MentionFinder:
    """Finds the parties of sentences; knows the lexicon and the document's day, nothing of other documents."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        self.lexicon = lexicon
        self.document = document
        self.day: date | None = document.published
        self._strong = self._strongly_named()

    def _strongly_named(self) -> frozenset[str]:
        """The entries that the document names in full somewhere."""
        text = self.document.title + "\n" + self.document.text
        return frozenset(name.entry_id for _, _, names in self.lexicon.matcher.find(text) for name in names if name.strong)

    def find(self, tree: Tree) -> SentenceParties:
        """All parties of one sentence."""
        parties = SentenceParties(tree)
        parties.hits = self._hits(tree, parties.vague)
        for token in tree.tokens:
            if token.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X") or token.index in parties.hits:
                found = self._read(parties, token.index)
                if found:
                    parties.by_head[token.index] = found
        return parties

    # — names —

    def _hits(self, tree: Tree, vague: dict[int, str]) -> dict[int, tuple[int, int, Name]]:
        sentence = tree.sentence
        text = self.document.text[sentence.start:sentence.end]
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
        if any(tree.tokens[index].upos in ("VERB", "AUX", "ADP", "CCONJ") and tree.tokens[index].text.islower()
               for index in range(first, last + 1)):
            return None
        strong = [name for name in names if name.strong]
        if strong:
            return min(strong, key=lambda name: (_KIND_ORDER.get(name.kind, 9), name.entry_id))
        if last + 1 < len(tree.tokens) and tree.tokens[last + 1].dep == "flat" and tree.tokens[last + 1].head in range(first, last + 1):
            return None     # the first name of somebody else
        if first and tree.tokens[first].dep == "flat" and first - 1 not in range(first) :
            return None
        if tree.tokens[first].dep == "flat" and tree.tokens[tree.tokens[first].head].upos == "PROPN" \
                and not self._is_title(tree.lemma(tree.tokens[first].head)):
            return None     # the last name of somebody else
        supported = [name for name in names if name.entry_id in self._strong]
        if len({name.entry_id for name in supported}) == 1:
            return supported[0]
        serving = [name for name in names if self._in_office(self.lexicon.entries[name.entry_id])]
        if len({name.entry_id for name in serving}) == 1:
            return serving[0]
        if len({name.entry_id for name in names}) == 1 and tree.tokens[last].upos in ("PROPN", "NOUN", "X"):
            return names[0]
        return None

    def _in_office(self, entry: Entry) -> bool:
        if self.day is None:
            return False
        return any((since is None or since <= self.day) and (until is None or self.day < until)
                   for _, since, until in entry.sectors)

    def _is_title(self, lemma: str) -> bool:
        return lemma in self.lexicon.titles

    # — phrases —

    def _read(self, parties: SentenceParties, head: int) -> tuple[Party, ...]:
        tree = parties.tree
        token = tree.tokens[head]
        if token.dep in ("flat", "fixed", "goeswith"):
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
        unknown = self._unknown(parties, head)
        if unknown is not None:
            return (unknown,)
        return self._derived(parties, head)

    def _pronoun(self, tree: Tree, head: int) -> tuple[Party, ...]:
        text = tree.tokens[head].text.lower()
        if text not in _PRONOUNS:
            return ()
        return (Party(head, head, head, "pronoun", "", tree.tokens[head].text, "", (), plural=text in _PLURAL_PRONOUNS,
                      pronoun=text),)

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
            fallback, country = country, self._located(parties, head) or next(iter(self._nationalities(parties, head)), "")
            plural = True
        kind: MentionKind = "name" if name.kind not in ("inhabitant", "adjective") else "group"
        core = [index for index in (head, *self._name_parts(tree, head)) if abs(index - head) < 8]
        low, high = min(first, *core, head), max(last, *core, head)
        return Party(head, low, high, kind, entry_id, label, country, sectors, office=self._office_of(tree, head)[0],
                     plural=plural, fallback=fallback)

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
            found.append(Party(head, first, last, "title" if office or kind == "person" else "group", entry_id, name,
                               country, (sector,) if sector else (), office=office, plural=plural, fallback=fallback))
        return tuple(found)

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
        text = self.document.text[tree.tokens[first].start:tree.tokens[last].end]
        if text in self.lexicon.cities:
            return None
        if tree.case(head) in ("in", "at", "near", "on", "during", "since", "until", "after", "before") and first == last:
            return None
        countries = self._nationalities(parties, head)
        country = countries[0] if countries else self._vague(parties, head)
        return Party(head, first, last, "name", "", " ".join(text.split()), country, ())

    def _vague(self, parties: SentenceParties, head: int) -> str:
        """The country of a name that several persons of it bear ("Bush"), "" without one."""
        nodes = [head, *parties.tree.children(head, "appos", "flat")]
        return next((parties.vague[index] for index in nodes if index in parties.vague), "")

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
                        found.extend(replace(party, derived=True) for party in self._read(parties, each)
                                     if not party.pronoun)
                    if found:
                        break
        return tuple(found)

    # — parts of a phrase —

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
        candidates = [head, *(index for index in tree.children(head, "nmod:desc", "compound", "appos", "flat"))]
        for index in candidates:
            words = [tree.lemma(child) for child in tree.children(index, "compound", "amod", "nmod:desc") if child < index]
            own = tree.lemma(index)
            for phrase in (" ".join([*words[-2:], own]), " ".join([*words[-1:], own]), own):
                if phrase in self.lexicon.titles and (phrase != own or index == head or self.lexicon.titles[phrase][0]):
                    return self.lexicon.titles[phrase]
            of = next((child for case, child in tree.prepositional(index) if case == "of"), None)
            if of is not None and f"{own} of {tree.lemma(of)}" in self.lexicon.titles:
                return self.lexicon.titles[f"{own} of {tree.lemma(of)}"]
        return "", ""

    def _proper_name(self, tree: Tree, head: int) -> str:
        """The name inside a phrase with a title: "foreign minister Dubem Oniya", "the spokesman, John Kirby"."""
        if tree.tokens[head].upos == "PROPN" and (tree.child(head, "nmod:desc") is not None or tree.child(head, "flat") is not None) \
                and tree.lemma(head) not in self.lexicon.agents and tree.lemma(head) not in self.lexicon.titles:
            first, last = self.name_span(tree, head)
            return " ".join(token.text for token in tree.tokens[first:last + 1])
        for index in tree.children(head, "appos", "flat"):
            if tree.tokens[index].upos == "PROPN" and tree.lemma(index) not in self.lexicon.agents:
                first, last = self.name_span(tree, index)
                return " ".join(token.text for token in tree.tokens[first:last + 1])
        return ""

    def name_span(self, tree: Tree, head: int) -> tuple[int, int]:
        parts = {head}
        for index in tree.children(head, "flat", "compound"):
            if tree.tokens[index].upos in ("PROPN", "X", "ADP", "DET"):
                parts.update(piece for piece in tree.subtree(index) if tree.tokens[piece].upos in ("PROPN", "X", "PUNCT", "ADP", "DET"))
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
        for index in tree.children(head, "det", "amod", "compound", "nmod:poss", "nmod:desc", "flat", "nummod", "det:predet"):
            parts.update(tree.subtree(index))
        low, high = head, head
        while low - 1 in parts or (low - 2 in parts and tree.tokens[low - 1].upos == "PUNCT" and low - 1 > 0):
            low -= 1
        while high + 1 in parts:
            high += 1
        return low, high

    def _phrase(self, tree: Tree, head: int) -> str:
        """The noun with the parts that say what it is, in lower case: "fighter jets", "riot police"."""
        words = [tree.tokens[index].text.lower() for index in tree.children(head, "compound")
                 if index < head and index == head - 1 and tree.tokens[index].upos == "NOUN"]
        return " ".join([*words, tree.tokens[head].text.lower()])

    def _passed_through(self, parties: SentenceParties, head: int, kind: str) -> tuple[Party, ...]:
        """"a group of Moroccan diplomats", "fighters of the Taliban": the party after "of" where it says more."""
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
        text = " ".join(token.text for token in tree.tokens[first:last + 1])
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

    def _ethnic(self, tree: Tree, head: int) -> bool:
        return any(tree.lemma(index) == "ethnic" for index in tree.children(head, "amod"))

    def _hyphened(self, tree: Tree, first: int, last: int) -> bool:
        """"pro-Iranian", "Turkish-backed", "Serb-held": the name only describes where others stand."""
        tokens = tree.tokens
        if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in self.lexicon.words["prefixes"]:
            return True
        return last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].xpos in ("VBN", "VBD", "JJ") \
            and tokens[last + 2].text.lower() != "led" \
            and tokens[last + 1].end == tokens[last + 2].start

    def _state_label(self, country: str) -> str:
        state = self.lexicon.states.get(country)
        return state.label if state is not None else country


_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them", "his", "their", "its", "it", "we", "us", "our", "i", "me", "my", "himself", "themselves", "itself", "both"])
_PLURAL_PRONOUNS = frozenset(["they", "them", "their", "we", "us", "our", "themselves", "both"])
_KIND_ORDER = {kind: order for order, kind in enumerate(
    ("person", "state", "organisation", "body", "adjective", "inhabitant", "capital", "seat", "region", "combining"))}


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties without those that say the same again, in order."""
    found: list[Party] = []
    for party in parties:
        same = [known for known in found if (known.entry, known.name, known.country) == (party.entry, party.name, party.country)]
        if not same:
            found.append(party)
    return tuple(found)
