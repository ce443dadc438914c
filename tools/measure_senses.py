"""How well the lexicon's own sentences are coded: every sense has one that it must code and one that it must not.

Run: `python tools/measure_senses.py [WORD]` prints the shares and every sentence that fails, with what was got
instead; WORD keeps only the senses with it in their id. `--pin` raises the floors in gold/floors.json to the
shares; `--lower` with it lets them sink.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import check_data
import floors
from entente import flow, lexicons, parsing
from entente.coding import Coded
from entente.records import Document, Event, Mention
from entente.text import content_id

MEASURES = ("type", "roles", "not")
PUBLISHED = date(2015, 6, 17)  # a Wednesday; the sentences speak of weekdays and seasons


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example: `met` by measure, and what was got where it was not."""

    sense: str
    event: str
    text: str
    wanted: str
    got: str
    met: Mapping[str, bool]


def senses() -> Iterator[dict[str, Any]]:
    """The senses that report an act; the others have no sentence to code, and no event tells of them."""
    yield from (entry for _, entry in check_data.entries("predicates/*.yaml") if entry["event"] != "NONE")


def coded(texts: list[str]) -> dict[str, Coded]:
    """Sentence → what is coded from it, each as a document of its own; parsed in batches."""
    documents = [
        Document(content_id("document", text), "", "", "", "", "", "", "", PUBLISHED, "en", text) for text in texts
    ]
    lexicon, parser = lexicons.load(), parsing.load()
    return {read[0].text: found for read, found in flow.coded_documents(documents, lexicon, parser)}


def countries(event: Event, mentions: Mapping[str, Mention]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries of the actors and of the recipients; a party of no known country has none."""
    actors, recipients = (
        frozenset(mentions[id_].country for id_ in event.parties(role)) - {""} for role in ("actor", "recipient")
    )
    return actors, recipients


@cache
def outcomes() -> tuple[Outcome, ...]:
    """All examples, in the order of the senses' ids: first what must be coded, then what must not."""
    entries = sorted(senses(), key=lambda entry: str(entry["id"]))
    found = coded([text for entry in entries for text in (entry["codes"]["text"], entry["not"])])
    return tuple(
        outcome
        for entry in entries
        for outcome in (_positive(entry, found[entry["codes"]["text"]]), _negative(entry, found[entry["not"]]))
    )


def _positive(entry: dict[str, Any], found: Coded) -> Outcome:
    mentions = {mention.id: mention for mention in found.mentions}
    codes = entry["codes"]
    wanted = frozenset(codes["actors"]), frozenset(codes["recipients"])
    mine = [event for event in found.events if entry["event"] in (event.event, event.plover)]
    met = {"type": bool(mine), "roles": any(countries(event, mentions) == wanted for event in mine)}
    return Outcome(entry["id"], entry["event"], codes["text"], f"{entry['event']} {_sides(*wanted)}", _told(found), met)


def _negative(entry: dict[str, Any], found: Coded) -> Outcome:
    met = {"not": all(event.rule != entry["id"] for event in found.events)}
    return Outcome(entry["id"], entry["event"], entry["not"], "no event of this sense", _told(found), met)


def _told(found: Coded) -> str:
    mentions = {mention.id: mention for mention in found.mentions}
    return (
        "; ".join(
            f"{event.event} {_sides(*countries(event, mentions))} [{event.trigger.quote}] by {event.rule}"
            for event in found.events
        )
        or "nothing"
    )


def _sides(actors: frozenset[str], recipients: frozenset[str]) -> str:
    return f"{'+'.join(sorted(actors)) or '-'} > {'+'.join(sorted(recipients)) or '-'}"


def shares(found: tuple[Outcome, ...]) -> dict[str, dict[str, float]]:
    """Group ("all" or a type) → measure → share of the examples that meet it."""
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for outcome in found:
        for measure, met in outcome.met.items():
            for group in ("all", outcome.event):
                counts[group][measure].append(met)
    return {
        group: {measure: sum(met) / len(met) for measure, met in measures.items()}
        for group, measures in sorted(counts.items())
    }


def main() -> int:
    """Prints what fails and the shares; 1 where a share is below its floor."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    found = tuple(outcome for outcome in outcomes() if all(word in outcome.sense for word in words))
    for outcome in found:
        failed = [measure for measure, met in outcome.met.items() if not met]
        if failed:
            print(f"{failed[0]:6}{outcome.sense} | {outcome.text}\n      want {outcome.wanted} | got {outcome.got}")
    print(f"\n{'':10}" + "".join(f"{measure:>8}" for measure in MEASURES) + f"{'senses':>8}")
    measured = shares(found)
    for group, row in measured.items():
        senses_here = len({outcome.sense for outcome in found if group in ("all", outcome.event)})
        print(f"{group:10}" + "".join(f"{row.get(measure, 0):8.3f}" for measure in MEASURES) + f"{senses_here:8}")
    if words:
        return 0
    if "--pin" in sys.argv:
        print("\n".join(floors.pin("senses", measured, lower="--lower" in sys.argv)))
    sunk = floors.below("senses", measured)
    print("\n".join(sunk))
    return 1 if sunk else 0


if __name__ == "__main__":
    sys.exit(main())
