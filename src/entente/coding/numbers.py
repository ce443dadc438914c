"""Numbers as a text writes them: digits and words, with scale, bounds, share or currency.

Only the wording is read here; whether a number counts anything is asked by `coding.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from entente.lexicons.wordlists import wordlist

DASHES = "-\N{EN DASH}\N{EM DASH}\N{NON-BREAKING HYPHEN}"
IN_CLASS = DASHES.replace("-", r"\-")     # as they stand in a character class
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Number:
    """`[start, end)` in the text that was read, bounds and unit words with it; `unit`: percent, a currency's ISO code
    or "". `core`: where the number itself starts. `digits`: it is written as plain digits, as years and labels are.
    """

    start: int
    core: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    digits: bool


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in order, none inside another."""
    position = 0
    while (match := _grammar().search(text, position)) is not None:
        found = _several(match) or _part(match) or _ratio(match) or _counted(match)
        position = match.end() if found is None else found.end
        if found is not None:
            yield _bounded(found, match)


def _alternatives(kind: str) -> str:
    words = sorted(wordlist("quantity_words")[kind], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _grammar() -> re.Pattern[str]:
    number = _alternatives("number")
    scale = rf"(?:\s*(?:{_alternatives('scale')})(?![\w]))"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    large = "hundred|thousand|million|billion|trillion|dozen"
    words = (rf"(?:{number}|an?(?=\s+(?:{large})\b))(?:[\s-](?:{number}|hundred|thousand)"
             rf"|(?<=hundred|housand)\s+and\s+(?:{number}))*(?![\w])")
    sign = rf"(?:{_alternatives('sign')})"
    one = rf"(?:{sign}\s?)?(?:{digits}|{words}){scale}?"
    unit = rf"(?:\s?%|\s?[{IN_CLASS}]?(?:{_alternatives('percent')})\b|\s+(?:{_alternatives('currency')})\b)"
    return re.compile(rf"""
        (?<![\w.,/:'{APOSTROPHE}\#@{IN_CLASS}])
        (?:(?P<more>{_alternatives('more')})\s+|(?P<less>{_alternatives('less')})\s+)?
        (?:(?P<about>{_alternatives('about')})\s+)?
        (?:
          (?P<several>(?:many\s+|several\s+)?(?P<several_words>{_alternatives('several')}))(?![\w])
        | (?P<part>(?P<parts>(?:{number}|an?)[\s-]|(?=half\b))(?P<part_word>{_alternatives('part')}))
          (?=\s+of\b|\s+the\b)
        | (?P<ratio>(?P<hits>\d\d?|{number})\s+(?:in|out\s+of)\s+(?:every\s+)?
          (?P<tries>10|20|100|1,?000|{number}))(?![\w,])
        | (?:(?P<between>between|from)\s+)?(?P<first>{one})
          (?:(?P<first_unit>{unit})?\s?(?P<joint>(?:[{IN_CLASS}]|\bto\b|\band\b|\bor\b))\s?(?P<second>{one}))?
          (?P<unit>{unit})?
        )
        (?:(?P<or_more>\s+(?:{_alternatives('or_more')})\b)|(?P<or_less>\s+(?:{_alternatives('or_less')})\b))?
        (?![\w]|[.,:/]\d|%)
        """, re.VERBOSE | re.IGNORECASE)


def _several(match: re.Match[str]) -> Number | None:
    if match["several"] is None:
        return None
    least = float(_value_of("several", match["several_words"]))
    return Number(match.start(), match.start("several"), match.end(), None, least, None, "", False)


def _part(match: re.Match[str]) -> Number | None:
    """A fraction is so many percent."""
    if match["part"] is None:
        return None
    times = match["parts"].strip().rstrip("-").lower()
    share = round(float(_value_of("part", match["part_word"])) * (1 if times in ("", "a", "an") else _value(times)), 1)
    return Number(match.start(), match.start("part"), match.end(), share, None, None, "percent", False)


def _ratio(match: re.Match[str]) -> Number | None:
    """"Four in 10" are forty percent."""
    if match["ratio"] is None or not _value(match["hits"]) < _value(match["tries"]):
        return None
    share = round(100 * _value(match["hits"]) / _value(match["tries"]), 1)
    return Number(match.start(), match.start("ratio"), match.end(), share, None, None, "percent", False)


def _counted(match: re.Match[str]) -> Number | None:
    if match["first"] is None:
        return None
    first, unit = match["first"], _unit(match["unit"] or match["first_unit"] or "") or _unit(_sign(match["first"]))
    number = Number(match.start(), match.start("first"), match.end(), _value(first), None, None, unit, first.isdigit())
    if match["second"] is None:
        return replace(number, start=match.start("first")) if match["between"] and match["more"] is None else number
    low, high = _value(first), _value(match["second"])
    if low < 1000 <= high and _scale(match["second"]) and not _scale(first):
        low *= _scale(match["second"])      # "3 to 5 million"
    joint = match["joint"].lower()
    if (joint == "and" and (match["between"] or "").lower() != "between") or not low < high \
            or (joint == "or" and high > 2 * low + 1):
        return _first_alone(match, number)
    return replace(number, value=None, low=low, high=high, digits=False)


def _first_alone(match: re.Match[str], number: Number) -> Number | None:
    """"10 and 20" are two numbers, "3-1" is a score and none."""
    if match["joint"] in DASHES:
        return None
    return replace(number, end=match.end("first_unit") if match["first_unit"] else match.end("first"))


def _bounded(number: Number, match: re.Match[str]) -> Number:
    """"More than", "up to" and "nearly" bound the number."""
    if number.value is None:
        return number
    if match["more"] or match["or_more"]:
        return replace(number, value=None, low=number.value)
    if match["less"] or match["or_less"]:
        near = (match["less"] or "or less").lower().split()[0] in ("nearly", "almost", "close", "just")
        return replace(number, value=number.value if near else None, high=number.value)
    return number


def _value_of(kind: str, words: str) -> str:
    return wordlist("quantity_words")[kind].get(" ".join(words.lower().split()), "")


def _sign(text: str) -> str:
    return re.match(r"[^\d\s]*", text.strip())[0] if re.match(r"[^\d\s]*", text.strip()) else ""  # type: ignore[index]


def _unit(text: str) -> str:
    """Percent or a currency's code, "" for neither."""
    plain = " ".join(text.strip().strip(DASHES).split())
    if plain.lower() in wordlist("quantity_words")["percent"]:
        return "percent"
    signs = wordlist("quantity_words")["sign"]
    return signs.get(plain) or signs.get(plain.upper(), "") or next(
        (code for words, code in wordlist("quantity_words")["currency"].items() if words.lower() == plain.lower()), "")


def _scale(text: str) -> float:
    """What the number is multiplied by: "3bn", "two million"; 0 without a scale."""
    word = re.search(r"([A-Za-z]+)$", text.strip())
    return float(wordlist("quantity_words")["scale"].get(word[1].lower(), "0")) if word else 0.0


def _value(text: str) -> float:
    """The value of digits or number words: "55,638", "3bn", "twenty-five", "a hundred and two", "4.5 million"."""
    total = current = 0.0
    for piece in re.findall(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+", text.lower()):
        known = wordlist("quantity_words")
        if piece[0].isdigit():
            current += float(piece.replace(",", ""))
        elif piece in known["number"]:
            current += float(known["number"][piece])
        elif piece in known["scale"]:
            scale = float(known["scale"][piece])
            current = max(current, 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
    return total + current
