"""`entente show`: the views of a casebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from entente.cli.terminal import casebook_and_id, console, write_line
from entente.errors import BadInput
from entente.records.relation import Span


class View(StrEnum):
    """What can be shown."""

    timeline = "timeline"
    story = "story"
    actors = "actors"
    actor = "actor"
    relations = "relations"
    disagreements = "disagreements"
    sources = "sources"
    rejects = "rejects"


OF_ONE = frozenset({View.story, View.actor})


def show(
    view: Annotated[View, typer.Argument(metavar="VIEW", help="What to show.")],
    casebook: Annotated[str, typer.Argument(metavar="CASEBOOK", help="The casebook.")],
    id_: Annotated[str, typer.Argument(metavar="[ID]", help="For story and actor: the id, or its beginning.")] = "",
    least_outlets: Annotated[int, typer.Option("--outlets", min=1, help="Only stories told by so many outlets.")] = 1,
    by: Annotated[Span | None, typer.Option("--by", help="Relations in steps of a week or a month.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines of the same records.")] = False,
) -> None:
    """Show a view of a casebook. For story and actor, ID and casebook may come in either order.

    Example: entente show timeline affair.entente

    Example: entente show story affair.entente 11482f2d
    """
    from entente.views import open_contents

    path, chosen = casebook_and_id(casebook, id_)
    if view in OF_ONE and not chosen:
        raise BadInput(f"show {view.value} needs an id: entente show {view.value} {path} ID")
    if view not in OF_ONE and chosen:
        raise BadInput(f"show {view.value} takes no id, and {chosen} was given; write entente show {view.value} {path}")
    with open_contents(path) as contents:
        if as_json:
            for row in _rows(view, contents, chosen, by, least_outlets):
                write_line(row)
        else:
            _print(view, contents, chosen, by, least_outlets)


def _rows(view: View, contents: Any, id_: str, by: Span | None, least_outlets: int) -> Iterable[dict[str, Any]]:
    from entente.exports import rows

    span: Span = by or "week"
    made: dict[View, Callable[[], Iterable[dict[str, Any]]]] = {
        View.timeline: lambda: rows.timeline(contents, span, least_outlets),
        View.story: lambda: [rows.one_story(contents, id_)],
        View.actors: lambda: rows.actors(contents, span),
        View.actor: lambda: [rows.one_actor(contents, id_)],
        View.relations: lambda: rows.relations(contents, span),
        View.disagreements: lambda: rows.disagreements(contents, span),
        View.sources: lambda: rows.documents(contents, span),
        View.rejects: lambda: rows.rejects(contents, span),
    }
    return made[view]()


def _print(view: View, contents: Any, id_: str, by: Span | None, least_outlets: int) -> None:
    from entente.cli import accounts, tables

    out = console()
    printers: dict[View, Callable[[], None]] = {
        View.timeline: lambda: accounts.timeline(out, contents, least_outlets),
        View.story: lambda: accounts.story(out, contents, contents.story(id_)),
        View.actors: lambda: tables.actors(out, contents),
        View.actor: lambda: tables.actor(out, contents, contents.actor(id_)),
        View.relations: lambda: tables.course(out, contents, by) if by else tables.relations(out, contents),
        View.disagreements: lambda: accounts.disagreements(out, contents),
        View.sources: lambda: tables.sources(out, contents),
        View.rejects: lambda: tables.rejects(out, contents),
    }
    printers[view]()
