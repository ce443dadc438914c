"""Which documents carry the same text: candidates by MinHash, verified by exact Jaccard."""

from __future__ import annotations

import re
from collections.abc import Iterable

from entente.records import Document, Link, linked

SHINGLE_WORDS = 5
LEAST_WORDS = 30  # shorter texts say too little to be copies of each other
LEAST_JACCARD = 0.35  # an edited wire text keeps more than a third; unrelated reports of one affair share under a tenth
LEAST_CONTAINMENT = 0.5  # a short version cut out of a long one
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[str]:
    """All runs of five words, in lower case, without punctuation."""
    words = _WORD.findall(text.lower())
    return frozenset(" ".join(words[start : start + SHINGLE_WORDS]) for start in range(len(words) - SHINGLE_WORDS + 1))


def copies(documents: Iterable[Document]) -> tuple[Link, ...]:
    """Pairs of documents that share most of their text, as Links of kind "copy", sorted."""
    from rensa import RMinHash, RMinHashLSH  # compiled; only a casebook of several documents needs it

    sets = {document.id: shingles(document.text) for document in documents}
    kept = sorted(id_ for id_, found in sets.items() if len(found) >= LEAST_WORDS)
    hashes, index = {}, RMinHashLSH(threshold=0.2, num_perm=128, num_bands=64)
    for number, id_ in enumerate(kept):
        made = RMinHash(num_perm=128, seed=11)
        made.update(sorted(sets[id_]))
        hashes[id_] = made
        index.insert(number, made)
    links = []
    for number, id_ in enumerate(kept):
        for other in sorted(index.query(hashes[id_])):
            if other > number:
                found = _verified(id_, kept[other], sets[id_], sets[kept[other]])
                if found is not None:
                    links.append(found)
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _verified(left: str, right: str, mine: frozenset[str], theirs: frozenset[str]) -> Link | None:
    common = len(mine & theirs)
    jaccard, containment = common / len(mine | theirs), common / min(len(mine), len(theirs))
    if jaccard < LEAST_JACCARD and containment < LEAST_CONTAINMENT:
        return None
    reason = (
        f"{common} runs of {SHINGLE_WORDS} words in common, Jaccard {jaccard:.2f}, of the shorter {containment:.0%}"
    )
    return linked(left, right, "copy", "same", round(max(jaccard, containment), 4), (reason,), "copies")
