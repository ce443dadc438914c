"""The errors that Entente raises on purpose.

    EntenteError
    ├── BadInput      your file, folder, identifier or option cannot be used
    ├── BadLexicon    an entry under `data/` breaks its schema
    └── MissingExtra  an optional part is not installed; the message has the install line

A message says what was found, where (path, line, field, span) and what to do. Any other exception is
a fault of Entente's own and is let through. A bad document is no error but a `records.Reject`.
"""


class EntenteError(Exception):
    """Something that the person at the keyboard can mend; the message says how."""


class BadInput(EntenteError):
    """What was given cannot be used."""


class BadLexicon(EntenteError):
    """A lexicon entry breaks its schema."""


class MissingExtra(EntenteError):
    """An optional part is not installed."""
