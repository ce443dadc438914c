"""`entente explain`: how a sentence is read, word by word."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from entente.cli.terminal import console


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence, or several.")],
    published: Annotated[str, typer.Option("--published", help="The day it was published, YYYY-MM-DD.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The coded document as JSON.")] = False,
) -> None:
    """Show how a sentence is read: tree, parties, lexicon entry, status, voices.

    Example: entente explain "Peru's president said on Monday that he would visit Chile."
    """
    from entente import flow
    from entente.cli.code import coded_lines
    from entente.cli.tracing import print_event, print_tree
    from entente.errors import BadInput
    from entente.lexicons import load
    from entente.reading import document_from_mapping

    line = json.dumps({"id": "sentence", "text": sentence, **({"published": published} if published else {})}).encode()
    if as_json:
        sys.stdout.write(json.dumps(next(coded_lines([line])), ensure_ascii=False, indent=1) + "\n")
        return
    document = document_from_mapping(line, 1)
    if isinstance(document, dict):
        raise BadInput(str(document["error"]))
    _, sentences, coded, _ = flow.coder()(document)
    out = console()
    mentions = {mention.id: mention for mention in coded.mentions}
    for read in sentences:
        print_tree(out, read)
        found = [event for event in coded.events if event.sentence_id == read.id]
        for event in found:
            print_event(out, event, mentions, document, load())
        if not found:
            out.print("No event: no sense of the lexicon fits a word here, or no party is known.", style="dim")
