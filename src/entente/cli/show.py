"""`entente show`: the views of a casebook."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from entente.cli.terminal import console
from entente.errors import BadInput
from entente.records.relation import Span


class View(str, Enum):
    """What can be shown."""

    timeline = "timeline"
    story = "story"
    actors = "actors"
    actor = "actor"
    relations = "relations"
    disagreements = "disagreements"
    sources = "sources"
    rejects = "rejects"


def show(
    view: Annotated[View, typer.Argument(help="What to show.")],
    casebook: Annotated[str, typer.Argument(help="The casebook (for story and actor: ID and casebook, in either order).")],
    more: Annotated[str, typer.Argument(metavar="[ID]", help="The id of a story or an actor.")] = "",
    least_outlets: Annotated[int, typer.Option("--outlets", help="Only stories told by so many outlets.")] = 1,
    by: Annotated[Span, typer.Option("--by", help="Relations by week or month.")] = "week",
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines of the same records.")] = False,
) -> None:
    """Show a view: timeline, story ID, actors, actor ID, relations, disagreements, sources, rejects.

    Example: entente show timeline affair.entente
    """
    from entente.cli import tables
    from entente.exports import rows
    from entente.views import open_contents

    path, id_ = _which(casebook, more)
    contents = open_contents(path)
    if view in (View.story, View.actor) and not id_:
        raise BadInput(f"show {view.value} needs an id: entente show {view.value} ID {path}")
    if as_json:
        for row in rows.of_view(view.value, contents, id_, by):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    out = console()
    printers: dict[View, Callable[[], Any]] = {
        View.timeline: lambda: tables.timeline(out, contents, least_outlets),
        View.story: lambda: tables.story(out, contents, contents.story(id_)),
        View.actors: lambda: tables.actors(out, contents),
        View.actor: lambda: tables.actor(out, contents, contents.actor(id_)),
        View.relations: lambda: tables.relations(out, contents, by=by),
        View.disagreements: lambda: tables.disagreements(out, contents),
        View.sources: lambda: tables.sources(out, contents),
        View.rejects: lambda: tables.rejects(out, contents),
    }
    printers[view]()


def _which(first: str, second: str) -> tuple[Path, str]:
    """Casebook and id may come in either order."""
    if second and not Path(first).exists() and Path(second).exists():
        return Path(second), first
    return Path(first), second
