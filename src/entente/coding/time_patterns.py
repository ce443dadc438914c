"""The shapes of time expressions, from `data/times_patterns.tsv`, as compiled regular expressions.

A shape is a regular expression with shorthands: a blank is any white space, `~` a blank or a hyphen,
`'` a straight or a typographic apostrophe, `%kind%` any word of that kind in `data/times.tsv`, and a
name in capitals in braces a shape of the first lines. Group names may end in a digit to occur
twice; the digit is dropped. A group `here` is the expression's own span where the shape has to see
more than it takes: in "3 to 5 May" the first day takes its month from the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from entente.coding.time_words import alternation
from entente.errors import BadLexicon

# "$1,990", "1.1990", "@2015": digits that hang on other digits or on a sign are no date.
_BEFORE = r"(?<![\w$\N{EURO SIGN}\N{POUND SIGN}#@])(?<!\d[.,:/])(?<!\w[/&])"
_AFTER = r"(?![\w%]|[.,:/]\d)"


@dataclass(frozen=True, slots=True)
class Shape:
    """One line of the file: the rule that reads the match, and an example that it matches."""

    rule: str
    example: str
    pattern: re.Pattern[str]


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes in the order of the file; of two matches of one length the earlier line wins."""
    path = resources.files("entente") / "data" / "times_patterns.tsv"
    short: dict[str, str] = {}
    found: list[Shape] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        try:
            rule, example, shape = line.split("\t")
            full = re.sub(r"\{([A-Z_]+)\}", lambda match: short[match[1]], shape)
            if rule.isupper():
                short[rule] = full
            else:
                pattern = re.compile(_BEFORE + f"(?:{_expanded(full)})" + _AFTER, re.IGNORECASE)
                found.append(Shape(rule, example, pattern))
        except (ValueError, KeyError, re.error) as error:
            raise BadLexicon(f"{path}, line {number}: no rule, example and shape ({error}); mend the line") from error
    return tuple(found)


def _expanded(shape: str) -> str:
    """A shape as a plain regular expression."""
    plain = shape.replace(" ", r"\s+").replace("~", r"(?:\s+|-)").replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]")
    return re.sub(r"%([a-z-]+)%", lambda match: alternation(match[1]), plain)


def expression(template: str) -> re.Pattern[str]:
    """A template with the same shorthands for words as a compiled expression of its own."""
    return re.compile(_expanded(template), re.IGNORECASE)
