"""`entente read`: documents into a casebook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from entente.cli.terminal import clear_progress, progress


def read(
    paths: Annotated[list[str], typer.Argument(help="Folders and files: .txt .md .html .json .jsonl")],
    into: Annotated[Path, typer.Option("--into", help="The casebook, made where it does not exist.")],
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no summary.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON.")] = False,
) -> None:
    """Read documents into a casebook; what is there already is passed over.

    Example: entente read articles/ --into affair.entente
    """
    from entente import flow

    summary = flow.read_into(paths, into, progress(quiet))
    clear_progress()
    counts = {name: getattr(summary, name) for name in summary.__slots__}
    if as_json:
        sys.stdout.write(json.dumps(counts) + "\n")
    elif not quiet:
        left_out = f", {summary.rejects} remarks (entente show rejects {into})" if summary.rejects else ""
        print(f"{into}: {summary.documents} documents ({summary.new} new), {summary.events} events, "
              f"{summary.stories} stories, {summary.actors} actors{left_out}")
        print(f"Next: entente show timeline {into}")
