"""`entente code`: documents in, coded documents out, one JSON line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from entente.errors import BadInput


def coded_lines(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """JSON lines → coded documents, or error objects in the place of lines that are no documents; lazy, same order."""
    from entente import flow
    from entente.exports import contract
    from entente.reading import document_from_mapping

    coder = flow.coder()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = document_from_mapping(line, number)
        if isinstance(found, dict):
            yield found
            continue
        segments, _, coded, rejects = coder(found)
        mentions = {mention.id: mention for mention in coded.mentions}
        yield {
            "id": found.given_id,
            "segments": [contract.segment(each) for each in segments],
            "events": [contract.event(each, mentions) for each in coded.events],
            "times": [contract.time(each) for each in coded.times],
            "quotations": [contract.quotation(each, mentions) for each in coded.quotations],
            "quantities": [contract.quantity(each) for each in coded.quantities],
            "actors": [contract.mention(each) for each in coded.mentions],
            "rejects": [contract.reject(each) for each in rejects],
        }


def code(
    file: Annotated[str, typer.Argument(help="JSON Lines, one document a line; - is standard input.")] = "-",
) -> None:
    """Code one document a line: who did what to whom, as JSON Lines.

    Example: echo '{"id": "a1", "text": "France expelled two Syrian diplomats."}' | entente code
    """
    failed = False
    for row in coded_lines(_opened(file)):
        failed |= "error" in row
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if failed:
        raise typer.Exit(1)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise BadInput(f"{file}: cannot be opened ({error.strerror}); give a JSON Lines file, or - for standard input") from error
