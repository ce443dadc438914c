"""Links → components: best score first, never across a "different"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from entente.records import Link


def components(
    ids: Iterable[str], links: Iterable[Link], order: Mapping[str, int] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Every id in exactly one component; components and their members sorted.

    "same" Links are taken from the highest score down, then by `order` of their ends (by id where none is
    given), so that the order of the input does not matter; one is passed over where it would join two
    records that a "different" Link keeps apart.
    A person's verdict goes before every rule's.
    """
    parent = {id_: id_ for id_ in ids}
    rank = {
        id_: number
        for number, id_ in enumerate(sorted(parent) if order is None else sorted(parent, key=lambda id_: order[id_]))
    }
    members: dict[str, set[str]] = {id_: {id_} for id_ in parent}
    apart: dict[str, set[str]] = {id_: set() for id_ in parent}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    known = [link for link in links if link.left in parent and link.right in parent]
    said_by_person = {(link.left, link.right) for link in known if link.at is not None}
    for link in known:
        if link.verdict == "different" and (link.at is not None or (link.left, link.right) not in said_by_person):
            apart[link.left].add(link.right)
            apart[link.right].add(link.left)
    same = [link for link in known if link.verdict == "same"]
    for link in sorted(
        same, key=lambda link: (link.at is None, -link.score, *sorted((rank[link.left], rank[link.right])))
    ):
        left, right = root(link.left), root(link.right)
        if left == right:
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        if any(apart[id_] & members[left] for id_ in members[right]):
            continue
        parent[right] = left
        members[left] |= members.pop(right)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))
