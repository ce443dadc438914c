"""Prints lists: actors, relations, sources, rejects, within the console's width."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from entente.cli.accounts import KEY, shortened, source_name, source_place, story_lines
from entente.records import Actor, Document, Relation
from entente.records.relation import Span
from entente.views import Contents


def columns(*titles: str) -> Table:
    """A table without lines, as wide as its contents."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in titles:
        table.add_column(title)
    return table


def actors(out: Console, contents: Contents) -> None:
    """Who takes part, the busiest first."""
    table = columns("actor", "country", "sectors")
    for title in ("stories", "mentions"):
        table.add_column(title, justify="right")
    table.add_column("id", overflow="fold", style="dim")
    counts = {actor.id: len(contents.stories_of(actor.id)) for actor in contents.actors.values()}
    found = sorted(
        (actor for actor in contents.actors.values() if counts[actor.id]),
        key=lambda actor: (-counts[actor.id], -len(actor.mentions), actor.id),
    )
    for each in found:
        name = shortened(each.name, out.width // 3)
        count, mentions = str(counts[each.id]), str(len(each.mentions))
        table.add_row(name, each.country, " ".join(each.sectors), count, mentions, each.id)
    if not found:
        out.print("No actors: no story has been found.")
        return
    out.print(table)


def actor(out: Console, contents: Contents, who: Actor) -> None:
    """One actor: under which words, and in which stories."""
    out.print(Text(who.name, style="bold"))
    codes = " · ".join(filter(None, [who.kind, who.country or "no country", " ".join(who.sectors), f"id {who.id}"]))
    out.print(Text(codes, style="dim"))
    mentions = (contents.mentions[id_] for id_ in who.mentions)
    words = {" ".join(each.evidence.quote.split()) for each in mentions if each.kind != "pronoun"}
    shown = sorted(words, key=lambda text: (text.casefold(), text))
    if shown:
        out.print("Named as: " + "; ".join(shown[:25]) + (" …" if len(shown) > 25 else ""))
    out.print()
    found = contents.stories_of(who.id)
    for told in found:
        story_lines(out, contents, told, dated=True)
    out.print(Text("\n" + KEY, style="dim") if found else "No stories.")


def relations(out: Console, contents: Contents, most: int | None = None) -> None:
    """Pairs, the weightiest first: sums of cooperation and conflict, trend and time."""
    found = contents.relations[:most]
    if not found:
        out.print("No relations: no story has a party on each side.\n")
        return
    table = columns("pair")
    for title, style in (("cooperation", "cyan"), ("conflict", "red"), ("stories", "")):
        table.add_column(title, justify="right", style=style)
    table.add_column("trend")
    table.add_column("from – to", no_wrap=True)
    for relation in found:
        names = [shortened(contents.actors[id_].name, 40) for id_ in (relation.left, relation.right)]
        table.add_row(
            " – ".join(names),
            _sum(relation.cooperation),
            _sum(relation.conflict),
            str(len(relation.stories)),
            relation.trend,
            _months(relation),
        )
    out.print(table)
    out.print(Text("Sums of intensity over stories, one each; planned ones count half.\n", style="dim"))


def course(out: Console, contents: Contents, by: Span) -> None:
    """Each pair, the weightiest first, with its weeks or months that have a story."""
    for relation in contents.relations_by(by):
        names = " – ".join(contents.actors[id_].name for id_ in (relation.left, relation.right))
        out.print(Text(names, style="bold") + Text(f"  {relation.trend}", style="dim"))
        table = columns(f"  {by} from")
        for title, style in (("cooperation", "cyan"), ("conflict", "red"), ("stories", "")):
            table.add_column(title, justify="right", style=style)
        for period in relation.series:
            start = f"  {period.from_}" if by == "week" else f"  {period.from_:%B %Y}"
            table.add_row(start, _sum(period.cooperation), _sum(period.conflict), str(len(period.stories)))
        out.print(table)
        out.print()
    if not contents.relations:
        out.print("No relations: no story has a party on each side.")


def _sum(value: float) -> str:
    return f"{value:.1f}" if value else "–"


def _months(relation: Relation) -> str:
    """The first and the last month in which the pair has a story."""
    if relation.since is None or relation.until is None:
        return ""
    first, last = f"{relation.since:%Y-%m}", f"{relation.until - timedelta(days=1):%Y-%m}"
    return first if first >= last else f"{first} – {last}"


def sources(out: Console, contents: Contents) -> None:
    """The documents: outlet, day, title, what was found in each, what copies what."""
    if not contents.documents:
        out.print("No documents.")
        return
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("published", no_wrap=True)
    table.add_column("outlet", no_wrap=True, max_width=out.width // 4)
    table.add_column("title", ratio=1)
    table.add_column("events", justify="right", no_wrap=True)
    ranked = sorted(contents.documents.values(), key=lambda each: (str(each.published or "9"), each.outlet, each.id))
    for document in ranked:
        title = Text(shortened(document.title or PurePath(document.path).name, out.width * 2))
        for note in _notes(contents, document):
            title.append(f"\n{note}", style="dim")
        events = str(len(contents.by_document.get(document.id, ())))
        table.add_row(str(document.published or "undated"), source_place(document), title, events)
    out.print(table)


def _notes(contents: Contents, document: Document) -> Iterable[str]:
    if document.id not in contents.current:
        yield "an older version"
    if document.language not in ("", "en"):
        yield f"in {document.language}, not coded"
    for link in contents.copies:
        if document.id in (link.left, link.right):
            other = contents.documents[link.right if link.left == document.id else link.left]
            yield f"shares its text with {source_name(other)}, {other.published or 'undated'}"


def rejects(out: Console, contents: Contents) -> None:
    """What could not be used, where, and what to do."""
    for reject in contents.rejects:
        known = contents.documents.get(reject.document_id)
        where = known.path if known else reject.document_id
        detail = reject.detail if where in reject.detail else f"{where}: {reject.detail}"
        out.print(Text(f"{reject.stage}: {reject.reason}", style="bold"))
        out.print(Padding(Text(detail), (0, 0, 0, 2), expand=False))
    if not contents.rejects:
        out.print("No rejects: everything that was given could be read.")
