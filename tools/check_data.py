"""Checks every reviewed file under data/: form, schema, vocabularies, order, dates and what files say of each other.

Run: `python tools/check_data.py`. Prints one line a problem (file, entry, what, what to do) and exits 1 where
there is any. The schemas stand in data/schemas/; a file there is JSON Schema written in YAML, with `x-files`
(which files it is for), `x-sorted` and `x-unique` (columns or fields). A new file of data needs a schema.
Longer than files here should be: one list of checks, read from top to bottom.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from entente.errors import BadLexicon
from entente.lexicons import parse_pattern
from entente.records.vocabulary import CONTEXTS, MODE_SCORES, NO_STATE, SECTORS, EventType, Status

DATA = Path(__file__).parent.parent / "src" / "entente" / "data"
NOT_CHECKED = (
    "affair",
    "compiled",
    "models",
    "schemas",
)  # texts, what is made from sources, weights, the rules themselves
SINGLE_HOLDER = frozenset({"head of state", "head of government", "foreign minister", "defence minister"})
MOST_ALIKE = 0.7  # Jaccard of the words of two examples; above it one of them teaches nothing
FOREVER = "9999-12-31"

Rows = list[dict[str, Any]]


def load_yaml(path: Path) -> Any:
    """One YAML file; dates come as ISO strings."""
    return _plain(yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def load_tsv(path: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and rows of one TSV file, without quoting rules."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = [tuple(row) for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return header, tuple(rows)


def entries(pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(where, entry) of all YAML lists or TSV files whose name matches."""
    for path in sorted(DATA.glob(pattern)):
        if path.suffix == ".tsv":
            header, rows = load_tsv(path)
            found: Iterable[dict[str, Any]] = (dict(zip(header, row, strict=False)) for row in rows)
        else:
            found = load_yaml(path)
        for entry in found:
            yield f"{_name(path)}: {entry.get('id', '?')}", entry


