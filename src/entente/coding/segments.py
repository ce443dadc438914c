"""A document → its paragraphs, what each is and whose words it holds.

Judged by a paragraph's shape, place and neighbours; the few cue words stand in `data/segment_cues.tsv`.
"""

from __future__ import annotations

from itertools import pairwise

from entente.coding.captions import captions
from entente.coding.notices import appeal, faint_appeal, notice
from entente.coding.paragraphs import Paragraph, paragraphs
from entente.coding.related import related
from entente.coding.voices import voices
from entente.lexicons.cues import opening, pattern
from entente.lexicons.datelines import date_line, opening_dateline
from entente.lexicons.imprint import front_matter, imprint, rule
from entente.lexicons.lines import (
    LONGEST_HEADLINE,
    bullet,
    byline,
    capitalised,
    dated,
    headline,
    mark_length,
    markdown_heading,
    name_line,
    numbered,
    prose,
    repeats,
    tabled,
    without_marks,
    words,
)
from entente.records import Document, Segment
from entente.records.vocabulary import SegmentKind
from entente.text import plain

HEAD = 15  # paragraphs among which the title stands
LONGEST_DECK = 60  # words
LONGEST_HEADING = 100  # characters; longer only where its words are capitalised
FEWEST_UNSTOPPED = 8  # words of a last sentence without its stop
LONGEST_SIGNATURE = 10  # words of "A. Author, Editor" under "Thank you,"
FEWEST_TIMES = 6  # a text is so many times longer than the matter behind its last rule
WIDEST_APPEAL = 10  # paragraphs between two that ask for money which belong to the same appeal

Kinds = list[SegmentKind | None]


def segments(document: Document) -> tuple[Segment, ...]:
    """One Document → Segments in text order that cover all its non-blank text. Pure; may be called in parallel.

    A place line that opens the report ("ZURICH, Oct 10 (Agency) - ") is a Segment of its own, and so are
    Markdown's heading signs, as boilerplate. A heading inside the body is a title. Gives nothing for a text of blanks.
    """
    found = paragraphs(document.text)
    kinds = _kinds(found, document)
    spoken = voices(found, kinds, document.text, document.outlet or "outlet")
    split = next((index for index, kind in enumerate(kinds) if kind == "body"), -1)
    pieces: list[Segment] = []
    for index, (paragraph, kind, voice) in enumerate(zip(found, kinds, spoken, strict=True)):
        start = paragraph.start
        mark = mark_length(document.text[start : min(start + 10, paragraph.end)]) if kind == "title" else 0
        if mark:
            pieces.append(
                Segment(start, start + len(document.text[start : start + mark].rstrip()), "boilerplate", voice[:1])
            )
            start += mark
        place = opening_dateline(document.text[start : min(paragraph.end, start + 200)]) if index == split else None
        if place and start + place[0] < paragraph.end:
            end = start + len(document.text[start : start + place[0]].rstrip())
            pieces.append(Segment(start, end, "dateline", voice))
            start += place[0]
        pieces.append(Segment(start, paragraph.end, kind, voice))
    return tuple(pieces)


def _kinds(found: tuple[Paragraph, ...], document: Document) -> list[SegmentKind]:
    kinds: Kinds = [None] * len(found)
    title = _title(found, document)
    if title is not None:
        kinds[title] = "title"
    for index, paragraph in enumerate(found):
        if kinds[index] is None:
            kinds[index] = _alone(paragraph, found[title].text if title is not None else document.title)
    _appeals(found, kinds)
    for index in captions(found, tuple(kinds)):
        kinds[index] = "caption"
    for index in related(found, tuple(kinds), document.published):
        kinds[index] = "boilerplate"
    _about_itself(found, kinds, document.text)
    _greetings(found, kinds)
    _by_place(found, kinds, title)
    return [kind or "body" for kind in kinds]


