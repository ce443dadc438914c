"""What many rooms' tests share: the example affair as a casebook, read once, and the program run in this process."""

from __future__ import annotations

import io
import sys
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import pytest

DATA = Path(str(resources.files("entente") / "data"))


class Ran(NamedTuple):
    """What a command left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def affair_folder() -> Path:
    """The folder of the example affair."""
    return DATA / "affair"


@pytest.fixture(scope="session")
def example(tmp_path_factory, affair_folder) -> Path:
    """The example affair as a casebook. Tests look into it and never write."""
    if not (DATA / "models" / "news-en-1").is_dir():
        pytest.skip("the model news-en-1 is not in src/entente/data/models")
    from entente import flow

    path = tmp_path_factory.mktemp("example") / "example.entente"
    flow.read_into([affair_folder], path)
    return path


@pytest.fixture
def contents(example):
    """The example casebook, open."""
    from entente.views import open_contents

    with open_contents(example) as found:
        yield found


@pytest.fixture
def entente(monkeypatch, capsys):
    """The program: `entente("show", "timeline", casebook)`; `stdin` is what comes through the pipe."""
    from entente.cli import main

    def run(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["entente", *(str(word) for word in words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))))
        monkeypatch.setenv("COLUMNS", "100")
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return run
