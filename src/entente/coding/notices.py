"""Which paragraphs are no part of the report: appeals, sign-up lines, notices, rights, menus."""

from __future__ import annotations

import re

from entente.coding.paragraphs import Paragraph
from entente.lexicons.cues import cues, opening, pattern
from entente.lexicons.lines import bullet, mostly_address, navigation, words

SHORT_NOTICE = 40  # words; a longer paragraph must speak to its reader all along to be an appeal
ADDRESSED = 0.05  # share of you and we among the words of a long appeal
LONGEST_SIGN_UP = 14  # words of "Daily newsletter Get the news every morning"

_QUOTED = re.compile(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}][^\"\N{RIGHT DOUBLE QUOTATION MARK}]*(?:[\"\N{RIGHT DOUBLE QUOTATION MARK}]|$)"
    r"|(?:``|'')(?:(?!'').)*(?:''|$)"
)
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[$€£]")
_CLAUSE = re.compile(r"[.!?:;\N{HORIZONTAL ELLIPSIS}]\s+|\s[\N{EN DASH}\N{EM DASH}|-]\s")


def notice(paragraph: Paragraph) -> bool:
    """The paragraph alone shows that it is none of the report's: it asks for money, a subscription or a click,
    excuses a missing page, keeps rights, or leads elsewhere.
    """
    line = paragraph.text
    return rights(line) or mostly_address(line) or navigation(line) or appeal(line) or missing_page(line)


def rights(line: str) -> bool:
    """The line says whose the text is, or how to reach the outlet."""
    if opening("copyright").match(line) and len(words(line)) <= SHORT_NOTICE:
        return True
    return opening("contact").match(line) is not None and line.endswith(":") and len(words(line)) <= SHORT_NOTICE // 2


def _spoken(line: str) -> tuple[list[str], int, int]:
    """The words outside quotation marks in lower case, and how many of them say you and we."""
    found = [word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in words(_QUOTED.sub(" ", line))]
    return (
        found,
        sum(word in cues()["second person"] for word in found),
        sum(word in cues()["first person"] for word in found),
    )


def _commands(line: str) -> bool:
    """A clause of the line opens with a bare verb as a request does."""
    return any(found[0].lower() in cues()["imperative"] for clause in _CLAUSE.split(line) if (found := words(clause)))


def appeal(line: str) -> bool:
    """The line asks its reader for money, a subscription or a click, in words of its own and not in a quotation."""
    bare = " ".join(words(_QUOTED.sub(" ", line)))
    found, you, we = _spoken(line)
    if not found:
        return False
    asked = len({match[0].lower() for match in pattern("appeal").finditer(bare)})
    priced = _PRICE.search(line) is not None
    signs_up = _commands(line) or any(word in cues()["imperative"] for word in found[1:4])
    if asked and signs_up and not priced and len(found) <= LONGEST_SIGN_UP and not line.endswith("."):
        return True
    if len(found) <= SHORT_NOTICE:
        if priced and you and (asked or _commands(line)):
            return True
        if asked and (you or we) and (_commands(line) or (you and (you + we) / len(found) >= 2 * ADDRESSED)):
            return True
    return asked >= 2 and you >= 1 and (you + we) / len(found) >= ADDRESSED


def missing_page(line: str) -> bool:
    """The line tells its reader about the page itself: content that is not there, cookies, an account."""
    found, you, _ = _spoken(line)
    told = len({match[0].lower() for match in pattern("web").finditer(_QUOTED.sub(" ", line))})
    if told < 2 or len(found) > SHORT_NOTICE:
        return False
    return you >= 1 or (len(found) <= LONGEST_SIGN_UP and not re.search(r"\s[A-Z]|\d", line))


def faint_appeal(line: str) -> bool:
    """Beside an appeal, the line goes with it: it greets, thanks, asks "us" or "you" for something, or lists."""
    found, you, we = _spoken(line)
    if opening("salutation").match(line) and len(found) <= LONGEST_SIGN_UP:
        return True
    if bullet(line) or not found:
        return True
    return (
        len(found) <= SHORT_NOTICE and (you + we) >= 1 and (_commands(line) or (you + we) / len(found) >= 2 * ADDRESSED)
    )
