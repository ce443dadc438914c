"""`entente code`: documents in, coded documents out, one JSON line each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from entente.cli.terminal import clear_progress, json_line, progress
from entente.errors import BadInput

Row = dict[str, Any]
NO_LINE = "{}: holds no document; write one JSON object a line, as in {}"
EXAMPLE = '{"id": "a1", "text": "France expelled two Syrian diplomats."}'


def coded_lines(lines: Iterable[bytes], path: str = "-") -> Iterator[Row]:
    """JSON lines → coded documents, or error objects in the place of lines that are no documents; lazy, same order.

    Blank lines are passed over and counted. `path` is what messages call the input by.
    """
    from entente import flow

    coder = flow.coder()
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, number, path, coder)


def _row(line: bytes, number: int, path: str, coder: Any) -> Row:
    from entente.exports import contract
    from entente.reading import document_from_line

    found, given_id = document_from_line(line, f"{'standard input' if path == '-' else path}:{number}", path)
    if isinstance(found, str):
        return {"id": given_id, "line": number, "error": found}
    return {**contract.coded(coder(found)), "id": given_id}


def code(
    file: Annotated[str, typer.Argument(help="JSON Lines, one document a line; - is standard input.")] = "-",
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Code one document a line: who did what to whom, as JSON Lines.

    A line that is no document gives an error object in its place, and exit code 1 at the end.

    Example: echo '{"id": "a1", "text": "France expelled two Syrian diplomats."}' | entente code
    """
