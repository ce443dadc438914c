"""Numbers."""
from entente.records import Document, Quantity, Sentence


def quantities(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    return ()
