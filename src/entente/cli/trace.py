"""`entente trace`: why a record is there."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from entente.cli.terminal import console


def trace(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a story or an event.")],
    casebook: Annotated[Path, typer.Argument(help="The casebook.")],
    tree: Annotated[bool, typer.Option("--tree", help="Show the dependency trees too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Show why a story is there: every report side by side, its words, parties and lexicon entry.

    Example: entente trace 3f2a91c0 affair.entente
    """
    from entente.cli.tracing import print_event, print_tree
    from entente.exports import contract
    from entente.lexicons import load
    from entente.views import open_contents

    contents = open_contents(casebook)
    story = contents.story(id_)
    chosen = [event_id for event_id in story.events if id_ != story.id and event_id == id_] or list(story.events)
    if as_json:
        rows = [contract.event(contents.events[event_id], contents.mentions) for event_id in chosen]
        story_row = contract.story(story, contents.actors, contents.events, contents.mentions, contents.documents)
        sys.stdout.write(json.dumps({"story": story_row, "events": rows}, ensure_ascii=False, indent=1) + "\n")
        return
    out = console()
    out.print(f"{story.title}  ({story.id})", style="bold")
    out.print(f"{len(story.events)} reports, {story.independent} independent, {story.status}\n")
    for event_id in chosen:
        event = contents.events[event_id]
        document = contents.documents[event.evidence.document_id]
        out.rule(f"{document.outlet or document.path} · {document.published or 'undated'} · {event.id}", align="left")
        print_event(out, event, contents.mentions, document, load())
        if tree:
            print_tree(out, contents.sentences[event.sentence_id])
