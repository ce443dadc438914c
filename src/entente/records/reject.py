"""Something that could not be used, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """`document_id` is the document's id, or the path where no document came to be. `reason` is one clear
    sentence, `detail` the place (line, offset, field) and what to do.
    """

    document_id: str
    stage: str
    reason: str
    detail: str
