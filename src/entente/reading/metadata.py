"""Title, outlet, author, day and language of a document: as given, or else from its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from entente.lexicons.cues import cues, opening, pattern
from entente.lexicons.datelines import Stamp, date_line, opening_dateline, stamps
from entente.lexicons.imprint import OUTLET_FIELDS, front_matter, imprint
from entente.lexicons.lines import byline, headline, mostly_address, name_line, prose, repeats, without_marks, words
from entente.reading.language import language_of
from entente.records import Document, Reject
from entente.text import content_id, lines

HEAD_LINES, HEAD_CHARACTERS = 15, 20_000  # where a page tells about itself
TAIL_LINES, TAIL_CHARACTERS = 5, 3_000
BODY_PARAGRAPHS = 3  # after so many paragraphs of prose a date on its own line is no longer the page's
REPAIRED = "repaired"  # `known` pairs of this field hold what was mended; `remarks` makes them Rejects

_YEARS = re.compile(r"\b(?:19|20)\d{2}(?:\s?[-\N{EN DASH}]\s?(?:19|20)?\d{2})?\b")
_HOST = re.compile(r"(?:https?://|^|\[)(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|\N{EN DASH}\N{EM DASH}-]\s+")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a document before its text is looked at; "" or None where nothing is."""

    path: str
    source: str
    how: str = "given"
    given_id: str = ""
    outlet: str = ""
    url: str = ""
    title: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines by which a page tells about itself: its first and, apart from these, its last."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    title: int | None


def page(text: str) -> Page:
    """The first and last non-blank lines of a text of any length."""
    start, opened = text[:HEAD_CHARACTERS], len(text) > HEAD_CHARACTERS
    head = [start[left:right] for left, right in lines(start)]
    ending = text[max(HEAD_CHARACTERS, len(text) - TAIL_CHARACTERS) :] if opened else ""
    tail = [ending[left:right] for left, right in lines(ending)] if opened else head[HEAD_LINES:]
    first = tuple(head[:HEAD_LINES])
    return Page(first, tuple(tail[-TAIL_LINES:]), headline(first))


def compose(text: str, given: Given) -> Document:
    """A text with what is known of it → its Document; what was not given is looked for in the text.

    `known` says for each field how it was found; what the text leaves open stays open.
    """
    front, end = front_matter(text[:HEAD_CHARACTERS])
    seen = page(text[end:])
    known: list[tuple[str, str]] = []
    named = next((front[field] for field in OUTLET_FIELDS if front.get(field)), "")
    in_front = {
        "title": front.get("title", ""),
        "outlet": named,
        "author": front.get("author", ""),
        "language": front.get("lang", front.get("language", ""))[:2].lower(),
    }

    def settle(field: str, value: str, found: tuple[str, str]) -> str:
        how = given.how if value else "front matter" if in_front[field] else found[1]
        if how:
            known.append((field, how))
        return value or in_front[field] or found[0]

    title = settle("title", given.title, _title(seen))
    outlet = settle("outlet", given.outlet, _outlet(seen, given.url))
    author = settle("author", given.author, _author(seen))
    dated = next((stamp.day for stamp in stamps(front.get("date", "")) if stamp.day), None)
    published, how = (
        (given.published, given.how) if given.published else (dated, "front matter") if dated else _published(seen)
    )
    if how:
        known.append(("published", how))
    detected = "" if given.language else language_of(text)
    language = settle("language", given.language, (detected, "its words" if detected else ""))
    known.extend((REPAIRED, repair) for repair in given.repairs)
    return Document(
        id=content_id("document", outlet, given.url or given.path, text),
        given_id=given.given_id,
        path=given.path,
        source=given.source,
        outlet=outlet,
        url=given.url,
        title=title,
        author=author,
        published=published,
        language=language,
        text=text,
        known=tuple(known),
    )


def remarks(document: Document) -> Iterator[Reject]:
    """What a reader of the document has to know: what was repaired in it, and a language that is not read yet."""
    for field, detail in document.known:
        if field == REPAIRED:
            yield Reject(
                document.id, "read", "the text had to be repaired", f"{document.source}: {detail}; check the file"
            )
    if document.language not in ("", "en"):
        yield Reject(
            document.id,
            "read",
            f"language {document.language} is not read yet, only English is",
            f"{document.source}: kept, but nothing is coded from it; give an English text, "
            'or "language": "en" where it is English',
        )


def _title(seen: Page) -> tuple[str, str]:
    if seen.title is None:
        return "", ""
    title = without_marks(seen.head[seen.title])
    bare, suffix = _split_title(seen, title)
    return (bare, "first line, the outlet behind it left out") if suffix else (title, "first line")


