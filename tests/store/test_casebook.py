"""What goes into a casebook comes out of it."""

from __future__ import annotations

from dataclasses import is_dataclass, replace

import pytest

from entente import records
from entente.records import Actor, Document, Event, Evidence, Link, Mention, Reject, Segment, Sentence, Story, Time
from entente.store import canonical, create_or_open, open_read_only
from entente.store.tables import TABLES


@pytest.fixture
def casebook(tmp_path):
    """An empty one."""
    with create_or_open(tmp_path / "zenda.casebook", "0.0") as made:
        yield made


def fill(casebook, document, coded, folded, reject):
    """All kinds at once."""
    casebook.append([document, reject])
    casebook.append(coded, document.id)
    for record in folded:
        casebook.replace_all(type(record), [record])


def test_round_trip(casebook, document, coded, folded, reject, judgement):
    """Every record of every kind comes back equal, in the order in which its document has it."""
    fill(casebook, document, coded, folded, reject)
    casebook.judge(judgement)
    for record in (document, reject, *folded):
        assert list(casebook.all(type(record))) == [record]
    for kind in {type(record) for record in coded}:
        assert list(casebook.all(kind)) == [record for record in coded if type(record) is kind]
    assert list(casebook.judgements()) == [judgement]
    assert casebook.count(Link) == 1


def test_every_record_has_its_table():
    """A new kind of record is in the casebook from the day it is made."""
    inner = {"Evidence", "Period", "Place", "Token", "When"}
    kinds = {name for name in records.__all__ if is_dataclass(getattr(records, name)) and name[0].isupper()}
    assert kinds - inner - {"NEVER_SAID"} == {table.record.__name__ for table in TABLES}


def test_by_id_and_field(casebook, document, coded, folded, reject):
    """A record is found by its id, by its document and by any field; what is not there gives None."""
    fill(casebook, document, coded, folded, reject)
    assert casebook.get(Event, "e2") == coded[6]
    assert casebook.get(Story, "nothing") is None
    assert casebook.has(Document, "d1") and not casebook.has(Document, "d2")
    assert [each.text for each in casebook.where(Time, document_id="d1")] == ["1999", "now"]
    assert [each.id for each in casebook.where(Mention, country="", document_id="d1")] == ["m2"]
    assert casebook.ids(Event) == ("e1", "e2")


def test_nested_values_are_json(casebook, document, coded, folded, reject):
    """Other programs read what is nested by its field names."""
    fill(casebook, document, coded, folded, reject)
    found = casebook.query("SELECT json_extract(\"when\", '$.from_'), json_extract(evidence, '$.start') FROM events "
                           "WHERE id = :id", id="e1")
    assert found == [("2015-11-26", 0)]


def test_forget_coded(casebook, document, coded, folded, reject):
    """What was found in a document goes as one; the document, its rejects and other documents stay."""
    fill(casebook, document, coded, folded, reject)
    casebook.append([Segment(0, 3, "title", ())], "d2")
    casebook.forget_coded("d1")
    assert [casebook.count(kind) for kind in (Sentence, Mention, Event, Time)] == [0, 0, 0, 0]
    assert (casebook.count(Segment), casebook.count(Document), casebook.count(Reject)) == (1, 1, 1)
    assert list(casebook.search(Event, "expelled")) == []


def test_replace_all(casebook, folded):
    """The former actors go when new ones come; what belongs to documents is never replaced as a whole."""
    casebook.replace_all(Actor, folded[:1])
    other = replace(folded[0], id="syl")
    casebook.replace_all(Actor, [other])
    assert list(casebook.all(Actor)) == [other]
    with pytest.raises(ValueError, match="events"):
        casebook.replace_all(Event, [])
    casebook.forget_whole()
    assert casebook.count(Actor) == 0


def test_same_reject_twice_is_one(casebook, reject):
    """Reading again what cannot be read adds nothing."""
    casebook.append([reject])
    casebook.append([reject, replace(reject, reason="another")])
    assert casebook.count(Reject) == 2


