"""Whose words each paragraph holds: the outlet's, or those of an author whom the text announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from entente.coding.paragraphs import Paragraph
from entente.lexicons.cues import alternatives, cues
from entente.records.vocabulary import SegmentKind

ANNOUNCEMENT = 600  # characters before the closing colon in which the author is looked for
SEARCHED = 200_000  # characters of a document in which the full form of a surname is looked for

Voice = tuple[str, ...]

_PART = r"[A-Z\u00c0-\u00de][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*"
_QUOTED = re.compile(
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}][^\"\N{RIGHT DOUBLE QUOTATION MARK}]*(?:[\"\N{RIGHT DOUBLE QUOTATION MARK}]|$)"
)
_NOTE = re.compile(r"\[[^\[\]]*\]")  # "[emphasis added - ABC]": the editor's words, not a return to the outlet's voice
_OPENS_QUOTED = re.compile(
    r"[\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    r"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
)
_CUT_OFF = re.compile(
    r"(?:\.\.+|\N{HORIZONTAL ELLIPSIS}|\[\s?(?:\.\.\.|\N{HORIZONTAL ELLIPSIS})\s?\])"
    r"[\"'\N{RIGHT DOUBLE QUOTATION MARK})]*$"
)
_SENTENCE = re.compile(
    r"(?<=[a-z\d)\"'\N{RIGHT DOUBLE QUOTATION MARK}][.!?])\s+(?=[A-Z\"'\N{LEFT DOUBLE QUOTATION MARK}])"
)


@dataclass(frozen=True, slots=True)
class Author:
    """An announced author: the name as first written in full, and the word by which the text comes back to it."""

    name: str
    surname: str


def voices(found: Sequence[Paragraph], kinds: Sequence[SegmentKind], text: str, outlet: str) -> list[Voice]:
    """Paragraphs with their kinds → the voice of each, outermost first.

    An author speaks from the paragraph behind an announcement ("Anna Berg writes:") until the text speaks of
    the author again, a heading begins, or a passage trails off in dots. An announcement that is itself part
    of a passage nests. A passage in quotation marks is a quotation and gives no voice.
    """
    stack: list[Author] = []
    told: list[Author] = []
    fresh = False
    given: list[Voice] = []
    for index, (paragraph, kind) in enumerate(zip(found, kinds, strict=True)):
        if kind not in ("body", "title"):
            given.append((outlet,))
            continue
        line = paragraph.text
        if kind == "title" and not fresh:
            stack.clear()
        while any(_speaks_of(line, author) for author in stack):
            stack.pop()
        given.append((outlet,) if line.startswith("[") else (outlet, *(author.name for author in stack)))
        fresh = False
        if kind == "body":
            author = _announced(paragraph, text, told) if _followed(found, kinds, index) else None
            if author:
                stack.append(author)
                told.append(author)
                fresh = True
            elif stack and _CUT_OFF.search(paragraph.ending):
                stack.pop()
    return given


def _followed(found: Sequence[Paragraph], kinds: Sequence[SegmentKind], index: int) -> bool:
    """A colon ends the paragraph, and what follows is neither boilerplate nor in quotation marks."""
    if not found[index].ending.rstrip().endswith(":"):
        return False
    below = next((number for number in range(index + 1, len(found)) if kinds[number] in ("body", "title")), None)
    return below is not None and not _OPENS_QUOTED.match(found[below].text)


def _speaks_of(line: str, author: Author) -> bool:
    return re.search(rf"(?<!\w){re.escape(author.surname)}(?!\w)", _NOTE.sub(" ", _QUOTED.sub(" ", line))) is not None


def _announced(paragraph: Paragraph, text: str, told: Sequence[Author]) -> Author | None:
    """The author whom a paragraph with a colon at its end announces; None where it names none, or no person."""
    line = _tail(paragraph, text)
    sentences = _SENTENCE.split(line)
    for pattern, sentence in (
        (_relays(), sentences[-1]),
        (_writes(), sentences[-1]),
        (_says_in_work(), sentences[-1]),
        (_publishes(), line),
    ):
        for match in pattern.finditer(_QUOTED.sub(" ", sentence)):
            name = _full_name(match["name"], text, relayed=pattern is _relays())
            if name:
                return Author(name, name if pattern is _relays() else name.split()[-1])
    return next((author for author in reversed(told) if _speaks_of(line, author)), None)


def _tail(paragraph: Paragraph, text: str) -> str:
    return " ".join(text[max(paragraph.start, paragraph.end - 3 * ANNOUNCEMENT) : paragraph.end].split())


@cache
def _name() -> str:
    honorific = (
        "(?:"
        + "|".join(re.escape(word.capitalize()) for word in sorted(cues()["honorific"], key=len, reverse=True))
        + r")\s"
    )
    particle = alternatives("particle")
    alone = r"(?<![\w'-])(?<!\bof )(?<!\bat )(?<!\bthe )"
    further = rf"\s(?:{particle}\s){{0,2}}(?:{_PART}|[A-Z]\.)"
    return rf"{alone}(?:{honorific})?(?P<name>{_PART}(?:{further}){{0,4}})"


@cache
def _writes() -> re.Pattern[str]:
    """The name, words beside it and a verb of writing: "Anna Berg, a historian, has written …:"."""
    return re.compile(
        rf"{_name()}(?:,[^,:]{{1,160}},|,)?\s(?:{alternatives('auxiliary')}\s){{0,3}}{alternatives('writing')}(?!\w)"
    )


@cache
def _says_in_work() -> re.Pattern[str]:
    """A verb of saying, only where a written work is named: "Anna Berg said in an article …:"."""
    return re.compile(
        rf"{_name()}(?:,[^,:]{{1,160}},|,)?\s(?:{alternatives('auxiliary')}\s){{0,3}}{alternatives('saying')}\s"
        rf"(?:\w+\s){{0,4}}{alternatives('work')}(?!\w)"
    )


@cache
def _publishes() -> re.Pattern[str]:
    """A verb of writing with its work, anywhere in a paragraph: "Anna Berg has published an article …"."""
    return re.compile(
        rf"{_name()}(?:,[^,:]{{1,160}},|,)?\s(?:{alternatives('auxiliary')}\s){{0,3}}{alternatives('writing')}\s"
        rf"(?:\w+\s){{0,4}}{alternatives('work')}(?!\w)"
    )


@cache
def _relays() -> re.Pattern[str]:
    """A work taken from elsewhere, whose words are its source's: "… translated the article from The Paper:"."""
    article = r"(?:(?:The|Le|La|Der|Die|El|Il)\s)?"
    return re.compile(
        rf"(?<!\w){alternatives('relay')}\s(?:[\w-]+\s){{0,5}}?{alternatives('work')}\s(?:\w+\s){{0,2}}?"
        rf"{alternatives('source preposition')}\s(?:the\s)?(?P<name>{article}{_PART}(?:\s{_PART}){{0,4}})"
    )


def _full_name(written: str, text: str, *, relayed: bool) -> str:
    """The name in full, without a possessive; "" where it may be no person's.

    One word counts only where a longer name of the text ends in it.
    """
    name = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$", "", written)
    parts = name.split()
    while parts and parts[0].lower() in cues()["noun opener"] and not relayed:
        parts.pop(0)
    if relayed or len(parts) > 1:
        return " ".join(parts)
    if not parts:
        return ""
    longer = re.search(rf"(?<![\w'-]){_PART}(?:\s{_PART}){{0,2}}\s{re.escape(parts[0])}(?!\w)", text[:SEARCHED])
    if not longer:
        return ""
    return " ".join(
        word for word in longer[0].split() if word.lower() not in cues()["honorific"] | cues()["noun opener"]
    )
