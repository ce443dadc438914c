"""Everything here reads with the parser that ships."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

DATA = Path(str(resources.files("entente") / "data"))


def pytest_collection_modifyitems(items):
    """A checkout without its model cannot read."""
    if not (DATA / "models" / "news-en-1").is_dir():
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="the model news-en-1 is not in src/entente/data/models"))


@pytest.fixture(scope="session")
def affair():
    """The documents of the made-up affair, in the order of their paths."""
    from entente import reading
    from entente.records import Document

    return tuple(record for record in reading.read([DATA / "affair"]) if isinstance(record, Document))


@pytest.fixture
def update(tmp_path):
    """Reads documents into the casebook of a name, made if there is none; gives its path."""
    from entente import flow, lexicons, parsing
    from entente.store import create_or_open

    def run(name, documents):
        with create_or_open(tmp_path / name) as casebook:
            flow.update(casebook, documents, lexicons.load(), parsing.load())
        return tmp_path / name

    return run
