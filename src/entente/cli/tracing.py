"""Prints why an event is there: the tree, the evidence marked, the parties, the lexicon entry."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from entente.lexicons import Lexicon
from entente.records import Document, Event, Mention, Sentence


def print_tree(out: Console, sentence: Sentence) -> None:
    """The words with lemma, tag and governor."""
    table = Table(box=None, pad_edge=False, show_header=True, header_style="dim")
    for title in ("#", "word", "lemma", "tag", "relation", "of"):
        table.add_column(title, no_wrap=True)
    for token in sentence.tokens:
        governor = "" if token.head == token.index else f"{sentence.tokens[token.head].text} ({token.head + 1})"
        table.add_row(str(token.index + 1), token.text, token.lemma, f"{token.upos} {token.xpos}", token.dep, governor)
    out.print(table)
    out.print()


def marked(document: Document, event: Event, mentions: Mapping[str, Mention]) -> Text:
    """The evidence with the trigger and the parties marked: [met], A‹…›, R‹…›."""
    start = event.evidence.start
    text = document.text[start : event.evidence.end]
    marks = [(event.trigger.start, event.trigger.end, "[", "]", "bold")]
    for role, mention_id in event.roles:
        evidence = mentions[mention_id].evidence
        letter = "A" if role == "actor" else "R"
        if evidence.start >= start and evidence.end <= event.evidence.end:
            marks.append(
                (
                    evidence.start,
                    evidence.end,
                    f"{letter}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
                    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
                    "underline",
                )
            )
    made, position = Text(), 0
    for low, high, opening, closing, style in sorted(set(marks)):
        if low - start < position:
            continue
        made.append(text[position : low - start])
        made.append(opening + text[low - start : high - start] + closing, style=style)
        position = high - start
    made.append(text[position:])
    return Text(" ").join(made.split())


def print_event(
    out: Console, event: Event, mentions: Mapping[str, Mention], document: Document, lexicon: Lexicon
) -> None:
    """One event: its words, its fields and the entry that coded it."""
    kind = event.event + (f" / {event.mode}" if event.mode else "")
    out.print(
        f"{kind}   CAMEO {event.cameo}   {event.status}, {event.polarity}"
        + (", hedged" if event.hedged else "")
        + f"   rank {event.rank:.2f}",
        style="bold",
    )
    out.print(marked(document, event, mentions))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for role, mention_id in event.roles:
        table.add_row(role, party_line(mentions[mention_id], mentions))
    for mention_id in event.speakers:
        table.add_row("said by", party_line(mentions[mention_id], mentions))
    for name in event.voices:
        table.add_row("in the words of", name)
    when = event.when
    if when.from_ is not None:
        table.add_row("when", f"{when.from_} until {when.until} ({when.basis})")
    if event.place is not None:
        table.add_row("where", f"{event.place.name}, {event.place.country} (“{event.place.text}”)")
    if event.plover != event.event:
        table.add_row("codebook", f"counts as {event.plover}, because it is {event.status}")
    sense = lexicon.senses.get(event.rule)
    if sense is not None:
        table.add_row("lexicon", f"{sense.id}: {sense.label}")
        for pattern in sense.patterns:
            table.add_row("", pattern.source)
    out.print(table)
    out.print()


def party_line(mention: Mention, mentions: Mapping[str, Mention]) -> str:
    """Words, whom they name, and through which earlier words."""
    codes = " ".join(filter(None, [mention.country, *mention.sectors]))
    line = f"“{' '.join(mention.evidence.quote.split())}” \N{RIGHTWARDS ARROW} {mention.name}" + (
        f" [{codes}]" if codes else ""
    )
    if mention.refers_to in mentions:
        line += f", through “{' '.join(mentions[mention.refers_to].evidence.quote.split())}” before it"
    return line
