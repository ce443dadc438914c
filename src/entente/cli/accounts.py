"""Prints stories: the timeline, one story report by report, and where the reports differ."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from entente.cli import days
from entente.cli.terminal import counted
from entente.records import Document, Event, Story
from entente.records.vocabulary import QUADS
from entente.views import Contents

DENIED = "\N{MULTIPLICATION SIGN}"
MARKS = {
    "happened": "\N{BLACK CIRCLE}",
    "ongoing": "\N{CIRCLE WITH RIGHT HALF BLACK}",
    "planned": "\N{WHITE CIRCLE}",
    "proposed": "\N{WHITE CIRCLE}",
    "conditional": "\N{WHITE CIRCLE}",
}
KEY = (
    f"{MARKS['happened']} happened  {MARKS['ongoing']} going on  {MARKS['planned']} planned or proposed"
    f"  {DENIED} denied or not done"
)
SHORT_ID = 8  # enough to be told apart in one casebook; a longer beginning works too
QUOTE_LINES, QUOTE_MARGIN = 2, 10  # of a timeline: most lines, and columns kept free at their end
INDENT = 13  # where the words of a timeline start, behind mark and type


def colour(event: Story | Event) -> str:
    """Cooperation and conflict by colour; the type's name tells the same."""
    return "cyan" if QUADS[event.event].endswith("cooperation") else "red"


