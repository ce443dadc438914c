"""How well the made-up affair in data/affair is read: tests/affair/answers.json says what a careful coder finds.

Run: `python tools/measure_affair.py [STAGE]` prints the share of answers met at every stage and every miss with
what was got instead. `--pin` raises the floors in gold/floors.json to the shares; `--lower` with it lets them sink.
Longer than files here should be: the stages of the answers are read side by side.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import floors
from entente import flow
from entente.records import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Quantity,
    Quotation,
    Segment,
    Story,
)
from entente.store import Casebook, open_read_only

ROOT = Path(__file__).parent.parent
AFFAIR = ROOT / "src" / "entente" / "data" / "affair"
ANSWERS = ROOT / "tests" / "affair" / "answers.json"

Answer = dict[str, Any]
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Check:
    """One answer and whether it is met; `got` tells a miss."""

    stage: str
    measure: str
    what: str
    met: bool
    got: str = ""


@dataclass(frozen=True)
class Reading:
    """All that the casebook holds of the affair; what stands in a document is listed under its path."""

    documents: dict[str, Document]
    segments: dict[str, list[Segment]]
    events: dict[str, list[Event]]
    quotations: dict[str, list[Quotation]]
    quantities: dict[str, list[Quantity]]
    mentions: dict[str, Mention]
    actors: dict[str, Actor]
    stories: list[Story]
    links: list[Link]
    path_of: dict[str, str] = field(default_factory=dict)  # Document id and Event id → path

    def find(self, path: str, words: str) -> tuple[int, int]:
        """Where the words stand in a document, whatever blanks are between them; (-1, -1) where they do not."""
        match = re.search(r"\s+".join(re.escape(word) for word in words.split()), self.documents[path].text)
        return match.span() if match else (-1, -1)

    def countries(self, event: Event, role: str) -> frozenset[str]:
        """The countries of an event's parties in one role."""
        return frozenset(self.mentions[id_].country for name, id_ in event.roles if name == role) - {""}

    def told_in(self, story: Story) -> set[str]:
        """The paths of the documents that report a story."""
        return {self.path_of[id_] for id_ in story.events}


@cache
def answers() -> dict[str, Any]:
    """The answers, by stage."""
    return dict(json.loads(ANSWERS.read_text(encoding="utf-8")))


@cache
def reading() -> Reading:
    """The affair, read into a casebook by all stages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "affair.entente"
        flow.read_into([AFFAIR], path)
        with open_read_only(path) as casebook:
            return _reading(casebook)


def _reading(casebook: Casebook) -> Reading:
    documents = {Path(document.path).relative_to(AFFAIR).as_posix(): document for document in casebook.all(Document)}

    def by_path(kind: type[Record]) -> dict[str, list[Record]]:
        return {path: list(casebook.where(kind, document_id=document.id)) for path, document in documents.items()}

    events = by_path(Event)
    paths = {document.id: path for path, document in documents.items()}
    paths |= {event.id: path for path, found in events.items() for event in found}
    return Reading(
        documents,
        by_path(Segment),
        events,
        by_path(Quotation),
        by_path(Quantity),
        {mention.id: mention for mention in casebook.all(Mention)},
        {actor.id: actor for actor in casebook.all(Actor)},
        list(casebook.all(Story)),
        list(casebook.all(Link)),
        paths,
    )


# Documents, segments, voices, quotations


def documents(read: Reading) -> Iterator[Check]:
    """Outlet, title, author, day and language of each document."""
    for answer in answers()["documents"]:
        document = read.documents[answer["path"]]
        for name in ("outlet", "title", "author", "published", "language"):
            got = str(getattr(document, name) or "")
            yield Check("documents", name, f"{answer['path']}: {answer[name]!r}", got == answer[name], repr(got))


def segments(read: Reading) -> Iterator[Check]:
    """What each line is; of a page, boilerplate may also be left out of the text."""
    for answer in answers()["documents"]:
        for kind in ("body", "boilerplate", "dateline", "deck", "captions", "notes"):
            lines = answer.get(kind) or []
            for words in [lines] if isinstance(lines, str) else lines:
                yield _segment(read, answer["path"], kind, words)


def _segment(read: Reading, path: str, kind: str, words: str) -> Check:
    start, end = read.find(path, words)
    found = [segment for segment in read.segments[path] if segment.start < end and start < segment.end]
    kinds = {segment.kind for segment in found}
    met = {
        "body": kinds == {"body"},
        "boilerplate": kinds <= {"boilerplate"},
        "dateline": kinds == {"dateline"},
        "deck": kinds == {"deck"},
        "captions": kinds == {"caption"},
        "notes": bool(found) and all(len(segment.voice) == 1 for segment in found),
    }[kind]
    got = (
        "not in the text"
        if start < 0
        else ", ".join(f"{segment.kind} of {'/'.join(segment.voice)}" for segment in found)
    )
    return Check("segments", kind, f"{path}: {words!r}", met, got or "in no segment")


def voices(read: Reading) -> Iterator[Check]:
    """Whose words a passage is; the outlet's own name is judged with the documents."""
    for answer in answers()["voices"]:
        start, end = read.find(answer["path"], answer["contains"])
        found = [
            segment.voice for segment in read.segments[answer["path"]] if segment.start < end and start < segment.end
        ]
        met = bool(found) and all(list(voice[1:]) == answer["voice"][1:] for voice in found)
        yield Check(
            "voices",
            "embedded" if answer["voice"][1:] else "own",
            f"{answer['path']}: {answer['contains']!r} {answer['voice']}",
            met,
            str(found),
        )


