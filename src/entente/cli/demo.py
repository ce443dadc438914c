"""`entente demo`: the example affair that travels in the package."""

from __future__ import annotations

import shlex
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from entente.cli.terminal import clear_progress, console, progress

if TYPE_CHECKING:
    from rich.console import Console

    from entente.views import Contents

LEAST_OUTLETS = 2  # what one outlet alone tells is left to `entente show timeline`
MOST_PAIRS = 8


def demo(
    into: Annotated[Path, typer.Option("--into", help="Where the casebook goes.")] = Path("example.entente"),
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Read the example affair and show what a casebook answers.

    Example: entente demo
    """
    from entente import flow
    from entente.views import open_contents

    with resources.as_file(resources.files("entente") / "data" / "affair") as path:
        flow.read_into([str(path)], into, progress(quiet))
    clear_progress()
    with open_contents(into) as contents:
        _print(console(), contents, into)


def _print(out: Console, contents: Contents, into: Path) -> None:
    from entente.cli import accounts, tables

    out.print(
        "The example affair: how Armenia and Turkey drew closer and parted again, 2008–2010,\n"
        f"in {len(contents.documents)} short articles that were written for this example. The casebook is {into}.\n"
    )
    out.print(Text(f"TIMELINE: what {LEAST_OUTLETS} outlets or more report\n", style="bold"))
    accounts.timeline(out, contents, LEAST_OUTLETS)
    out.print(Text("\nPAIRS OF STATES AND BODIES\n", style="bold"))
    tables.relations(out, contents, most=MOST_PAIRS)
    out.print(Text("DISAGREEMENTS\n", style="bold"))
    accounts.disagreements(out, contents)
    if not contents.stories:
        return
    best = max(contents.stories.values(), key=lambda story: (len(story.outlets), len(story.events), story.id))
    name = shlex.quote(str(into))
    out.print(Text("WHAT TO OPEN NEXT\n", style="bold"))
    for command, why in (
        (f"show story {name} {best.id[: accounts.SHORT_ID]}", "the best reported story, report by report"),
        (f"trace {best.id[: accounts.SHORT_ID]} {name}", "why it was coded so"),
        (f"show timeline {name}", "everything, day by day"),
    ):
        out.print(Text(f"  entente {command}"), soft_wrap=True)
        out.print(Text(f"      {why}", style="dim"))
