"""The table of contents: documents → sentences → events → stories → relations, into one casebook.

What a stage gives is stored in one transaction with its row in the ledger, so a run that is stopped at any
moment loses nothing, and run again it counts nothing twice.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from urllib.parse import urlsplit

from entente import __version__, coding, grouping, lexicons, linking, parsing, reading, relating
from entente.coding import Coded
from entente.engines import local
from entente.errors import BadInput
from entente.lexicons import Lexicon
from entente.parsing import Parser
from entente.records import (
    Actor,
    Document,
    Event,
    Link,
    Mention,
    Quantity,
    Quotation,
    Reject,
    Relation,
    Segment,
    Sentence,
    Story,
    Time,
)
from entente.store import Casebook, create_or_open
from entente.text import content_id

# Raised when a stage gives something else for the same input; what stands in a casebook is then done again.
CODE_VERSION = "1"
FOLD_VERSION = "1"
MOST_WORDS = 400  # of a sentence that is coded; the longest that news writes has about 150
MOST_TOLD = 3  # Rejects in the message of an error; all are in the view where there is a casebook
LANGUAGES = ("", "en")  # "": too little is written to tell

Paths = Iterable[str | os.PathLike[str]] | str | os.PathLike[str]
Progress = Callable[[int, str], None]
Read = tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run added, and how much then stands in the casebook. `recoded`: older documents coded anew."""

    new: int
    recoded: int
    documents: int
    rejects: int
    events: int
    actors: int
    stories: int
    relations: int


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """One Document with all that it says by itself, each kind in text order, and what to know of its reading."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    quotations: tuple[Quotation, ...]
    quantities: tuple[Quantity, ...]
    rejects: tuple[Reject, ...]


def code_document(document: Document, lexicon: Lexicon, parser: Parser) -> CodedDocument:
    """One Document → all that it says by itself. A language that is not read gives its segments only."""
    (_, segments, sentences), coded = next(coded_documents([document], lexicon, parser))
    return CodedDocument(
        document,
        segments,
        sentences,
        coded.mentions,
        coded.events,
        coded.times,
        coded.quotations,
        coded.quantities,
        (*reading.remarks(document), *_overlong(document, sentences)),
    )


def coder() -> Callable[[Document], CodedDocument]:
    """`code_document` with the lexicon and the parser that ship."""
    lexicon, parser = lexicons.load(), parsing.load()
    return partial(code_document, lexicon=lexicon, parser=parser)


def coded_documents(documents: Iterable[Document], lexicon: Lexicon, parser: Parser) -> Iterator[tuple[Read, Coded]]:
    """Documents → each with its Segments, Sentences and what is coded from them, in order; lazy, in batches."""
    yield from local.map(partial(_coded, lexicon), _parsed(documents, parser))


def read_into(paths: Paths, casebook_path: str | os.PathLike[str], progress: Progress | None = None) -> Summary:
    """Files and folders → a casebook with all stages done; what is there already is passed over.

    `progress` is told how many documents are done and which was the last. Raises BadInput where a path
    cannot be read, nothing in them is a document, or the casebook cannot be written.
    """
    found = _with_documents(_without(reading.read(paths), casebook_path))
    with create_or_open(os.fspath(casebook_path), __version__) as casebook:
        return update(casebook, found, lexicons.load(), parsing.load(), progress)


def update(
    casebook: Casebook,
    found: Iterable[Document | Reject],
    lexicon: Lexicon,
    parser: Parser,
    progress: Progress | None = None,
) -> Summary:
    """Codes what is new, and what was coded by another lexicon, model or version, and folds all that is current."""
    tell = progress or (lambda _count, _label: None)
    knowledge = f"{lexicon.hash}+{parser.hash}"
    before = casebook.count(Document)
    stale = _stale(casebook, knowledge)
    waiting = chain(_new(casebook, found), (document for id_ in stale for document in casebook.where(Document, id=id_)))
    for count, (read, coded) in enumerate(coded_documents(waiting, lexicon, parser), 1):
        _store(casebook, knowledge, read, coded)
        tell(count, read[0].path)
    fold(casebook, lexicon, knowledge, tell)
    counts = {f"{kind.__name__.lower()}s": casebook.count(kind) for kind in (Document, Reject, Event, Actor, Relation)}
    return Summary(counts["documents"] - before, len(stale), stories=casebook.count(Story), **counts)


def fold(casebook: Casebook, lexicon: Lexicon, knowledge: str, tell: Progress) -> None:
    """All that the current documents say → Actors, Stories and Relations, with what people have judged."""
    while not casebook.ledger_has("fold", FOLD_VERSION, knowledge, input_id := _fold_input(casebook)):
        judgements = standing(casebook.judgements())
        refused = {link.left for link in judgements if link.left == link.right and link.verdict == "different"}
        documents = tuple(casebook.current_documents())
        current = {document.id for document in documents}
        tell(len(documents), "linking actors")
        mentions = tuple(each for each in casebook.all(Mention) if each.evidence.document_id in current)
        names, copies = linking.actor_links(mentions), linking.copies(documents)
        actors = linking.fold_actors(mentions, (*names, *judgements), lexicon)
        tell(len(documents), "grouping reports")
        events = tuple(
            each for each in casebook.all(Event) if each.evidence.document_id in current and each.id not in refused
        )
        stories = grouping.group(events, actors, documents, (*copies, *judgements))
        relations = relating.relate(stories, actors)
        with casebook.transaction():
            if _fold_input(casebook) == input_id:  # else another program has added documents meanwhile
                casebook.ledger_forget("fold")
                casebook.replace_all(Actor, actors)
                casebook.replace_all(Link, (*names, *copies))
                casebook.replace_all(Story, stories)
                casebook.replace_all(Relation, relations)
                casebook.ledger_add("fold", FOLD_VERSION, knowledge, input_id)


def standing(judgements: Iterable[Link]) -> tuple[Link, ...]:
    """The last word on each pair; "unsure" takes back what was said before."""
    last = {(link.kind, link.left, link.right): link for link in judgements}
    return tuple(link for link in last.values() if link.verdict != "unsure")


def former_version(document: Document, casebook: Casebook) -> str:
    """The id of the newest other text of the same source, "" where there is none.

    A source is known by its URL, or else by its path; within a file of many by the id that was given.
    """
    if _names_article(document.url):
        named = casebook.where(Document, url=document.url)
    elif document.source == document.path:
        named = casebook.where(Document, path=document.path, source=document.path)
    elif document.given_id:
        named = casebook.where(Document, path=document.path, given_id=document.given_id, outlet=document.outlet)
    else:
        return ""
    versions = tuple(version for version in named if version.id != document.id)
    replaced = {version.replaces for version in versions}
    return max((version.id for version in versions if version.id not in replaced), default="")


def _names_article(url: str) -> bool:
    """The home page of a newspaper, given for each of its articles, names none of them."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return bool(url)
    return bool(parts.path.strip("/") or parts.query)


