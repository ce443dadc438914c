"""Runs the shared scorers over the shared gold and prints their headline figures side by side.

Run: `python tools/score.py [TASK...] [--shared ../shared] [--quotations N] [--keep FOLDER]`. TASK is one of those in
TASKS, all without one. Of the long documents of `quotations` the first N are coded (100 unless told; 0 is all).
The gold is not part of this repository: where the folder is missing, it says so and exits 0.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from entente import flow, lexicons, parsing
from entente.exports import FORMATS, contract, rows
from entente.reading import document_from_mapping
from entente.records import Document
from entente.views import open_contents

Json = dict[str, Any]

# Task → the scorer, its gold, and the figures that are printed after the headline.
TASKS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "plover": ("plover", "plover_dev", ("type", "type+source", "first type", "first type+source+target", "quad")),
    "times": ("times", "times_train", ("strict span", "relaxed span", "type")),
    "quotations": ("quotations", "quotations_train", ("content, exact", "speaker", "speaker of found", "cue")),
    "status": ("status", "status_train", ("coverage", "r")),
    "cameo": ("cameo", "cameo_class_train", ("accuracy_first",)),
    "roles": ("cameo", "cameo_roles_train", ("all roles, all events",)),
    "stories": ("stories", "stories_train", ("coverage", "clusters_of_two", "head_word_covered")),
}


def coded(lines: Iterable[str]) -> Iterator[Json]:
    """Input lines of `entente code` → what the scorers read of its output; parsed in batches."""
    lexicon, parser = lexicons.load(), parsing.load()
    for (document, _, _), found in flow.coded_documents((_document(line) for line in lines), lexicon, parser):
        mentions = {mention.id: mention for mention in found.mentions}
        yield {
            "id": document.given_id,
            "events": [contract.event(event, mentions) for event in found.events],
            "times": [contract.time(each) for each in found.times],
            "quotations": [contract.quotation(each, mentions) for each in found.quotations],
        }


def _document(line: str) -> Document:
    found = document_from_mapping(json.loads(line), "the gold")
    if not isinstance(found, Document):
        raise SystemExit(f"the scorer's input is no document: {found}")
    return found


def _run(shared: Path, scorer: str, *words: str) -> str:
    command = [sys.executable, f"{scorer}.py", *words]
    return subprocess.run(command, cwd=shared / "score", capture_output=True, text=True, check=True).stdout


def score_lines(shared: Path, task: str, folder: Path, first: int) -> str:
    """One task over lines: the gold (its first rows only, where asked) is coded and scored."""
    scorer, name, _ = TASKS[task]
    found = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    gold, made = folder / f"{task}.gold.jsonl", folder / f"{task}.coded.jsonl"
    gold.write_text("\n".join(found[:first] if task == "quotations" and first else found) + "\n", encoding="utf-8")
    lines = _run(shared, scorer, "input", str(gold)).splitlines()
    made.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in coded(lines)), encoding="utf-8")
    return _run(shared, scorer, "score", str(gold), str(made))


def score_stories(shared: Path, folder: Path) -> str:
    """One casebook a topic; its stories and documents are exported and scored."""
    gold = shared / "gold" / "stories_train.jsonl"
    _run(shared, "stories", "input", str(gold), str(folder / "texts"))
    made: list[str] = []
    for topic in sorted(path for path in (folder / "texts").iterdir() if path.is_dir()):
        casebook = folder / f"{topic.name}.entente"
        flow.read_into([topic], casebook)
        with open_contents(casebook) as contents:
            for what in ("stories", "documents"):
                written = folder / f"{topic.name}.{what}.jsonl"
                with written.open("w", encoding="utf-8") as stream:
                    FORMATS["jsonl"](rows.EXPORTED[what](contents, "week"), stream)
                made.append(str(written))
    return _run(shared, "stories", "score", str(gold), *made)


def main() -> int:
    """Prints one row a task."""
    options = _options()
    if not (options.shared / "score").is_dir():
        print(f"{options.shared}: the shared gold is not here, so nothing is scored; name its folder with --shared")
        return 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(options.keep or made)
        folder.mkdir(parents=True, exist_ok=True)
        for task in options.tasks or TASKS:
            began = time.perf_counter()
            told = (
                score_stories(options.shared, folder)
                if task == "stories"
                else score_lines(options.shared, task, folder, options.quotations)
            )
            (folder / f"{task}.txt").write_text(told, encoding="utf-8")
            print(_row(task, json.loads(told.strip().splitlines()[-1]), time.perf_counter() - began), flush=True)
    return 0


def _row(task: str, figures: Json, seconds: float) -> str:
    beside = "  ".join(f"{name} {figures[name]:.3f}" for name in TASKS[task][2] if isinstance(figures.get(name), float))
    return f"{task:11} {figures['headline']:.3f}  {figures['headline_name']:34} {seconds:6.0f} s  {beside}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parent.parent.parent / "shared")
    parser.add_argument("--quotations", type=int, default=100, metavar="N", help="documents of quotations; 0: all")
    parser.add_argument("--keep", metavar="FOLDER", help="where the coded lines and the full reports are left")
    options = parser.parse_args()
    options.shared = options.shared.resolve()
    if unknown := sorted(set(options.tasks) - set(TASKS)):
        parser.error(f"{', '.join(unknown)}: no task; choose of {', '.join(TASKS)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
