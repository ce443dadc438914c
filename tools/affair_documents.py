"""Answers that one document settles: what it is, its segments, voices, quotations and events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from affair_reading import Answer, Check, Reading, answers, same_day
from entente.records import Event


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
                same_day(event, answer["date"]),
                f"{event.when.from_} ({event.when.basis}) [{event.trigger.quote}]",
            )
        )
    return made


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