def _parsed(documents: Iterable[Document], parser: Parser) -> Iterator[Read]:
    waiting: deque[tuple[Document, tuple[Segment, ...]]] = deque()

    def read() -> Iterator[tuple[Document, tuple[Segment, ...]]]:
        for document in documents:
            waiting.append((document, coding.segments(document)))
            yield document, waiting[-1][1] if document.language in LANGUAGES else ()

    for sentences in parsing.parse_many(read(), parser):
        yield (*waiting.popleft(), sentences)


def _coded(lexicon: Lexicon, read: Read) -> tuple[Read, Coded]:
    document, segments, sentences = read
    return read, coding.code(document, segments, tuple(each for each in sentences if _readable(each)), lexicon)


def _readable(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= MOST_WORDS


def _overlong(document: Document, sentences: Iterable[Sentence]) -> Iterator[Reject]:
    """What to know of sentences that are not coded because of their length."""
    for sentence in sentences:
        if not _readable(sentence):
            yield Reject(
                document.id,
                "parse",
                f"a sentence of {len(sentence.tokens)} words is not coded",
                f"{document.source}: characters {sentence.start} to {sentence.end}; it is a table, a list or a text "
                f"without full stops, and no more than {MOST_WORDS} words are read as one sentence; divide it",
            )


def _without(found: Iterable[Document | Reject], path: str | os.PathLike[str]) -> Iterator[Document | Reject]:
    """All but the Rejects that the casebook itself gives from the second run on where it stands among its sources."""
    own = {os.path.realpath(os.fspath(path) + ending) for ending in ("", "-journal", "-wal", "-shm")}
    for record in found:
        if isinstance(record, Document) or os.path.realpath(record.document_id) not in own:
            yield record


def _with_documents(found: Iterator[Document | Reject]) -> Iterator[Document | Reject]:
    """The same records. Raises BadInput, before a casebook is made, where there is no Document among them."""
    rejects: list[Document | Reject] = []
    for record in found:
        if isinstance(record, Document):
            return chain(rejects, (record,), found)
        rejects.append(record)
    told = [f"{each.reason} ({each.detail})" for each in rejects if isinstance(each, Reject)]
    more = f"; and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    raise BadInput(f"no document could be read: {'; '.join(told[:MOST_TOLD])}{more}")


def _new(casebook: Casebook, found: Iterable[Document | Reject]) -> Iterator[Document]:
    """The Documents that the casebook does not have; Rejects are stored as they pass."""
    seen: set[str] = set()
    for record in found:
        if isinstance(record, Reject):
            casebook.append([record])
        elif record.id not in seen and not casebook.has(Document, record.id):
            seen.add(record.id)  # parsing works ahead of storing
            yield record


def _stale(casebook: Casebook, knowledge: str) -> tuple[str, ...]:
    """The documents that were coded by another lexicon, model or version."""
    return tuple(id_ for id_ in casebook.ids(Document) if not casebook.ledger_has("code", CODE_VERSION, knowledge, id_))


def _store(casebook: Casebook, knowledge: str, read: Read, coded: Coded) -> None:
    document, segments, sentences = read
    with casebook.transaction():
        if casebook.ledger_has("code", CODE_VERSION, knowledge, document.id):  # by another program, meanwhile
            return
        if casebook.has(Document, document.id):  # stories must not name events that are no more
            casebook.forget_whole()
            casebook.ledger_forget("fold")
            casebook.forget_coded(document.id)
            casebook.ledger_forget("code", document.id)
        else:
            casebook.append([replace(document, replaces=former_version(document, casebook))])
        found = (coded.mentions, coded.events, coded.times, coded.quotations, coded.quantities)
        casebook.append(chain(segments, sentences, *found, _overlong(document, sentences)), document.id)
        casebook.ledger_add("code", CODE_VERSION, knowledge, document.id)


def _fold_input(casebook: Casebook) -> str:
    return content_id(CODE_VERSION, *casebook.current_ids(), *casebook.judgements())
