"""Quotations."""


def quotations(document, segments, read, id_at, lexicon):
    return ()