def quotations(read: Reading) -> Iterator[Check]:
    """What is quoted, and the words that name the speaker beside it."""
    for answer in answers()["quotations"]:
        start, end = read.find(answer["path"], answer["contains"])
        found = [
            quotation
            for quotation in read.quotations[answer["path"]]
            if quotation.direct == answer["direct"]
            and 2 * (min(end, quotation.content.end) - max(start, quotation.content.start)) >= end - start
        ]
        what = f"{answer['path']}: {answer['contains']!r}"
        yield Check("quotations", "direct" if answer["direct"] else "indirect", what, bool(found), "no such quotation")
        names = [read.mentions[each.speaker].evidence.quote for each in found if each.speaker in read.mentions]
        yield Check(
            "quotations",
            "speaker",
            f"{what} by {answer['speaker_contains']!r}",
            any(answer["speaker_contains"].lower() in " ".join(name.lower().split()) for name in names),
            str(names),
        )


# Events


def events(read: Reading) -> Iterator[Check]:
    """Every act that a careful coder finds: its type, and of the event that fits best all that the answer tells."""
    for answer in answers()["events"]:
        start, end = read.find(answer["path"], answer["quote_contains"])
        near = [
            event for event in read.events[answer["path"]] if event.evidence.start < end and start < event.evidence.end
        ]
        typed = [event for event in near if {event.event, event.plover} & set(answer["event_any"])]
        what = f"{answer['path']}: {answer['quote_contains']!r}"
        yield Check("events", "type", f"{what} {'/'.join(answer['event_any'])}", bool(typed), _acts(read, near))
        scored = [(start <= event.trigger.start < end, _fields(read, event, answer)) for event in typed]
        best = max(scored, key=lambda pair: (pair[0], sum(met for _, met, _ in pair[1])), default=None)
        for name, met, got in best[1] if best else _fields(read, None, answer):
            yield Check("events", name, f"{what} {name} {_wanted(answer, name)}", met, got)


def _fields(read: Reading, event: Event | None, answer: Answer) -> list[tuple[str, bool, str]]:
    """(measure, met, got) of each field that the answer judges."""
    made: list[tuple[str, bool, str]] = []
    if event is None:
        judged = [name for name in ("mode", "status", "polarity", "date") if answer.get(name)]
        return [(name, False, "no event") for name in ["roles", *judged]]
    actors, recipients = read.countries(event, "actor"), read.countries(event, "recipient")
    made.append(
        (
            "roles",
            _same_roles(actors, recipients, answer),
            f"{event.event} {_sides(actors, recipients)} [{event.trigger.quote}]",
        )
    )
    for name, got in (("mode", event.mode), ("status", event.status), ("polarity", event.polarity)):
        if answer.get(name):
            made.append((name, got == answer[name], f"{got} [{event.trigger.quote}]"))
    if answer.get("hedged"):
        made.append(("hedged", event.hedged, f"not hedged [{event.trigger.quote}]"))
    if answer.get("date"):
        made.append(
            (
                "date",
                _same_day(event, answer["date"]),
                f"{event.when.from_} ({event.when.basis}) [{event.trigger.quote}]",
            )
        )
    return made


def _same_day(event: Event | Story, wanted: str) -> bool:
    """It begins on the day (in the month, the year); one without a time of its own, about then."""
    since, until = str(event.when.from_ or ""), str(event.when.until or "")
    return since.startswith(wanted) or (event.when.basis == "published" and since <= wanted < until)


