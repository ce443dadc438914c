"""The lexicon as one immutable value: senses, actors, offices, agent nouns, places and operators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from entente.lexicons.names import NameMatcher
from entente.lexicons.patterns import Pattern
from entente.records.vocabulary import EventType, Status


@dataclass(frozen=True, slots=True)
class Sense:
    """One act that words may report. `event` is "" for a sense that only says: no act here."""

    id: str
    label: str
    event: EventType | None
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    reciprocal: bool
    complement: Status | None
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A party that the lexicon knows. `sectors`: (sector, from, until), `until` not included."""

    id: str
    label: str
    kind: str
    country: str
    sectors: tuple[tuple[str, date | None, date | None], ...]
    members: tuple[str, ...]

    def sectors_on(self, day: date | None) -> tuple[str, ...]:
        """The sectors held on a day; without a day, or with none held then, all of them, sorted."""
        held = {
            name
            for name, since, until in self.sectors
            if day is None or ((since is None or since <= day) and (until is None or day < until))
        }
        return tuple(sorted(held or {name for name, _, _ in self.sectors}))


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office of a country from one day until another (not included)."""

    country: str
    office: str
    entry_id: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class City:
    """A place of the gazetteer, degrees of WGS 84."""

    name: str
    country: str
    admin1: str
    geonames_id: int
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Lexicon:
    """All that Entente knows before it reads. `hash` names the sources that it was compiled from."""

    hash: str
    entries: Mapping[str, Entry]
    tenures: Mapping[tuple[str, str], tuple[Tenure, ...]]
    senses: Mapping[str, Sense]
    triggers: Mapping[tuple[str, str], tuple[tuple[Sense, Pattern], ...]]
    classes: Mapping[str, frozenset[str]]
    operators: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    agents: Mapping[str, tuple[str, str]]
    titles: Mapping[str, tuple[str, str]]
    contexts: Mapping[str, str]
    goldstein: Mapping[str, float]
    cities: Mapping[str, City]
    matcher: NameMatcher

    def goldstein_of(self, cameo: str) -> float | None:
        """Goldstein's value of the longest known head of a CAMEO code (0841 → 084)."""
        for length in range(len(cameo), 1, -1):
            if cameo[:length] in self.goldstein:
                return self.goldstein[cameo[:length]]
        return None

    def in_office(self, country: str, office: str, day: date | None) -> Entry | None:
        """The one person who held the office on that day; None where none or several did, or no day is given."""
        if day is None:
            return None
        found = {
            tenure.entry_id
            for tenure in self.tenures.get((country, office), ())
            if tenure.since is not None and tenure.since <= day and (tenure.until is None or day < tenure.until)
        }
        return self.entries[found.pop()] if len(found) == 1 else None

    @cached_property
    def offices(self) -> Mapping[str, str]:
        """Entry id → the office that it held last of those with a name of their own."""
        return {
            tenure.entry_id: tenure.office
            for tenures in self.tenures.values()
            for tenure in sorted(tenures, key=lambda tenure: (tenure.since is None, str(tenure.since)))
            if tenure.office != "other"
        }

    @cached_property
    def states(self) -> Mapping[str, Entry]:
        """Country code → the state's entry."""
        return {entry.country: entry for entry in self.entries.values() if entry.kind == "state"}
