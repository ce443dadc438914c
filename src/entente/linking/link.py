"""Which mentions are one actor: block, compare, fold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from entente.graphs import components
from entente.lexicons import Lexicon
from entente.linking.blocks import mention_blocks, mention_key
from entente.linking.features import FEATURES, countries_differ
from entente.records import Actor, Link, Mention, linked
from entente.records.vocabulary import Verdict

THRESHOLD = 0.6


def link(mentions: Iterable[Mention], lexicon: Lexicon, judgements: Iterable[Link] = ()) -> tuple[Actor, ...]:
    """All Mentions → the Actors they name, sorted by id. Judgements (kind "actor") may join or part them."""
    found = tuple(mentions)
    return fold_actors(found, (*actor_links(found), *judgements), lexicon)


def actor_links(mentions: Iterable[Mention]) -> tuple[Link, ...]:
    """Links between the keys of mentions in different documents that may be one actor."""
    first: dict[str, Mention] = {}
    blocks: dict[str, set[str]] = defaultdict(set)
    for mention in sorted(mentions, key=lambda mention: mention.id):
        key = mention_key(mention)
        first.setdefault(key, mention)
        for block in mention_blocks(mention):
            blocks[block].add(key)
    links: dict[tuple[str, str], Link] = {}
    for keys in blocks.values():
        ordered = sorted(keys)
        for position, left in enumerate(ordered):
            for right in ordered[position + 1 :]:
                compared = _compare(left, right, first[left], first[right])
                if compared is not None:
                    links[left, right] = compared
    return tuple(links[pair] for pair in sorted(links))


def _compare(left_key: str, right_key: str, left: Mention, right: Mention) -> Link | None:
    if countries_differ(left, right):
        return None
    scored = [(score, reason) for score, reason in (feature(left, right) for feature in FEATURES) if score]
    if not scored:
        return None
    score = max(score for score, _ in scored)
    verdict: Verdict = "same" if score >= THRESHOLD else "unsure"
    return Link(left_key, right_key, "actor", verdict, score, tuple(reason for _, reason in scored), "linking")


def fold_actors(mentions: Iterable[Mention], links: Iterable[Link], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Keys joined by Links → Actors."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_key[mention_key(mention)].append(mention)
    by_id = {mention.id: key for key, group in by_key.items() for mention in group}
    keyed = [
        linked(
            by_id.get(each.left, each.left),
            by_id.get(each.right, each.right),
            each.kind,
            each.verdict,
            each.score,
            each.reasons,
            each.by,
            each.at,
        )
        for each in links
        if each.kind == "actor"
    ]
    actors = [
        _actor([mention for key in group for mention in by_key[key]], group, lexicon)
        for group in components(sorted(by_key), keyed)
    ]
    known = {actor.id for actor in actors}
    units = {actor.unit for actor in actors} - known
    actors += [_unit(lexicon, unit) for unit in sorted(units)]
    return tuple(sorted(actors, key=lambda actor: actor.id))


def _unit(lexicon: Lexicon, unit: str) -> Actor:
    """A state that no words name as a whole, but whose people they do."""
    entry = lexicon.entries[unit]
    return Actor(entry.id, entry.label, entry.kind, entry.country, (), entry.id, ())


def _actor(mentions: list[Mention], keys: tuple[str, ...], lexicon: Lexicon) -> Actor:
    ids = tuple(sorted(mention.id for mention in mentions))
    entries = sorted(
        {mention.entry for mention in mentions if mention.entry}, key=lambda entry: (-entry.count("."), entry)
    )
    entry = lexicon.entries.get(entries[0]) if entries else None
    country = entry.country if entry else _commonest(mention.country for mention in mentions)
    sectors = tuple(sorted({sector for mention in mentions for sector in mention.sectors}))
    state = lexicon.states.get(country)
    actor_id = entries[0] if entries else ids[0]
    name = entry.label if entry else _commonest(mention.name for mention in mentions)
    kind = (
        entry.kind if entry else "person" if any(mention.kind == "title" for mention in mentions) else mentions[0].kind
    )
    return Actor(actor_id, name, kind, country, sectors, state.id if state else actor_id, ids)


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value)) if counts else ""
