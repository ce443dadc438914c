"""Prints the views: what a person wants to read, within the console's width."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from entente.records import Actor, Event, Story
from entente.records.relation import Span
from entente.views import Contents

MARKS = {"happened": "\N{BLACK CIRCLE}", "ongoing": "\N{CIRCLE WITH RIGHT HALF BLACK}", "planned": "\N{WHITE CIRCLE}",
         "proposed": "\N{WHITE CIRCLE}", "conditional": "\N{WHITE CIRCLE}"}
BLOCKS = " \N{LOWER ONE EIGHTH BLOCK}\N{LOWER ONE QUARTER BLOCK}\N{LOWER THREE EIGHTHS BLOCK}\N{LOWER HALF BLOCK}" \
         "\N{LOWER FIVE EIGHTHS BLOCK}\N{LOWER THREE QUARTERS BLOCK}\N{LOWER SEVEN EIGHTHS BLOCK}\N{FULL BLOCK}"
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SHORT_ID = 8        # enough to be told apart in one casebook; a longer beginning works too


def colour(event: str) -> str:
    """Cooperation and conflict by colour; the type's name tells the same."""
    return "cyan" if event in COOPERATIVE else "red"


def day_line(day: date | None) -> str:
    """"Saturday 10 October 2009"."""
    return f"{day:%A} {day.day} {day:%B %Y}" if day else "No day known"


def shortened(text: str, width: int) -> str:
    """A quote on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[:width - 1].rsplit(" ", 1)[0] + "\N{HORIZONTAL ELLIPSIS}"


def witnesses(story: Story) -> str:
    """How well a story is attested."""
    reports = f"{len(story.events)} report{'s' * (len(story.events) > 1)}"
    if len(story.outlets) > 1:
        reports += f" by {len(story.outlets)} outlets, {story.independent} independent"
    return reports


def timeline(out: Console, contents: Contents, least_outlets: int = 1) -> None:
    """Stories day by day, the acts as reported and the best quote under each."""
    last: object = object()
    shown = 0
    for story in contents.stories.values():
        if len(story.outlets) < least_outlets:
            continue
        shown += 1
        if story.when.from_ != last:
            last = story.when.from_
            out.print(Text("\n" * (shown > 1) + day_line(story.when.from_), style="bold"))
        _story_lines(out, contents, story)
    if not shown:
        out.print("No stories." if least_outlets == 1 else f"No story is told by {least_outlets} outlets.")
    out.print()
    out.print(Text(f"{MARKS['happened']} happened  {MARKS['ongoing']} going on  {MARKS['planned']} planned, proposed or on a condition"
                   "  \N{MULTIPLICATION SIGN} denied or not done  ~ less exact than a day", style="dim"))


def _story_lines(out: Console, contents: Contents, story: Story) -> None:
    mark = MARKS[story.status] if story.polarity == "affirmed" else "\N{MULTIPLICATION SIGN}"
    days = (story.when.until - story.when.from_).days if story.when.from_ and story.when.until else 1
    mark += "~" if days > 1 else " "
    line = Text(f" {mark} ")
    line.append(f"{story.event:<9} ", style=colour(story.event))
    line.append(story.title, style="bold" if len(story.outlets) > 1 else "")
    if story.place is not None:
        line.append(f" · {story.place.name}", style="dim")
    grid = Table.grid(expand=True)
    grid.add_column(ratio=1)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(line, Text(f"  {story.id[:SHORT_ID]}", style="dim"))
    out.print(grid)
    fields = sorted({field for field, _, _ in story.dissent})
    notes = witnesses(story) + (f" · they differ on {', '.join(fields)}" if fields else "")
    event = contents.events[story.events[0]]
    quote = shortened(event.evidence.quote, out.width - 16)
    out.print(Padding(Text(f"“{quote}”", style="italic"), (0, 0, 0, 14)))
    if len(story.events) > 1 or fields:
        out.print(Padding(Text(notes, style="yellow" if fields else "dim"), (0, 0, 0, 14)))


def story(out: Console, contents: Contents, told: Story) -> None:
    """One story: its reports side by side, its status over time, where they differ, who is silent."""
    out.print(Text(told.title, style="bold"))
    out.print(f"{told.event}{' / ' + told.mode if told.mode else ''}, {told.status}, {told.polarity} · "
              f"{day_line(told.when.from_)} ({told.when.basis}) · {told.place.name if told.place else 'place unknown'}")
    out.print(Text(f"{witnesses(told)} · id {told.id}", style="dim"))
    out.print()
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 1, 0), expand=True)
    table.add_column("published", no_wrap=True)
    table.add_column("outlet", max_width=18)
    table.add_column("says it", no_wrap=True)
    table.add_column("in these words", ratio=1)
    for event_id in told.events:
        event = contents.events[event_id]
        document = contents.documents[event.evidence.document_id]
        table.add_row(str(document.published or "undated"), document.outlet or document.path, standing(event),
                      " ".join(event.evidence.quote.split()) + voices(contents, event))
    out.print(table)
    for field in sorted({field for field, _, _ in told.dissent}):
        out.print(Text(f"They differ on {field}:", style="yellow"))
        for name, value, ids in told.dissent:
            if name == field:
                outlets = sorted({outlet_of(contents, contents.events[id_]) for id_ in ids})
                out.print(f"  {value}: {', '.join(outlets)}")
    silent = sorted({document.outlet for document in contents.documents.values() if document.outlet} - set(told.outlets))
    if silent:
        out.print(Text("Not told by: " + ", ".join(silent), style="dim"))


def standing(event: Event) -> str:
    """The act as one report has it."""
    word = event.status if event.polarity == "affirmed" else event.polarity
    return word + (", hedged" if event.hedged else "") + (f"\n{event.when.from_}" if event.when.basis in ("stated", "relative") else "")


def voices(contents: Contents, event: Event) -> str:
    """Whose word it is, where it is not the outlet's."""
    names = [*event.voices, *(contents.mentions[id_].name for id_ in event.speakers)]
    return f" \N{EM DASH} says {', says '.join(names)}" if names else ""


