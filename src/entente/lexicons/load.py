"""Loads the compiled lexicon that ships in the package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from entente.errors import BadLexicon
from entente.lexicons.lexicon import City, Entry, Lexicon, Sense, Tenure
from entente.lexicons.names import Name, NameMatcher
from entente.lexicons.patterns import Pattern, parse_pattern


@cache
def load() -> Lexicon:
    """The lexicon of the installed package, read once. Raises BadLexicon where the compiled file is damaged."""
    path = resources.files("entente") / "data" / "compiled" / "lexicon.json"
    try:
        return build(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise BadLexicon(
            f"{path}: cannot be loaded ({error}); run tools/compile_lexicon.py or install again"
        ) from error


def build(raw: dict[str, Any]) -> Lexicon:
    """Plain values as tools/compile_lexicon.py makes them → Lexicon. Raises BadLexicon on a broken pattern."""
    classes = {name: frozenset(lemmas) for name, lemmas in raw["classes"].items()}
    senses = {sense.id: sense for sense in (_sense(row) for row in raw["senses"])}
    tenures: dict[tuple[str, str], list[Tenure]] = {}
    for country, office, entry_id, since, until in raw["offices"]:
        tenures.setdefault((country, office), []).append(Tenure(country, office, entry_id, _day(since), _day(until)))
    return Lexicon(
        hash=raw["hash"],
        entries={id_: _entry(id_, row) for id_, row in raw["entries"].items()},
        tenures={key: tuple(rows) for key, rows in tenures.items()},
        senses=senses,
        triggers=_triggers(senses.values()),
        classes=classes,
        operators={key: frozenset(map(str, lemmas or ())) for key, lemmas in raw["operators"].items()},
        words={key: frozenset(map(str, lemmas)) for key, lemmas in raw["words"].items()},
        agents={lemma: (sector, kind) for lemma, sector, kind in raw["agents"]},
        titles={title: (office, sector) for title, office, sector in raw["titles"]},
        contexts=dict(raw["contexts"]),
        goldstein=raw["goldstein"],
        cities={row[0]: City(*row) for row in raw["cities"]},
        matcher=NameMatcher(tuple(Name(text, id_, kind, bool(strong)) for text, id_, kind, strong in raw["names"])),
    )


def _sense(row: list[Any]) -> Sense:
    id_, label, event, mode, cameo, contexts, reciprocal, complement, patterns = row
    return Sense(
        id_,
        label,
        None if event == "NONE" else event,
        mode,
        cameo,
        tuple(contexts),
        reciprocal,
        complement or None,
        tuple(parse_pattern(line, id_) for line in patterns),
    )


def _entry(id_: str, row: list[Any]) -> Entry:
    label, kind, country, sectors, members = row
    return Entry(
        id_,
        label,
        kind,
        country,
        tuple((name, _day(since), _day(until)) for name, since, until in sectors),
        tuple(members),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text and text != "None" else None


def _triggers(senses: Iterable[Sense]) -> dict[tuple[str, str], tuple[tuple[Sense, Pattern], ...]]:
    found: dict[tuple[str, str], list[tuple[Sense, Pattern]]] = {}
    for sense in senses:
        for pattern in sense.patterns:
            for lemma in pattern.lemmas:
                found.setdefault((pattern.kind, lemma), []).append((sense, pattern))
    return {key: tuple(pairs) for key, pairs in found.items()}