def _title(found: tuple[Paragraph, ...], document: Document) -> int | None:
    """The first paragraph that is the document's title, or else the one that looks like it."""
    given = _bare(document.title)
    for index, paragraph in enumerate(found[:HEAD] if given else ()):
        if _bare(paragraph.text) == given:
            return index
    for index, paragraph in enumerate(found[:HEAD] if given and len(found) > 1 else ()):
        line = _bare(paragraph.text[: 2 * LONGEST_HEADLINE])
        if repeats(line, given) or (len(words(line)) >= 3 and given.startswith(line)):
            return index
    return headline([paragraph.text for paragraph in found[:HEAD]])


def _greetings(found: tuple[Paragraph, ...], kinds: Kinds) -> None:
    """"Dear reader," alone on a line, and the paragraph behind it that speaks as we or to you."""
    for index, paragraph in enumerate(found):
        if opening("salutation").match(paragraph.text) and paragraph.size <= 4 and not paragraph.stops:
            kinds[index] = "boilerplate"
            behind = found[index + 1 : index + 2]
            if behind and kinds[index + 1] is None and pattern("first person", "second person", "appeal").search(
                behind[0].text
            ):
                kinds[index + 1] = "boilerplate"


def _about_itself(found: tuple[Paragraph, ...], kinds: Kinds, text: str) -> None:
    """Front matter, a line of outlet, author and day, and what stands behind the last rule of a text."""
    front = front_matter(text)[1]
    for index, paragraph in enumerate(found[:HEAD]):
        told = imprint(paragraph.text)
        if paragraph.start < front or (told is not None and told.author):
            kinds[index] = "boilerplate"
    rules = [index for index, paragraph in enumerate(found) if rule(paragraph.text)]
    behind = found[rules[-1] + 1 :] if rules and rules[-1] > 0 else ()
    if rules and sum(paragraph.size for paragraph in behind) * FEWEST_TIMES <= sum(
        paragraph.size for paragraph in found
    ):
        kinds[rules[-1] :] = ["boilerplate"] * (len(found) - rules[-1])


def _bare(line: str) -> str:
    return plain(without_marks(line)).rstrip(" .;:")


def _alone(paragraph: Paragraph, title: str) -> SegmentKind | None:
    """What a paragraph is by itself; None where its place decides."""
    if title and len(paragraph.text) < 300 and repeats(paragraph.text, without_marks(title)):
        return "boilerplate"
    if dated(paragraph.text):
        return "dateline"
    return "boilerplate" if notice(paragraph) else None


def _appeals(found: tuple[Paragraph, ...], kinds: Kinds) -> None:
    """Greetings, lists and names between, just before and just behind the parts of an appeal belong to it."""
    asking = [index for index, kind in enumerate(kinds) if kind == "boilerplate" and appeal(found[index].text)]
    for left, right in pairwise(asking):
        between = range(left + 1, right)
        if len(between) <= WIDEST_APPEAL and all(
            kinds[index] == "boilerplate" or (kinds[index] is None and _goes_with_appeal(found[index]))
            for index in between
        ):
            kinds[left + 1 : right] = ["boilerplate"] * len(between)
            asking = sorted({*asking, *between})
    for index in reversed(asking):
        while index > 0 and kinds[index - 1] is None and _joins(found[index - 1]):
            index -= 1
            kinds[index] = "boilerplate"
    for index in asking:
        thanked = False
        while index + 1 < len(found) and kinds[index + 1] is None:
            index += 1
            signs = thanked and not found[index].stops and found[index].size <= LONGEST_SIGNATURE
            if not signs and not _joins(found[index]):
                break
            kinds[index] = "boilerplate"
            thanked = thanked or opening("salutation").match(found[index].text) is not None


def _joins(paragraph: Paragraph) -> bool:
    return faint_appeal(paragraph.text) and (not bullet(paragraph.text) or not paragraph.stops)


def _goes_with_appeal(paragraph: Paragraph) -> bool:
    return faint_appeal(paragraph.text) or (not paragraph.stops and paragraph.size <= 12)


