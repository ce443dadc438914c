"""Puts words of the field in the place of the treebank's, so that the parser has seen them.

The treebank knows few soldiers, ceasefires and embargoes. In a share of the paragraphs a transitive
verb gives way to a transitive verb of the predicate lexicon in the same form, a noun of a person to an
agent noun, a name of a place to a state, an adjective of a place to a nationality. Heads, labels and tags
stay as the annotators set them.
"""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from treebank import Row

VOWELS = "aeiou"


@dataclass(frozen=True)
class Words:
    """Words by the place that they may take: verbs by tag, nouns by number, states, nationalities."""

    transitive: dict[str, list[tuple[str, str]]]
    nouns: dict[str, list[tuple[str, str]]]
    states: list[str]
    nationalities: list[str]
    persons: frozenset[str]
    places: frozenset[str]


def words(data: Path) -> Words:
    """Reads the compiled lexicon and the irregular forms under `data`."""
    lexicon = json.loads((data / "compiled" / "lexicon.json").read_text(encoding="utf-8"))
    irregular: dict[str, dict[str, str]] = defaultdict(dict)
    with (data / "lemmas_irregular.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["upos"] == "VERB":
                form = row["form"]
                slot = "VBG" if form.endswith("ing") else "VBZ" if form.endswith("s") else "past"
                irregular[row["lemma"]].setdefault(slot, form)
                if slot == "past":
                    irregular[row["lemma"]]["last"] = form
    lemmas = set()
    for sense in lexicon["senses"]:
        for line in sense[8]:
            head, *slots = line.split()
            kind, _, heads = head.partition(":")
            particle = any(slot.startswith("prt") for slot in slots)
            if kind == "v" and not particle and any(slot.startswith("obj") for slot in slots):
                lemmas.update(word for word in heads.split("|") if word.isalpha())
    light = {"be", "have", "do", "make", "take", "give", "get", "put", "go", "come", "hold", "set"}
    transitive: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma in sorted(lemmas - light):
        for tag, form in inflected(lemma, irregular.get(lemma, {})).items():
            transitive[tag].append((form, lemma))
    agents = sorted({row[0] for row in lexicon["agents"] if row[0].isalpha()})
    events = sorted(
        {
            word
            for sense in lexicon["senses"]
            for line in sense[8]
            if line.startswith("n:")
            for word in line.split()[0][2:].split("|")
            if word.isalpha()
        }
    )
    names = [(text, kind) for text, _, kind, strong in lexicon["names"] if strong]
    return Words(
        dict(transitive),
        {"NN": [(noun, noun) for noun in agents + events], "NNS": [(plural(noun), noun) for noun in agents + events]},
        sorted({text for text, kind in names if kind == "state" and text.isalpha() and text[1:].islower()}),
        sorted({text for text, kind in names if kind == "adjective" and text.isalpha()}),
        frozenset(agents),
        frozenset(text for text, kind in names if kind in ("state", "capital", "region") and text.isalpha()),
    )


def inflected(lemma: str, irregular: dict[str, str]) -> dict[str, str]:
    """A verb's forms by Penn tag."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    short = 2 < len(lemma) <= 4 and lemma[-1] in "bdgmnpt"
    if short and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        stem = lemma + lemma[-1]
    past = irregular.get(
        "past",
        lemma[:-1] + "ied"
        if lemma.endswith("y") and lemma[-2] not in VOWELS
        else lemma + "d"
        if lemma.endswith("e")
        else stem + "ed",
    )
    third = (
        lemma + "es"
        if lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
        else (lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in VOWELS else lemma + "s")
    )
    return {
        "VB": lemma,
        "VBP": lemma,
        "VBZ": third,
        "VBG": irregular.get("VBG", stem + "ing"),
        "VBD": past,
        "VBN": irregular.get("last", past),
    }


def plural(noun: str) -> str:
    """A noun's regular plural."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def substituted(sentence: tuple[Row, ...], known: Words, draw: random.Random, chance: float) -> tuple[Row, ...]:
    """The sentence with some of its words replaced; `chance` is that of one fitting word."""
    has_object = {row.head for row in sentence if row.deprel in ("obj", "nsubj:pass")}
    has_more = {row.head for row in sentence if row.deprel in ("xcomp", "ccomp", "iobj", "compound:prt")}
    changed = []
    for number, row in enumerate(sentence, 1):
        new: tuple[str, str] | None = None
        if draw.random() < chance:
            if row.upos == "VERB" and number in has_object and number not in has_more and row.xpos in known.transitive:
                new = draw.choice(known.transitive[row.xpos])
            elif row.upos == "NOUN" and row.lemma in known.persons and row.xpos in known.nouns:
                new = draw.choice(known.nouns[row.xpos])
            elif row.upos == "PROPN" and row.form in known.places and row.deprel not in ("flat", "compound"):
                name = draw.choice(known.states)
                new = (name, name)
            elif row.upos == "ADJ" and row.form in known.nationalities:
                name = draw.choice(known.nationalities)
                new = (name, name)
        if new is None:
            changed.append(row)
        else:
            form = new[0][:1].upper() + new[0][1:] if row.form[:1].isupper() else new[0]
            changed.append(replace(row, form=form, lemma=new[1]))
    return tuple(changed)
