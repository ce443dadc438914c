"""The words that give away what a line of a page is, from `data/segment_cues.tsv`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from entente.errors import BadLexicon


@cache
def cues() -> dict[str, frozenset[str]]:
    """Kind → its words and phrases in lower case. Raises BadLexicon where a row is not a cue, a tab and a kind."""
    path = resources.files("entente") / "data" / "segment_cues.tsv"
    found: dict[str, set[str]] = {}
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cue, tab, kind = row.partition("\t")
        if not (cue and tab and kind):
            raise BadLexicon(
                f"{path}, line {number}: “{row}” is not a cue, a tab and a kind; write it as the other lines"
            )
        found.setdefault(kind, set()).add(cue)
    return {kind: frozenset(words) for kind, words in found.items()}


def alternatives(*kinds: str) -> str:
    """The cues of the kinds as one group of a regular expression, the longest first."""
    words = {word for kind in kinds for word in cues()[kind]}
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


@cache
def pattern(*kinds: str) -> re.Pattern[str]:
    """Finds a cue of the kinds as whole words, in any case."""
    return re.compile(rf"(?<![\w'-]){alternatives(*kinds)}(?![\w])", re.IGNORECASE)


@cache
def opening(*kinds: str) -> re.Pattern[str]:
    """Matches a line that opens with a cue of the kinds."""
    return re.compile(rf"{alternatives(*kinds)}(?![\w])", re.IGNORECASE)


@cache
def months() -> dict[str, int]:
    """The month's names and short forms → its number."""
    return {word: int(kind[-2:]) for kind, words in cues().items() if kind.startswith("month-") for word in words}
