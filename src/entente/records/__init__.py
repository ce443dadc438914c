"""The records that flow through Entente: frozen, typed, one to a file."""

from entente.records.actor import Actor
from entente.records.arrangement import Arrangement
from entente.records.document import Document
from entente.records.event import Event
from entente.records.evidence import Evidence, evidence_of
from entente.records.link import Link, linked
from entente.records.mention import Mention
from entente.records.place import Place
from entente.records.quantity import Quantity
from entente.records.quotation import Quotation
from entente.records.reject import Reject
from entente.records.relation import Period, Relation, series
from entente.records.segment import Segment
from entente.records.sentence import Sentence
from entente.records.story import Story
from entente.records.time import Time
from entente.records.token import Token
from entente.records.when import NEVER_SAID, When

__all__ = [
    "NEVER_SAID",
    "Actor",
    "Arrangement",
    "Document",
    "Event",
    "Evidence",
    "Link",
    "Mention",
    "Period",
    "Place",
    "Quantity",
    "Quotation",
    "Reject",
    "Relation",
    "Segment",
    "Sentence",
    "Story",
    "Time",
    "Token",
    "When",
    "evidence_of",
    "linked",
    "series",
]