def outlet_of(contents: Contents, event: Event) -> str:
    """The outlet, or else the path."""
    document = contents.documents[event.evidence.document_id]
    return document.outlet or document.path


def actors(out: Console, contents: Contents) -> None:
    """Who takes part, the busiest first."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("actor", "id", "country", "sectors"):
        table.add_column(title, overflow="fold")
    for title in ("stories", "mentions"):
        table.add_column(title, justify="right")
    counted = [(len(contents.stories_of(actor.id)), actor) for actor in contents.actors.values()]
    for count, each in sorted(counted, key=lambda pair: (-pair[0], -len(pair[1].mentions), pair[1].id)):
        if count:
            table.add_row(each.name, each.id, each.country, " ".join(each.sectors), str(count), str(len(each.mentions)))
    out.print(table)


def actor(out: Console, contents: Contents, who: Actor) -> None:
    """One actor: under which words, and in which stories."""
    out.print(Text(who.name, style="bold"))
    words = sorted({" ".join(contents.mentions[id_].evidence.quote.split()) for id_ in who.mentions
                    if contents.mentions[id_].kind != "pronoun"}, key=str.lower)
    out.print(Text(f"{who.kind} · {who.country or 'no country'} · {' '.join(who.sectors)} · id {who.id}", style="dim"))
    out.print("Named as: " + "; ".join(words[:25]) + (" …" if len(words) > 25 else ""))
    out.print()
    for told in contents.stories_of(who.id):
        _story_lines(out, contents, told)


def relations(out: Console, contents: Contents, most: int | None = None, by: Span = "week") -> None:
    """Pairs, the weightiest first: sums of cooperation and conflict, trend and their course."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("pair", ratio=2)
    table.add_column("cooperation", justify="right", style="cyan")
    table.add_column("conflict", justify="right", style="red")
    table.add_column("stories", justify="right")
    table.add_column("trend")
    table.add_column(f"by {by}", no_wrap=True)
    for relation in contents.relations_by(by)[:most]:
        course = "".join(_bar(period.cooperation, period.conflict) for period in relation.series[-20:])
        table.add_row(f"{contents.actors[relation.left].name} – {contents.actors[relation.right].name}",
                      f"{relation.cooperation:.1f}", f"{relation.conflict:.1f}", str(len(relation.stories)), relation.trend, course)
    out.print(table)
    out.print(Text("Sums of intensity over stories, one each; planned ones count half.\n", style="dim"))


def _bar(cooperation: float, conflict: float) -> str:
    """One period: a block as high as the balance, "-" where conflict outweighs."""
    balance = cooperation + conflict
    return "-" if balance < 0 else BLOCKS[min(8, max(1, round(balance / 2.5)))]


def disagreements(out: Console, contents: Contents) -> None:
    """Stories on which the reports differ, value by value with who says it."""
    found = [told for told in contents.stories.values() if told.dissent]
    for told in found:
        out.print(Text(told.title, style="bold") + Text(f"  {told.id[:SHORT_ID]}", style="dim"))
        for field, value, ids in told.dissent:
            outlets = sorted({outlet_of(contents, contents.events[id_]) for id_ in ids})
            line = Text(f"  {field}: {value}", style="yellow")
            out.print(line + Text(f"  {', '.join(outlets)}"))
            quote = shortened(contents.events[ids[0]].evidence.quote, out.width - 8)
            out.print(Padding(Text(f"“{quote}”", style="italic"), (0, 0, 0, 6)))
        out.print()
    if not found:
        out.print("No disagreements: where two outlets tell one story, they tell it alike.\n")


def sources(out: Console, contents: Contents) -> None:
    """The documents: outlet, day, title, what was found in each, what copies what."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("published", "outlet", "title"):
        table.add_column(title)
    table.add_column("events", justify="right")
    copied = {id_: link for link in contents.copies for id_ in (link.left, link.right)}
    table.add_column("notes")
    for document in sorted(contents.documents.values(), key=lambda each: (str(each.published or "9"), each.outlet, each.id)):
        notes = [] if document.id in contents.current else ["an older version"]
        if document.id in copied:
            link = copied[document.id]
            other = contents.documents[link.right if link.left == document.id else link.left]
            notes.append(f"shares its text with {other.outlet or other.path}")
        table.add_row(str(document.published or "undated"), document.outlet or document.path,
                      shortened(document.title or document.path, 48), str(len(contents.by_document.get(document.id, ()))),
                      "; ".join(notes))
    out.print(table)


def rejects(out: Console, contents: Contents) -> None:
    """What could not be used, where, and what to do."""
    for reject in contents.rejects:
        where = contents.documents[reject.document_id].path if reject.document_id in contents.documents else reject.document_id
        out.print(Text(f"{reject.stage}: {reject.reason}", style="bold"))
        out.print(Padding(f"{where}: {reject.detail}", (0, 0, 0, 2)))
    if not contents.rejects:
        out.print("No rejects: everything that was given could be read.")
