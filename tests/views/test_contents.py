"""What a casebook answers: stories in order of day, ids that open, for ever."""

from __future__ import annotations

from datetime import date

import pytest

from entente import flow
from entente.errors import BadInput
from entente.store import create_or_open
from entente.views import open_contents


def test_stories_come_in_order_of_day(contents):
    """By first day, the longer stretch first; what has no day comes last."""
    keys = [
        (story.when.from_ or date.max, -(story.when.until - story.when.from_).days if story.when.from_ else 0)
        for story in contents.stories.values()
    ]
    assert keys == sorted(keys)


def test_every_event_opens_its_story(contents):
    """By its id and by the beginning of it."""
    for story in contents.stories.values():
        for event_id in story.events:
            assert contents.story(event_id) is story
    assert contents.story(story.id[:10]) is story


def test_every_mention_of_a_story_has_an_actor(contents):
    """Parties and speakers of reports can be joined to actors."""
    for story in contents.stories.values():
        for event_id in story.events:
            event = contents.events[event_id]
            assert {mention for _, mention in event.roles} | set(event.speakers) <= set(contents.actor_of)


def test_actors_by_name_and_beginning(contents):
    """A name in any case, an id, and the beginning of an id find one actor or tell of several."""
    assert contents.actor("ARMENIA").id == "arm" and contents.actor("arm").name == "Armenia"
    assert contents.actor("arm.gov.sarg").id == "arm.gov.sargsyan"
    with pytest.raises(BadInput, match="give the id"):
        contents.actor("arm.gov.")
    with pytest.raises(BadInput, match="no actor"):
        contents.actor("arm?")


def test_what_made_it_is_known(contents):
    """The hashes of lexicon and model are the ones in use."""
    from entente import lexicons, parsing

    assert contents.knowledge == (lexicons.load().hash, parsing.load().hash)


def test_an_id_of_an_old_version_opens_the_story_of_the_new(tmp_path):
    """A replaced report's id still opens the story of its act, or says where its words are."""
    article, casebook = tmp_path / "a.txt", tmp_path / "c.entente"
    article.write_text(
        "Peru's president met Chile's president in Lima on Monday. France expelled two Syrian diplomats."
    )
    flow.read_into(article, casebook)
    with open_contents(casebook) as contents:
        old = {event.event: event.id for event in contents.events.values()}
    article.write_text("On Monday the president of Peru met the president of Chile in Lima.")
    flow.read_into(article, casebook)
    with open_contents(casebook) as contents:
        told = contents.story(old["CONSULT"])
        assert told.event == "CONSULT" and old["CONSULT"] not in told.events
        with pytest.raises(BadInput, match="trace"):
            contents.story(old["SANCTION"])
        event = contents.event(old["SANCTION"])
        assert event is not None and event.trigger.quote == "expelled"


def test_an_empty_casebook_has_nothing(tmp_path):
    """Every view of a casebook without documents is empty and none fails."""
    create_or_open(tmp_path / "c.entente", "0.1.0").close()
    with open_contents(tmp_path / "c.entente") as contents:
        assert not contents.stories and not contents.actors and not contents.relations and not contents.rejects
        assert contents.knowledge == ("", "")
        with pytest.raises(BadInput, match="no story"):
            contents.story("11482f2d")
