"""The reviewed data is as its schemas say, and what the package loads was made from it."""

from __future__ import annotations

import pytest

import check_data
import compile_lexicon


@pytest.mark.parametrize("check", check_data.CHECKS, ids=lambda check: check.__name__)
def test_the_data_has_no_problem(check):
    """What a reviewer would be told by tools/check_data.py, nobody needs to be told."""
    assert list(check()) == []


def test_every_file_has_one_schema():
    """A file of data that no schema is for would be checked by nobody."""
    assert set(check_data.files()) == set(check_data.schemas())


def test_the_compiled_lexicon_is_fresh(monkeypatch, capsys):
    """The package never runs on an older lexicon than the one under review."""
    monkeypatch.setattr("sys.argv", ["compile_lexicon.py", "--check"])
    assert compile_lexicon.main() == 0, capsys.readouterr().out


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A copy of the data in which one file is replaced; gives the problems that are then found."""
    import shutil

    def check(name, text, checks=(check_data.check_form, check_data.check_schemas)):
        data = tmp_path / "data"
        (data / name).parent.mkdir(parents=True)
        shutil.copytree(check_data.DATA / "schemas", data / "schemas")
        (data / name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(check_data, "DATA", data)
        for cached in (check_data.schemas, check_data.registry, check_data.load_tsv):
            cached.cache_clear()
        return [problem for each in checks for problem in each()]

    yield check
    monkeypatch.undo()
    for cached in (check_data.schemas, check_data.registry, check_data.load_tsv):
        cached.cache_clear()


def test_a_column_out_of_its_vocabulary_is_told_with_its_line(broken):
    """PLOVER's sectors are closed."""
    problems = broken("agents.tsv", "lemma\tsector\tkind\tnote\nactor\tART\tperson\t\n")
    assert len(problems) == 1
    assert problems[0].startswith("agents.tsv, line 2: sector 'ART'")


def test_a_row_that_lost_a_tab_is_told(broken):
    """A missing cell would move all that follow."""
    assert any(
        "line 3: 1 cells" in problem
        for problem in broken("contexts.tsv", "lemma\tcontext\nabortion\trights_freedoms\nballot\n")
    )


def test_a_file_out_of_order_is_told(broken):
    """Sorted files merge without conflicts."""
    assert any("not sorted" in problem for problem in broken("goldstein.tsv", "cameo\tvalue\n02\t0.0\n01\t0.0\n"))


def test_a_file_without_a_schema_is_told(broken):
    """A new kind of file begins with its schema."""
    assert any("no schema" in problem for problem in broken("colours.tsv", "name\nred\n"))


def test_two_in_one_chair_are_told(broken):
    """A country has one foreign minister on a day."""
    head = "id\tname\tnames_strong\tnames_weak\tcountry\tsector\toffice\tfrom\tuntil\tsource\n"
    rows = (
        "xxa.gov.one\tOne\tOne\t\tXXA\tGOV\tforeign minister\t2001-01-01\t2003-01-01\tmade up\n"
        "xxa.gov.two\tTwo\tTwo\t\tXXA\tGOV\tforeign minister\t2002-12-31\t\tmade up\n"
    )
    problems = broken("actors/leaders_toys.tsv", head + rows, (check_data.check_tenures,))
    assert len(problems) == 1
    assert "xxa.gov.one" in problems[0] and "xxa.gov.two" in problems[0]


def test_examples_that_differ_by_a_noun_are_told(broken):
    """Two sentences with the same words prove the same thing."""
    senses = "".join(
        f"- {{id: a.b.{number}, event: NONE, patterns: ['v:go'], not: 'A minister will go to the {noun} by car.'}}\n"
        for number, noun in enumerate(("church", "market"))
    )
    assert len(broken("predicates/toys.yaml", senses, (check_data.check_examples,))) == 1
