"""`entente trace`: why a record is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from entente.cli.terminal import casebook_and_id, console, counted, write_line

if TYPE_CHECKING:
    from rich.console import Console

    from entente.records import Event, Story
    from entente.views import Contents


def trace(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a story or an event, or its beginning.")],
    casebook: Annotated[str, typer.Argument(metavar="CASEBOOK", help="The casebook.")],
    tree: Annotated[bool, typer.Option("--tree", help="Show the dependency trees too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Show why a story is there: every report side by side, its words, parties and lexicon entry.

    Example: entente trace 11482f2d affair.entente
    """
    from entente.exports import contract, rows
    from entente.views import open_contents

    path, id_ = casebook_and_id(casebook, id_)
    with open_contents(path) as contents:
        story, events = traced(contents, id_)
        if as_json:
            coded = [contract.event(event, contents.mentions) for event in events]
            write_line({"story": rows.one_story(contents, story.id) if story else None, "events": coded}, indent=1)
        else:
            _print(console(), contents, story, events, tree)


def traced(contents: Contents, id_: str) -> tuple[Story | None, list[Event]]:
    """What an id stands for: a Story with all its Events, an Event with its Story, or an Event in no Story."""
    event = contents.event(id_)
    if event is not None and event.id not in contents.story_of:
        return None, [event]
    story = contents.story(id_)
    if event is not None and event.id != story.id:
        return story, [event]
    return story, [contents.events[event_id] for event_id in story.events]


def _print(out: Console, contents: Contents, story: Story | None, events: list[Event], tree: bool) -> None:
    from entente.cli.tracing import print_event, print_tree
    from entente.lexicons import load

    if story is None:
        out.print("No story holds this event, because its report was replaced by a newer text or refused.\n")
    else:
        out.print(f"{story.title}  ({story.id})", style="bold")
        out.print(f"{counted(len(story.events), 'report')}, {story.independent} independent, {story.status}\n")
    for event in events:
        document = contents.documents[event.evidence.document_id]
        out.rule(f"{document.outlet or document.path} · {document.published or 'undated'} · {event.id}", align="left")
        print_event(out, event, contents.mentions, document, load())
        if tree:
            print_tree(out, contents.sentences[event.sentence_id])
