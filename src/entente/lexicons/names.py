"""Finds the lexicon's names in a text, longest first, at word boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an entry. A strong name may decide alone, a weak one may only support."""

    text: str
    entry_id: str
    kind: str
    strong: bool


class NameMatcher:
    """The names of a lexicon as one automaton; immutable, may be shared by threads."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        by_text: dict[str, list[Name]] = {}
        for name in names:
            by_text.setdefault(name.text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"), []).append(name)
        self._texts = sorted(by_text)
        self._names = [tuple(by_text[text]) for text in self._texts]
        self._automaton = AhoCorasick(self._texts, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Non-overlapping matches in order, (start, end, names of that text); the longest at each place.

        A match neither begins nor ends inside a word. Line breaks count as blanks.
        """
        flat = (
            text.replace("\n", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{NO-BREAK SPACE}", " ")
        )
        found = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(flat, overlapping=True)
            if not (start and flat[start - 1].isalnum()) and not (end < len(flat) and flat[end].isalnum())
        ]
        last = 0
        for start, negative_end, index in sorted(found):
            if start >= last:
                last = -negative_end
                yield start, last, self._names[index]
