"""One word of a sentence with its place in the dependency tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """`start`, `end`: offsets in the document's text. `head`: index of the governor, its own for the root.

    `upos`, `dep`: Universal Dependencies; `xpos`: Penn Treebank tag.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
