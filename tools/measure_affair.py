"""How well the made-up affair in data/affair is read: tests/affair/answers.json says what a careful coder finds.

Run: `python tools/measure_affair.py [STAGE]` prints the share of answers met at every stage and every miss with
what was got instead. `--pin` raises the floors in gold/floors.json to the shares; `--lower` with it lets them sink.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator

import affair_documents
import affair_stories
import floors
from affair_reading import Check, Reading, reading

STAGES: tuple[Callable[[Reading], Iterator[Check]], ...] = (
    affair_documents.documents,
    affair_documents.segments,
    affair_documents.voices,
    affair_documents.quotations,
    affair_documents.events,
    affair_stories.stories,
    affair_stories.copies,
    affair_stories.dissent,
    affair_stories.actors,
    affair_stories.facts,
)


def checks() -> list[Check]:
    """Every answer of every stage."""
    return [check for stage in STAGES for check in stage(reading())]


def shares(found: list[Check]) -> dict[str, dict[str, float]]:
    """Stage → measure → share of the answers that are met; `all` over the stage."""
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for check in found:
        for measure in ("all", check.measure):
            counts[check.stage][measure].append(check.met)
    return {
        stage: {measure: sum(met) / len(met) for measure, met in measures.items()} for stage, measures in counts.items()
    }


def main() -> int:
    """Prints the misses and the shares; 1 where a share is below its floor."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    found = [check for check in checks() if all(word in check.stage for word in words)]
    for check in found:
        if not check.met:
            print(f"{check.stage}/{check.measure}: {check.what} | got {check.got}")
    measured = shares(found)
    for stage, measures in measured.items():
        print(f"\n{stage:12}" + "  ".join(f"{measure} {share:.3f}" for measure, share in measures.items()), end="")
    print()
    if words:
        return 0
    if "--pin" in sys.argv:
        print("\n".join(floors.pin("affair", measured, lower="--lower" in sys.argv)))
    sunk = floors.below("affair", measured)
    print("\n".join(sunk))
    return 1 if sunk else 0


if __name__ == "__main__":
    sys.exit(main())
