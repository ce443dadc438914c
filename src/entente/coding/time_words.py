"""The words of time expressions, from `data/times.tsv`: months, weekdays, units, numbers, named days and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from entente.lexicons.wordlists import wordlist

_LIST = "times"
# Kinds that are names: "March" and "MARCH" are months, "march" is not.
_NAMES = frozenset({"month", "month-short", "month-doubtful", "weekday", "weekday-short", "named", "zone"})
_FRACTION = re.compile(r"(?P<whole>\d[\d,]*)?(?:\.(?P<tenths>\d+))?(?:\s*(?P<over>\d)/(?P<under>\d))?")
_SCALES = (100, 1000)


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Kind → word (lower case) → value. Raises BadLexicon where the file is damaged."""
    return MappingProxyType({kind: MappingProxyType({word.lower(): meaning for word, meaning in entries.items()})
                             for kind, entries in wordlist(_LIST).items()})


@cache
def alternation(kind: str) -> str:
    """A regular expression for any word of the kind, longest first; names keep their capital letter."""
    spelled = sorted(wordlist(_LIST)[kind], key=lambda word: (-len(word), word))
    return "|".join(_expression(word, kind in _NAMES) for word in spelled)


def _expression(word: str, name: bool) -> str:
    escaped = r"\s+".join(re.escape(part) for part in word.split()).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
    if not name:
        return escaped
    return f"(?-i:{escaped})" if word == word.upper() else f"(?-i:{escaped}|{_expression(word.upper(), False)})"


def value(text: str, *kinds: str) -> str:
    """The value of a matched word, "" where no kind has it."""
    key = " ".join(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return next((entries[key] for entries in (words().get(kind, {}) for kind in kinds) if key in entries), "")


def unit(text: str) -> str:
    """The unit of a matched singular or plural: "years" → "Y", "hours" → "TH"."""
    return value(text, "unit") or value(text.removesuffix("s"), "unit")


def number(text: str) -> float | None:
    """A count in digits or words: "2 1/2", "1,000", "twenty-four", "a couple of", "two and a half".

    Gives None where the text is no count.
    """
    plain = " ".join(text.lower().replace("-", " ").split())
    whole, _, rest = plain.partition(" and a half")
    if rest != "" or not whole:
        return None
    half = 0.5 if whole != plain else 0.0
    digits = _FRACTION.fullmatch(whole)
    if digits:
        tenths, over, under = digits["tenths"], digits["over"], digits["under"]
        part = float(f"0.{tenths}") if tenths else int(over) / int(under) if over and int(under) else 0.0
        return float((digits["whole"] or "0").replace(",", "")) + part + half
    spelled = _in_words(whole)
    return None if spelled is None else spelled + half


def _in_words(text: str) -> float | None:
    entries = words()["number"]
    if text in entries or text in words()["article"]:
        return float(entries.get(text) or words()["article"][text])
    total = current = 0.0
    for word in text.split():
        if word == "and" or word in words()["article"]:
            continue
        if word not in entries:
            return None
        step = float(entries[word])
        if step in _SCALES:
            current = (current or 1) * step
            if step == _SCALES[-1]:
                total, current = total + current, 0.0
        else:
            current += step
    return total + current


def spoken_year(text: str) -> int | None:
    """A year as it is read out: "nineteen ninety-six" → 1996, "two thousand five" → 2005; None for any other number."""
    parts = text.lower().replace("-", " ").split()
    counted = _in_words(" ".join(parts))
    if counted is not None and parts[:2] == ["two", "thousand"]:
        return int(counted)
    century, rest = _in_words(parts[0]), _in_words(" ".join(parts[1:])) if parts[1:] else None
    if century is None or rest is None or not 10 <= century <= 20 or not 1 <= rest <= 99:
        return None
    return int(century * 100 + rest)


def ordinal(text: str) -> int | None:
    """"26th", "26" or "second" → the number; None for "last"."""
    digits = re.match(r"\d+", text)
    found = digits[0] if digits else value("-".join(text.split()), "ordinal")
    return int(found) if found.isdigit() else None
