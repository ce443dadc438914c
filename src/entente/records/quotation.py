"""Words or a claim that somebody is said to have uttered."""

from __future__ import annotations

from dataclasses import dataclass

from entente.records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Quotation:
    """`content` is what was said, `speaker` and `addressee` are Mention ids or "".

    The pieces of one broken quotation are one record each with the same `group`, speaker and cue.
    """

    content: Evidence
    direct: bool
    speaker: str
    cue: Evidence | None
    addressee: str
    group: str
