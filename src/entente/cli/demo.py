"""`entente demo`: the example affair that travels in the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from entente.cli.terminal import clear_progress, console, progress


def demo(
    into: Annotated[Path, typer.Option("--into", help="Where the casebook goes.")] = Path("example.entente"),
) -> None:
    """Read the example affair and show what a casebook answers.

    Example: entente demo
    """
    from entente import flow
    from entente.cli import tables
    from entente.views import open_contents

    folder = resources.files("entente") / "data" / "affair"
    with resources.as_file(folder) as path:
        summary = flow.read_into([str(path)], into, progress(False))
    clear_progress()
    contents = open_contents(into)
    out = console()
    out.print(f"The example affair: {summary.documents} documents by five invented outlets on Armenia and Turkey, 2008–2010.\n")
    out.print("TIMELINE · stories that two outlets or more report", style="bold")
    tables.timeline(out, contents, least_outlets=2)
    out.print("PAIRS OF ACTORS", style="bold")
    tables.relations(out, contents, most=8)
    out.print("DISAGREEMENTS", style="bold")
    tables.disagreements(out, contents)
    story = max(contents.stories.values(), key=lambda story: (len(story.outlets), len(story.events)))
    out.print("What to open next", style="bold")
    out.print(f"  entente show story {story.id} {into}     the best reported story, report by report")
    out.print(f"  entente trace {story.id} {into}          why it was coded so")
    out.print(f"  entente show timeline {into}                   everything, day by day")
