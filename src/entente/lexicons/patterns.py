"""What one line of the pattern language says (docs/predicates.md describes the language)."""

from __future__ import annotations

from dataclasses import dataclass

from entente.errors import BadLexicon

KINDS = frozenset({"v", "n", "a", "p"})
ROLES = frozenset({"A", "B", "R", "-"})
CLAUSES = frozenset({"to", "that", "ing"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One dependent that a pattern asks for or forbids.

    `names`: subj, obj, prt, poss, to, that, ing, or prepositions. `role`: A, B, R or "" where the
    slot only restricts. `lemmas`: allowed head lemmas, empty for any; `$name` is a noun class.
    """

    names: tuple[str, ...]
    role: str
    lemmas: tuple[str, ...]
    optional: bool
    forbidden: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger and its slots. `source` is the line it was read from."""

    kind: str
    lemmas: tuple[str, ...]
    slots: tuple[Slot, ...]
    source: str


def parse_pattern(line: str, where: str = "pattern") -> Pattern:
    """One line → Pattern. Raises BadLexicon with the part that cannot be read."""
    head, *rest = line.split()
    kind, colon, lemmas = head.partition(":")
    if not colon or kind not in KINDS or not lemmas:
        raise BadLexicon(f"{where}: {head!r} in {line!r} is no trigger; write v:, n:, a: or p: and lemmas")
    slots = tuple(_slot(part, line, where) for part in rest)
    if kind != "n" and not any("subj" in slot.names and not slot.forbidden for slot in slots):
        slots = (Slot(("subj",), "A", (), True, False), *slots)
    return Pattern(kind, tuple(lemmas.split("|")), slots, line)


def _slot(part: str, line: str, where: str) -> Slot:
    forbidden, optional = part.startswith("!"), part.endswith("?")
    body = part.removeprefix("!").removesuffix("?")
    cut = min((at for at in (body.find("="), body.find(":")) if at >= 0), default=-1)
    if cut < 0:
        if not forbidden:
            raise BadLexicon(f"{where}: {part!r} in {line!r} needs '=ROLE' or ':lemmas'")
        return Slot(_names(body), "", (), False, True)
    names, mark, value = _names(body[:cut]), body[cut], body[cut + 1 :]
    role = ""
    if mark == "=":
        role, _, value = value.partition(":")
        if role not in ROLES:
            raise BadLexicon(f"{where}: {role!r} in {line!r} is no role; write A, B, R or -")
    lemmas = tuple(lemma.replace("_", " ") for lemma in value.split("|") if lemma and lemma != "*")
    if "subj" in names and not lemmas and not forbidden:
        optional = True  # "was attacked": the actor may be left out
    return Slot(names, role, lemmas, optional, forbidden)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in text.split("|"))
