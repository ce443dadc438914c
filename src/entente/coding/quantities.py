"""Numbers of something: how many people, what share, how much money; labels, dates, ages and scores are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entente.coding.numbers import DASHES, Number, numbers
from entente.coding.tree import Tree
from entente.lexicons.wordlists import wordlist
from entente.records import Document, Quantity, Sentence

YEARS = range(1000, 2101)       # plain digits in this range are a year unless a plural noun follows
COUNTED_AFTER = ("of", "in", "worth")
NOUN_PARTS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "ADV", "VERB"})


def quantities(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """One Document with its Sentences → its Quantities in text order. Offsets are those of the document."""
    return tuple(found for sentence in sentences for found in _of_sentence(document.text, sentence))


def _of_sentence(text: str, sentence: Sentence) -> Iterator[Quantity]:
    tree = Tree(sentence)
    written = text[sentence.start:sentence.end]
    for number in numbers(written):
        if _labels(written, number) or _dates(written, number):
            continue
        noun, end = _counted(tree, sentence.start + number.core, sentence.start + number.end)
        found = _quantity(text, tree, number, noun, end)
        if found is not None:
            yield found


def _quantity(text: str, tree: Tree, number: Number, noun: int | None, end: int) -> Quantity | None:
    """The quantity of a number and the noun that it counts; None where it counts nothing."""
    start = tree.sentence.start
    if noun is None:
        unit = number.unit or ("people" if _harmed(tree, start + number.core) else "")
        if not unit:
            return None
        return _record(text, number, start, start + number.end, unit, "")
    if not number.unit and number.digits and number.value in YEARS and tree.tokens[noun].xpos not in ("NNS", "NNPS"):
        return None
    of = " ".join(text[_phrase_start(tree, noun, start + number.end):tree.tokens[noun].end].split())
    unit = number.unit or _unit(tree, noun)
    last = start + number.end if number.unit else end
    return _record(text, number, start, last, unit, of)


def _record(text: str, number: Number, offset: int, end: int, unit: str, of: str) -> Quantity:
    start = offset + number.start
    return Quantity(start, end, text[start:end], number.value, number.low, number.high, unit, of)


# — what is no quantity —

def _labels(written: str, number: Number) -> bool:
    """The number names something: "Article 42.7", "Flight 370", "20-year-old", "Boeing 737", "No. 10"."""
    before, after = written[:number.core].rstrip(), written[number.end:]
    if re.match(rf"\s?[{re.escape(DASHES)}]\s?[^\W\d_]", after) and after[:1] in DASHES and not number.unit:
        return True     # "a 24-hour truce"
    if number.core != number.start or number.unit:
        return False
    word = re.search(r"(\S+)$", before)
    if word is None:
        return False
    plain = word[1].strip("(“\"'").lower()
    words = wordlist("quantity_words")
    if plain in words["age"] or plain in words["label"] or plain.rstrip(".") + "." in words["label"] and plain.endswith("."):
        return True
    if re.match(r"\s+(?:years?|months?)[\s-]+old\b", after):
        return True
    aged = re.search(r"[^\W\d_],$", before) and re.match(r"\s*[,.;)]", after)
    named = number.digits and word[1][:1].isupper() and word.start(1) > 0 and not re.match(r"\s+[a-z]", after)
    return bool(number.digits and aged or named)


def _dates(written: str, number: Number) -> bool:
    """The number is part of a day, a clock time or a score."""
    if number.unit:
        return False
    before, after = written[:number.core].rstrip().split(), written[number.end:].split()
    words = wordlist("quantity_words")
    months = {month.lower() for month in words["month"]}
    near = {word.strip(".,()").lower() for word in (before[-1:] + after[:1])}
    if near & months and (number.value is None or number.value < 32 or number.value in YEARS):
        return True
    if after and (after[0].strip(",;").lower() in words["clock"] or after[0].strip(",;.").lower() in words["clock"]):
        return True
    return written[number.end:number.end + 1] in DASHES and written[number.end + 1:number.end + 2].isdigit()


# — what is counted —

def _counted(tree: Tree, start: int, end: int) -> tuple[int | None, int]:
    """The noun that a number counts and where the quantity ends: the noun behind it, or behind "of"."""
    inside = [token.index for token in tree.tokens if token.start < end and start < token.end]
    if not inside or inside[-1] + 1 >= len(tree.tokens):
        return None, end
    last = inside[-1]
    follower = tree.tokens[last + 1]
    if follower.text.lower() in COUNTED_AFTER and follower.upos == "ADP":
        last += 1
        while last + 1 < len(tree.tokens) and tree.tokens[last + 1].upos in ("DET", "PRON") and \
                tree.tokens[last + 1].xpos in ("DT", "PRP$", "PDT", "IN"):
            last += 1
    noun = _noun_behind(tree, last)
    return noun, end if noun is None else tree.tokens[noun].end


def _noun_behind(tree: Tree, index: int) -> int | None:
    """The head of the noun phrase that starts behind a token: the last noun of an unbroken run."""
    noun = None
    for token in tree.tokens[index + 1:]:
        if token.upos in ("NOUN", "PROPN") and token.xpos != "POS" and not token.text.startswith(("%", "$")):
            if noun is not None and tree.tokens[noun].xpos in ("NNS", "NNPS") and token.head not in (noun, token.index) \
                    and tree.tokens[noun].head != token.index:
                break
            noun = token.index
        elif noun is not None or token.upos not in NOUN_PARTS and token.text not in DASHES:
            break
        elif token.upos == "VERB" and token.xpos not in ("VBG", "VBN") or token.upos == "VERB" and token.dep not in ("amod", "compound"):
            break
    return noun


def _phrase_start(tree: Tree, noun: int, end: int) -> int:
    """Where the counted phrase starts: behind the number and its "of"."""
    for token in tree.tokens:
        if token.start >= end and token.upos not in ("ADP", "PUNCT", "SYM") and token.index <= noun \
                and token.text.lower() not in COUNTED_AFTER:
            return token.start
    return tree.tokens[noun].start


def _unit(tree: Tree, noun: int) -> str:
    """"people" for persons, else the noun's lemma."""
    words = wordlist("quantity_words")
    lemma = tree.lemma(noun)
    phrase = f"{tree.lemma(noun - 1)} {lemma}" if noun else lemma
    if lemma in words["person"] or phrase in words["person"] or tree.tokens[noun].text.lower() in words["person"]:
        return "people"
    return lemma


def _harmed(tree: Tree, start: int) -> bool:
    """"Three were killed", "wounding 20": a bare number as whom harm is done to counts people."""
    index = next((token.index for token in tree.tokens if token.start <= start < token.end), None)
    if index is None or tree.tokens[index].dep not in ("nsubj", "nsubj:pass", "obj"):
        return False
    return tree.lemma(tree.tokens[index].head) in wordlist("quantity_words")["harm"]