def _same_roles(actors: frozenset[str], recipients: frozenset[str], answer: Answer) -> bool:
    """The same countries; of what all parties do together, whichever way round."""
    wanted = frozenset(answer["actors"] or ())
    if answer["recipients"] is None:
        return actors == wanted
    if not answer["recipients"] and len(wanted) > 1:
        return actors | recipients == wanted
    return (actors, recipients) == (wanted, frozenset(answer["recipients"]))


def _wanted(answer: Answer, name: str) -> str:
    return _sides(answer["actors"] or (), answer["recipients"] or ()) if name == "roles" else str(answer.get(name))


def _sides(actors: Any, recipients: Any) -> str:
    return f"{'+'.join(sorted(actors)) or '-'} > {'+'.join(sorted(recipients)) or '-'}"


def _acts(read: Reading, found: list[Event]) -> str:
    return (
        "; ".join(
            f"{event.event} {_sides(read.countries(event, 'actor'), read.countries(event, 'recipient'))} "
            f"[{event.trigger.quote}]"
            for event in found
        )
        or "nothing"
    )


# Stories, copies, dissent, actors


def stories(read: Reading) -> Iterator[Check]:
    """The reports of one act stand together, with no others; planned and performed are one story."""
    for answer in answers()["stories"]:
        story, name = story_of(read, answer), answer["name"]
        told = read.told_in(story) if story else set()
        for path in answer["documents"]:
            yield Check("stories", "together", f"{name}: {path}", path in told, _story(read, story))
        foreign = sorted(told - {*answer["documents"], *answer["may_also"]})
        yield Check("stories", "alone", name, story is not None and not foreign, f"also {foreign}")
        outlets, independent = (len(story.outlets), story.independent) if story else (0, 0)
        yield Check(
            "stories",
            "outlets",
            f"{name}: {answer['outlets_at_least']} or more",
            outlets >= answer["outlets_at_least"],
            f"{outlets}",
        )
        yield Check(
            "stories",
            "independent",
            f"{name}: {answer['independent_at_most']} at most",
            0 < independent <= answer["independent_at_most"],
            f"{independent}",
        )
        if answer["day"]:
            yield Check(
                "stories",
                "day",
                f"{name}: {answer['day']}",
                story is not None and _same_day(story, answer["day"]),
                str(story.when.from_) if story else "no such story",
            )
        for way, status in (("planned_in", "planned"), ("performed_in", "happened")):
            if answer.get(way):
                met = story is not None and status in {
                    event.status for path in answer[way] for event in read.events[path] if event.id in story.events
                }
                yield Check("stories", status, name, met, _story(read, story))


def story_of(read: Reading, answer: Answer) -> Story | None:
    """The story that fits an answer best: of its types and parties, told in its documents, on its day."""

    def fits(story: Story) -> float:
        told = read.told_in(story)
        parties = {read.actors[id_].country for id_ in story.actors}
        score = 2.0 * len(told & set(answer["documents"])) - len(told - {*answer["documents"], *answer["may_also"]})
        score += 2 * bool(parties & set(answer["actors"]))
        return score + (4 if not answer["day"] or _same_day(story, answer["day"]) else -4)

    found = [
        story
        for story in read.stories
        if story.event in answer["event_any"]
        and story.polarity == answer.get("polarity", "affirmed")
        and read.told_in(story) & set(answer["documents"])
    ]
    best = max(found, key=lambda story: (fits(story), story.id), default=None)
    return best if best is not None and fits(best) > 0 else None


def _story(read: Reading, story: Story | None) -> str:
    return f"{story.title}, {story.when.from_}, in {sorted(read.told_in(story))}" if story else "no such story"


def copies(read: Reading) -> Iterator[Check]:
    """The copied wire texts are found, and nothing else is taken for a copy."""
    found = {
        tuple(sorted((read.path_of[link.left], read.path_of[link.right])))
        for link in read.links
        if link.kind == "copy" and link.verdict == "same"
    }
    wanted = {tuple(sorted((answer["left"], answer["right"]))) for answer in answers()["copies"]}
    for pair in sorted(wanted):
        yield Check("copies", "found", " = ".join(pair), pair in found, str(found))
    yield Check("copies", "only", "no other pair", found <= wanted, str(found - wanted))


def dissent(read: Reading) -> Iterator[Check]:
    """Where outlets differ, each value with the documents that give it."""
    by_name = {answer["name"]: answer for answer in answers()["stories"]}
    for answer in answers()["dissent"]:
        story = story_of(read, by_name[answer["story"]])
        got = {
            value: {read.path_of[id_] for id_ in ids}
            for name, value, ids in (story.dissent if story else ())
            if name == answer["field"]
        }
        for value in answer["values"]:
            what = f"{answer['story']}, {answer['field']} {value['value']}"
            yield Check("dissent", "value", what, value["value"] in got, str(sorted(got)))
            for path in value["documents"]:
                yield Check(
                    "dissent",
                    "documents",
                    f"{what}: {path}",
                    path in got.get(value["value"], ()),
                    "not among those that say so",
                )


