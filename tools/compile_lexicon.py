"""Compiles the reviewed sources under data/ into data/compiled/lexicon.json, which the package loads.

Run: `python tools/compile_lexicon.py` (writes) or with `--check` (exit 1 where the file is stale).
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent.parent / "src" / "entente" / "data"
COMPILED = DATA / "compiled" / "lexicon.json"
SOURCES = ("actors/*.yaml", "actors/*.tsv", "predicates/*.yaml", "places/*.tsv", "*.yaml", "*.tsv")
# Bodies of these sectors are one party with their state's branch; others have a name of their own.
BRANCHES = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})


def sources() -> list[Path]:
    """The source files, sorted by path."""
    return sorted({path for pattern in SOURCES for path in DATA.glob(pattern)})


def source_hash() -> str:
    """SHA-256 over the names and bytes of all sources."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(path.relative_to(DATA).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load_yaml(path: Path) -> Any:
    """One YAML file, read by the C loader where there is one."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one TSV file with a header, without quoting rules."""
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def slug(text: str) -> str:
    """A name as part of an id: lower-case ASCII letters, digits and underscores."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")


class Compiler:
    """Collects entries and names; later files may not give an id a second meaning."""

    def __init__(self) -> None:
        self.entries: dict[str, list[Any]] = {}  # id → [label, kind, country, [[sector, from, until]…], members]
        self.names: list[list[Any]] = []  # [text, id, kind, strong]
        self.offices: list[list[str]] = []  # [country, office, id, from, until]

    def entry(
        self, id_: str, label: str, kind: str, country: str, sectors: list[list[str]], members: list[str]
    ) -> None:
        """Adds an entry; the same person in a second office gets the second sector."""
        known = self.entries.setdefault(id_, [label, kind, country, [], members])
        known[3].extend(sector for sector in sectors if sector not in known[3])

    def name(self, text: str, id_: str, kind: str, strong: bool) -> None:
        """Adds one way to name an entry."""
        self.names.append([unicodedata.normalize("NFC", str(text)), id_, kind, int(strong)])

    def states(self, path: Path) -> None:
        """One file of states."""
        for state in load_yaml(path):
            id_, country = state["id"], state["country"]
            self.entry(id_, state["label"], state["kind"], country, [], [])
            self.branch(id_, country, state["label"], "GOV")
            for text in state.get("names_strong") or []:
                self.name(text, id_, "state", True)
            for text in state.get("names_weak") or []:
                self.name(text, id_, "state", False)
            for kind, field in (
                ("adjective", "adjectives"),
                ("inhabitant", "inhabitants"),
                ("combining", "combining"),
                ("region", "regions"),
            ):
                for text in state.get(field) or []:
                    self.name(text, id_, kind, True)
            if state.get("capital"):
                self.name(state["capital"], f"{id_}.gov", "capital", True)
            for text in state.get("seats") or []:
                self.name(text, f"{id_}.gov", "seat", True)
            for sector, bodies in (state.get("bodies") or {}).items():
                for text in bodies or []:
                    self.body(id_, country, state["label"], str(sector), str(text))

    def branch(self, id_: str, country: str, label: str, sector: str) -> str:
        """The state's branch of one sector, made when first named."""
        branch_id = f"{id_}.{sector.lower()}"
        self.entry(
            branch_id,
            f"{label} ({BRANCH_NAMES.get(sector, sector.lower())})",
            "branch",
            country,
            [[sector, "", ""]],
            [],
        )
        return branch_id

    def body(self, id_: str, country: str, label: str, sector: str, text: str) -> None:
        """A named institution of a state; several names of one stand with "|" between them."""
        first, *others = text.split("|")
        if sector in BRANCHES:
            body_id = self.branch(id_, country, label, sector)
        else:
            body_id = f"{id_}.{sector.lower()}.{slug(first)}"
            self.entry(body_id, first, "body", country, [[sector, "", ""]], [])
        for name in (first, *others):
            self.name(name, body_id, "body", True)

    def organisations(self, path: Path) -> None:
        """One file of bodies, armed groups and movements."""
        for entry in load_yaml(path):
            codes = entry.get("codes") or []
            country = entry.get("country") or (str(codes[0]["code"]) if codes else "")
            sectors = [
                [str(code.get("sector") or ""), str(code.get("from") or ""), str(code.get("until") or "")]
                for code in codes
                if code.get("sector")
            ]
            self.entry(entry["id"], entry["label"], entry["kind"], country, sectors, entry.get("members") or [])
            for text in entry.get("names_strong") or []:
                self.name(text, entry["id"], "organisation", True)
            for text in entry.get("names_weak") or []:
                self.name(text, entry["id"], "organisation", False)

    def leaders(self, path: Path) -> None:
        """One file of persons with their offices."""
        for row in rows(path):
            self.entry(
                row["id"], row["name"], "person", row["country"], [[row["sector"], row["from"], row["until"]]], []
            )
            for field, strong in (("names_strong", True), ("names_weak", False)):
                for text in filter(None, row[field].split("|")):
                    self.name(text, row["id"], "person", strong)
            self.offices.append([row["country"], row["office"], row["id"], row["from"], row["until"]])


