"""`entente code`: documents in, coded documents out, one JSON line each."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from entente.cli.terminal import clear_progress, progress, write_line
from entente.errors import BadInput

if TYPE_CHECKING:
    from entente.flow import CodedDocument
    from entente.records import Document

Row = dict[str, Any]
EXAMPLE = '{"id": "a1", "text": "France expelled two Syrian diplomats."}'


def coded_lines(lines: Iterable[bytes], path: str = "-") -> Iterator[Row]:
    """JSON lines → coded documents, or error objects in the place of lines that are no documents; lazy, same order.

    Blank lines are passed over and counted. `path` is what the input was called when it was given.
    """
    from entente import flow

    coder = flow.coder()
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, number, path, coder)


def _row(line: bytes, number: int, path: str, coder: Callable[[Document], CodedDocument]) -> Row:
    from entente.exports import contract
    from entente.reading import document_from_mapping, parse
    from entente.reading.encoding import decode, mended

    where = f"{'standard input' if path == '-' else path}:{number}"
    decoded = decode(line)
    parsed = parse(decoded.text, where)
    if isinstance(parsed, str):
        return {"id": None, "line": number, "error": parsed}
    id_ = parsed[0].get("id") if isinstance(parsed[0], dict) else None
    if isinstance(id_, str):
        id_ = mended(id_).text
    elif not isinstance(id_, int) or isinstance(id_, bool):
        id_ = None
    repairs = (decoded.repair,) if decoded.repair else ()
    found = document_from_mapping(parsed[0], where, path, repairs)
    if isinstance(found, str):
        return {"id": id_, "line": number, "error": found}
    return {**contract.coded(coder(found)), "id": id_}


def code(
    file: Annotated[str, typer.Argument(help="JSON Lines, one document a line; - is standard input.")] = "-",
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Code one document a line: who did what to whom, as JSON Lines.

    A line that is no document gives an error object in its place, and exit code 1 at the end.

    Example: echo '{"id": "a1", "text": "France expelled two Syrian diplomats."}' | entente code
    """
    tell = progress(quiet)
    count, failed = 0, False
    with opened(file) as lines:
        for count, row in enumerate(coded_lines(lines, file), 1):
            failed |= "error" in row
            write_line(row)
            sys.stdout.flush()  # who holds the other end may wait for this line before sending the next
            tell(count, str(row["id"]))
    clear_progress()
    if not count and not quiet:
        print(f"entente: {_called(file)} holds no document; write one JSON object a line: {EXAMPLE}", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _called(file: str) -> str:
    return "standard input" if file == "-" else file


@contextmanager
def opened(file: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file, or of standard input for "-". Raises BadInput where it cannot be read or is no text."""
    if file == "-" and sys.stdin is None:
        raise BadInput("standard input is closed; give a JSON Lines file, or documents through a pipe")
    if file == "-" and sys.stdin.isatty():
        print(f"entente: reading standard input; type one JSON object a line: {EXAMPLE}", file=sys.stderr)
    with ExitStack() as stack:
        try:
            if file == "-":
                stream = cast(BufferedReader, sys.stdin.buffer)
            else:
                stream = stack.enter_context(Path(file).open("rb"))
            opening = stream.peek()
        except (OSError, ValueError) as error:  # a zero byte in the path is a ValueError
            raise _unreadable(file, error) from error
        if _other_kind(opening):
            raise BadInput(f"{_called(file)}: is no UTF-8 text; give JSON Lines, one document a line: {EXAMPLE}")
        yield _lines(stream, file)


def _lines(stream: BufferedReader, file: str) -> Iterator[bytes]:
    try:
        yield from stream
    except OSError as error:
        raise _unreadable(file, error) from error


def _other_kind(opening: bytes) -> bool:
    """The file is a picture, a database or the like; one bad line among good ones does not make it so."""
    from entente.reading.encoding import binary

    utf_16 = opening.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return utf_16 or (binary(opening) and not opening.removeprefix(BOM_UTF8).lstrip().startswith(b"{"))


def _unreadable(file: str, error: OSError | ValueError) -> BadInput:
    why = error.strerror if isinstance(error, OSError) else error
    return BadInput(f"{_called(file)}: cannot be read ({why}); give a JSON Lines file, or - for standard input")
