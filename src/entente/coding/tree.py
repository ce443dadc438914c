"""A sentence's dependency tree, asked the way that coding asks: deep subjects, objects, cases, clauses.

Relations are Universal Dependencies. Everything is computed from the tokens of one Sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from entente.records import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
NAME_PARTS = frozenset({"flat", "compound", "nmod:desc", "goeswith", "fixed"})
CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "root"}
)
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what"})
OBJECT_LABELS = frozenset({"obj", "iobj"})


@dataclass(frozen=True)
class Tree:
    """The tokens of one sentence with their dependents by index."""

    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens in order."""
        return self.sentence.tokens

    @cached_property
    def dependents(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(map(tuple, found))

    def children(self, index: int, *labels: str) -> Iterator[int]:
        """Dependents with one of the labels (all without labels), in order."""
        for child in self.dependents[index]:
            if not labels or self.tokens[child].dep in labels:
                yield child

    def child(self, index: int, *labels: str) -> int | None:
        """The first dependent with one of the labels."""
        return next(self.children(index, *labels), None)

    def lemma(self, index: int) -> str:
        """The lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def governor(self, index: int) -> int | None:
        """The head, None for the root."""
        head = self.tokens[index].head
        return None if head == index else head

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first; stops in a broken tree too."""
        for _ in range(len(self.tokens)):
            head = self.governor(index)
            if head is None:
                return
            yield head
            index = head

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        return {}

    def subtree(self, index: int) -> tuple[int, ...]:
        """All tokens under and with a token, in order."""
        known = self._subtrees.get(index)
        if known is None:
            found, todo = {index}, [index]
            while todo:
                for child in self.dependents[todo.pop()]:
                    if child not in found:
                        found.add(child)
                        todo.append(child)
            known = self._subtrees[index] = tuple(sorted(found))
        return known

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """A token with all that are coordinated to it and stand after it."""
        found = [index]
        for child in self.children(index, "conj"):
            found.extend(self.conjuncts(child))
        return tuple(found)

    def first_conjunct(self, index: int) -> int:
        """The first token of the coordination that a token belongs to."""
        while self.tokens[index].dep == "conj" and self.tokens[index].head < index:
            index = self.tokens[index].head
        return index

    def case(self, index: int) -> str:
        """The preposition of a noun in lower case, "" without one; several words with blanks ("because of")."""
        cases = list(self.children(index, "case"))
        if not cases:
            return ""
        words = [
            cases[-1] if self.tokens[cases[-1]].lemma not in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s") else cases[0]
        ]
        words += list(self.children(words[0], "fixed"))
        if len(cases) > 1 and len(words) == 1:
            words = cases  # "from inside", "out of" parsed as two cases
        return " ".join(self.tokens[word].text.lower() for word in sorted(words))

    def passive(self, index: int) -> bool:
        """The verb is a passive: an auxiliary, a passive subject, or a past participle after its noun."""
        if self.child(index, "aux:pass") is not None:
            return True
        if self.child(index, "nsubj:pass", "csubj:pass") is not None:
            return self.tokens[index].xpos != "VBD"  # a finite past form is active, whatever the parser says
        if self.child(index, "obl:agent") is not None and self.child(index, "nsubj", "obj") is None:
            return True
        token = self.tokens[index]
        if token.xpos != "VBN" or self.child(index, "obj") is not None:
            return False
        if token.dep in ("acl", "amod"):
            return True
        if token.dep == "conj" and self.child(index, "nsubj", "aux") is None:
            return self.passive(token.head)
        return token.dep == "advcl" and self.child(index, "aux", "obj") is None

    def subjects(self, index: int, depth: int = 0) -> tuple[int, ...]:
        """The deep subject's heads: written, by-phrase, of the governed noun, controlled, or shared by coordination."""
        if depth > 6:
            return ()
        if self.passive(index):
            agent = self.child(index, "obl:agent") or self._by_phrase(index)
            return () if agent is None else (agent,)
        own = self.child(index, "nsubj", "nsubj:outer", "nsubj:pass")
        if own is not None:
            return self._antecedent(index, own)
        return self._inherited(index, depth)

    def objects(self, index: int, depth: int = 0) -> tuple[int, ...]:
        """The deep object's heads: written, or the passive's subject, or the noun that a relative clause hangs on."""
        if self.passive(index):
            own = self.child(index, "nsubj:pass", "nsubj")
            if own is not None:
                return self._antecedent(index, own)
            return self._inherited(index, depth)
        written = tuple(self.children(index, "obj"))
        if written:
            return self._antecedent(index, written[0]) + written[1:]
        token = self.tokens[index]
        governor = self.governor(index)
        if (
            governor is not None
            and token.dep == "acl:relcl"
            and self.child(index, "nsubj") is not None
            and not self._relative_subject(index)
        ):
            return (governor,)
        if (
            governor is not None
            and token.dep == "conj"
            and depth < 4
            and self.tokens[governor].upos == "VERB"
            and not any(child < index for child in self.children(governor, "obj"))
        ):
            shared = self.child(index, "obj")
            return (shared,) if shared is not None else ()
        return ()

    def _relative_subject(self, index: int) -> bool:
        own = self.child(index, "nsubj", "nsubj:pass")
        return own is not None and self.lemma(own) in RELATIVES

    def _by_phrase(self, index: int) -> int | None:
        return next((child for child in self.children(index, "obl", "nmod") if self.case(child) == "by"), None)

    def _antecedent(self, verb: int, argument: int) -> tuple[int, ...]:
        """ "who", "which" and "that" stand for the noun that the relative clause hangs on."""
        if self.lemma(argument) in ("who", "which", "that", "whom") and self.tokens[argument].upos == "PRON":
            for node in (verb, *self.ancestors(verb)):
                if self.tokens[node].dep == "acl:relcl":
                    return (self.tokens[node].head,)
                if self.tokens[node].dep not in ("conj", "xcomp"):
                    break
        return (argument,)

    def _inherited(self, index: int, depth: int) -> tuple[int, ...]:
        token = self.tokens[index]
        governor = self.governor(index)
        if governor is None:
            return ()
        if token.dep in ("acl", "acl:relcl"):
            mark = self.child(index, "mark")
            if token.dep == "acl" and mark is not None and self.lemma(mark) == "to":
                return self._infinitive_subject(governor, depth)
            return (governor,)
        if token.dep == "amod" and token.xpos in ("VBG", "VBN"):
            return (governor,)
        if token.dep == "conj":
            if self.tokens[governor].upos in ("VERB", "ADJ", "AUX", "NOUN") and self.tokens[index].upos in (
                "VERB",
                "ADJ",
                "AUX",
            ):
                return (
                    self.objects(governor, depth + 1) if self.passive(governor) else self.subjects(governor, depth + 1)
                )
            return ()
        if token.dep == "xcomp":
            objects = self.objects(governor, depth + 1)
            written = self.child(governor, "obj", "iobj")
            if written is not None and objects and not self.passive(governor):
                return (written,)
            return self.objects(governor, depth + 1) if self.passive(governor) else self.subjects(governor, depth + 1)
        if token.dep in ("advcl", "parataxis", "dep") and self.tokens[governor].upos in ("VERB", "ADJ", "AUX", "NOUN"):
            return self.objects(governor, depth + 1) if self.passive(governor) else self.subjects(governor, depth + 1)
        return ()

    def _infinitive_subject(self, noun: int, depth: int) -> tuple[int, ...]:
        """ "Russia's decision to withdraw", "made a promise to help": the possessor or the verb's subject."""
        owner = self.child(noun, "nmod:poss")
        if owner is not None:
            return (owner,)
        verb = self.governor(noun)
        if verb is not None and self.tokens[noun].dep in ("obj", "obl", "nsubj:pass", "xcomp"):
            return self.subjects(verb, depth + 1)
        return (noun,)

    def prepositional(self, index: int) -> Iterator[tuple[str, int]]:
        """(preposition, head noun) of a token's oblique and nominal dependents; "" for a bare indirect object."""
        for child in self.dependents[index]:
            label = self.tokens[child].dep
            if label.startswith(("obl", "nmod")) and label not in (
                "nmod:poss",
                "nmod:desc",
                "obl:agent",
                "nmod:unmarked",
            ):
                case = self.case(child)
                if case:
                    yield case, child
            elif label == "obl:agent":
                yield "by", child
            elif label == "iobj":
                yield "to", child
            elif label in ("advcl", "acl") and self.child(child, "case") is not None:
                yield self.case(child), child

    def clause(self, index: int) -> int:
        """The head of the clause that a token stands in."""
        node = index
        for _ in range(len(self.tokens)):
            if self.tokens[node].dep in CLAUSES or (
                self.tokens[node].dep == "conj" and self.tokens[node].upos in ("VERB", "AUX")
            ):
                return node
            head = self.governor(node)
            if head is None:
                return node
            node = head
        return node