def shortened(text: str, width: int) -> str:
    """A text on one line, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    cut = flat[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "\N{HORIZONTAL ELLIPSIS}"


def quoted(text: str, width: int) -> Text:
    """A quote cut at a word; one that has quotation marks of its own gets no second pair."""
    flat = shortened(text, width - 2)
    bare = flat[:1] in "“\"‘'«„"
    return Text(flat if bare else f"“{flat}”", style="italic")


def source_name(document: Document) -> str:
    """The outlet, or else the end of the path: folder and file."""
    return document.outlet or "/".join(PurePath(document.path).parts[-2:])


def source_place(document: Document) -> str:
    """The outlet, or else the folder that the file lies in; for columns that have no room for a path."""
    path = PurePath(document.path)
    return document.outlet or (f"{path.parent.name}/" if path.parent.name else path.name)


def outlets_of(contents: Contents, event_ids: Iterable[str]) -> str:
    """Who reports these events, each once, sorted."""
    found = {source_name(contents.documents[contents.events[id_].evidence.document_id]) for id_ in event_ids}
    return ", ".join(sorted(found))


def witnesses(story: Story) -> str:
    """How well a story is attested."""
    reports = counted(len(story.events), "report")
    if len(story.outlets) > 1:
        reports += f" by {len(story.outlets)} outlets, {story.independent} independent"
    return reports


def timeline(out: Console, contents: Contents, least_outlets: int = 1) -> None:
    """Stories day by day, the acts as reported and the best quote under each."""
    last = ""
    found = [story for story in contents.stories.values() if len(story.outlets) >= least_outlets]
    for number, told in enumerate(found):
        title = days.heading(told.when)
        if title != last:
            out.print(Text("\n" * (number > 0) + title, style="bold"))
            last = title
        story_lines(out, contents, told)
    if not found:
        out.print("No stories." if least_outlets == 1 else f"No story is told by {least_outlets} outlets.")
        return
    out.print(Text("\n" + KEY, style="dim"))


def story_lines(out: Console, contents: Contents, told: Story, dated: bool = False) -> None:
    """One story of a timeline: the act, its best words, how well it is attested."""
    line = Text()
    line.append(told.title, style="bold" if len(told.outlets) > 1 else "")
    if told.place is not None and told.place.name not in told.title:
        line.append(f" · {told.place.name}", style="dim")
    if dated:
        line.append(f" · {days.short(told.when) or 'no day known'}", style="dim")
    grid = Table.grid(expand=True)
    grid.add_column(width=3)
    grid.add_column(width=INDENT - 3)
    grid.add_column(ratio=1)
    grid.add_column(justify="right", no_wrap=True)
    mark = Text(f" {MARKS[told.status] if told.polarity == 'affirmed' else DENIED}")
    grid.add_row(mark, Text(told.event, style=colour(told)), line, Text(f"  {told.id[:SHORT_ID]}", style="dim"))
    out.print(grid)
    words = best_report(contents, told).evidence.quote
    quote = quoted(words, QUOTE_LINES * (out.width - INDENT - QUOTE_MARGIN) - QUOTE_MARGIN)
    out.print(Padding(quote, (0, QUOTE_MARGIN, 0, INDENT), expand=False))
    fields = sorted({field for field, _, _ in told.dissent})
    if len(told.events) > 1 or fields:
        notes = witnesses(told) + (f" · they differ on {', '.join(fields)}" if fields else "")
        out.print(Padding(Text(notes, style="yellow" if fields else "dim"), (0, 0, 0, INDENT), expand=False))


def best_report(contents: Contents, told: Story) -> Event:
    """The first report that tells the act as the story has it and as the main event of its sentence."""
    events = [contents.events[id_] for id_ in told.events]
    return max(
        events,
        key=lambda event: (event.polarity == told.polarity, event.status == told.status, round(event.rank, 2)),
    )


def story(out: Console, contents: Contents, told: Story) -> None:
    """One story: its reports side by side, where they differ, who is silent."""
    out.print(Text(told.title, style="bold"))
    kind = f"{told.event}{' / ' + told.mode if told.mode else ''}, {told.status}, {told.polarity}"
    place = told.place.name if told.place else "place unknown"
    out.print(Text(f"{kind} · {days.heading(told.when)} ({told.when.basis}) · {place}"))
    out.print(Text(f"{witnesses(told)} · id {told.id}\n", style="dim"))
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0), expand=True)
    table.add_column("published", no_wrap=True)
    table.add_column("outlet", max_width=20 if out.width < 100 else 28)
    table.add_column("says it", no_wrap=True)
    table.add_column("in these words", ratio=1)
    for number, event_id in enumerate(told.events):
        event = contents.events[event_id]
        document = contents.documents[event.evidence.document_id]
        words = Text(" ".join(event.evidence.quote.split())) + Text(voices(contents, event), style="dim")
        name = shortened(source_place(document), 40)
        if number:
            table.add_row()
        table.add_row(str(document.published or "undated"), name, standing(event), words)
    out.print(table)
    out.print()
    for field in sorted({field for field, _, _ in told.dissent}):
        out.print(Text(f"They differ on {field}:", style="yellow"))
        for name, value, ids in told.dissent:
            if name == field:
                out.print(Padding(f"{days.told(value)}: {outlets_of(contents, ids)}", (0, 0, 0, 2), expand=False))
    silent = {document.outlet for document in contents.documents.values() if document.outlet} - set(told.outlets)
    if silent:
        out.print(Text("Not told by: " + ", ".join(sorted(silent)), style="dim"))


def standing(event: Event) -> str:
    """The act as one report has it, and the day that the report gives."""
    word = event.status if event.polarity == "affirmed" else event.polarity
    day = days.short(event.when) if event.when.basis in ("stated", "relative") else ""
    return word + (", hedged" if event.hedged else "") + (f"\n{day}" if day else "")


def voices(contents: Contents, event: Event) -> str:
    """Whose word it is, where it is not the outlet's."""
    actors = [contents.actor_of.get(id_) or contents.mentions[id_] for id_ in event.speakers]
    names = [*event.voices, *(each.name for each in actors)]
    return f" \N{EM DASH} according to {', who has it from '.join(names)}" if names else ""


def disagreements(out: Console, contents: Contents) -> None:
    """Stories on which the reports differ, value by value with who says it."""
    found = [told for told in contents.stories.values() if told.dissent]
    for told in found:
        out.print(Text(told.title, style="bold") + Text(f"  {told.id[:SHORT_ID]}", style="dim"))
        for field, value, ids in told.dissent:
            line = Text(f"{field}: {days.told(value)}", style="yellow") + Text(f"  {outlets_of(contents, ids)}")
            out.print(Padding(line, (0, 0, 0, 2), expand=False))
            quote = quoted(contents.events[ids[0]].evidence.quote, out.width - 7)
            out.print(Padding(quote, (0, 0, 0, 6), expand=False))
        out.print()
    if not found:
        out.print("No disagreements: where two outlets tell one story, they tell it alike.\n")
