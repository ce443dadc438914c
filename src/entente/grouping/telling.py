"""What the reports of one act together say: a Story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from entente.graphs import components
from entente.grouping.dissent import dissent
from entente.grouping.sides import Side
from entente.records import NEVER_SAID, Actor, Link, Place, Story, When, linked
from entente.records.vocabulary import Status

# From least to most: what has happened was planned before.
STATUS_ORDER: tuple[Status, ...] = ("conditional", "proposed", "planned", "ongoing", "happened")
LEAST_SHARE = 1 / 3  # of the reports: a party that only one of many names is that report's, not the story's

# The neutral line of a story, by type and mode or CAMEO code: with a recipient, and without one.
LINES: dict[tuple[str, str], tuple[str, str]] = {
    ("AGREE", ""): ("{a} agree with {b}", "{a} agree"),
    ("CONSULT", ""): ("{a} meet {b}", "{a} meet"),
    ("CONSULT", "visit"): ("{a} visit {b}", "{a} meet on a visit"),
    ("CONSULT", "phone"): ("{a} telephone {b}", "{a} speak by telephone"),
    ("CONSULT", "third-party"): ("{a} mediate with {b}", "{a} mediate"),
    ("SUPPORT", ""): ("{a} support {b}", "{a} express support"),
    ("SUPPORT", "057"): ("{a} sign with {b}", "{a} sign an agreement"),
    ("SUPPORT", "055"): ("{a} apologise to {b}", "{a} apologise"),
    ("CONCEDE", ""): ("{a} make a concession to {b}", "{a} make a concession"),
    ("COOPERATE", ""): ("{a} cooperate with {b}", "{a} cooperate"),
    ("AID", ""): ("{a} give aid to {b}", "{a} give aid"),
    ("RETREAT", ""): ("{a} give way to {b}", "{a} give way"),
    ("RETREAT", "withdraw"): ("{a} withdraw from {b}", "{a} withdraw"),
    ("RETREAT", "release"): ("{a} release {b}", "{a} release captives"),
    ("RETREAT", "disarm"): ("{a} disarm before {b}", "{a} disarm"),
    ("RETREAT", "ceasefire"): ("{a} cease fire with {b}", "{a} cease fire"),
    ("RETREAT", "access"): ("{a} give access to {b}", "{a} give access"),
    ("RETREAT", "resign"): ("{a} resign", "{a} resign"),
    ("REQUEST", ""): ("{a} make a demand on {b}", "{a} make a demand"),
    ("ACCUSE", ""): ("{a} accuse {b}", "{a} make an accusation"),
    ("ACCUSE", "disapprove"): ("{a} criticise {b}", "{a} voice criticism"),
    ("ACCUSE", "investigate"): ("{a} investigate {b}", "{a} investigate"),
    ("REJECT", ""): ("{a} refuse {b}", "{a} refuse"),
    ("THREATEN", ""): ("{a} threaten {b}", "{a} make a threat"),
    ("PROTEST", ""): ("{a} protest against {b}", "{a} protest"),
    ("PROTEST", "boycott"): ("{a} boycott {b}", "{a} boycott"),
    ("SANCTION", ""): ("{a} sanction {b}", "{a} impose sanctions"),
    ("SANCTION", "convict"): ("{a} convict {b}", "{a} convict"),
    ("SANCTION", "expel"): ("{a} expel {b}", "{a} expel"),
    ("SANCTION", "withdraw"): ("{a} leave {b}", "{a} leave"),
    ("SANCTION", "discontinue"): ("{a} cut ties or trade with {b}", "{a} cut ties or trade"),
    ("MOBILIZE", ""): ("{a} mobilise against {b}", "{a} mobilise"),
    ("COERCE", ""): ("{a} coerce {b}", "{a} use coercion"),
    ("COERCE", "arrest"): ("{a} arrest {b}", "{a} make arrests"),
    ("COERCE", "seize"): ("{a} seize from {b}", "{a} seize"),
    ("COERCE", "restrict"): ("{a} restrict {b}", "{a} impose restrictions"),
    ("COERCE", "deport"): ("{a} deport {b}", "{a} deport"),
    ("ASSAULT", ""): ("{a} attack {b}", "{a} attack"),
    ("ASSAULT", "abduct"): ("{a} abduct {b}", "{a} abduct"),
    ("ASSAULT", "aerial"): ("{a} strike {b} from the air", "{a} strike from the air"),
}


def story(sides: tuple[Side, ...], actors: Mapping[str, Actor], copies: tuple[Link, ...]) -> Story:
    """Reports in order of (published, id) → one Story with the first one's id."""
    affirmed = tuple(side for side in sides if side.event.polarity == "affirmed")
    telling = affirmed or sides
    first = sides[0].event
    named = _units(sides, actors)
    acting = _parties([side.actors for side in sides], named, actors)
    persons = {
        actors[id_].unit for side in sides for id_ in (*side.actors, *side.recipients) if actors[id_].kind == "person"
    }
    receiving = tuple(
        id_
        for id_ in _parties([side.recipients for side in sides], named, actors)
        if id_ not in acting
        and not (first.event == "CONSULT" and actors[id_].kind in ("state", "branch") and actors[id_].unit in persons)
    )
    status = max((side.event.status for side in telling), key=STATUS_ORDER.index)
    when = _when(tuple(side for side in telling if side.event.status == status) or telling)
    where = _place(telling)
    cameo = _commonest(side.event.cameo for side in telling) or first.cameo
    mode = _commonest(side.event.mode for side in telling if side.event.mode)
    return Story(
        id=first.id,
        event=first.event,
        mode=mode,
        cameo=cameo,
        title=_title(first.event, mode or cameo, acting, receiving, actors),
        actors=acting,
        recipients=receiving,
        when=when,
        place=where,
        status=status,
        polarity=affirmed[0].event.polarity if affirmed else first.polarity,
        events=tuple(side.event.id for side in sides),
        outlets=tuple(sorted({side.document.outlet or side.document.path for side in sides})),
        independent=independent(sides, copies),
        dissent=dissent(sides, actors),
    )


