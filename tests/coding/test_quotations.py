"""Quotations: where the marks stand, whose words they hold, and what is claimed without marks."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from entente.coding.quotemarks import quoted
from entente.records import Document, Mention, Quotation, Segment
from entente.text import lines

MODEL = Path(str(resources.files("entente"))) / "data" / "models" / "news-en-1"
needs_parser = pytest.mark.skipif(not MODEL.exists(), reason="the language pipeline is not installed")


def page(text: str) -> tuple[Document, tuple[Segment, ...]]:
    """A made-up document with a body segment a paragraph."""
    document = Document("d1", "", "", "", "", "", "", "", None, "en", text)
    return document, tuple(Segment(start, end, "body", ("outlet",)) for start, end in lines(text))


def read(text: str) -> tuple[tuple[Quotation, ...], dict[str, Mention]]:
    """The quotations of a text and its mentions by id."""
    from entente.coding.code import code as coded
    from entente.lexicons import load as load_lexicon
    from entente.parsing import load, parse

    document, segments = page(text)
    result = coded(document, segments, parse(document, segments, load()), load_lexicon())
    return result.quotations, {mention.id: mention for mention in result.mentions}


def inside_marks(text: str) -> list[str]:
    """The quoted words of a text."""
    _, segments = page(text)
    return [text[mark.start:mark.end] for mark in quoted(text, segments)]


@pytest.mark.parametrize("text", [
    'The envoy said: "We shall stay."',
    "The envoy said: “We shall stay.”",
    "The envoy said: «We shall stay.»",
    "The envoy said: „We shall stay.“",
    "The envoy said: ''We shall stay.''",
    "The envoy said: \N{LEFT SINGLE QUOTATION MARK}We shall stay.\N{RIGHT SINGLE QUOTATION MARK}",
    'The envoy said: "We shall stay.”',
])
def test_every_kind_of_mark_opens_and_closes(text: str) -> None:
    """Straight, curly, angled, low, doubled, single and mixed marks quote alike."""
    assert inside_marks(text) == ["We shall stay."]


def test_apostrophes_are_no_marks() -> None:
    """Neither "don't" nor a plural's apostrophe quotes."""
    assert inside_marks("The ministers' envoys don't think it's over, they said.") == []


def test_marks_inside_marks_do_not_close() -> None:
    """A quotation inside a quotation belongs to the outer one."""
    inner = "They call it \N{LEFT SINGLE QUOTATION MARK}the gate\N{RIGHT SINGLE QUOTATION MARK} and don't leave."
    assert inside_marks(f'He said: "{inner}"') == [inner]


def test_an_open_mark_runs_on_into_the_next_paragraph() -> None:
    """A paragraph that opens with a mark goes on with one that was left open before it."""
    text = "“The bridge is closed.\n\n“It will open in June,” the mayor said."
    _, segments = page(text)
    first, second = quoted(text, segments)
    assert (first.continues, second.continues) == (False, True)
    assert text[first.start:first.end] == "The bridge is closed."


def test_a_lone_mark_quotes_nothing() -> None:
    """A mark in the middle of a clause that never closes is an error of the page."""
    assert inside_marks('The 6" gun was moved to the “harbour on Monday.') == []


@needs_parser
@pytest.mark.parametrize(("text", "content", "speaker"), [
    ("“We will rebuild the harbour,” said Ana Brandt.", "We will rebuild the harbour", "Ana Brandt"),
    ("Ana Brandt said: “We will rebuild the harbour.”", "We will rebuild the harbour.", "Ana Brandt"),
    ("Ana Brandt said that the harbour was lost.", "that the harbour was lost", "Ana Brandt"),
    ("According to Ana Brandt, the harbour was lost.", "the harbour was lost", "Ana Brandt"),
    ("The harbour was lost, Ana Brandt said.", "The harbour was lost", "Ana Brandt"),
    ("Ana Brandt refused to leave the harbour.", "to leave the harbour", "Ana Brandt"),
    ("Ana Brandt believes the harbour was lost.", "the harbour was lost", "Ana Brandt"),
])
def test_content_and_speaker(text: str, content: str, speaker: str) -> None:
    """The words and whose they are, with the cue before, behind or as a preposition."""
    found, mentions = read(text)
    assert [quotation.content.quote for quotation in found] == [content]
    assert mentions[found[0].speaker].evidence.quote == speaker
    assert found[0].cue is not None
    assert found[0].direct == ("“" in text)


@needs_parser
def test_a_quotation_broken_by_its_cue_is_one_group() -> None:
    """"“…,” she said. “…”" is one quotation in two pieces with one speaker and one cue."""
    found, _ = read("“The harbour is closed,” Ana Brandt said. “It will open again in June.”")
    assert [quotation.content.quote for quotation in found] == ["The harbour is closed", "It will open again in June."]
    assert len({(quotation.group, quotation.speaker, quotation.cue) for quotation in found}) == 1
    assert found[0].speaker


@needs_parser
def test_a_quotation_over_two_paragraphs_is_one_group() -> None:
    """A mark left open at a paragraph's end carries speaker and group into the next paragraph."""
    found, _ = read("Ana Brandt said: “The harbour is closed for all ships.\n\n“It will open again in June.”")
    assert len(found) == 2
    assert len({(quotation.group, quotation.speaker) for quotation in found}) == 1


@needs_parser
def test_scare_quotes_are_no_quotation() -> None:
    """A short quoted phrase inside a clause without a cue is nobody's speech."""
    found, _ = read("The “grey fleet” left the harbour on Monday.")
    assert found == ()


@needs_parser
def test_a_quoted_phrase_in_a_claim_is_part_of_the_claim() -> None:
    """Mixed speech is one indirect content that holds the quoted words."""
    found, _ = read("Ana Brandt said the harbour was a “total loss” for the city.")
    assert [(quotation.direct, quotation.content.quote) for quotation in found] == [
        (False, "the harbour was a “total loss” for the city")]


@needs_parser
def test_whom_the_words_are_addressed_to() -> None:
    """The object of "told" is the addressee."""
    found, mentions = read("Ana Brandt told Vera Lindqvist that the harbour was lost.")
    assert mentions[found[0].addressee].evidence.quote == "Vera Lindqvist"


@needs_parser
def test_spans_hold() -> None:
    """Content and cue are exact spans of the document."""
    text = "“We will stay,” Ana Brandt told reporters, adding that the road was open."
    found, _ = read(text)
    assert found
    for quotation in found:
        assert text[quotation.content.start:quotation.content.end] == quotation.content.quote
        assert quotation.cue is not None
        assert text[quotation.cue.start:quotation.cue.end] == quotation.cue.quote