def actors(read: Reading) -> Iterator[Check]:
    """One party under several names is one actor; two holders of one office are two."""
    for answer in answers()["facts"]["one_actor"]:
        found = {name: named(read, name) for name in answer["names"]}
        met = all(found.values()) and len(set().union(*found.values())) == 1
        yield Check("actors", "one", " = ".join(found), met, str({name: sorted(ids) for name, ids in found.items()}))
    for answer in answers()["facts"]["not_one_actor"]:
        left, right = (named(read, name) for name in answer["names"])
        yield Check(
            "actors", "apart", " ≠ ".join(answer["names"]), bool(left and right) and not left & right, f"{left} {right}"
        )


def named(read: Reading, name: str) -> set[str]:
    """The ids of the actors that mentions by that very name belong to, bare or after a title.

    A protest without an addressee is one against the government, which stands at the same words.
    """
    words = name.casefold().removeprefix("the ")
    ids = {
        id_
        for id_, mention in read.mentions.items()
        if mention.evidence.quote.casefold().endswith(words)
        and mention.kind in ("name", "group")
        and " and " not in mention.evidence.quote
        and not mention.name.endswith("(government)")
    }
    return {actor.id for actor in read.actors.values() if ids & set(actor.mentions)}


def facts(read: Reading) -> Iterator[Check]:
    """Counts are quantities and labels are none; a rumour stays one; what is stale or begs for money reports nothing."""
    told = answers()["facts"]
    for answer in told["quantities"]:
        start, end = read.find(answer["path"], answer["contains"])
        got = [each.value for each in read.quantities[answer["path"]] if each.start < end and start < each.end]
        yield Check(
            "facts",
            "quantities",
            f"{answer['path']}: {answer['contains']!r} {answer['value']}",
            answer["value"] in got,
            str(got),
        )
    for answer in told["no_quantities"]:
        start, end = read.find(answer["path"], answer["contains"])
        texts = [each.text for each in read.quantities[answer["path"]] if each.start < end and start < each.end]
        yield Check("facts", "no quantities", f"{answer['path']}: {answer['contains']!r}", not texts, str(texts))
    for what, path, quote in coded_outside(read):
        yield Check("facts", "nothing coded", f"{path}: {what}", False, quote)
    yield Check("facts", "nothing coded", "appeals and related items", not list(coded_outside(read)))


def coded_outside(read: Reading) -> Iterator[tuple[str, str, str]]:
    """(line, path, quote) of every event in what is no part of its article."""
    for answer in answers()["documents"]:
        for words in answer["boilerplate"]:
            start, end = read.find(answer["path"], words)
            for event in read.events[answer["path"]]:
                if start >= 0 and event.trigger.start < end and start < event.trigger.end:
                    yield words, answer["path"], event.evidence.quote


STAGES: tuple[Callable[[Reading], Iterator[Check]], ...] = (
    documents,
    segments,
    voices,
    quotations,
    events,
    stories,
    copies,
    dissent,
    actors,
    facts,
)


def checks() -> list[Check]:
    """Every answer of every stage."""
    return [check for stage in STAGES for check in stage(reading())]


def shares(found: list[Check]) -> dict[str, dict[str, float]]:
    """Stage → measure → share of the answers that are met; `all` over the stage."""
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for check in found:
        for measure in ("all", check.measure):
            counts[check.stage][measure].append(check.met)
    return {
        stage: {measure: sum(met) / len(met) for measure, met in measures.items()} for stage, measures in counts.items()
    }


def main() -> int:
    """Prints the misses and the shares; 1 where a share is below its floor."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    found = [check for check in checks() if all(word in check.stage for word in words)]
    for check in found:
        if not check.met:
            print(f"{check.stage}/{check.measure}: {check.what} | got {check.got}")
    measured = shares(found)
    for stage, measures in measured.items():
        print(f"\n{stage:12}" + "  ".join(f"{measure} {share:.3f}" for measure, share in measures.items()), end="")
    print()
    if words:
        return 0
    if "--pin" in sys.argv:
        print("\n".join(floors.pin("affair", measured, lower="--lower" in sys.argv)))
    sunk = floors.below("affair", measured)
    print("\n".join(sunk))
    return 1 if sunk else 0


if __name__ == "__main__":
    sys.exit(main())
