"""Tables for spaCy's rule lemmatizer: suffix rules, known lemmas and exceptions.

The rules are English inflection; the lemmas and exceptions come from the treebank's training part and
from data/lemmas_irregular.tsv. Tags are turned to features by an attribute ruler, so that the
lemmatizer leaves base forms ("bus", "thesis") alone.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.lookups import Lookups

import treebank

RULES: dict[str, list[tuple[str, str]]] = {
    "noun": [
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("men", "man"),
        ("s", ""),
        ("es", ""),
        ("s", ""),
    ],
    "verb": [
        ("ies", "y"),
        ("ied", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("s", ""),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ],
    "adj": [("ier", "y"), ("iest", "y"), ("er", "e"), ("er", ""), ("est", "e"), ("est", "")],
    "adv": [("ier", "y"), ("iest", "y"), ("er", ""), ("est", "")],
    "propn": [("s", "")],
    "aux": [],
    "pron": [],
    "det": [],
    "part": [],
}
DOUBLED = "bdgklmnprt"  # "planning", "stopped"
FEATURES = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RB": "Degree=Pos",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
}


def add_lemmatizer(nlp: Language, train: Path, irregular: Path, words: Iterable[tuple[str, str]]) -> None:
    """Adds the attribute ruler and the lemmatizer with their tables. `words`: further (part of speech, lemma)."""
    ruler = nlp.add_pipe("attribute_ruler")
    for tag, features in FEATURES.items():
        ruler.add(patterns=[[{"TAG": tag}]], attrs={"MORPH": features})  # type: ignore[attr-defined]
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lemmatizer.initialize(lookups=lookups(train, irregular, words))  # type: ignore[attr-defined]


def lookups(train: Path, irregular: Path, words: Iterable[tuple[str, str]]) -> Lookups:
    """The three tables that the rule lemmatizer wants."""
    index: dict[str, set[str]] = defaultdict(set)
    pairs: Counter[tuple[str, str, str]] = Counter()
    for paragraph in treebank.paragraphs(train):
        for sentence in paragraph.sentences:
            for row in sentence:
                pos = row.upos.lower()
                if pos in RULES:
                    pairs[pos, row.form.lower(), row.lemma if pos == "propn" else row.lemma.lower()] += 1
    for (pos, form, lemma), count in pairs.items():
        if pos not in ("propn",) and lemma.isalpha() and (count > 1 or form == lemma):
            index[pos].add(lemma)
    for pos, lemma in words:
        index[pos].add(lemma)
    exceptions: dict[str, dict[str, list[str]]] = defaultdict(dict)
    with irregular.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            pos = row["upos"].lower()
            if pos in RULES:
                exceptions[pos].setdefault(row["form"].lower(), [row["lemma"].lower()])
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for (pos, form, lemma), count in pairs.items():
        if pos != "propn" and (count, lemma) > best.get((pos, form), (0, "")):
            best[pos, form] = (count, lemma)
    for (pos, form), (count, lemma) in best.items():
        if by_rule(form, pos, index[pos]) != lemma and (count > 1 or pos in ("aux", "pron", "det", "part")):
            exceptions[pos][form] = [lemma]
    for lemma in sorted(index["verb"]):
        if lemma[-1:] in DOUBLED and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou":
            for suffix in ("ed", "ing"):
                known = by_rule(doubled := lemma + lemma[-1] + suffix, "verb", index["verb"])
                if (lemma + suffix) not in exceptions["verb"] and known not in index["verb"]:
                    exceptions["verb"].setdefault(doubled, [lemma])
    tables = Lookups()
    tables.add_table(
        "lemma_rules", {pos: [list(pair) for pair in pairs_] for pos, pairs_ in RULES.items() if pos != "propn"}
    )
    tables.add_table("lemma_index", {pos: sorted(lemmas) for pos, lemmas in index.items() if pos != "propn"})
    tables.add_table(
        "lemma_exc", {pos: dict(sorted(rows.items())) for pos, rows in exceptions.items() if pos != "propn"}
    )
    return tables


def by_rule(form: str, pos: str, index: set[str]) -> str:
    """What the rules alone make of a form."""
    known: list[str] = []
    unknown: list[str] = []
    for old, new in RULES[pos]:
        if form.endswith(old) and len(form) > len(old):
            made = form[: len(form) - len(old)] + new
            (known if made in index else unknown).append(made)
    if known:
        return known[-1]
    return unknown[0] if unknown else form