def _name(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


# Files and schemas


def files() -> list[Path]:
    """Every file that people review."""
    return sorted(
        path
        for path in DATA.rglob("*")
        if path.suffix in (".yaml", ".tsv") and path.relative_to(DATA).parts[0] not in NOT_CHECKED
    )


def vocabulary() -> dict[str, Any]:
    """The closed vocabularies of entente.records as schemas."""
    modes = sorted({mode for found in MODE_SCORES.values() for mode in found})
    lists = {
        "act": [*get_args(EventType), "NONE"],
        "mode": modes,
        "context": sorted(CONTEXTS),
        "sector": sorted(SECTORS),
        "complement": [*get_args(Status), "negated"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:entente:vocabulary",
        "$defs": {name: {"enum": values} for name, values in lists.items()},
    }


@cache
def schemas() -> dict[Path, dict[str, Any]]:
    """File → its schema."""
    found: dict[Path, dict[str, Any]] = {}
    for path in sorted((DATA / "schemas").glob("*.yaml")):
        schema = load_yaml(path)
        patterns = schema.get("x-files", [])
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            found |= dict.fromkeys(DATA.glob(pattern), schema)
    return found


@cache
def registry() -> Registry[Any]:
    """What the schemas refer to."""
    shared = load_yaml(DATA / "schemas" / "shared.yaml")
    return Registry[Any]().with_resources(
        (made["$id"], Resource.from_contents(made)) for made in (vocabulary(), shared)
    )


def check_form() -> Iterator[str]:
    """Every file has a schema, is UTF-8 in NFC, ends its lines with one line feed and has no blanks before it."""
    for path in files():
        if path not in schemas():
            yield f"{_name(path)}: no schema is for this file; write one into data/schemas or add it to an x-files"
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        for number, line in enumerate(text.split("\n"), 1):
            if not unicodedata.is_normalized("NFC", line):
                yield f"{_name(path)}, line {number}: not in Unicode's composed form (NFC): {line.strip()[:60]!r}"
            if line.endswith(" ") or re.search("[\r\ufffd\udc80-\udcff\u200b\ufeff]", line):
                yield f"{_name(path)}, line {number}: a blank at its end, or a character of no use: {line[-60:]!r}"
        if not text.endswith("\n") or text.endswith("\n\n"):
            yield f"{_name(path)}: must end with one line feed"


def check_schemas() -> Iterator[str]:
    """What each file holds is as its schema says, in order, and nothing in it twice."""
    for path, schema in schemas().items():
        if path.suffix == ".tsv":
            yield from _check_table(path, schema)
            continue
        content = load_yaml(path)
        for error in Draft202012Validator(schema, registry=registry()).iter_errors(content):
            yield f"{_name(path)}: {_place(content, list(error.absolute_path))}: {error.message[:200]}"
        if schema.get("x-sorted") == "values":
            for key, values in content.items():
                yield from _check_order(f"{_name(path)}: {key}", [(str(value),) for value in values])
        elif isinstance(content, list):
            yield from _check_keys(_name(path), schema, content)


def _check_table(path: Path, schema: dict[str, Any]) -> Iterator[str]:
    header, rows = load_tsv(path)
    known = list(schema["properties"])
    if [name for name in known if name in header] != list(header) or not set(schema["required"]) <= set(header):
        yield f"{_name(path)}: the columns are {', '.join(header)}; the schema has {', '.join(known)}"
        return
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            yield f"{_name(path)}, line {number}: {len(row)} cells, not {len(header)}; mend the tabs"
    for column, name in enumerate(header):  # a value is judged once, however many rows have it
        validator = Draft202012Validator(
            {"$ref": f"#/properties/{name}", "properties": schema["properties"]}, registry=registry()
        )
        seen: dict[str, int] = {}
        for number, row in enumerate(rows, 2):
            seen.setdefault(row[column] if column < len(row) else "", number)
        for value, number in seen.items():
            for error in validator.iter_errors(value):
                yield f"{_name(path)}, line {number}: {name} {value!r}: {error.message[:200]}"
    yield from _check_keys(_name(path), schema, [dict(zip(header, row, strict=False)) for row in rows])


def _check_keys(name: str, schema: dict[str, Any], found: Rows) -> Iterator[str]:
    if schema.get("x-sorted"):
        yield from _check_order(
            name, [tuple(str(entry.get(field, "")) for field in schema["x-sorted"]) for entry in found]
        )
    if schema.get("x-unique"):
        keys = Counter(tuple(str(entry.get(field, "")) for field in schema["x-unique"]) for entry in found)
        yield from (f"{name}: {' '.join(key)} stands {count} times" for key, count in keys.items() if count > 1)


def _check_order(name: str, keys: list[tuple[str, ...]]) -> Iterator[str]:
    """Sorted as Python sorts strings; of a file out of order only the first place is told."""
    for left, right in pairwise(keys):
        if left > right:
            yield f"{name}: not sorted: {' '.join(right)!r} stands after {' '.join(left)!r}"
            return


def _place(content: Any, path: list[Any]) -> str:
    """The id of the entry that an error is in, and the way inside it."""
    if path and isinstance(content, list) and isinstance(content[path[0]], dict):
        return " ".join([str(content[path[0]].get("id", path[0])), *map(str, path[1:])])
    return " ".join(map(str, path)) or "the file"


# Senses


def check_senses() -> Iterator[str]:
    """Ids are unique over files, modes belong to types, patterns can be read, CAMEO codes have a Goldstein value."""
    classes = set(load_yaml(DATA / "classes.yaml"))
    valued = {row[0] for row in load_tsv(DATA / "goldstein.tsv")[1]}
    known = NO_STATE | {entry["country"] for _, entry in entries("actors/states_*.yaml")}
    seen: dict[str, str] = {}
    for where, entry in entries("predicates/*.yaml"):
        if entry["id"] in seen:
            yield f"{where}: the id stands in {seen[entry['id']]} too"
        seen[entry["id"]] = where
        if entry.get("mode") and entry["mode"] not in MODE_SCORES.get(entry["event"], {}):
            yield f"{where}: {entry['mode']} is no mode of {entry['event']}"
        if entry.get("cameo") and not any(str(entry["cameo"])[:length] in valued for length in (2, 3, 4)):
            yield f"{where}: no head of CAMEO code {entry['cameo']} stands in goldstein.tsv"
        codes = entry.get("codes") or {}
        if entry.get("reciprocal") and codes.get("recipients"):
            yield f"{where}: a reciprocal sense has actors only"
        for country in sorted({*codes.get("actors", []), *codes.get("recipients", [])} - known):
            yield f"{where}: {country} is no country of actors/states_*.yaml"
        for line in entry["patterns"]:
            yield from _check_pattern(where, line, classes)


def _check_pattern(where: str, line: str, classes: set[str]) -> Iterator[str]:
    try:
        pattern = parse_pattern(line, where)
    except BadLexicon as error:
        yield str(error)
        return
    lemmas = [*pattern.lemmas, *(lemma for slot in pattern.slots for lemma in slot.lemmas)]
    for lemma in lemmas:
        if lemma.startswith("$") and lemma[1:] not in classes:
            yield f"{where}: {lemma} in {line!r} is no class of classes.yaml"
        if not lemma.startswith("$") and lemma != lemma.lower():
            yield f"{where}: {lemma!r} in {line!r} is not in lower case"


def check_examples() -> Iterator[str]:
    """No two example sentences are nearly alike."""
    texts = [
        (where, text)
        for where, entry in entries("predicates/*.yaml")
        for text in ((entry.get("codes") or {}).get("text"), entry.get("not"))
        if text
    ]
    words = [frozenset(re.findall(r"\w+", text.lower())) for _, text in texts]
    index: dict[str, list[int]] = defaultdict(list)
    for number, mine in enumerate(words):
        common = Counter(other for word in mine for other in index[word])
        for other, count in common.items():
            if count > MOST_ALIKE * len(mine | words[other]):
                yield f"{texts[number][0]}: {texts[number][1]!r} is nearly {texts[other][1]!r} of {texts[other][0]}"
        for word in mine:
            index[word].append(number)


# Actors


def check_actors() -> Iterator[str]:
    """Ids are unique over files and kinds, countries known, names not strong and weak at once, spans in order."""
    states = {entry["country"] for _, entry in entries("actors/states_*.yaml")}
    seen: dict[str, str] = {}
    for where, entry in [*entries("actors/states_*.yaml"), *entries("actors/organisations*.yaml"), *_persons()]:
        if entry["id"] in seen:
            yield f"{where}: the id stands in {seen[entry['id']]} too"
        seen[entry["id"]] = where
        for text in sorted(set(entry["names_strong"]) & set(entry["names_weak"])):
            yield f"{where}: {text!r} is a strong name and a weak one; keep one of them"
    for where, entry in entries("actors/organisations*.yaml"):
        codes = [*entry["codes"], *({"code": code} for code in [entry["country"], *entry.get("members", [])] if code)]
        for code in sorted({code["code"] for code in codes} - states - NO_STATE):
            yield f"{where}: {code} is no country of actors/states_*.yaml"
        yield from _check_codes(where, entry)
    for where, entry in entries("actors/leaders_*.tsv"):
        if entry["country"] not in states | NO_STATE:
            yield f"{where}: {entry['country']} is no country of actors/states_*.yaml"


def _persons() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each person of a file once, with its names; a person stands in one file."""
    rows = {
        (where, row["name"], row["names_strong"], row["names_weak"]): row
        for where, row in entries("actors/leaders_*.tsv")
    }
    for (where, *_), row in rows.items():
        yield (
            where,
            {
                "id": row["id"],
                "names_strong": row["names_strong"].split("|"),
                "names_weak": [text for text in row["names_weak"].split("|") if text],
            },
        )


def _check_codes(where: str, entry: dict[str, Any]) -> Iterator[str]:
    spans = [
        (code.get("from") or "", code.get("until") or FOREVER, f"{code['code']} {code['sector']}")
        for code in entry["codes"]
    ]
    for since, until, what in spans:
        if until <= since:
            yield f"{where}: {what} ends on {until}, before or when it begins ({since})"
    if not entry.get("both"):
        for (_, until, what), (since, _, other) in pairwise(sorted(spans)):
            if since < until:
                yield f"{where}: {what} and {other} hold on the same day; date them, or write both: true"


def check_tenures() -> Iterator[str]:
    """Nobody leaves an office before taking it, nor holds it twice on a day, nor do two where there is one chair."""
    shared = defaultdict(list)
    for _, row in entries("actors/shared_offices.tsv"):
        shared[row["country"], row["office"]].append((row["from"], row["until"] or FOREVER))
    held: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for where, row in entries("actors/leaders_*.tsv"):
        until = row["until"] or FOREVER
        if until <= row["from"]:
            yield f"{where}: {row['office']} until {until}, which is not after {row['from']}"
        held[row["country"], row["office"]].append((row["from"], until, row["id"], where))
    for (country, office), tenures in sorted(held.items()):
        ordered = sorted(tenures)
        for number, (_, until, id_, where) in enumerate(ordered):
            for since, end, other, _ in ordered[number + 1 :]:
                if since >= until or office == "other" or (other != id_ and office not in SINGLE_HOLDER):
                    continue
                last = min(until, end)
                if other == id_ or not any(
                    first <= since and last <= final for first, final in shared[country, office]
                ):
                    yield (
                        f"{where}: {office} of {country} until {until}, and {other} from {since}; mend the dates, "
                        "or name the office in actors/shared_offices.tsv with the reason"
                    )


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    check_form,
    check_schemas,
    check_senses,
    check_examples,
    check_actors,
    check_tenures,
)


def main() -> int:
    """Prints the problems; 1 where there is any."""
    problems = [problem for check in CHECKS for problem in check()]
    print("\n".join([*problems, f"{len(files())} files, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
