"""Measures a pipeline on one part of the treebank: gold tokens a sentence, and raw text a paragraph.

Run: `python training/evaluate.py MODEL TREEBANK/test.conllu.gz`. Prints one JSON object: UAS and LAS
with gold tokens, token, sentence, tag, lemma and attachment F1 from raw text, for GUM and for EWT,
and tokens a second on one core. Punctuation counts, as in the CoNLL 2018 shared task; a label counts
with its subtype.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import treebank


def gold_tokens(nlp: Language, units: list[treebank.Paragraph]) -> dict[str, float]:
    """Each gold sentence alone, gold words given."""
    counts: Counter[str] = Counter()
    golds = [treebank.to_doc(nlp.vocab, (sentence,)) for unit in units for sentence in unit.sentences]
    blanks = [
        Doc(
            nlp.vocab,
            words=[t.text for t in gold],
            spaces=[bool(t.whitespace_) for t in gold],
            sent_starts=[index == 0 for index in range(len(gold))],
        )
        for gold in golds
    ]
    for gold, made in zip(golds, nlp.pipe(blanks, batch_size=256), strict=True):
        for left, right in zip(gold, made, strict=True):
            counts["words"] += 1
            counts["tag"] += left.tag_ == right.tag_
            counts["pos"] += left.pos_ == right.pos_
            counts["lemma"] += left.lemma_.lower() == right.lemma_.lower()
            counts["uas"] += left.head.i == right.head.i
            counts["las"] += left.head.i == right.head.i and left.dep_ == right.dep_
    return {key: round(counts[key] / counts["words"], 4) for key in ("tag", "pos", "lemma", "uas", "las")}


def raw_text(nlp: Language, units: list[treebank.Paragraph]) -> dict[str, float]:
    """Each paragraph as running text; tokens, sentences and arcs are matched by their character spans."""
    golds = [treebank.to_doc(nlp.vocab, unit.sentences) for unit in units]
    hits: Counter[str] = Counter()
    have: Counter[str] = Counter()
    want: Counter[str] = Counter()
    for gold, made in zip(golds, nlp.pipe([gold.text.strip() for gold in golds], batch_size=256), strict=True):
        for name in ("token", "sentence", "las", "tag", "lemma"):
            left, right = set(spans(gold, name)), set(spans(made, name))
            hits[name] += len(left & right)
            have[name] += len(right)
            want[name] += len(left)
    return {name: round(2 * hits[name] / (have[name] + want[name]), 4) for name in hits}


def spans(doc: Doc, name: str) -> list[tuple[object, ...]]:
    """What is compared at one level, with its character span."""
    if name == "sentence":
        return [(span.start_char, span.end_char) for span in doc.sents]
    found: list[tuple[object, ...]] = []
    for token in doc:
        span = (token.idx, token.idx + len(token))
        if name == "las":
            found.append((*span, token.head.idx, token.head.idx + len(token.head), token.dep_))
        elif name == "tag":
            found.append((*span, token.tag_))
        elif name == "lemma":
            found.append((*span, token.lemma_.lower()))
        else:
            found.append(span)
    return found


def speed(nlp: Language, units: list[treebank.Paragraph]) -> float:
    """Tokens a second of processor time, from raw text, best of three."""
    texts = [treebank.to_doc(nlp.vocab, unit.sentences).text for unit in units]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
        best = max(best, count / (time.process_time() - start))
    return round(best)


def main() -> None:
    """Prints the figures."""
    nlp = spacy.load(sys.argv[1])
    units = list(treebank.paragraphs(Path(sys.argv[2])))
    figures: dict[str, object] = {}
    for name, gum in (("gum", True), ("ewt", False)):
        part = [unit for unit in units if unit.gum == gum]
        figures[name] = {"gold_tokens": gold_tokens(nlp, part), "raw_text": raw_text(nlp, part)}
    figures["tokens_per_second"] = speed(nlp, [unit for unit in units if unit.gum])
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