BRANCH_NAMES = {
    "GOV": "government",
    "MIL": "military",
    "LEG": "parliament",
    "SPY": "intelligence",
    "COP": "police",
    "JUD": "courts",
}


def compiled() -> dict[str, Any]:
    """The whole lexicon as plain values."""
    made = Compiler()
    for path in sorted(DATA.glob("actors/states_*.yaml")):
        made.states(path)
    for path in sorted(DATA.glob("actors/organisations*.yaml")):
        made.organisations(path)
    for path in sorted(DATA.glob("actors/leaders_*.tsv")):
        made.leaders(path)
    names = sorted({tuple(name) for name in _without_doubles(made.names) if name[0]})
    return {
        "hash": source_hash(),
        "entries": {key: made.entries[key] for key in sorted(made.entries)},
        "names": [list(name) for name in names],
        "offices": sorted(made.offices),
        "senses": senses(),
        "classes": load_yaml(DATA / "classes.yaml"),
        "operators": load_yaml(DATA / "operators.yaml"),
        "words": load_yaml(DATA / "words.yaml"),
        "agents": sorted([row["lemma"], row["sector"], row["kind"]] for row in rows(DATA / "agents.tsv")),
        "titles": sorted([row["title"], row["office"], row["sector"]] for row in rows(DATA / "offices.tsv")),
        "contexts": sorted([row["lemma"], row["context"]] for row in rows(DATA / "contexts.tsv")),
        "goldstein": {row["cameo"]: float(row["value"]) for row in rows(DATA / "goldstein.tsv")},
        "cities": [
            [
                row["name"],
                row["country"],
                row["admin1"],
                int(row["geonames_id"]),
                float(row["latitude"]),
                float(row["longitude"]),
            ]
            for row in rows(DATA / "places" / "cities.tsv")
        ],
    }


def _without_doubles(names: list[list[Any]]) -> list[list[Any]]:
    """Where an organisation of its own and a state's list bear one name, the organisation's entry holds."""
    own = {name[0] for name in names if name[2] == "organisation" and name[3]}
    return [name for name in names if not (name[2] in ("body", "inhabitant") and name[0] in own)]


def senses() -> list[list[Any]]:
    """All senses, sorted by id: [id, label, event, mode, cameo, contexts, reciprocal, complement, patterns]."""
    found = [entry for path in sorted(DATA.glob("predicates/*.yaml")) for entry in load_yaml(path) or []]
    return [
        [
            entry["id"],
            entry.get("label", ""),
            entry["event"],
            entry.get("mode"),
            str(entry.get("cameo") or ""),
            entry.get("contexts") or [],
            bool(entry.get("reciprocal")),
            entry.get("complement") or "",
            entry["patterns"],
        ]
        for entry in sorted(found, key=lambda entry: str(entry["id"]))
    ]


def main() -> int:
    """Writes the compiled form, or checks it."""
    text = json.dumps(compiled(), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    if "--check" in sys.argv:
        fresh = COMPILED.exists() and COMPILED.read_text(encoding="utf-8") == text
        print("compiled lexicon is up to date" if fresh else "compiled lexicon is stale: run tools/compile_lexicon.py")
        return 0 if fresh else 1
    COMPILED.parent.mkdir(exist_ok=True)
    COMPILED.write_text(text, encoding="utf-8")
    print(f"{COMPILED}: {len(text) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
