"""Whether a sentence looks back or ahead at a time expression: the tense of the verb it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from entente.coding.time_words import words
from entente.records import Sentence, Token

Direction = Literal["past", "future", "open"]

_VERBS = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD"})
_ENDS = frozenset({"until", "till"})
# Verbs under which the tense stands higher up: "arriving Friday, he said".
_CLIMBED = frozenset({"VBG", "VBN", "VB"})
# "could not be reached Friday": a modal, but no look ahead.
_UNSURE = frozenset({"could", "can"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})


def direction(sentence: Sentence, start: int, end: int) -> Direction:
    """The direction of the span `[start, end)` of the document; "open" where no verb tells it.

    The words over the expression are asked from the nearest one up; "set for Friday", "due Friday"
    look ahead. "Since" looks back, and after "until" only a future verb is believed.
    """
    inside = [token for token in sentence.tokens if token.start < end and token.end > start]
    if not inside:
        return "open"
    lead = next((token.text.lower() for token in reversed(sentence.tokens[:inside[0].index])), "")
    if lead == "since":
        return "past"
    if inside[0].text.lower() == "as":
        return "future"     # "as soon as Tuesday"
    found: Direction = "open"
    nouns = 0       # "planned in response to the November 13 attacks": the plan says nothing of the day
    for steps, token in enumerate(_above(sentence.tokens, inside)):
        if lead in _ENDS and words()["ahead"].get(token.lemma.lower()):
            return "future"     # "postponed until Tuesday"
        found = _tense(sentence.tokens, token, steps == 0)
        nouns += token.upos not in _VERBS
        if found == "future" and nouns > 1:
            return "open"
        if found != "open" or (token.upos in _VERBS and (_owns(sentence.tokens, inside) or token.xpos not in _CLIMBED)):
            break
    return "open" if lead in _ENDS and found == "past" else found


def _owns(tokens: tuple[Token, ...], inside: list[Token]) -> bool:
    """ "to get around Friday's ruling": the ruling has a day of its own, whatever the verbs higher up say."""
    indexes = {token.index for token in inside}
    return any(token.xpos == "POS" and token.head in indexes for token in tokens)


def _above(tokens: tuple[Token, ...], inside: list[Token]) -> Iterator[Token]:
    """The governors of the expression, nearest first."""
    indexes = {token.index for token in inside}
    current = next((token for token in inside if token.head not in indexes), inside[0])
    seen = set(indexes)
    while current.head != current.index and current.head not in seen:
        current = tokens[current.head]
        seen.add(current.index)
        yield current


def _tense(tokens: tuple[Token, ...], verb: Token, direct: bool) -> Direction:
    """What one governor says; `direct`: the expression hangs on it, not on a word below it."""
    helpers = [token for token in tokens
               if token.head == verb.index and token.index != verb.index and token.dep in _AUXILIARIES]
    marks = {token.xpos for token in helpers if token.lemma.lower() not in _UNSURE}
    perfect = any(token.lemma.lower() == "have" for token in helpers)
    ahead = words()["ahead"].get(verb.lemma.lower(), "") if verb.upos in ("VERB", "ADJ") else ""
    if "MD" in marks or ahead == "any" or (ahead == "participle" and verb.xpos != "VBD" and not perfect):
        return "future"
    if marks & _PAST_TAGS or verb.xpos in _PAST_TAGS or perfect:
        return "past"
    if verb.upos not in _VERBS:
        return "open"
    if any(token.head == verb.index and token.xpos == "TO" for token in tokens):
        return "future" if direct else "open"
    if any(token.xpos in ("VBZ", "VBP") for token in helpers) and verb.xpos == "VBG":
        return "future"
    return "past" if verb.xpos == "VBN" and not helpers else "open"
