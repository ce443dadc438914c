"""Trains the language pipeline that ships in the package: one command.

    python training/train.py TREEBANK_FOLDER [--output FOLDER] [--set section.key=value ...]

Needs the folder with train, dev and test.conllu.gz, spaCy 3.8 and about a hundred minutes of one core.
Writes the model with its figures; the card beside it (CARD.md) is written by hand.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import spacy  # noqa: E402
from spacy import util  # noqa: E402
from spacy.cli.train import train  # noqa: E402
from spacy.training.initialize import init_nlp  # noqa: E402

import evaluate  # noqa: E402
import lemmas  # noqa: E402
import treebank  # noqa: E402

DATA = HERE.parent / "src" / "entente" / "data"
LEARNED = ("tagger", "morphologizer", "parser")


def fit(folder: Path, work: Path, changes: dict[str, Any]) -> Path:
    """Trains tagger, part of speech and parser; gives the folder of the best model on the dev part."""
    overrides = {"paths.train": str(folder / "train.conllu.gz"), "paths.dev": str(folder / "dev.conllu.gz"), **changes}
    work.mkdir(parents=True, exist_ok=True)
    # The reader has no end, so the labels are collected from one pass beforehand.
    sample = init_nlp(util.load_config(HERE / "pipeline.cfg", overrides={**overrides, "training.max_epochs": 1}))
    for name in LEARNED:
        labels = work / f"{name}.json"
        labels.write_text(json.dumps(sample.get_pipe(name).label_data), encoding="utf-8")  # type: ignore[attr-defined]
        overrides[f"initialize.components.{name}.labels.path"] = str(labels)
    train(HERE / "pipeline.cfg", work, overrides={**overrides, "training.max_epochs": -1})
    return work / "model-best"


# Abbreviated titles whose full stop ends no sentence and that spaCy's tokenizer does not know.
TITLES = (
    "Lt.",
    "Lieut.",
    "Col.",
    "Maj.",
    "Capt.",
    "Cmdr.",
    "Sgt.",
    "Cpl.",
    "Adm.",
    "Brig.",
    "Amb.",
    "Hon.",
    "Msgr.",
    "Rt.",
    "Sec.",
    "Supt.",
    "Insp.",
    "Atty.",
    "Pres.",
    "Min.",
)
# What the second phase changes: words of the field, made sentences, more of GUM's genres, a low rate.
SECOND: dict[str, Any] = {
    "training.max_steps": 2600,
    "training.optimizer.learn_rate.initial_rate": 0.0006,
    "training.optimizer.learn_rate.warmup_steps": 100,
    "training.batcher.size.start": 1000,
    "corpora.train.gum_copies": 4,
    "corpora.train.substitute": 0.3,
    "corpora.train.made_share": 0.12,
    "corpora.train.seed": 11,
}


def specialise(trained: Path, folder: Path, work: Path, changes: dict[str, Any]) -> Path:
    """Goes on from a trained model with the lexicon's words among the treebank's; gives the last model."""
    config = util.load_config(HERE / "pipeline.cfg")
    for name in ("tok2vec", *LEARNED):
        config["components"][name] = {"source": str(trained)}
    config["initialize"]["components"] = {}
    work.mkdir(parents=True, exist_ok=True)
    config.to_disk(work / "second.cfg")
    overrides = {
        "paths.train": str(folder / "train.conllu.gz"),
        "paths.dev": str(folder / "dev.conllu.gz"),
        **SECOND,
        **changes,
    }
    train(work / "second.cfg", work, overrides=overrides)
    return work / "model-last"


def finish(trained: Path, folder: Path, output: Path) -> None:
    """Adds the lemmatizer, measures on the test part and writes the model where the package ships it."""
    nlp = spacy.load(trained)
    lexicon = json.loads((DATA / "compiled" / "lexicon.json").read_text(encoding="utf-8"))
    words = [("noun", row[0]) for row in lexicon["agents"] if " " not in row[0]]
    for sense in lexicon["senses"]:
        for line in sense[8]:
            kind, _, rest = line.split()[0].partition(":")
            words += [("verb" if kind == "v" else "adj" if kind == "a" else "noun", word) for word in rest.split("|")]
    lemmas.add_lemmatizer(nlp, folder / "train.conllu.gz", DATA / "lemmas_irregular.tsv", words)
    for title in TITLES:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[attr-defined]
    nlp.config["paths"] = {part: f"treebank/{part}.conllu.gz" for part in ("train", "dev")}
    nlp.meta.update(
        {
            "name": "news",
            "version": "1.0.0",
            "license": "CC BY-SA 4.0",
            "author": "Entente",
            "description": "Tagger and parser for English news, trained on UD English EWT and GUM.",
        }
    )
    keep = {path.name: path.read_bytes() for path in output.glob("*.md")} if output.exists() else {}
    shutil.rmtree(output, ignore_errors=True)
    nlp.to_disk(output, exclude=["vectors"])
    units = list(treebank.paragraphs(folder / "test.conllu.gz"))
    figures = {
        name: {"gold_tokens": evaluate.gold_tokens(nlp, part), "raw_text": evaluate.raw_text(nlp, part)}
        for name, gum in (("gum", True), ("ewt", False))
        for part in [[unit for unit in units if unit.gum == gum]]
    }
    meta = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = {**figures, "tokens_per_second": evaluate.speed(nlp, [unit for unit in units if unit.gum])}
    (output / "meta.json").write_text(json.dumps(meta, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for name, content in keep.items():
        (output / name).write_bytes(content)
    print(json.dumps(meta["performance"], indent=1))


def main() -> None:
    """Reads the options, trains and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--output", type=Path, default=DATA / "models" / "news-en-1")
    parser.add_argument("--work", type=Path, default=Path("training-work"))
    parser.add_argument("--first", type=Path, help="the first phase's model: go on from it")
    parser.add_argument("--trained", type=Path, help="the second phase's model: only finish it")
    parser.add_argument("--set", action="append", default=[], metavar="section.key=value")
    options = parser.parse_args()
    changes = {key: json.loads(value) for key, value in (pair.split("=", 1) for pair in options.set)}
    trained = options.trained or specialise(
        options.first or fit(options.treebank, options.work / "first", changes),
        options.treebank,
        options.work / "second",
        changes,
    )
    finish(trained, options.treebank, options.output)


if __name__ == "__main__":
    main()
