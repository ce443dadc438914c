"""Where an act took place: the place that hangs on its clause."""

from __future__ import annotations

from entente.coding.match import Match
from entente.coding.mentions import MentionFinder
from entente.coding.parties import SentenceParties
from entente.coding.tree import Tree
from entente.records import Place

PLACE_CASES = frozenset({"in", "at", "near", "outside", "around", "inside", "across", "throughout", "off", "over"})
ARRIVAL_CASES = frozenset({"to", "into", "for"})


def place(tree: Tree, parties: SentenceParties, match: Match, finder: MentionFinder, arrives: bool) -> Place | None:
    """The first named place on the trigger, its light verb, its object or its clause; `arrives`: "to Moscow" counts."""
    nodes = [match.trigger]
    if match.light is not None:
        nodes.append(match.light)
    nodes += [*match.objects]
    nodes += [index for index in tree.ancestors(match.trigger) if tree.tokens[index].upos in ("VERB", "NOUN")][:1]
    cases = PLACE_CASES | ARRIVAL_CASES if arrives else PLACE_CASES
    for node in nodes:
        for case, index in tree.prepositional(node):
            if case in cases:
                found = place_at(tree, parties, finder, index)
                if found is not None:
                    return found
    return None


def place_at(tree: Tree, parties: SentenceParties, finder: MentionFinder, index: int) -> Place | None:
    """The place that a noun names, with the country round it."""
    lexicon = finder.lexicon
    first, last = finder.name_span(tree, index)
    text = finder.document.text[tree.tokens[first].start : tree.tokens[last].end]
    city = lexicon.cities.get(" ".join(text.split())) or lexicon.cities.get(tree.tokens[index].text)
    if city is not None:
        return Place(
            text, city.name, city.country, city.admin1, city.geonames_id, "city", city.latitude, city.longitude
        )
    hit = parties.hits.get(index)
    if hit is not None and hit[2].kind in ("state", "region", "capital", "seat"):
        entry = lexicon.entries[hit[2].entry_id]
        precision = {"state": "country", "region": "region"}.get(hit[2].kind, "city")
        name = entry.label if hit[2].kind == "state" else hit[2].text
        return Place(text, name, entry.country, "", None, precision, None, None)  # type: ignore[arg-type]
    country = finder.country_at(parties, index)
    if country:
        return Place(text, text, country, "", None, "region", None, None)
    return None