def test_current_documents(casebook, document):
    """Only the newest version of a source witnesses; the old stays readable."""
    casebook.append([document, replace(document, id="d2", replaces="d1"), replace(document, id="d3", replaces="d2"),
                     replace(document, id="d0", url="")])
    assert casebook.current_ids() == ("d0", "d3")
    assert [each.id for each in casebook.current_documents()] == ["d0", "d3"]
    assert casebook.get(Document, "d1") == document


def test_search(casebook, document, coded):
    """Words are found in any form and accent, phrases as they stand; signs of a query language are plain signs."""
    casebook.append([document, replace(document, id="d2", title="Nothing", text="Sylvanian two envoys")])
    casebook.append(coded, "d1")
    assert [each.id for each in casebook.search(Document, "Francois EXPELS")] == ["d1"]
    assert [each.id for each in casebook.search(Document, '"two Sylvanian"')] == ["d1"]
    assert {each.id for each in casebook.search(Document, "envoys two")} == {"d1", "d2"}
    assert len(list(casebook.search(Event, "expelled"))) == 2
    assert [each.id for each in casebook.search(Document, "envoys", limit=1)] != []
    for odd in ("", '"', "AND", "title:", "* NEAR(", "a OR", "- ^", "'"):
        list(casebook.search(Document, odd))


def test_ledger(casebook):
    """A row is there after it was added and gone after it was forgotten, for one input or for all."""
    casebook.ledger_add("code", "1", "lex", "d1")
    casebook.ledger_add("code", "1", "lex", "d1")
    casebook.ledger_add("code", "1", "lex", "d2")
    assert casebook.ledger_has("code", "1", "lex", "d1")
    assert not casebook.ledger_has("code", "2", "lex", "d1")
    assert not casebook.ledger_has("code", "1", "other", "d1")
    casebook.ledger_forget("code", "d1")
    assert not casebook.ledger_has("code", "1", "lex", "d1") and casebook.ledger_has("code", "1", "lex", "d2")
    casebook.ledger_forget("code")
    assert not casebook.ledger_has("code", "1", "lex", "d2")


def test_transaction_is_all_or_nothing(casebook, document, coded):
    """Where anything fails, nothing of it is stored, and the casebook goes on working."""
    with pytest.raises(KeyboardInterrupt), casebook.transaction():
        casebook.append([document])
        casebook.append(coded, "d1")
        casebook.ledger_add("code", "1", "lex", "d1")
        raise KeyboardInterrupt
    assert casebook.count(Document) == casebook.count(Event) == 0
    casebook.append([document])
    assert casebook.count(Document) == 1


def test_canonical_does_not_know_the_order(tmp_path, document, coded):
    """Two casebooks that hold the same are the same lines, whichever document came first."""
    other = replace(document, id="d9", url="")
    with create_or_open(tmp_path / "a") as left, create_or_open(tmp_path / "b") as right:
        left.append([document, other])
        left.append(coded, "d1")
        right.append(coded, "d1")
        right.append([other])
        right.append([document])
        assert list(canonical(left)) == list(canonical(right))
        assert len(list(canonical(left))) == 2 + len(coded)


def test_strange_texts(casebook, document):
    """Half a surrogate pair, a null and characters beyond the first plane come back as they were."""
    strange = replace(document, text="a\ud800b\x00c\U0001f54a", title="\udfff", known=(("title", "\ud83d"),))
    casebook.append([strange])
    words = Evidence("d1", 0, 2, "a\ud800")
    casebook.append([Mention("m1", "s1", words, "name", "", "", "\ud800", "", ("\x00",))], "d1")
    assert casebook.get(Document, "d1") == strange
    assert casebook.get(Mention, "m1").evidence.quote == "a\ud800"


def test_one_plain_file_is_left(tmp_path, document, coded):
    """After closing, nothing stands beside the casebook; reading it changes no byte."""
    path = tmp_path / "zenda.casebook"
    with create_or_open(path) as casebook:
        casebook.append([document])
        casebook.append(coded, "d1")
    assert [each.name for each in tmp_path.iterdir()] == ["zenda.casebook"]
    before = path.read_bytes()
    with open_read_only(path) as casebook:
        list(casebook.all(Sentence))
    with create_or_open(path) as casebook:
        list(casebook.search(Document, "envoys"))
    assert path.read_bytes() == before
