"""`entente read`: documents into a casebook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from entente.cli.terminal import clear_progress, counted, progress, write_line


def read(
    paths: Annotated[list[str], typer.Argument(help="Folders and files: .txt .md .html .json .jsonl")],
    into: Annotated[Path, typer.Option("--into", help="The casebook, made where it does not exist.")],
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no summary.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON.")] = False,
) -> None:
    """Read documents into a casebook; what is there already is passed over.

    It can be stopped at any moment and run again: nothing is lost, nothing counts twice.

    Example: entente read articles/ --into affair.entente
    """
    from entente import flow

    try:
        summary = flow.read_into(paths, into, progress(quiet))
    except KeyboardInterrupt:
        clear_progress()
        print("entente: stopped; run the same command again to go on, nothing is lost", file=sys.stderr)
        raise
    clear_progress()
    if as_json:
        write_line({name: getattr(summary, name) for name in summary.__slots__})
    elif not quiet:
        remarks = f", {counted(summary.rejects, 'remark')} (entente show rejects {into})" if summary.rejects else ""
        print(
            f"{into}: {counted(summary.documents, 'document')} ({summary.new} new), "
            f"{counted(summary.events, 'event')}, {counted(summary.stories, 'story', 'stories')}, "
            f"{counted(summary.actors, 'actor')}{remarks}"
        )
        print(f"Next: entente show timeline {into}")
