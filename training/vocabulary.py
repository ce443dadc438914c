"""The lexicon's words as the training's augmentation wants them, read once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from grammar import Grammar
from substitution import Words, words

DATA = Path(__file__).parent.parent / "src" / "entente" / "data"


@cache
def substitution_words() -> Words:
    """The words that may take the place of the treebank's."""
    return words(DATA)


@cache
def grammar_of() -> Grammar:
    """The grammar over the lexicon's words, persons and places."""
    lexicon = json.loads((DATA / "compiled" / "lexicon.json").read_text(encoding="utf-8"))
    names = sorted(
        {
            tuple(text.split())
            for text, _, kind, strong in lexicon["names"]
            if kind == "person"
            and strong
            and 2 <= len(text.split()) <= 3
            and all(part[:1].isupper() and part.isalpha() for part in text.split())
        }
    )
    places = sorted({row[0] for row in lexicon["cities"] if row[0].isalpha()})
    return Grammar(substitution_words(), names, places)