def _by_place(found: tuple[Paragraph, ...], kinds: Kinds, title: int | None) -> None:
    """Settles what neither a paragraph's words nor its neighbours settle, by where the body starts and ends."""
    running = [
        index
        for index, kind in enumerate(kinds)
        if kind is None and prose(found[index].text) and index > (title if title is not None else -1)
    ]
    if not running:
        return
    deck = _deck(found, kinds, title, running[0])
    if deck is not None:
        kinds[deck] = "deck"
    first, last = (
        running[0] if running[0] != deck or len(running) == 1 else running[1],
        _body_end(found, kinds, running[-1]),
    )
    for index in _names(found, kinds, first):
        kinds[index] = "dateline"
    for index, paragraph in enumerate(found):
        if kinds[index] is None:
            if index < first:
                kinds[index] = (
                    "deck" if title is not None and paragraph.size >= (4 if index > title else 5) else "boilerplate"
                )
            elif index > last:
                kinds[index] = "boilerplate"
            else:
                kinds[index] = "title" if index < last and _heading(paragraph) else "body"


def _deck(found: tuple[Paragraph, ...], kinds: Kinds, title: int | None, first: int) -> int | None:
    """The paragraph under the title that ends without a stop, or one sentence with the byline or date below it."""
    if title is None:
        return None
    index = next((index for index in range(title + 1, min(len(found), title + HEAD)) if kinds[index] is None), None)
    if index is None or index > first or name_line(found[index].text):
        return None
    paragraph, rest = found[index], kinds[index + 1 :]
    if paragraph.size > LONGEST_DECK or paragraph.size < 4 or bullet(paragraph.text) or None not in rest:
        return None
    if not paragraph.stops:
        return index
    dated_below = "dateline" in kinds[index + 1 : index + 3] or _names(found[: index + 3], kinds, index + 3)
    one_sentence = paragraph.size <= LONGEST_DECK // 2 and ". " not in paragraph.text
    return index if dated_below and one_sentence and "dateline" not in kinds[title:index] else None


def _names(found: tuple[Paragraph, ...], kinds: Kinds, first: int) -> list[int]:
    """The lines before the body that hold only a person's name, with the date or a byline right beside them."""
    return [
        index
        for index in range(min(first, len(found)))
        if kinds[index] is None
        and name_line(found[index].text)
        and any(
            date_line(found[beside].text) or byline(found[beside].text)
            for beside in (index - 1, index + 1, index + 2)
            if 0 <= beside < len(found)
        )
    ]


def _body_end(found: tuple[Paragraph, ...], kinds: Kinds, last: int) -> int:
    """The last paragraph of the body; a list that a colon announces still belongs to it, and so does a sentence
    right behind it that only lost its stop.
    """
    listed = found[last].text.endswith(":")
    if listed or (last + 2 < len(found) and tabled(found[last + 1].text) and tabled(found[last + 2].text)):
        while (
            last + 1 < len(found)
            and kinds[last + 1] is None
            and (tabled(found[last + 1].text) or (listed and bullet(found[last + 1].text)))
        ):
            last += 1
    elif last + 1 < len(found) and kinds[last + 1] is None and not found[last + 1].apart:
        line = found[last + 1].text
        return last + (found[last + 1].size >= FEWEST_UNSTOPPED and not capitalised(line) and line[0].isupper())
    return last


def _heading(paragraph: Paragraph) -> bool:
    """A line between paragraphs that heads what follows: short without a stop, or its words capitalised."""
    line = paragraph.text
    if markdown_heading(line):
        return True
    if (
        bullet(line)
        or tabled(line)
        or not (line[0].isupper() or line[0].isdigit() or line.startswith("**"))
        or line[-1] in ',;:."'
    ):
        return False
    headed = capitalised(line) or numbered(line)
    if paragraph.stops:
        return headed and 3 <= paragraph.size <= 12 and line.endswith("?")
    return len(line) <= LONGEST_HEADING or (headed and len(line) <= 4 * LONGEST_HEADING)
