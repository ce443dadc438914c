"""The parser that ships with Entente: a spaCy pipeline trained on the Universal Dependencies treebanks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from entente.errors import BadLexicon
from entente.parsing.blocks import Block, blocks
from entente.records import Document, Segment, Sentence, Token
from entente.text import content_id

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODEL = "news-en-1"
BATCH_BLOCKS = 64


class Parser:
    """A loaded pipeline and the hash of its files. Does not change once made; safe to use from one thread at a time."""

    def __init__(self, pipeline: Language, hash_: str) -> None:
        self.pipeline = pipeline
        self.hash = hash_

    def docs(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One Doc a text, in order."""
        return self.pipeline.pipe(texts, batch_size=BATCH_BLOCKS)


@cache
def load(name: str = MODEL) -> Parser:
    """The parser of the installed package, loaded once. Raises BadLexicon where its files are damaged."""
    import spacy  # spaCy takes a second to import; `entente --help` must not pay for it

    folder = Path(str(resources.files("entente") / "data" / "models" / name))
    try:
        return Parser(spacy.load(folder), model_hash(folder))
    except (OSError, ValueError, KeyError) as error:
        raise BadLexicon(
            f"{folder}: the language pipeline cannot be loaded ({error}); install Entente again"
        ) from error


def model_hash(folder: Path) -> str:
    """SHA-256 over the model's files, 16 digits."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def parse(document: Document, segments: tuple[Segment, ...], parser: Parser) -> tuple[Sentence, ...]:
    """One Document → its Sentences in text order. Boilerplate is not parsed and gives none."""
    return next(parse_many([(document, segments)], parser))


def parse_many(
    documents: Iterable[tuple[Document, tuple[Segment, ...]]], parser: Parser
) -> Iterator[tuple[Sentence, ...]]:
    """Documents → the Sentences of each, in order; lazy, a batch of paragraphs over several documents at a time."""
    for batch in _batched(documents):
        units = [
            (number, block)
            for number, (document, segments) in enumerate(batch)
            for block in blocks(document.text, segments)
        ]
        parsed = zip(units, parser.docs(block.text for _, block in units), strict=True)
        by_document = {
            number: [(block, doc) for (_, block), doc in group]
            for number, group in groupby(parsed, key=lambda pair: pair[0][0])
        }
        for number, (document, _) in enumerate(batch):
            yield tuple(_sentences(document, by_document.get(number, ())))


def _batched(
    documents: Iterable[tuple[Document, tuple[Segment, ...]]], characters: int = 40_000
) -> Iterator[list[tuple[Document, tuple[Segment, ...]]]]:
    batch: list[tuple[Document, tuple[Segment, ...]]] = []
    size = 0
    for pair in documents:
        batch.append(pair)
        size += len(pair[0].text)
        if size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _sentences(document: Document, parsed: Iterable[tuple[Block, Doc]]) -> Iterator[Sentence]:
    index = 0
    for block, doc in parsed:
        for span in doc.sents:
            sentence = _sentence(document, block, span, index)
            if sentence is not None:
                yield sentence
                index += 1


def _sentence(document: Document, block: Block, span: Span, index: int) -> Sentence | None:
    tokens = tuple(
        Token(
            index=token.i - span.start,
            start=block.offsets[token.idx],
            end=block.offsets[token.idx + len(token.text) - 1] + 1,
            text=token.text,
            lemma=token.lemma_,
            upos=token.pos_,
            xpos=token.tag_,
            head=token.head.i - span.start,
            dep="root" if token.dep_ == "ROOT" else token.dep_,
        )
        for token in span
        if not token.is_space
    )
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(
        content_id(document.id, "sentence", start, end), document.id, index, start, end, block.segment, tokens
    )
