"""Kills a read at random moments, runs it again, and compares with a read that nobody disturbed.

    python benchmarks/killed.py --kills 50 [--documents 12] [--seed 1] [--model FOLDER]

Exit code 1 and the first lines that differ where the two casebooks are not the same. `--model` tries
another parser than the one that ships.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

# What the killed process runs. "ready" is told once the model is loaded: from there on there is something to lose.
CHILD = """
import sys
from pathlib import Path
from entente import flow, lexicons, parsing, reading
from entente.store import create_or_open
texts, casebook, model = sys.argv[1:]
if model:
    import spacy
    parser = parsing.Parser(spacy.load(model), parsing.pipeline.model_hash(Path(model)))
else:
    parser = parsing.load()
lexicon = lexicons.load()
print("ready", flush=True)
with create_or_open(casebook) as opened:
    flow.update(opened, reading.read([texts]), lexicon, parser)
print("done", flush=True)
"""
STATES = ("France", "Germany", "Turkey", "Russia", "Iran", "Egypt", "China", "Japan")
ACTS = (
    "{0} expelled two diplomats of {1} on Monday, the foreign ministry said.",
    "The president of {0} met the president of {1} in Geneva on Tuesday.",
    '{0} accused {1} of violating the ceasefire. "We will not accept this," the minister said.',
    "{0} and {1} signed an agreement on trade on Wednesday.",
    "{0} imposed sanctions on {1} after the attack, which killed 12 people.",
    "{0} will send humanitarian aid to {1} next week.",
)


@dataclass(frozen=True)
class Outcome:
    """How many of the kills hit a run at work, and the lines in which the two casebooks differ."""

    kills: int
    hits: int
    differences: tuple[str, ...]


def write_texts(folder: Path, documents: int, seed: int) -> None:
    """Made-up articles of a few paragraphs; the same seed gives the same texts. Every fifth file is no article."""
    chance = random.Random(seed)
    folder.mkdir()
    for number in range(documents):
        day = 10 + number % 18
        acts = [chance.choice(ACTS).format(*chance.sample(STATES, 2)) for _ in range(12)]
        body = "\n\n".join(" ".join(acts[start : start + 3]) for start in range(0, 12, 3))
        (folder / f"{number:03}.txt").write_text(f"Report {number}\n{day} November 2015\n\n{body}\n", encoding="utf-8")
        if number % 5 == 0:
            (folder / f"{number:03}.html").write_bytes(b"")


def start(texts: Path, casebook: Path, model: str) -> subprocess.Popen[str]:
    """A read in a process of its own, up to the moment when its model is loaded."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(texts), str(casebook), model],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    if child.stdout.readline() != "ready\n":
        raise RuntimeError(child.communicate()[1])
    return child


def finish(child: subprocess.Popen[str]) -> float:
    """Waits for the read; its seconds. Raises RuntimeError with its traceback where it fails."""
    began = time.monotonic()
    assert child.stdout is not None
    told, seconds = child.stdout.readline(), time.monotonic() - began
    errors = child.communicate()[1]
    if told != "done\n":
        raise RuntimeError(errors)
    return seconds


def lines_of(casebook: Path) -> list[str]:
    """All that the casebook holds."""
    from entente.store import canonical, open_read_only

    with open_read_only(casebook) as opened:
        return list(canonical(opened))


def run(kills: int, documents: int, seed: int, model: str = "", every: int = 5) -> Outcome:
    """Reads undisturbed; then is killed up to `every` times in a row before one run may finish, again and again."""
    chance, differences, hits = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_texts(folder / "texts", documents, seed)
        calm, shaken = folder / "calm.casebook", folder / "shaken.casebook"
        seconds = finish(start(folder / "texts", calm, model))
        expected = lines_of(calm)
        for number in range(1, kills + 1):
            hit = kill(start(folder / "texts", shaken, model), chance.uniform(0, seconds))
            hits += hit
            if hit and number % every and number < kills:
                continue
            finish(start(folder / "texts", shaken, model))
            found = lines_of(shaken)
            differences += [f"- {left}\n+ {right}" for left, right in zip_longest(expected, found) if left != right]
            differences += [f"left beside it: {path.name}" for path in folder.glob("shaken*") if path != shaken]
            shaken.unlink()
    return Outcome(kills, hits, tuple(differences))


def kill(child: subprocess.Popen[str], after_seconds: float) -> bool:
    """SIGKILL; whether the run was still at work."""
    time.sleep(after_seconds)
    child.kill()
    output, errors = child.communicate()
    if child.returncode not in (0, -signal.SIGKILL):
        raise RuntimeError(errors)
    return output != "done\n"


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="")
    given = parser.parse_args()
    outcome = run(given.kills, given.documents, given.seed, given.model)
    print(f"{outcome.kills} kills, {outcome.hits} of them at work, {len(outcome.differences)} differences")
    for difference in outcome.differences[:10]:
        print(difference)
    return 1 if outcome.differences else 0


if __name__ == "__main__":
    sys.exit(main())
