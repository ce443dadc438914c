"""`entente export`: records for other programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from entente.errors import BadInput
from entente.records.relation import Span


def export(
    what: Annotated[str, typer.Argument(help="events, stories, relations, documents, quotations, actors or rejects")],
    casebook: Annotated[Path, typer.Argument(help="The casebook.")],
    format_: Annotated[str, typer.Option("--format", help="jsonl")] = "jsonl",
    provenance: Annotated[bool, typer.Option("--provenance", help="A first line that says what made this.")] = False,
    by: Annotated[Span, typer.Option("--by", help="Relations by week or month.")] = "week",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; what made it stands in a file beside it.")] = None,
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
    contents = open_contents(casebook)
    made = rows.provenance(contents)
    found = rows.EXPORTED[what](contents, by)
    if output is None:
        if provenance:
            sys.stdout.write(json.dumps({"entente": made}) + "\n")
        FORMATS[format_](found, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8") as stream:
            if provenance:
                stream.write(json.dumps({"entente": made}) + "\n")
            FORMATS[format_](found, stream)
        if not provenance:
            output.with_name(output.name + ".provenance.json").write_text(json.dumps({"entente": made}, indent=1) + "\n",
                                                                          encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{output}: cannot be written ({error.strerror}); choose another place") from error
