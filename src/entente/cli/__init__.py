"""The command line: one file a verb, collected here."""

from __future__ import annotations

import sys

from entente.errors import EntenteError


def main() -> None:
    """The program. Exit codes: 0 all well, 1 some lines were no documents, 2 the command cannot be carried out."""
    from entente.cli.app import app  # typer takes a moment to import

    try:
        app(prog_name="entente")
    except EntenteError as error:
        print(f"entente: {error}", file=sys.stderr)
        sys.exit(2)
