"""What somebody is said to have uttered, believed or intended: direct, indirect and mixed.

The marks say where words are quoted, the trees say whose they are. A quotation that no tree ties to
a cue takes the nearest cue of its sentence, the colon before it, or the speaker that goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from entente.coding.attributions import Attribution, Cues, addressee_of, attributions, cues_of, speaker_of
from entente.coding.parties import SentenceParties
from entente.coding.quotemarks import Quoted, quoted
from entente.coding.tree import Tree
from entente.lexicons import Lexicon
from entente.records import Document, Evidence, Quotation, Segment, evidence_of
from entente.text import content_id

Span = tuple[int, int]
IdAt = Callable[[int, int], str]
DIRECT_SHARE = 0.8      # of a content's letters in quotation marks, from which on it counts as direct speech
SCARE_WORDS = 4         # a quoted phrase shorter than this and without a cue is none
TITLE_WORDS = 8         # a quoted phrase inside a clause, without a cue, is speech from this length on
CUE_NEAR = 25           # characters between a short quoted phrase and the cue that claims it
CUE_WITHIN = 12         # tokens of the sentence behind a quotation in which its cue may stand
HEADLINE_WORDS = 4      # "Foreign minister: …" names its speaker in so many words at most
BLANKS_AND_MARKS = " \n\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
OWNERS = ("appos", "flat", "nmod:desc", "compound", "nmod:poss", "amod", "nmod", "obl")


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation before it becomes records. `pieces` are spans of the document, in order."""

    pieces: tuple[Span, ...]
    direct: bool
    cue: Span | None
    speaker: str
    addressee: str


@dataclass(frozen=True)
class Page:
    """All that the steps below look at, made once a document."""

    document: Document
    marks: tuple[Quoted, ...]
    trees: tuple[Tree, ...]
    id_at: IdAt
    cues: Cues

    def letters(self, start: int, end: int) -> int:
        """The letters and digits of a span."""
        return sum(map(str.isalnum, self.document.text[start:end]))

    def quoted_share(self, piece: Span) -> float:
        """The part of a span's letters that stands in quotation marks."""
        start, end = piece
        inside = sum(self.letters(max(start, mark.start), min(end, mark.end)) for mark in self.marks
                     if mark.meets(start, end))
        return inside / max(self.letters(start, end), 1)

    def words(self, start: int, end: int) -> int:
        """The words of a span."""
        return len(self.document.text[start:end].split())

    def quote_at(self, start: int, end: int) -> Quoted | None:
        """The quoted span that holds a span."""
        return next((mark for mark in self.marks if mark.holds(start, end)), None)


def quotations(
    document: Document, segments: tuple[Segment, ...], read: tuple[tuple[Tree, SentenceParties], ...], id_at: IdAt,
    lexicon: Lexicon,
) -> tuple[Quotation, ...]:
    """One Document with its read sentences → its Quotations by place. `id_at(sentence, head)` is a Mention id or ""."""
    page = Page(document, quoted(document.text, segments), tuple(tree for tree, _ in read), id_at, cues_of(lexicon))
    claimed = [draft for tree in page.trees for draft in _claims(page, tree)]
    drafts = _with_unclaimed(page, claimed)
    drafts += _headlines(page, segments, drafts)
    found = [record for draft in drafts for record in _records(document, draft)]
    return tuple(sorted(found, key=lambda record: (record.content.start, -record.content.end, record.group)))


def _records(document: Document, draft: Draft) -> Iterator[Quotation]:
    first = draft.pieces[0]
    group = content_id(document.id, "quotation", *first, *(draft.cue or ()))

    def evidence(span: Span) -> Evidence:
        return evidence_of(document.id, document.text, *span)

    for piece in draft.pieces:
        yield Quotation(evidence(piece), draft.direct, draft.speaker, evidence(draft.cue) if draft.cue else None,
                        draft.addressee, group)


# — what the trees tie to a cue —

