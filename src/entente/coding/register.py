"""Gives the parties of a document their Mentions."""

from __future__ import annotations

from dataclasses import replace

from entente.coding.parties import Party, SentenceParties
from entente.coding.tree import Tree
from entente.records import Document, Mention, evidence_of
from entente.text import content_id


class MentionRegister:
    """Gives every party of the document its Mention, one a span and party."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._by_key: dict[tuple[int, int, str, str], Mention] = {}
        self._by_head: dict[tuple[int, int], str] = {}
        self._spans: dict[tuple[int, int], int] = {}

    def add(self, tree: Tree, parties: SentenceParties) -> None:
        """Registers the parties of one sentence that are parties themselves."""
        for head in sorted(parties.by_head):
            for party in parties.by_head[head]:
                if not party.derived:
                    mention_id = self.id_of(tree, party)
                    self._by_head.setdefault((tree.sentence.index, head), mention_id)

    def id_of(self, tree: Tree, party: Party) -> str:
        """The Mention id of a party, made when first asked for."""
        start, end = tree.tokens[party.first].start, tree.tokens[party.last].end
        key = (start, end, party.entry, party.name)
        known = self._by_key.get(key)
        if known is None:
            order = self._spans[start, end] = self._spans.get((start, end), -1) + 1
            known = self._by_key[key] = Mention(
                content_id(self.document.id, "mention", start, end, order),
                tree.sentence.id,
                evidence_of(self.document.id, self.document.text, start, end),
                party.kind,
                "",
                party.entry,
                party.name,
                party.country,
                party.sectors,
            )
        return known.id

    def id_at(self, sentence: int, head: int) -> str:
        """The Mention headed by a token, "" where none is."""
        return self._by_head.get((sentence, head), "")

    def link(self, antecedents: dict[tuple[int, int], tuple[int, int]]) -> None:
        """Notes which earlier Mention a pronoun or short form refers to."""
        targets = {
            self._by_head[here]: self._by_head[there]
            for here, there in antecedents.items()
            if here in self._by_head and there in self._by_head and here != there
        }
        for key, mention in self._by_key.items():
            if mention.id in targets and targets[mention.id] != mention.id:
                self._by_key[key] = replace(mention, refers_to=targets[mention.id])

    def mentions(self) -> tuple[Mention, ...]:
        """All Mentions in text order."""
        return tuple(
            sorted(
                self._by_key.values(), key=lambda mention: (mention.evidence.start, mention.evidence.end, mention.id)
            )
        )
