"""Makes news sentences with their trees, out of the lexicon's words: what the treebank has too few of.

A few constructions of press English, each with the tags, heads and labels that the treebanks' guidelines
give them: nationalities before titles before names, bare weekdays, reported speech before and after,
passives, light verbs, purpose and -ing clauses. The words are drawn from the lexicon, so the sentences
mean nothing; they teach the parser that "Zimbabwean" describes and "shelled" is a verb. One long file,
because the constructions are read together.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from substitution import Words
from treebank import Paragraph, Row

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TITLES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Defense Minister",
    "Interior Minister",
    "Vice President",
    "General",
    "Secretary-General",
    "Chancellor",
    "Ambassador",
    "King",
    "Senator",
    "Premier",
)
OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "spokesman",
    "leader",
    "envoy",
    "army chief",
)
SAYING = (
    ("said", "say"),
    ("announced", "announce"),
    ("reported", "report"),
    ("told reporters", "tell"),
    ("added", "add"),
)
CONTROL = (
    ("agreed", "agree"),
    ("refused", "refuse"),
    ("threatened", "threaten"),
    ("vowed", "vow"),
    ("decided", "decide"),
    ("offered", "offer"),
    ("promised", "promise"),
    ("declined", "decline"),
    ("failed", "fail"),
    ("pledged", "pledge"),
)
URGING = (
    ("urged", "urge"),
    ("ordered", "order"),
    ("asked", "ask"),
    ("forced", "force"),
    ("pressed", "press"),
    ("allowed", "allow"),
    ("invited", "invite"),
    ("warned", "warn"),
)
LIGHT = (
    ("held", "hold", "talks", "talk", "with"),
    ("imposed", "impose", "sanctions", "sanction", "on"),
    ("launched", "launch", "an attack", "attack", "on"),
    ("reached", "reach", "an agreement", "agreement", "with"),
    ("broke", "break", "relations", "relation", "with"),
    ("lifted", "lift", "the blockade", "blockade", "of"),
    ("staged", "stage", "a demonstration", "demonstration", "against"),
    ("began", "begin", "a hunger strike", "strike", "over"),
    ("signed", "sign", "a treaty", "treaty", "with"),
    ("opened", "open", "fire", "fire", "on"),
    ("suspended", "suspend", "aid", "aid", "to"),
    ("blocked", "block", "roads", "road", "in"),
    ("expressed", "express", "support", "support", "for"),
    ("issued", "issue", "an ultimatum", "ultimatum", "to"),
)
ADVERBS = ("again", "repeatedly", "today", "yesterday", "reportedly", "also", "flatly")
THINGS = (
    "proposal",
    "plan",
    "offer",
    "demand",
    "decision",
    "resolution",
    "request",
    "treaty",
    "deal",
    "ceasefire",
    "blockade",
    "village",
    "town",
    "camp",
    "base",
    "convoy",
    "position",
    "embassy",
    "border",
    "aircraft",
    "bomber",
    "policy",
)


@dataclass
class Node:
    """A word under construction with its dependents before and after it."""

    form: str
    lemma: str
    upos: str
    xpos: str
    deprel: str = "root"
    before: list[Node] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)
    tight: bool = False


def word(form: str, upos: str, xpos: str, deprel: str, lemma: str = "") -> Node:
    """A word without dependents."""
    return Node(form, lemma or form.lower(), upos, xpos, deprel)


def rows(root: Node) -> tuple[Row, ...]:
    """The tree laid out as the rows of a sentence with a full stop."""
    order: list[tuple[Node, Node | None]] = []

    def walk(node: Node, head: Node | None) -> None:
        for child in node.before:
            walk(child, node)
        order.append((node, head))
        for child in node.after:
            walk(child, node)

    root.after.append(Node(".", ".", "PUNCT", ".", "punct", tight=True))
    walk(root, None)
    place = {id(node): number for number, (node, _) in enumerate(order, 1)}
    made = []
    for number, (node, head) in enumerate(order):
        form = node.form[:1].upper() + node.form[1:] if number == 0 else node.form
        follows = order[number + 1][0] if number + 1 < len(order) else None
        made.append(
            Row(
                form,
                node.lemma,
                node.upos,
                node.xpos,
                place[id(head)] if head else 0,
                node.deprel,
                not (follows is not None and follows.tight),
            )
        )
    return tuple(made)


class Grammar:
    """Draws sentences; the same seed gives the same ones."""

    def __init__(self, words: Words, names: list[tuple[str, ...]], places: list[str]) -> None:
        self.words, self.names, self.places = words, names, places
        self.people_nouns = [pair for pair in words.nouns["NNS"] if pair[1] in words.persons]

    def paragraph(self, draw: random.Random) -> Paragraph:
        """One sentence as a paragraph."""
        return Paragraph("made", (self.sentence(draw),))

    def sentence(self, draw: random.Random) -> tuple[Row, ...]:
        """One sentence of one of the constructions."""
        clause = self.clause(draw)
        chance = draw.random()
        if chance < 0.18:
            clause = self.said_after(draw, clause)
        elif chance < 0.36:
            clause = self.said_before(draw, clause)
        return rows(clause)

    # — noun phrases —

    def party(self, draw: random.Random, deprel: str) -> Node:
        """A state, a person with nationality and title, or people of some nationality."""
        chance = draw.random()
        if chance < 0.22:
            node = word(draw.choice(self.words.states), "PROPN", "NNP", deprel)
            node.lemma = node.form
            return node
        if chance < 0.5:
            return self.person(draw, deprel)
        if chance < 0.58:
            office = draw.choice(OFFICES).split()
            node = word(office[-1], "NOUN", "NN", deprel)
            node.before = [
                self.article("the", "det"),
                self.nationality(draw),
                *(
                    word(
                        part,
                        "ADJ" if part in ("prime", "foreign") else "NOUN",
                        "JJ" if part in ("prime", "foreign") else "NN",
                        "amod" if part in ("prime", "foreign") else "compound",
                    )
                    for part in office[:-1]
                ),
            ]
            return node
        return self.people(draw, deprel)

    def nationality(self, draw: random.Random) -> Node:
        """ "Zimbabwean" before a noun."""
        form = draw.choice(self.words.nationalities)
        return word(form, "ADJ", "JJ", "amod", form)

    def article(self, form: str, deprel: str) -> Node:
        """An article."""
        return word(form, "DET", "DT", deprel, "a" if form == "an" else form)

    def person(self, draw: random.Random, deprel: str) -> Node:
        """ "Zimbabwean Prime Minister Robert Mugabe"."""
        name = draw.choice(self.names)
        node = Node(name[0], name[0], "PROPN", "NNP", deprel)
        node.after = [Node(part, part, "PROPN", "NNP", "flat") for part in name[1:]]
        if draw.random() < 0.8:
            parts = draw.choice(TITLES).split()
            title = Node(parts[-1], parts[-1], "PROPN", "NNP", "nmod:desc")
            if len(parts) > 1:
                first = "Prime" if parts[0] == "Prime" else parts[0]
                adjective = first in ("Prime", "Foreign")
                title.before.append(
                    Node(first, first, "ADJ" if adjective else "PROPN", "NNP", "amod" if adjective else "compound")
                )
            if draw.random() < 0.6:
                title.before.insert(0, self.nationality(draw))
            node.before = [title]
        return node

    def people(self, draw: random.Random, deprel: str) -> Node:
        """ "Israeli helicopters and tanks", "three Syrian rebels", "protesters in Cairo"."""
        form, lemma = draw.choice(self.people_nouns)
        node = word(form, "NOUN", "NNS", deprel, lemma)
        if draw.random() < 0.25:
            node.before.append(word(draw.choice(("three", "20", "dozens", "1,500", "several")), "NUM", "CD", "nummod"))
            if node.before[0].form == "several":
                node.before = [word("several", "ADJ", "JJ", "amod")]
            elif node.before[0].form == "dozens":
                node.before = []
        if draw.random() < 0.75:
            node.before.append(self.nationality(draw))
        if draw.random() < 0.12:
            other, base = draw.choice(self.people_nouns)
            joined = word(other, "NOUN", "NNS", "conj", base)
            joined.before = [word("and", "CCONJ", "CC", "cc")]
            node.after.append(joined)
        elif draw.random() < 0.15:
            node.after.append(self.phrase(draw, "in", "nmod"))
        elif draw.random() < 0.06:
            node.after.append(self.relative(draw))
        return node

    def thing(self, draw: random.Random, deprel: str) -> Node:
        """ "the Syrian proposal", "an Israeli village"."""
        noun = draw.choice(THINGS)
        node = word(noun, "NOUN", "NN", deprel)
        node.before = [self.article(draw.choice(("the", "a")), "det"), self.nationality(draw)]
        if node.before[0].form == "a" and node.before[1].form[0] in "AEIOU":
            node.before[0].form = "an"
        return node

    def phrase(self, draw: random.Random, case: str, deprel: str) -> Node:
        """A preposition with a place."""
        place = draw.choice(self.places)
        node = Node(place, place, "PROPN", "NNP", deprel)
        node.before = [word(case, "ADP", "IN", "case")]
        return node

    def after_case(self, node: Node, case: str) -> Node:
        """A noun phrase with a preposition before it."""
        node.before.insert(0, word(case, "ADP", "IN", "case"))
        return node

    def time(self, draw: random.Random) -> Node:
        """ "Monday", "on Monday"."""
        day = draw.choice(DAYS)
        node = Node(day, day, "PROPN", "NNP", "obl:unmarked")
        if draw.random() < 0.6:
            node.deprel = "obl"
            node.before = [word("on", "ADP", "IN", "case")]
        return node

    # — clauses —

    def verb(self, draw: random.Random, tag: str, deprel: str = "root") -> Node:
        """A transitive verb of the lexicon in one form."""
        form, lemma = draw.choice(self.words.transitive[tag])
        return word(form, "VERB", tag, deprel, lemma)

    def object_(self, draw: random.Random, deprel: str = "obj") -> Node:
        """A party or a thing."""
        return self.thing(draw, deprel) if draw.random() < 0.35 else self.party(draw, deprel)

    def clause(self, draw: random.Random) -> Node:
        """A main clause in the past, future or perfect."""
        made = draw.choice(
            (
                self.active,
                self.active,
                self.active,
                self.passive,
                self.control,
                self.urging,
                self.light,
                self.light,
                self.perfect,
                self.shot_down,
            )
        )(draw)
        if draw.random() < 0.4:
            made.after.append(self.time(draw))
        if draw.random() < 0.3:
            made.after.append(self.phrase(draw, draw.choice(("in", "near", "in", "outside")), "obl"))
        if draw.random() < 0.12:
            made.after.append(self.manner(draw))
        elif draw.random() < 0.2:
            made.after.append(self.subordinate(draw))
        return made

    def active(self, draw: random.Random) -> Node:
        """ "Israeli helicopters shelled positions"."""
        verb = self.verb(draw, "VBD")
        verb.before = [self.party(draw, "nsubj")]
        if draw.random() < 0.15:
            verb.before.append(word(draw.choice(ADVERBS), "ADV", "RB", "advmod"))
        if draw.random() < 0.12:
            verb.before.append(self.time(draw))
        verb.after = [self.object_(draw)]
        return verb

    def perfect(self, draw: random.Random) -> Node:
        """ "has rejected", "will arrest"."""
        future = draw.random() < 0.5
        verb = self.verb(draw, "VB" if future else "VBN")
        auxiliary = (
            word("will", "AUX", "MD", "aux")
            if future
            else word(draw.choice(("has", "have", "had")), "AUX", "VBZ", "aux", "have")
        )
        if auxiliary.form != "has" and not future:
            auxiliary.xpos = "VBP" if auxiliary.form == "have" else "VBD"
        verb.before = [self.party(draw, "nsubj"), auxiliary]
        verb.after = [self.object_(draw)]
        return verb

    def passive(self, draw: random.Random) -> Node:
        """ "was shot down by"."""
        verb = self.verb(draw, "VBN")
        verb.before = [
            self.object_(draw, "nsubj:pass"),
            word(draw.choice(("was", "were")), "AUX", "VBD", "aux:pass", "be"),
        ]
        if draw.random() < 0.65:
            verb.after = [self.after_case(self.party(draw, "obl:agent"), "by")]
        return verb

    def infinitive(self, draw: random.Random, deprel: str) -> Node:
        """ "to withdraw its troops"."""
        verb = self.verb(draw, "VB", deprel)
        verb.before = [word("to", "PART", "TO", "mark")]
        verb.after = [self.object_(draw)]
        return verb

    def control(self, draw: random.Random) -> Node:
        """ "agreed to", "threatened Monday to"."""
        form, lemma = draw.choice(CONTROL)
        verb = word(form, "VERB", "VBD", "root", lemma)
        verb.before = [self.party(draw, "nsubj")]
        if draw.random() < 0.2:
            verb.after.append(self.time(draw))
        verb.after.append(self.infinitive(draw, "xcomp"))
        return verb

    def urging(self, draw: random.Random) -> Node:
        """ "urged Syria to"."""
        form, lemma = draw.choice(URGING)
        verb = word(form, "VERB", "VBD", "root", lemma)
        verb.before = [self.party(draw, "nsubj")]
        verb.after = [self.party(draw, "obj"), self.infinitive(draw, "xcomp")]
        return verb

    def light(self, draw: random.Random) -> Node:
        """ "held talks with", "imposed sanctions on"."""
        form, lemma, phrase, noun, case = draw.choice(LIGHT)
        verb = word(form, "VERB", "VBD", "root", lemma)
        verb.before = [self.party(draw, "nsubj")]
        parts = phrase.split()
        target = word(parts[-1], "NOUN", "NNS" if parts[-1].endswith("s") else "NN", "obj", noun)
        for part in parts[:-1]:
            target.before.append(
                self.article(part, "det") if part in ("a", "an", "the") else word(part, "NOUN", "NN", "compound")
            )
        verb.after = [target]
        argument = (
            self.after_case(self.phrase(draw, case, "obl") if case == "in" else self.party(draw, "nmod"), case)
            if case != "in"
            else self.phrase(draw, case, "obl")
        )
        if case == "in":
            verb.after.append(argument)
        else:
            target.after.append(argument)
        return verb

    def subordinate(self, draw: random.Random) -> Node:
        """ "after Turkish fighters shot down a bomber", "two days after …"."""
        clause = draw.choice((self.active, self.active, self.passive, self.light, self.shot_down))(draw)
        mark = draw.choice(("after", "after", "before", "when", "as", "while", "because", "since", "although"))
        clause.deprel = "advcl"
        clause.before.insert(
            0,
            word(
                mark,
                "ADV" if mark == "when" else "SCONJ",
                "WRB" if mark == "when" else "IN",
                "advmod" if mark == "when" else "mark",
            ),
        )
        if mark in ("after", "before") and draw.random() < 0.35:
            unit, plural_ = draw.choice((("day", "days"), ("week", "weeks"), ("hour", "hours"), ("month", "months")))
            time = word(plural_, "NOUN", "NNS", "obl:unmarked", unit)
            time.before = [word(draw.choice(("two", "three", "ten")), "NUM", "CD", "nummod")]
            clause.before.insert(0, time)
        return clause

    def shot_down(self, draw: random.Random) -> Node:
        """ "Turkish fighters shot down a Russian bomber", "called off the talks"."""
        form, lemma, particle = draw.choice(
            (
                ("shot", "shoot", "down"),
                ("called", "call", "off"),
                ("broke", "break", "off"),
                ("blew", "blow", "up"),
                ("turned", "turn", "down"),
                ("gunned", "gun", "down"),
                ("handed", "hand", "over"),
                ("pulled", "pull", "out"),
                ("rounded", "round", "up"),
            )
        )
        verb = word(form, "VERB", "VBD", "root", lemma)
        verb.before = [self.party(draw, "nsubj")]
        verb.after = [word(particle, "ADP", "RP", "compound:prt"), self.object_(draw)]
        return verb

    def relative(self, draw: random.Random) -> Node:
        """ "who attacked the village", "which was bombed by"."""
        if draw.random() < 0.6:
            verb = self.verb(draw, "VBD", "acl:relcl")
            verb.before = [word(draw.choice(("who", "which", "that")), "PRON", "WP", "nsubj")]
            verb.after = [self.object_(draw)]
        else:
            verb = self.verb(draw, "VBN", "acl")
            verb.after = [self.after_case(self.party(draw, "obl:agent"), "by")]
        return verb

    def manner(self, draw: random.Random) -> Node:
        """ ", killing three villagers"."""
        verb = self.verb(draw, "VBG", "advcl")
        verb.before = [Node(",", ",", "PUNCT", ",", "punct", tight=True)]
        verb.after = [self.people(draw, "obj")]
        return verb

    def said_before(self, draw: random.Random, clause: Node) -> Node:
        """ "officials said Monday that …"."""
        say = self.saying(draw)
        if draw.random() < 0.4:
            say.after.append(self.time(draw))
        clause.deprel = "ccomp"
        if draw.random() < 0.6:
            clause.before.insert(0, word("that", "SCONJ", "IN", "mark"))
        say.after.append(clause)
        return say

    def said_after(self, draw: random.Random, clause: Node) -> Node:
        """ "…, officials said"."""
        say = self.saying(draw)
        clause.deprel = "ccomp"
        say.before = [clause, Node(",", ",", "PUNCT", ",", "punct", tight=True), *say.before]
        if draw.random() < 0.4:
            say.after.append(self.time(draw))
        return say

    def saying(self, draw: random.Random) -> Node:
        """A verb of saying with its subject."""
        form, lemma = draw.choice(SAYING)
        parts = form.split()
        say = word(parts[0], "VERB", "VBD", "root", lemma)
        say.before = [self.party(draw, "nsubj")]
        if len(parts) > 1:
            say.after.append(word(parts[1], "NOUN", "NNS", "obj" if lemma == "tell" else "iobj", "reporter"))
        return say
