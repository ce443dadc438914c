"""Reads Universal Dependencies files and gives spaCy the paragraphs that the pipeline is trained on.

One paragraph (`# newpar`) is one Doc, because the pipeline is given paragraphs when it runs. The
reader is registered with spaCy, so that a training configuration can name it; the augmentation
that it makes is new in every epoch and the same for the same seed.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

GUM_GENRES = frozenset({"bio", "interview", "news", "speech", "voyage"})
TYPOGRAPHIC = {"'": "\N{RIGHT SINGLE QUOTATION MARK}", "-": "-", "--": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}


@dataclass(frozen=True)
class Row:
    """One word of the treebank; `head` counts from 1 in its sentence, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stood together, with their genre."""

    genre: str
    sentences: tuple[tuple[Row, ...], ...]

    @property
    def gum(self) -> bool:
        """The paragraph comes from GUM and not from EWT."""
        return self.genre in GUM_GENRES


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """One CoNLL-U file (gzip or plain) → its paragraphs in order."""
    sentences: list[tuple[Row, ...]] = []
    rows: list[Row] = []
    genre, next_genre, starts_new = "", "", False
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            line = line.rstrip("\n")
            if line.startswith("#"):
                if line.startswith(("# newpar", "# newdoc")):
                    starts_new = True
                elif line.startswith("# genre"):
                    next_genre = line.split("=", 1)[1].strip()
            elif line:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(
                        Row(
                            cells[1],
                            cells[2],
                            cells[3],
                            cells[4],
                            int(cells[6]),
                            cells[7],
                            "SpaceAfter=No" not in cells[9],
                        )
                    )
            elif rows:
                if starts_new and sentences:
                    yield Paragraph(genre, tuple(sentences))
                    sentences = []
                starts_new, genre = False, next_genre
                sentences.append(tuple(rows))
                rows = []
    if sentences:
        yield Paragraph(genre, tuple(sentences))


def to_doc(vocab: Vocab, sentences: Iterable[tuple[Row, ...]]) -> Doc:
    """Gold sentences → one Doc with tags, lemmas, heads, labels and sentence starts."""
    rows = [
        (row, index == 0, offset) for offset, sentence in _with_offsets(sentences) for index, row in enumerate(sentence)
    ]
    heads = [
        offset + row.head - 1 if row.head else offset + position
        for (row, _, offset), position in zip(rows, _positions(rows), strict=True)
    ]
    return Doc(
        vocab,
        words=[row.form for row, _, _ in rows],
        spaces=[row.space for row, _, _ in rows],
        tags=[row.xpos for row, _, _ in rows],
        pos=[row.upos for row, _, _ in rows],
        lemmas=[row.lemma for row, _, _ in rows],
        heads=heads,
        deps=["ROOT" if row.head == 0 else row.deprel for row, _, _ in rows],
        sent_starts=[first for _, first, _ in rows],
    )


def _with_offsets(sentences: Iterable[tuple[Row, ...]]) -> Iterator[tuple[int, tuple[Row, ...]]]:
    offset = 0
    for sentence in sentences:
        yield offset, sentence
        offset += len(sentence)


def _positions(rows: list[tuple[Row, bool, int]]) -> Iterator[int]:
    position = -1
    for _, first, _ in rows:
        position = 0 if first else position + 1
        yield position


def typographic(sentence: tuple[Row, ...], draw: random.Random) -> tuple[Row, ...]:
    """Straight quotes become the pairs that a newspaper sets; dashes and dots likewise."""
    opened = False
    changed: list[Row] = []
    single = draw.random() < 0.15
    for row in sentence:
        form = row.form
        if form == '"' or row.xpos in ("``", "''"):
            opened = not opened
            pair = (
                ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
                if single
                else ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
            )
            form = pair[0] if opened else pair[1]
        elif form in TYPOGRAPHIC:
            form = TYPOGRAPHIC[form]
        elif "'" in form:
            form = form.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        changed.append(Row(form, row.lemma, row.upos, row.xpos, row.head, row.deprel, row.space))
    return tuple(changed)


def headline(sentence: tuple[Row, ...]) -> tuple[Row, ...]:
    """The sentence as a headline sets it: capitals on the words that matter, no full stop."""
    rows = list(sentence)
    if rows[-1].form == "." and all(row.head != len(rows) for row in rows):
        rows.pop()
    small = {"ADP", "DET", "CCONJ", "PART", "AUX", "PUNCT"}
    return tuple(
        Row(
            row.form if row.upos in small and index else row.form[:1].upper() + row.form[1:],
            row.lemma,
            row.upos,
            row.xpos,
            row.head,
            row.deprel,
            row.space,
        )
        for index, row in enumerate(rows)
    )


def capitals(sentence: tuple[Row, ...]) -> tuple[Row, ...]:
    """The sentence in capitals, as captions and old wires set it."""
    return tuple(
        Row(row.form.upper(), row.lemma, row.upos, row.xpos, row.head, row.deprel, row.space) for row in sentence
    )


def unfinished(sentence: tuple[Row, ...]) -> tuple[Row, ...]:
    """The sentence without its last full stop, as list items and decks have it."""
    if len(sentence) > 3 and sentence[-1].form == "." and all(row.head != len(sentence) for row in sentence):
        return sentence[:-1]
    return sentence


def augmented(paragraph: Paragraph, draw: random.Random) -> tuple[tuple[Row, ...], ...]:
    """The paragraph as given, or in one of the dresses above (about one in four)."""
    chance = draw.random()
    if chance < 0.22:
        return tuple(typographic(sentence, draw) for sentence in paragraph.sentences)
    if len(paragraph.sentences) == 1:
        only = paragraph.sentences[0]
        if chance < 0.27 and len(only) < 20:
            return (headline(only),)
        if chance < 0.29:
            return (unfinished(only),)
    if chance > 0.985:
        return tuple(capitals(sentence) for sentence in paragraph.sentences)
    return paragraph.sentences


@spacy.registry.readers("entente.Paragraphs.v1")
def create_reader(
    path: str,
    gum_copies: int,
    single_share: float,
    augment: bool,
    seed: int,
    limit_words: int,
    substitute: float,
    made_share: float,
) -> Callable[[Language], Iterator[Example]]:
    """A reader for a training configuration.

    `gum_copies`: how often a GUM paragraph stands in one epoch. `single_share`: the part of the
    paragraphs of several sentences that are given a sentence at a time. `limit_words`: longer
    paragraphs are cut between sentences. `substitute`: the chance that a fitting word gives way to
    one of the lexicon's, in half of the paragraphs. `made_share`: sentences of `grammar` for each
    paragraph of the treebank.
    """
    from substitution import substituted
    from vocabulary import grammar_of, substitution_words  # both read the compiled lexicon

    state = {"epoch": 0}
    words = substitution_words() if substitute or made_share else None
    maker = grammar_of() if made_share else None

    def read(nlp: Language) -> Iterator[Example]:
        draw = random.Random(seed + state["epoch"])
        state["epoch"] += 1
        units: list[Paragraph] = []
        for paragraph in paragraphs(Path(path)):
            units.extend([paragraph] * (gum_copies if paragraph.gum else 1))
        if augment and maker is not None:
            units.extend(maker.paragraph(draw) for _ in range(int(made_share * len(units))))
        if augment:
            draw.shuffle(units)
        for paragraph in units:
            if augment and len(paragraph.sentences) > 1 and draw.random() < single_share:
                pieces = [Paragraph(paragraph.genre, (sentence,)) for sentence in paragraph.sentences]
            else:
                pieces = list(_cut(paragraph, limit_words))
            for piece in pieces:
                sentences = piece.sentences
                if augment:
                    sentences = augmented(piece, draw)
                    if words is not None and piece.genre != "made" and draw.random() < 0.5:
                        sentences = tuple(substituted(sentence, words, draw, substitute) for sentence in sentences)
                gold = to_doc(nlp.vocab, sentences)
                blank = Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])
                yield Example(blank, gold)

    return read


def _cut(paragraph: Paragraph, limit_words: int) -> Iterator[Paragraph]:
    part: list[tuple[Row, ...]] = []
    for sentence in paragraph.sentences:
        if part and sum(map(len, part)) + len(sentence) > limit_words:
            yield Paragraph(paragraph.genre, tuple(part))
            part = []
        part.append(sentence)
    yield Paragraph(paragraph.genre, tuple(part))