def independent(sides: Iterable[Side], copies: Iterable[Link]) -> int:
    """How many witnesses there are: outlets, counting copies and one outlet's documents once."""
    documents = {side.document.id: side.document for side in sides}
    links = [link for link in copies if link.left in documents and link.right in documents]
    for left in documents.values():
        for right in documents.values():
            if left.id < right.id and left.outlet and left.outlet == right.outlet:
                links.append(linked(left.id, right.id, "copy", "same", 1.0, ("the same outlet",), "grouping"))
    return len(components(documents, links))


def _units(sides: tuple[Side, ...], actors: Mapping[str, Actor]) -> frozenset[str]:
    """The units that a third of the reports name in either role."""
    counts = Counter(unit for side in sides for unit in side.units)
    return frozenset(unit for unit, count in counts.items() if count >= LEAST_SHARE * len(sides))


def _parties(lists: list[tuple[str, ...]], named: frozenset[str], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The Actors of a role, most named first, of the units that enough reports name.

    A whole state is left out where a person or branch of it stands.
    """
    counts = Counter(id_ for ids in lists for id_ in ids if actors[id_].unit in named)
    counts = counts or Counter(id_ for ids in lists for id_ in ids)
    precise = {actors[id_].unit for id_ in counts if actors[id_].kind == "person"}
    kept = [
        id_
        for id_ in counts
        if actors[id_].kind == "person"
        or actors[id_].unit not in precise
        or actors[id_].kind not in ("state", "branch", "group", "title", "name")
    ]
    branches = {actors[id_].unit for id_ in kept if actors[id_].kind == "branch"}
    kept = [id_ for id_ in kept if actors[id_].kind != "state" or actors[id_].unit not in branches]
    return tuple(sorted(kept, key=lambda id_: (-counts[id_], id_)))


def _when(sides: tuple[Side, ...]) -> When:
    """The most reported stated time, the narrower first; else the overlap of the documents' days."""
    dated = [side.event.when for side in sides if side.event.when.from_ is not None]
    stated = [when for when in dated if when.basis in ("stated", "relative")]
    if stated:
        days = Counter((when.from_, when.until) for when in stated)
        narrow = min(days, key=lambda pair: (_length(pair), -days[pair], pair))
        commonest = min(days, key=lambda pair: (-_support(pair, stated), _length(pair), pair))
        chosen = commonest if _support(commonest, stated) > 1 else narrow
        return next(
            when
            for when in sorted(stated, key=lambda when: when.basis, reverse=True)
            if (when.from_, when.until) == chosen
        )
    if dated:
        start = max(when.from_ for when in dated if when.from_ is not None)
        end = min(when.until for when in dated if when.until is not None)
        return When(start, end, "day", "published") if start < end else dated[0]
    return NEVER_SAID


def _length(pair: tuple[date | None, date | None]) -> int:
    return (pair[1] - pair[0]).days if pair[0] and pair[1] else 10_000


def _support(pair: tuple[date | None, date | None], stated: list[When]) -> int:
    """How many reports' times hold this one."""
    start, end = pair
    return sum(
        (when.from_ or date.min) <= (start or date.min) and (end or date.max) <= (when.until or date.max)
        for when in stated
    )


def _place(sides: tuple[Side, ...]) -> Place | None:
    places = [side.event.place for side in sides if side.event.place is not None]
    if not places:
        return None
    counts = Counter(place.name for place in places)
    return min(places, key=lambda place: (place.precision == "country", -counts[place.name], place.name))


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _title(
    event: str, manner: str, acting: tuple[str, ...], receiving: tuple[str, ...], actors: Mapping[str, Actor]
) -> str:
    """A neutral line: "François Hollande, Vladimir Putin: meet"."""

    def named(ids: tuple[str, ...]) -> str:
        names = [actors[id_].name for id_ in ids[:3]]
        more = [f"{len(ids) - 3} more"] if len(ids) > 3 else []
        *others, last = [*names, *more] or ["unnamed"]
        return ", ".join(others) + " and " + last if others else last

    pattern = LINES.get((event, manner), LINES[event, ""])[not receiving]
    if len(acting) < 2:  # "France agrees", but "France and Russia agree"
        subject, verb, *rest = pattern.split(" ", 2)
        pattern = " ".join([subject, _third(verb), *rest])
    return pattern.format(a=named(acting), b=named(receiving))


def _third(verb: str) -> str:
    if verb.endswith("y"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
