"""Documents a second and peak memory of each stage, on the example affair repeated.

Run: `python benchmarks/stages.py [COPIES]`. Prints one line a stage and the ratio of each to parsing.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import TypeVar

from entente import coding, grouping, lexicons, linking, parsing, reading, relating
from entente.records import Document
from entente.text import content_id

Result = TypeVar("Result")


def timed(name: str, work: Callable[[], Result], documents: int, seconds: dict[str, float]) -> Result:
    """Runs one stage and notes how long it took."""
    start = time.perf_counter()
    result = work()
    seconds[name] = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<8} {documents / seconds[name]:>9.1f} documents/s   peak {memory:.0f} MB")
    return result


def main() -> None:
    """Times the river stage by stage."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    folder = resources.files("entente") / "data" / "affair"
    seconds: dict[str, float] = {}
    read = timed(
        "read", lambda: [each for each in reading.read([str(folder)]) if isinstance(each, Document)], 28, seconds
    )
    documents = [
        replace(each, id=content_id(each.id, copy), path=f"{copy}/{each.path}")
        for copy in range(copies)
        for each in read
    ]
    count = len(documents)
    lexicon, parser = lexicons.load(), parsing.load()
    pairs = timed("segment", lambda: [(each, coding.segments(each)) for each in documents], count, seconds)
    sentences = timed("parse", lambda: list(parsing.parse_many(pairs, parser)), count, seconds)
    coded = timed(
        "code",
        lambda: [
            coding.code(document, segments, found, lexicon)
            for (document, segments), found in zip(pairs, sentences, strict=True)
        ],
        count,
        seconds,
    )
    mentions = [mention for each in coded for mention in each.mentions]
    events = [event for each in coded for event in each.events]
    actors = timed("link", lambda: linking.link(mentions, lexicon), count, seconds)
    same = timed("copies", lambda: linking.copies(documents), count, seconds)
    stories = timed("group", lambda: grouping.group(events, actors, documents, same), count, seconds)
    timed("relate", lambda: relating.relate(stories, actors), count, seconds)
    tokens = sum(len(sentence.tokens) for found in sentences for sentence in found)
    print(
        f"parsing {tokens / seconds['parse']:.0f} tokens/s; to parsing: "
        + ", ".join(f"{name} {value / seconds['parse']:.2f}" for name, value in seconds.items() if name != "parse")
    )


if __name__ == "__main__":
    main()
