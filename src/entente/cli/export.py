"""`entente export`: records for other programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from entente.errors import BadInput
from entente.records.relation import Span


def export(
    what: Annotated[str, typer.Argument(help="events, stories, relations, documents, quotations, actors or rejects")],
    casebook: Annotated[Path, typer.Argument(help="The casebook.")],
    format_: Annotated[str, typer.Option("--format", help="jsonl")] = "jsonl",
    provenance: Annotated[bool, typer.Option("--provenance", help="A first line that says what made this.")] = False,
    by: Annotated[Span, typer.Option("--by", help="Relations by week or month.")] = "week",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; what made it stands in a file beside it.")
    ] = None,
) -> None:
    """Write the records of a casebook for other programs, one JSON object a line.

    Example: entente export stories affair.entente --format jsonl > stories.jsonl
    """
    from entente.exports import FORMATS, rows
    from entente.views import open_contents

    if what not in rows.EXPORTED:
        raise BadInput(f"{what}: cannot be exported; choose one of {', '.join(sorted(rows.EXPORTED))}")
    if format_ not in FORMATS:
        raise BadInput(f"--format {format_}: not known; choose one of {', '.join(sorted(FORMATS))}")
    with open_contents(casebook) as contents:
        made = json.dumps({"entente": rows.provenance(contents, what, format_)}) + "\n"

        def write(stream: TextIO) -> None:
            if provenance:
                stream.write(made)
            FORMATS[format_](rows.EXPORTED[what](contents, by), stream)

        if output is None:
            write(sys.stdout)
            return
        if os.path.realpath(output) == os.path.realpath(casebook):
            raise BadInput(f"{output}: is the casebook itself; name another file")
        write_whole(output, write)
        if not provenance:
            write_whole(output.with_name(output.name + ".provenance.json"), lambda stream: _write_text(stream, made))


def _write_text(stream: TextIO, text: str) -> None:
    stream.write(text)


def write_whole(path: Path, write: Callable[[TextIO], None]) -> None:
    """The file as a whole, or as it was before. Raises BadInput where it cannot be written."""
    try:
        plain = path.is_file() or not path.exists()  # /dev/stdout is written as it is
        target = path.with_name(path.name + ".partial") if plain else path
        try:
            with target.open("w", encoding="utf-8", newline="\n") as stream:
                write(stream)
            if plain:
                target.replace(path)
        finally:
            if plain:  # a run that failed leaves nothing behind
                target.unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror}); choose another place or make room") from error
