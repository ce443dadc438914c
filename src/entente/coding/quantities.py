"""Numbers of something: how many people, what share, how much money.

Labels, dates, ages and scores are none, nor are durations, which `coding.times` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from entente.coding.numbers import DASHES, Number, numbers
from entente.coding.tree import Tree
from entente.lexicons.wordlists import wordlist
from entente.records import Document, Quantity, Sentence

YEARS = range(1000, 2101)       # plain digits in this range are a year unless a plural noun follows
PLURAL = ("NNS", "NNPS")
BEFORE_YEARS = ("the", "in", "since", "by", "its", "their")
COUNTED_AFTER = ("of", "in", "worth")
NOUN_PARTS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "VERB"})
LARGEST = 1e15                  # longer runs of digits are identifiers
_INHABITANTS = re.compile(r"[A-Z][a-z]+(?:ian|an|i|er|ite)s$|[A-Z][a-z]+ese$")


def quantities(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """One Document with its Sentences → its Quantities in text order. Offsets are those of the document."""
    return tuple(found for sentence in sentences for found in _of_sentence(document.text, sentence))


def _of_sentence(text: str, sentence: Sentence) -> Iterator[Quantity]:
    tree = Tree(sentence)
    written = text[sentence.start:sentence.end]
    for number in numbers(written):
        if (number.value or 0) > LARGEST or _labels(written, number) or _dates(written, number):
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
    if not number.unit and (_year(text, tree, number, noun) or _idle(text, tree, number, noun)):
        return None
    of = " ".join(text[_phrase_start(tree, noun, start + number.end):tree.tokens[noun].end].split())
    code = wordlist("quantity_words")["currency"].get(tree.tokens[noun].text.lower(), "") if not number.unit else ""
    if code:        # "hundreds of millions of dollars"
        return _record(text, number, start, end, code, "")
    unit = number.unit or _unit(tree, noun)
    last = start + number.end if number.unit else end
    return _record(text, number, start, last, unit, of)


def _record(text: str, number: Number, offset: int, end: int, unit: str, of: str) -> Quantity:
    start = offset + number.start
    return Quantity(start, end, text[start:end], number.value, number.low, number.high, unit, of)


# — what is no quantity —

def _year(text: str, tree: Tree, number: Number, noun: int) -> bool:
    """"In 2015 troops", "the 2001 attacks": plain digits in the range of years, no count of the noun."""
    if not number.digits or number.value not in YEARS:
        return False
    before = re.search(r"(\S+)\s+$", text[tree.sentence.start:tree.sentence.start + number.core])
    determined = before is not None and (before[1].lower() in BEFORE_YEARS or before[1].endswith("'s"))
    return determined or tree.tokens[noun].xpos not in PLURAL


def _idle(text: str, tree: Tree, number: Number, noun: int) -> bool:
    """A duration, or a "one" that counts no person: "one of the reasons", "one day", "one thing"."""
    words = wordlist("quantity_words")
    if tree.lemma(noun) in words["duration"]:
        return True
    core = text[tree.sentence.start + number.core:tree.sentence.start + number.end].lower()
    if core != "one" or number.core != number.start:
        return False
    partitive = text[tree.sentence.start + number.end:].lstrip().lower().startswith("of ")
    return partitive or _unit(tree, noun) != "people"


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
    if plain in words["age"] or plain in words["label"]:
        return True
    if re.match(r"\s+(?:years?|months?)[\s-]+old\b", after):
        return True
    aged = re.search(r"[^\W\d_],$", before) and re.match(r"\s*[,.;)]", after)
    named = number.digits and word[1][:1].isupper() and word.start(1) > 0 and not re.match(r"\s+[a-z]", after)
    return bool((number.digits and aged) or named)


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
    if noun is not None and follower.text.lower() == "in" and tree.tokens[noun].upos == "PROPN":
        noun = None     # "$21 million in January", "92 percent in Lima"
    return noun, end if noun is None else tree.tokens[noun].end


def _noun_behind(tree: Tree, index: int) -> int | None:
    """The head of the noun phrase that starts behind a token: the last noun of an unbroken run."""
    noun = None
    for token in tree.tokens[index + 1:]:
        before = tree.tokens[token.index - 1]
        hyphened = before.end == token.start and (token.text in DASHES or before.text in DASHES)
        if token.xpos == "POS" or (hyphened and token.index > index + 1):
            noun = None if token.xpos == "POS" or token.text in DASHES else noun    # "Berlin's jets", "law-abiding men"
        elif token.upos in ("NOUN", "PROPN"):
            if noun is not None and tree.tokens[noun].xpos in PLURAL and token.head != noun \
                    and token.head != token.index and tree.tokens[noun].head != token.index:
                break
        elif token.upos == "ADV" and token.text.endswith("ly"):
            continue    # "randomly chosen voters"
        elif noun is not None or token.upos not in NOUN_PARTS or (token.upos == "VERB" and (
                token.xpos not in ("VBG", "VBN") or token.dep not in ("amod", "compound"))):
            break
        if token.upos in ("NOUN", "PROPN") and token.text != "%":
            noun = token.index
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
    if lemma in words["person"] or phrase in words["person"] or tree.tokens[noun].text.lower() in words["person"] \
            or (tree.tokens[noun].upos == "PROPN" and _INHABITANTS.match(tree.tokens[noun].text)):
        return "people"
    return lemma


def _harmed(tree: Tree, start: int) -> bool:
    """"Three were killed", "wounding 20": a bare number as whom harm is done to counts people."""
    index = next((token.index for token in tree.tokens if token.start <= start < token.end), None)
    if index is None:
        return False
    harm = wordlist("quantity_words")["harm"]
    behind = [token for token in tree.tokens[index + 1:index + 4] if token.upos in ("VERB", "AUX", "ADJ")]
    if any(tree.lemma(token.index) in harm and (token.xpos == "VBN" or token.upos == "ADJ") for token in behind):
        return True
    governor = tree.governor(index)
    return governor is not None and tree.lemma(governor) in harm \
        and tree.tokens[index].dep in ("obj", "nsubj", "nsubj:pass")
