"""Under which keys two records might be one."""

from __future__ import annotations

from entente.records import Mention
from entente.text import plain


def mention_blocks(mention: Mention) -> tuple[str, ...]:
    """The last word of a name that the lexicon does not know; nothing where the lexicon has an entry."""
    if mention.entry:
        return ()
    words = plain(mention.name).split()
    return (words[-1],) if words and mention.kind in ("name", "title", "pronoun") else ()


def mention_key(mention: Mention) -> str:
    """What makes two mentions one without asking further: the lexicon's entry, or one name in one document."""
    if mention.entry:
        return mention.entry
    return f"{mention.evidence.document_id}:{plain(mention.name)}:{mention.country}"
