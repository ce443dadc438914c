"""Which language a text is written in."""

from __future__ import annotations

import re

SAMPLE_CHARACTERS = 2_000
FEWEST_LETTERS = 24  # in words without a capital; fewer tell no language
CLEAR_LEAD = 30.0  # nats by which a language must lead before English for a text to be called foreign
NO_LANGUAGE = "zxx"  # what the model calls a text that is in none

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, "" where too little is written to tell.

    Names tell no language ("Recep Tayyip Erdogan hosts Ilham Aliyev"), so words with a capital are left
    out where enough others stay. The model is loaded at the first call.
    """
    found = _WORD.findall(text[:SAMPLE_CHARACTERS])
    small = [word for word in found if not word[0].isupper()]
    if sum(map(len, small)) < FEWEST_LETTERS:
        return ""
    sample = " ".join(small if sum(map(len, small)) >= 2 * FEWEST_LETTERS else found)
    import py3langid

    ranked = py3langid.rank(sample)
    best, lead = ranked[0][0], ranked[0][1] - dict(ranked)["en"]
    if best == "en":
        return "en"
    return str(best) if best != NO_LANGUAGE and lead >= CLEAR_LEAD else ""