def _split_title(seen: Page, title: str) -> tuple[str, str]:
    """The title and the outlet of "Talks open | The Paper", where "Talks open" stands on a line of its own too."""
    bare = next((without_marks(line) for line in seen.head if repeats(line, title) and len(line) < len(title)), "")
    if bare and title.startswith(bare):
        return bare, _SUFFIX.sub("", title[len(bare) :], count=1).strip()
    behind = next(
        (line for line in seen.head if len(line) > len(title) and repeats(line, title) and line.startswith(title)), ""
    )
    return (title, _SUFFIX.sub("", behind[len(title) :], count=1).strip()) if behind else (title, "")


def _outlet(seen: Page, url: str) -> tuple[str, str]:
    """By a copyright line, the title's end, a source line, an imprint, an agency, or an address."""
    for line in (*seen.tail, *seen.head):
        if len(line) < 160 and opening("copyright").match(line):
            named = _YEARS.sub(" ", pattern("copyright").sub(" ", line.replace("©", " ").replace("(c)", " ")))
            owner = " ".join(re.split(r"[.|,;]", named.strip(" .,;:|-"))[0].split())
            if owner and len(owner.split()) <= 6 and owner[0].isupper():
                return owner, "copyright line"
    if seen.title is not None:
        suffix = _split_title(seen, without_marks(seen.head[seen.title]))[1]
        if suffix:
            return suffix, "behind the title"
    for line in (*seen.head, *seen.tail):
        match = opening("source label").match(line)
        rest = line[match.end() :].strip() if match else ""
        if rest.startswith(":") and 0 < len(words(rest)) <= 6 and "@" not in rest and not rest.endswith("."):
            return rest[1:].strip(), "source line"
    for line in seen.head:
        told = imprint(line)
        if told and told.outlet:
            return told.outlet, "line of name and date"
    for line in seen.head:
        dateline = opening_dateline(line)
        if dateline and (dateline[1].lower() in cues()["agency"] or re.fullmatch(r"[A-Z]{2,6}", dateline[1])):
            return dateline[1], "agency in the dateline"
    for address, how in (
        (url, "host of its address"),
        (seen.head[0] if seen.head else "", "host of its first line"),
        (_contact(seen), "host of the contact line"),
    ):
        host = _HOST.search(address) if address == url or mostly_address(address) else None
        if host:
            return host[1].lower(), how
    return "", ""


def _contact(seen: Page) -> str:
    """The line with an address behind a line that says how to reach the outlet, "" without one."""
    behind = zip(seen.tail, seen.tail[1:], strict=False)
    return next((line for above, line in behind if opening("contact").match(above) and mostly_address(line)), "")


def _author(seen: Page) -> tuple[str, str]:
    for line in seen.head:
        named, told = byline(line), imprint(line)
        if named or (told and told.author):
            return named or (told.author if told else ""), "byline"
    for index in range(seen.title + 1 if seen.title is not None else len(seen.head), len(seen.head)):
        below = seen.head[index + 1 : index + 3]
        if name_line(seen.head[index]) and any(date_line(line) for line in below) and not date_line(seen.head[index]):
            return " ".join(seen.head[index].split()), "name between title and date"
    return "", ""


def _published(seen: Page) -> tuple[date | None, str]:
    """The day behind "Published", else alone on a line, in a dateline, behind "Updated", or on the last line."""
    ranked: list[tuple[int, Stamp | None, date | None, str]] = []
    paragraphs = 0
    for line in seen.head:
        for stamp in date_line(line):
            rank = {"published": 0, "": 1, "updated": 3}[stamp.label]
            ranked.append((rank, stamp, stamp.day, f"{stamp.label or 'date'} line"))
        told = imprint(line)
        if told and told.day and told.author:
            ranked.append((0, None, told.day, "byline"))
        dateline = opening_dateline(line)
        if dateline and dateline[2]:
            ranked.append((2, None, dateline[2], "dateline"))
        paragraphs += prose(line) and len(words(line)) >= 20
        if paragraphs >= BODY_PARAGRAPHS:
            break
    if not ranked:
        last = (seen.tail or seen.head)[-1:]
        ranked = [(4, stamp, stamp.day, "last line") for line in last for stamp in date_line(line)]
    if not ranked:
        return None, ""
    _, _, day, how = min(ranked, key=lambda row: row[0])
    return day, how if day else "open: the date does not tell its day, month and year apart"