def _claims(page: Page, tree: Tree) -> Iterator[Draft]:
    for attribution in attributions(tree, page.cues):
        cue = _span(tree, attribution.cue)
        around = page.quote_at(*cue)
        if around is not None and page.words(around.start, around.end) >= SCARE_WORDS:
            continue    # "I think that …" inside somebody's words
        draft = _draft(page, tree, attribution, cue)
        if draft.pieces and (draft.direct or not attribution.only_direct):
            yield draft


def _draft(page: Page, tree: Tree, attribution: Attribution, cue: Span) -> Draft:
    pieces = tuple(_span(tree, piece) for piece in attribution.content)
    met = tuple(mark for mark in page.marks if any(mark.meets(*piece) for piece in pieces))
    quoted_only = [piece for piece in pieces if page.quoted_share(piece) >= DIRECT_SHARE]
    direct = bool(quoted_only)
    if direct:      # "Asked about the raid, he said, “…”": the piece without marks is not what was said
        met = tuple(mark for mark in met if any(mark.meets(*piece) for piece in quoted_only))
    if direct:
        pieces = tuple((mark.start, mark.end) for mark in met if not mark.holds(*cue))
    else:
        pieces = tuple((min([start, *(mark.outer_start for mark in met if mark.holds(start, start + 1))]),
                        max([end, *(mark.outer_end for mark in met if mark.holds(end - 1, end))]))
                       for start, end in pieces)
    pieces = tuple(dict.fromkeys(_trimmed(page.document.text, *piece) for piece in pieces))
    return Draft(pieces, direct, cue, _speaker(page, tree, attribution.speaker),
                 _speaker(page, tree, attribution.addressee))


def _span(tree: Tree, words: tuple[int, int]) -> Span:
    return tree.tokens[words[0]].start, tree.tokens[words[1]].end


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without blanks at the ends and the comma before a closing mark."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end


def _speaker(page: Page, tree: Tree, head: int | None) -> str:
    """The Mention of a phrase: at its head, or at the nearest word that names, titles or owns it."""
    if head is None:
        return ""
    todo = [head]
    while todo:
        index = todo.pop(0)
        found = page.id_at(tree.sentence.index, index)
        if found:
            return found
        todo.extend(child for label in OWNERS for child in tree.children(index, label))
    return ""


# — quotations that no tree ties to a cue —

def _with_unclaimed(page: Page, claimed: list[Draft]) -> list[Draft]:
    """Adds the quoted spans that no claim holds, each to the quotation that it goes on or as one of its own."""
    drafts = list(claimed)
    last: tuple[int, Quoted] | None = None      # the draft that holds the quoted span before
    for mark in page.marks:
        home = next((number for number, draft in enumerate(drafts)
                     if any(start < mark.end and mark.start < end for start, end in draft.pieces)), None)
        if home is None:
            home = _adopted(page, drafts, mark, last)
        if home is not None and drafts[home].direct:
            last = (home, mark)
        elif home is None and page.words(mark.start, mark.end) >= SCARE_WORDS:
            last = None
    return drafts


def _adopted(page: Page, drafts: list[Draft], mark: Quoted, last: tuple[int, Quoted] | None) -> int | None:
    """The number of the draft that takes the quoted span, new ones at the end; None where it is no quotation."""
    piece = _trimmed(page.document.text, mark.start, mark.end)
    if last is not None and mark.continues:
        return _joined(drafts, last[0], piece)
    cue = _cue_beside(page, mark)
    if cue is not None:
        tree, verb = cue
        span = _span(tree, (verb, verb))
        same = next((number for number, draft in enumerate(drafts) if draft.cue is not None and draft.cue[0] == span[0]
                     and draft.direct), None)
        if same is not None:
            return _joined(drafts, same, piece)
        drafts.append(Draft((piece,), True, span, _speaker(page, tree, speaker_of(tree, verb)),
                            _speaker(page, tree, addressee_of(tree, verb, page.cues))))
        return len(drafts) - 1
    if last is not None and _goes_on(page, last[1], mark):
        return _joined(drafts, last[0], piece)
    if page.words(*piece) >= (SCARE_WORDS if _opens_sentence(page, mark) else TITLE_WORDS):
        drafts.append(Draft((piece,), True, None, "", ""))
        return len(drafts) - 1
    return None


