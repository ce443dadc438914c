"""Whether a sentence looks back or ahead at a time expression: the tense of the verb it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from entente.coding.time_words import words
from entente.records import Sentence, Token

Direction = Literal["past", "future", "open"]

_VERBS = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})


def direction(sentence: Sentence, start: int, end: int) -> Direction:
    """The direction of the span `[start, end)` of the document; "open" where no verb tells it.

    The verbs over the expression are asked from the nearest one up; "set for Friday", "due Friday" look ahead.
    """
    inside = [token for token in sentence.tokens if token.start < end and token.end > start]
    if not inside:
        return "open"
    for token in _above(sentence.tokens, inside):
        found = _tense(sentence.tokens, token)
        if found != "open":
            return found
    return "open"


def _above(tokens: tuple[Token, ...], inside: list[Token]) -> Iterator[Token]:
    """The governors of the expression, nearest first."""
    indexes = {token.index for token in inside}
    current = next((token for token in inside if token.head not in indexes), inside[0])
    seen = set(indexes)
    while current.head != current.index and current.head not in seen:
        current = tokens[current.head]
        seen.add(current.index)
        yield current


def _tense(tokens: tuple[Token, ...], verb: Token) -> Direction:
    """What one governor says. A noun says nothing, unless it is a predicate with a copula."""
    helpers = [token for token in tokens if token.head == verb.index and token.index != verb.index and token.dep in _AUXILIARIES]
    marks = {token.xpos for token in helpers}
    if "MD" in marks or verb.lemma.lower() in words()["ahead"] and verb.upos in ("VERB", "ADJ"):
        return "future"
    if marks & _PAST_TAGS or verb.xpos in _PAST_TAGS:
        return "past"
    if any(token.lemma == "have" for token in helpers):
        return "past"
    if verb.upos not in _VERBS:
        return "open"
    if any(token.head == verb.index and token.xpos == "TO" for token in tokens):
        return "future"
    if any(token.xpos in ("VBZ", "VBP") for token in helpers) and verb.xpos == "VBG":
        return "future"
    return "past" if verb.xpos == "VBN" and not helpers else "open"
