"""Answers that all documents settle together: stories, copies, dissent, actors, and what must be no event at all."""

from __future__ import annotations

from collections.abc import Iterator

from affair_reading import Answer, Check, Reading, answers, same_day
from entente.records import Story


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
                story is not None and same_day(story, answer["day"]),
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
        return score + (4 if not answer["day"] or same_day(story, answer["day"]) else -4)

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
    """Counts are quantities and labels are none; what is stale or begs for money reports nothing."""
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