def _joined(drafts: list[Draft], number: int, piece: Span) -> int:
    drafts[number] = replace(drafts[number], pieces=tuple(sorted((*drafts[number].pieces, piece))))
    return number


def _opens_sentence(page: Page, mark: Quoted) -> bool:
    return any(abs(tree.sentence.start - mark.start) <= 1 for tree in page.trees)


def _goes_on(page: Page, before: Quoted, mark: Quoted) -> bool:
    """The quoted span opens a sentence shortly behind the one before: the same speaker goes on."""
    between = page.document.text[before.end:mark.start]
    return _opens_sentence(page, mark) and between.count("\n\n") <= 1 and len(between.split()) <= 40


def _cue_beside(page: Page, mark: Quoted) -> tuple[Tree, int] | None:
    """The cue nearest to the quoted span in the sentences that it touches, or before a colon that leads up to it."""
    best: tuple[int, Tree, int] | None = None
    for tree in page.trees:
        if not mark.meets(tree.sentence.start, tree.sentence.end):
            continue
        for token in tree.tokens:
            if token.upos not in ("VERB", "AUX") or tree.lemma(token.index) not in page.cues.quoting \
                    or page.quote_at(token.start, token.end):
                continue
            distance = token.start - mark.end if token.start >= mark.end else mark.start - token.end + 1
            if best is None or distance < best[0]:
                best = (distance, tree, token.index)
    if best is not None and (best[0] <= CUE_NEAR or page.words(mark.start, mark.end) >= SCARE_WORDS):
        return best[1], best[2]
    return _cue_before_colon(page, mark) or _cue_behind(page, mark)


def _cue_before_colon(page: Page, mark: Quoted) -> tuple[Tree, int] | None:
    """"Berg went on:" and then the quotation: the last cue of the sentence before, else its main verb."""
    for before, tree in pairwise(page.trees):
        if mark.meets(tree.sentence.start, tree.sentence.end) and before.sentence.end <= mark.start:
            if page.document.text[before.sentence.start:mark.start].rstrip(BLANKS_AND_MARKS).endswith(":"):
                root = [token.index for token in before.tokens if token.dep == "root"]
                listed = [token.index for token in before.tokens if token.upos == "VERB"
                          and before.lemma(token.index) in page.cues.quoting]
                return before, [*root, *listed][-1]
            return None
    return None


def _cue_behind(page: Page, mark: Quoted) -> tuple[Tree, int] | None:
    """""Never!" Berg said on Monday.": the parser took what follows the closing mark for a sentence of its own."""
    for tree in page.trees:
        gap = page.document.text[mark.end:tree.sentence.start]
        if tree.sentence.start < mark.end or "\n" in gap or any(map(str.isalnum, gap)):
            continue
        roots = (token.index for token in tree.tokens[:CUE_WITHIN] if token.dep == "root")
        return next(((tree, root) for root in roots if tree.lemma(root) in page.cues.quoting
                     and tree.child(root, "ccomp", "obj") is None), None)
    return None


# — headlines —

def _headlines(page: Page, segments: tuple[Segment, ...], drafts: list[Draft]) -> Iterator[Draft]:
    """"Foreign minister: talks have failed": a title, or first line, whose first words name who says the rest."""
    for number, segment in enumerate(segments):
        if segment.kind != "title" and number:
            continue
        title = page.document.text[segment.start:segment.end]
        name, colon, said = title.partition(": ")
        if not colon or len(name.split()) > HEADLINE_WORDS or not said.strip() or "\n" in name:
            continue
        start = segment.start + len(name) + 2
        speaker = _named_in(page, segment.start, start)
        taken = any(first < segment.end and start < last for draft in drafts for first, last in draft.pieces)
        if speaker and not taken:
            end = segment.end - (1 if title.endswith(".") else 0)
            yield Draft((_trimmed(page.document.text, start, end),), False, (start - 2, start - 1), speaker, "")


def _named_in(page: Page, start: int, end: int) -> str:
    for tree in page.trees:
        for token in tree.tokens:
            if start <= token.start and token.end <= end:
                found = page.id_at(tree.sentence.index, token.index)
                if found:
                    return found
    return ""
