"""What is in the program is in docs/, and what docs/ name is in the program."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from entente import errors, records
from entente.cli.app import VERBS
from entente.cli.show import View
from entente.exports import FORMATS
from entente.exports.rows import EXPORTED

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = (DOCS / "commands.md").read_text("utf-8")
RECORDS = (DOCS / "records.md").read_text("utf-8")
NAMES = {verb.__name__ for verb in VERBS}
ERRORS = {
    name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, errors.EntenteError)
}
KINDS = {
    name: each for name, each in vars(records).items() if isinstance(each, type) and dataclasses.is_dataclass(each)
}


def headings(text, level):
    """The headings of one level, without their marks."""
    return [line.strip("# `") for line in text.splitlines() if line.startswith("#" * level + " ")]


def commands(text):
    """Every command line of the shell examples: verb and the words behind it."""
    shell = re.findall(r"^    (?:\$ )?(?:.*\| )?entente ([a-z]+)(.*)$", text, re.MULTILINE)
    return [(verb, words.split("#")[0].split()) for verb, words in shell]


def table(text, heading):
    """The code words in the first column of the table under a heading."""
    below = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0].split("| --- |", 1)[1]
    return {word for row in re.findall(r"^\| (.*?) \|", below, re.MULTILINE) for word in re.findall(r"`([^` ]+)`", row)}


def test_every_verb_has_its_section_and_example():
    """docs/commands.md has one section a verb and none more, each with a command line of that verb."""
    sections = re.split(r"^## ", COMMANDS, flags=re.MULTILINE)[1:]
    named = {match[1]: section for section in sections if (match := re.match(r"`entente ([a-z]+)", section))}
    assert set(named) == NAMES
    for verb, section in named.items():
        assert verb in {found for found, _ in commands(section)}


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_commands_in_docs_exist(path):
    """No page shows a verb, view, export or option that is not there."""
    import typer.main

    from entente.cli.app import app

    known = typer.main.get_command(app).commands
    for verb, words in commands(path.read_text("utf-8")):
        assert verb in NAMES
        options = {option for parameter in known[verb].params for option in parameter.opts} | {"--help"}
        assert {word for word in words if re.match(r"--?[a-z]", word)} <= options, (verb, words)
        if verb == "show" and words and words[0].islower():
            assert words[0] in list(View)
        if verb == "export" and words and words[0].islower():
            assert words[0] in EXPORTED


def test_every_view_export_and_format_is_listed():
    """The tables of docs/commands.md are the lists of the program."""
    assert table(COMMANDS, "Views") == set(View)
    assert table(COMMANDS, "Exports") == set(EXPORTED)
    assert table(COMMANDS, "Formats") == set(FORMATS)


def test_every_error_is_listed():
    """The table of errors is the tree of errors."""
    assert table(COMMANDS, "Errors") == ERRORS


def test_every_record_and_field_is_explained():
    """docs/records.md has one section a record, with all its fields and none more."""
    sections = {part.split("\n", 1)[0].strip("` "): part for part in re.split(r"^## ", RECORDS, flags=re.MULTILINE)[1:]}
    assert {name for name in sections if name[:1].isupper() and " " not in name} == set(KINDS)
    for name, kind in KINDS.items():
        fields = {field.name.rstrip("_") for field in dataclasses.fields(kind)}
        assert table(RECORDS, name) == fields, name
