"""Flat word lists that one question of coding needs: TSV files under `data/` with the columns kind, words and value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from entente.errors import BadLexicon


@cache
def wordlist(name: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of `data/NAME.tsv` as kind → words → value ("" where the row has none).

    Raises BadLexicon where a row has no kind or no words.
    """
    path = resources.files("entente") / "data" / f"{name}.tsv"
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        kind, words, value = [*row.split("\t"), "", ""][:3]
        if not (kind and words):
            raise BadLexicon(f"{path}, line {number}: “{row}” is not a kind, a tab and words; "
                             "write it as the other lines")
        found.setdefault(kind, {})[words] = value
    return found
