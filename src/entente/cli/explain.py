"""`entente explain`: how a sentence is read, word by word."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from entente.cli.terminal import console, write_line
from entente.errors import BadInput


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence, or several.")],
    published: Annotated[str, typer.Option("--published", help="The day it was published, YYYY-MM-DD.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The coded document as JSON.")] = False,
) -> None:
    """Show how a sentence is read: tree, parties, lexicon entry, status, voices.

    Example: entente explain "Peru's president said on Monday that he would visit Chile."
    """
    from entente import flow
    from entente.cli.tracing import print_event, print_tree
    from entente.exports import contract
    from entente.lexicons import load
    from entente.reading import document_from_mapping

    if not sentence.strip():
        raise BadInput('the sentence is empty; write one, as in: entente explain "Peru met Chile on Monday."')
    given = {"id": "sentence", "text": sentence, "language": "en"}
    if published:
        given["published"] = _day(published)
    document = document_from_mapping(given, "the sentence")
    if isinstance(document, str):
        raise BadInput(document)
    coded = flow.coder()(document)
    if as_json:
        write_line(contract.coded(coded), indent=1)
        return
    out = console()
    mentions = {mention.id: mention for mention in coded.mentions}
    for read in coded.sentences:
        print_tree(out, read)
        found = [event for event in coded.events if event.sentence_id == read.id]
        for event in found:
            print_event(out, event, mentions, document, load())
        if not found:
            out.print("No event: no sense of the lexicon fits a word here, or no party is known.", style="dim")


def _day(published: str) -> str:
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise BadInput(f"--published {published}: is no day; write it as 2015-11-27") from error
