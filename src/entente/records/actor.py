"""A party that acts or is acted upon."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """`id` is the lexicon's, or else that of its first Mention. `mentions` are Mention ids, sorted.

    `country` and `sectors` are as the lexicon gives them, "" and () where nothing is known. `unit` is the
    state or body that the Actor belongs to and that relations are drawn between ("fra" for France's
    president); its own id where it belongs to none.
    """

    id: str
    name: str
    kind: str
    country: str
    sectors: tuple[str, ...]
    unit: str
    mentions: tuple[str, ...]
