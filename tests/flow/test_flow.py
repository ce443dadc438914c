"""A run twice is a run once; what is new is added, and what is old is not lost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from toy_river import article

from entente import flow
from entente.errors import BadInput
from entente.records import Document, Event, Link, Reject, Relation, Segment, Sentence, Story, linked
from entente.store import canonical, create_or_open

ACT = "FRE deport SYL 2015-11-26"


@pytest.fixture
def casebook(tmp_path):
    """An empty one."""
    with create_or_open(tmp_path / "zenda.casebook") as made:
        yield made


def test_one_story_from_two_outlets(casebook, toys):
    """Two outlets that report one act tell one story, and it counts in the relation of its two parties."""
    other = article(ACT + "\nRUR seize SYL 2015-11-20", "2.txt", "Strelsau Times", 28)
    summary = toys.update(casebook, [article(ACT), other])
    assert (summary.new, summary.recoded, summary.documents, summary.events, summary.stories) == (2, 0, 2, 3, 2)
    assert sorted(len(story.events) for story in casebook.all(Story)) == [1, 2]
    assert [(each.left, each.right) for each in casebook.all(Relation)] == [("fre", "syl"), ("rur", "syl")]


def test_twice_is_once(casebook, toys):
    """The second run codes nothing and leaves the file as it is, byte for byte."""
    given = [article(ACT), article(ACT, "2.txt"), article(ACT), Reject("3.txt", "read", "empty", "3.txt")]
    first = toys.update(casebook, given)
    before = casebook.path.read_bytes()
    second = toys.update(casebook, given)
    assert len(toys.coded) == 2
    assert second == replace(first, new=0) and second.rejects == 1
    assert casebook.path.read_bytes() == before


def test_order_does_not_matter(tmp_path, toys):
    """Documents in any order, at once or one by one, give the same casebook."""
    given = [article(f"{left} deport {right} 2015-11-{day}", f"{left}{right}{day}.txt", f"Outlet {day % 3}", day)
             for left in ("FRE", "RUR", "SYL") for right in ("GRA", "ZEN") for day in (11, 12, 14)]
    found = []
    for number in range(4):
        random.Random(number).shuffle(given)
        with create_or_open(tmp_path / f"{number}.casebook") as casebook:
            for start in range(0, len(given), 5 if number % 2 else 100):
                toys.update(casebook, given[start:start + (5 if number % 2 else 100)])
            found.append(list(canonical(casebook)))
    assert found[0] == found[1] == found[2] == found[3]


def test_old_story_ids_open(casebook, toys):
    """After more documents, every story id that was handed out is an event of exactly one story."""
    toys.update(casebook, [article(ACT, "late.txt", day=29)])
    handed_out = [story.id for story in casebook.all(Story)]
    toys.update(casebook, [article(ACT, "early.txt", "Strelsau Times", 26)])
    for id_ in handed_out:
        assert len([story for story in casebook.all(Story) if id_ in story.events]) == 1


def test_new_version_replaces(casebook, toys):
    """A new text of one URL or path witnesses in the place of the old, which stays readable."""
    old = article(ACT)
    toys.update(casebook, [old])
    new = article(ACT.replace("SYL", "GRA"))
    summary = toys.update(casebook, [new])
    assert summary.documents == 2 and casebook.current_ids() == (new.id,)
    assert casebook.get(Document, new.id).replaces == old.id
    assert casebook.get(Document, old.id) == old and casebook.count(Event) == 2
    assert [story.recipients for story in casebook.all(Story)] == [("gra",)]
    toys.update(casebook, [old, new])
    assert casebook.current_ids() == (new.id,)
    newest = article(ACT.replace("SYL", "ZEN"))
    toys.update(casebook, [newest])
    assert casebook.get(Document, newest.id).replaces == new.id


@pytest.mark.parametrize(("left", "right", "replaced"), [
    ({"url": "https://a.example/1", "path": "x"}, {"url": "https://a.example/1", "path": "y"}, True),
    ({"url": "https://a.example/1", "path": "x"}, {"url": "https://a.example/2", "path": "x"}, False),
    ({"url": "https://a.example/", "path": "x"}, {"url": "https://a.example/", "path": "y"}, False),
    ({"path": "x", "outlet": "A"}, {"path": "x", "outlet": "B"}, True),
    ({"path": "x", "source": "x:1", "given_id": "1"}, {"path": "x", "source": "x:2", "given_id": "2"}, False),
    ({"path": "x", "source": "x:1", "given_id": "1"}, {"path": "x", "source": "x:2", "given_id": "1"}, True),
    ({"path": "x", "source": "x:1"}, {"path": "x", "source": "x:2"}, False),
])
def test_what_is_one_source(casebook, toys, left, right, replaced):
    """A URL, else a file, else the id given within a file; lines of one file and a home page are not one source."""
    toys.update(casebook, [article(ACT, **left), article(ACT.replace("SYL", "GRA"), **right)])
    assert len(casebook.current_ids()) == (1 if replaced else 2)


def test_new_lexicon_codes_again(casebook, toys):
    """Another lexicon or model codes every document anew, and no row of the former coding stays."""
    toys.update(casebook, [article(ACT), article(ACT, "2.txt")])
    before = list(canonical(casebook))
    toys.lexicon.hash = "lexicon-2"
    summary = toys.update(casebook, [article(ACT)])
    assert (summary.new, summary.recoded) == (0, 2) and len(toys.coded) == 4
    after = list(canonical(casebook))
    assert [line for line in after if "ledger" not in line] == [line for line in before if "ledger" not in line]
    assert not any("lexicon-1" in line for line in after)
    toys.parser.hash = "model-2"
    assert toys.update(casebook, []).recoded == 2


def test_broken_off_while_coding_again(casebook, toys, monkeypatch):
    """A run that dies while a new lexicon codes leaves no story of events that are no more, and is made good."""
    toys.update(casebook, [article(ACT), article(ACT, "2.txt")])
    toys.lexicon.hash = "lexicon-2"
    with monkeypatch.context() as patch:
        patch.setattr(flow, "fold", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            toys.update(casebook, [])
    assert casebook.count(Story) == casebook.count(Relation) == 0 and casebook.count(Event) == 2
    toys.update(casebook, [])
    assert casebook.count(Story) == 1


def test_rejects_are_kept(casebook, toys):
    """What could not be read is stored once, whether documents follow or not."""
    toys.update(casebook, [Reject("1.pdf", "read", "a", "b"), article(ACT), Reject("2.pdf", "read", "a", "b")])
    assert [each.document_id for each in casebook.all(Reject)] == ["1.pdf", "2.pdf"]


def test_other_languages_are_kept_and_not_coded(casebook, toys):
    """A French text has its segments and no sentences."""
    toys.update(casebook, [article("La Freedonie expulse", language="fr")])
    assert casebook.count(Segment) == 1 and casebook.count(Sentence) == casebook.count(Event) == 0


def test_a_fault_of_ours_flies(casebook, toys, monkeypatch):
    """A document that our code cannot code stops the run; what was done before stays done."""
    toys.update(casebook, [article(ACT)])
    with pytest.raises(ValueError):
        toys.update(casebook, [article("not four words at all", "2.txt")])
    assert casebook.count(Document) == 1


def test_judgements(casebook, toys):
    """People's words part, join and refuse events at the next run, and the last word on a pair stands."""
    toys.update(casebook, [article(ACT), article(ACT, "2.txt", "Strelsau Times")])
    before = [list(casebook.all(kind)) for kind in (Document, Sentence, Event)]
    left, right = casebook.ids(Event)
    now = datetime(2016, 1, 1, tzinfo=UTC)
    apart = linked(left, right, "story", "different", 1.0, (), "r.hentzau", now)
    for judgement, stories in ((apart, 2), (replace(apart, verdict="unsure"), 1),
                               (Link(left, left, "story", "different", 1.0, (), "r.hentzau", now), 1)):
        casebook.judge(judgement)
        toys.update(casebook, [])
        assert casebook.count(Story) == stories
    assert next(casebook.all(Story)).events == (right,)
    assert [list(casebook.all(kind)) for kind in (Document, Sentence, Event)] == before
    assert len(toys.coded) == 2


def test_documents_that_come_while_folding(casebook, toys, monkeypatch):
    """Stories that were made of fewer documents than are there by now are not stored."""
    group, other = flow.grouping.group, create_or_open(casebook.path)

    def slow(events, *rest):
        if other.count(Document) == 1:
            other.append([article("", "2.txt")])
        return group(events, *rest)

    monkeypatch.setattr(flow.grouping, "group", slow)
    told = []
    toys.update(casebook, [article(ACT)], progress=lambda count, label: told.append((count, label)))
    other.close()
    labels = ("linking actors", "grouping reports")
    assert told == [(1, "1.txt"), *((count, label) for count in (1, 2) for label in labels)]
    assert casebook.count(Story) == 1


def test_read_into_names_a_wrong_path_before_it_makes_a_file(tmp_path, monkeypatch):
    """A mistyped folder leaves no empty casebook behind."""
    with pytest.raises(BadInput):
        flow.read_into([tmp_path / "nowhere"], tmp_path / "c.casebook")
    assert list(tmp_path.iterdir()) == []
