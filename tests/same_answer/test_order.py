"""Neither order, nor parts, nor judgements change what stands in the river above them."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from entente.records import Document, Event, Mention, Sentence, Story, linked
from entente.store import canonical, create_or_open, open_read_only


def lines_of(path):
    """All that a casebook holds."""
    with open_read_only(path) as casebook:
        return list(canonical(casebook))


def test_shuffled_input(affair, update):
    """Shuffled input gives the same records, all of them, at once or in parts."""
    shuffled = list(affair)
    random.Random(5).shuffle(shuffled)
    expected = lines_of(update("sorted", affair))
    assert lines_of(update("shuffled", shuffled)) == expected
    for start in range(0, len(shuffled), 5):
        update("parts", shuffled[start:start + 5])
    assert lines_of(update("parts", ())) == expected


def test_later_documents_keep_story_ids(affair, update):
    """After adding documents every old Story id still opens its Story."""
    half = affair[::2]
    path = update("growing", half)
    with open_read_only(path) as casebook:
        handed_out = casebook.ids(Story)
    update("growing", affair)
    with open_read_only(path) as casebook:
        held = [id_ for story in casebook.all(Story) for id_ in story.events]
    assert handed_out and set(handed_out) <= set(held) and len(held) == len(set(held))


def test_judgements_touch_nothing_above(affair, update):
    """A judgement parts a story and leaves Documents to Events untouched, byte for byte."""
    path = update("judged", affair)
    kinds = (Document, Sentence, Mention, Event)
    with create_or_open(path) as casebook:
        before = [list(casebook.all(kind)) for kind in kinds]
        story = max(casebook.all(Story), key=lambda story: len(story.events))
        for other in story.events[1:]:
            casebook.judge(linked(story.events[0], other, "story", "different", 1.0, (), "test", datetime.now(UTC)))
    update("judged", ())
    with open_read_only(path) as casebook:
        assert [list(casebook.all(kind)) for kind in kinds] == before
        assert casebook.get(Story, story.events[0]).events == story.events[:1]
