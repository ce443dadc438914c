"""A party as words name it, and the parties of one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from entente.coding.tree import Tree
from entente.lexicons.names import Name
from entente.records.vocabulary import MentionKind


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


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties without those that say the same again, in order."""
    found: list[Party] = []
    for party in parties:
        same = [
            known
            for known in found
            if (known.entry, known.name, known.country) == (party.entry, party.name, party.country)
        ]
        if not same:
            found.append(party)
    return tuple(found)
