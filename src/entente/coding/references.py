"""Whom pronouns and short forms stand for, looking back over one document.

"he" is the last person that was a subject; "it" the last state or body; "they" the last group or
list; "the president" the last person named with that office; "his French counterpart" who held the
same office in France on that day; "I" and "we" whoever is speaking.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from entente.coding.parties import Party, SentenceParties, unique
from entente.coding.tree import Tree
from entente.lexicons import Lexicon

WINDOW = 300  # parties that are remembered; a document of any length costs the same a sentence
LOOK_BACK = 4  # sentences; beyond that a pronoun's reference is a guess
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A party in the document so far. `key` is (sentence index, head token)."""

    sentence: int
    party: Party
    subject: bool
    key: tuple[int, int]


class References:
    """Remembers the parties of the sentences read so far and settles those of the next one."""

    def __init__(self, lexicon: Lexicon, day: date | None) -> None:
        self.lexicon = lexicon
        self.day = day
        self.seen: list[Seen] = []
        self._full_names: dict[str, Seen] = {}
        self.speaker: tuple[Party, ...] = ()
        self.antecedents: dict[tuple[int, int], tuple[int, int]] = {}

    def settle(self, parties: SentenceParties) -> None:
        """Replaces pronouns and short forms in one sentence's parties by whom they stand for, and remembers all."""
        tree = parties.tree
        index = tree.sentence.index
        said_by = self._speaker_in(tree, parties)
        for head in sorted(parties.by_head):
            found = tuple(
                each for party in parties.by_head[head] for each in self._settled(party, index, tree, said_by)
            )
            if found:
                parties.by_head[head] = found
                for party in found:
                    if not party.derived:
                        self._remember(Seen(index, party, tree.tokens[head].dep in SUBJECTS, (index, head)))
            else:
                del parties.by_head[head]
        if said_by:
            self.speaker = said_by

    def _remember(self, seen: Seen) -> None:
        """Keeps the last parties, and every full name that the lexicon does not know."""
        self.seen.append(seen)
        if len(self.seen) > 2 * WINDOW:
            del self.seen[:-WINDOW]
        if not seen.party.entry and seen.party.kind == "name" and " " in seen.party.name:
            self._full_names[seen.party.name.split()[-1]] = seen

    def _settled(self, party: Party, index: int, tree: Tree, said_by: tuple[Party, ...]) -> tuple[Party, ...]:
        if party.pronoun:
            targets = self._pronoun(party, index, tree, said_by)
            if not targets and tree.tokens[party.head].dep != "expl":
                return (replace(party, pronoun=""),)  # whom it stands for stays open
            return tuple(self._as(party, target, index) for target in targets)
        if party.kind == "title" and not party.country and tree.tokens[party.head].xpos != "NNS":
            target = self._short_title(party, index, tree)
            if target is not None:
                return (self._as(party, target, index),)
        if party.kind in ("title", "group") and not party.country and tree.tokens[party.head].xpos == "NNS":
            pair = self._pair(party, index, tree)
            if pair:
                return pair
        if party.kind in ("title", "group") and not party.country and not party.entry:
            owned = self._owned(party, index, tree, said_by)
            if owned is not None:
                return (owned,)
        if party.kind in ("title", "group") and party.country and tree.lemma(party.head) == "counterpart":
            return (self._counterpart(party, index),)
        if party.kind == "name" and not party.entry and party.first == party.last:
            longer = self._full_names.get(party.name)
            if longer is not None and longer.party.name != party.name:
                return (self._as(party, longer, index, kind="name"),)
        return (party,)

    def _owned(self, party: Party, index: int, tree: Tree, said_by: tuple[Party, ...]) -> Party | None:
        """ "their forces", "his government": people of the country of whom the pronoun stands for."""
        for child in tree.children(party.head, "nmod:poss"):
            word = tree.tokens[child].text.lower()
            if tree.tokens[child].upos != "PRON":
                continue
            pronoun = replace(party, head=child, first=child, last=child, pronoun=word)
            targets = self._pronoun(pronoun, index, tree, said_by)
            countries = {target.party.country for target in targets if target.party.country}
            state = self.lexicon.states.get(countries.pop()) if len(countries) == 1 else None
            if state is not None:
                return self._of_state(party, state.country)
        return None

    def _as(self, party: Party, target: Seen, index: int, kind: str | None = None) -> Party:
        self.antecedents[(index, party.head)] = target.key
        other = target.party
        return replace(
            party,
            entry=other.entry,
            name=other.name,
            country=other.country,
            sectors=other.sectors,
            office=other.office or party.office,
            pronoun="",
            plural=other.plural,
        )

    def _recent(self, index: int) -> list[Seen]:
        return [seen for seen in self.seen if seen.sentence >= index - LOOK_BACK]

    def _pronoun(self, party: Party, index: int, tree: Tree, said_by: tuple[Party, ...]) -> list[Seen]:
        word = party.pronoun
        beside = self._beside(party, tree)
        recent = [
            seen
            for seen in self._recent(index)
            if seen.sentence < index or (seen.party.head < party.head and seen.party.head not in beside)
        ]
        if word in ("i", "me", "my", "we", "us", "our"):
            speakers = said_by or self.speaker
            return [Seen(index, speaker, True, (index, speaker.head)) for speaker in speakers[:1]]
        if word in ("he", "she", "him", "her", "his", "himself", "herself"):
            found = [seen for seen in recent if self._person(seen.party)]
            return self._best(found, index)
        if word in ("it", "its", "itself"):
            if word == "it" and tree.tokens[party.head].dep == "expl":
                return []
            found = [seen for seen in recent if self._body(seen.party)]
            return self._best(found, index)
        if word in ("they", "them", "their", "themselves"):
            groups = [seen for seen in recent if seen.party.plural or not self._person(seen.party)]
            return self._best(groups, index)
        if word == "both":
            return self._last_persons(index, 2)
        return []

    def _beside(self, party: Party, tree: Tree) -> frozenset[int]:
        """ "Gül will receive him": the subject of the verb is somebody else than its plain pronoun object."""
        if party.pronoun not in ("him", "her", "them", "it", "us", "me") or tree.tokens[party.head].dep == "nmod:poss":
            return frozenset()
        governor = tree.governor(party.head)
        return frozenset(tree.subjects(governor)) if governor is not None and governor != party.head else frozenset()

    def _best(self, found: list[Seen], index: int) -> list[Seen]:
        """The nearest subject of this or the last sentence, else the nearest of all."""
        near = [seen for seen in found if seen.subject and seen.sentence >= index - 1]
        chosen = near or found
        return chosen[-1:]

    def _person(self, party: Party) -> bool:
        if party.plural or party.derived:
            return False
        entry = self.lexicon.entries.get(party.entry)
        if entry is not None and entry.kind != "branch":
            return entry.kind == "person"
        return bool(party.office) or party.kind == "title" or (party.kind == "name" and " " in party.name)

    def _body(self, party: Party) -> bool:
        if party.derived or self._person(party):
            return False
        return bool(party.country) or party.kind == "name"

    def _short_title(self, party: Party, index: int, tree: Tree) -> Seen | None:
        """ "the president" after "President Museveni"; "the ministry" after "the Russian defence ministry"."""
        if not any(
            tree.lemma(child) in ("the", "this", "both", "his", "its")
            for child in tree.children(party.head, "det", "nmod:poss")
        ):
            return None
        for seen in reversed(self.seen):
            if seen.party.office and seen.party.office == party.office and (seen.party.entry or seen.party.country):
                return seen
        return None

    def _counterpart(self, party: Party, index: int) -> Party:
        """Who holds in the named country the office of the last person spoken of."""
        person = next((seen.party for seen in reversed(self._recent(index)) if self._person(seen.party)), None)
        office = (person.office or self._office(person)) if person is not None else ""
        if person is None or not office:
            return party
        sectors = person.sectors or party.sectors
        holder = self.lexicon.in_office(party.country, office, self.day)
        if holder is not None:
            return replace(party, entry=holder.id, name=holder.label, sectors=sectors, office=office)
        branch = f"{party.country.lower()}.{sectors[0].lower()}" if sectors else party.entry
        return replace(party, entry=branch, sectors=sectors, office=office)

    def _office(self, party: Party) -> str:
        """The office that a person holds on the document's day, or else held last."""
        day = self.day
        if day is not None:
            for (country, office), tenures in self.lexicon.tenures.items():
                if (
                    country == party.country
                    and office != "other"
                    and any(
                        tenure.entry_id == party.entry
                        and (tenure.since is None or tenure.since <= day)
                        and (tenure.until is None or day < tenure.until)
                        for tenure in tenures
                    )
                ):
                    return office
        return self.lexicon.offices.get(party.entry, "")

    def _pair(self, party: Party, index: int, tree: Tree) -> tuple[Party, ...]:
        """ "the presidents", "both governments": the two spoken of last before, () where it is not clear."""
        words = {tree.lemma(child) for child in tree.children(party.head, "det", "nummod", "det:predet", "amod")}
        two = bool(words & {"both", "two"})
        if party.office or (two and party.sectors == () and party.kind == "title"):
            if not (two or words & {"the"}):
                return ()
            persons = self._persons(index)
            word = tree.lemma(party.head)
            held = [(seen, self._held(seen.party)) for seen in persons]
            same = [seen for seen, office in held if office == party.office or word in office.split()]
            chosen = same[-2:] if len(same) >= 2 else persons[-2:] if two else []
            return tuple(self._as(party, seen, index) for seen in chosen) if len(chosen) == 2 else ()
        states = self._states(index) if two and party.kind == "group" else []
        return tuple(self._of_state(party, country) for country in states[-2:]) if len(states) >= 2 else ()

    def _held(self, party: Party) -> str:
        return party.office or self._office(party)

    def _persons(self, index: int) -> list[Seen]:
        """The persons of the sentences before, each once, in the order of their last mention."""
        found: dict[str, Seen] = {}
        for seen in self.seen:
            if seen.sentence < index and self._person(seen.party) and seen.party.country:
                found.pop(seen.party.name, None)
                found[seen.party.name] = seen
        return list(found.values())

    def _states(self, index: int) -> list[str]:
        """The countries of the sentences before, each once, in the order of their last mention."""
        found: dict[str, None] = {}
        for seen in self.seen:
            if seen.sentence < index and seen.party.country in self.lexicon.states:
                found.pop(seen.party.country, None)
                found[seen.party.country] = None
        return list(found)

    def _of_state(self, party: Party, country: str) -> Party:
        state = self.lexicon.states[country]
        sector = party.sectors[0].lower() if party.sectors else ""
        entry = f"{state.id}.{sector}" if sector else state.id
        return replace(party, country=country, entry=entry, name=f"{state.label} ({party.name})")

    def _last_persons(self, index: int, count: int) -> list[Seen]:
        found: list[Seen] = []
        for seen in reversed(self._recent(index)):
            if self._person(seen.party) and all(seen.party.name != other.party.name for other in found):
                found.append(seen)
            if len(found) == count:
                break
        return list(reversed(found))

    def _speaker_in(self, tree: Tree, parties: SentenceParties) -> tuple[Party, ...]:
        for token in tree.tokens:
            if token.upos == "VERB" and tree.lemma(token.index) in self.lexicon.operators["speech_verbs"]:
                subjects = unique(
                    party for head in tree.subjects(token.index) for party in parties.at(head) if not party.pronoun
                )
                if subjects:
                    return subjects
        return ()
