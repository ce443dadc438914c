"""The list of verbs."""

from __future__ import annotations

import typer

from entente.cli.code import code
from entente.cli.demo import demo
from entente.cli.explain import explain
from entente.cli.export import export
from entente.cli.read import read
from entente.cli.show import show
from entente.cli.terminal import verb
from entente.cli.trace import trace

VERBS = (read, show, trace, explain, code, export, demo)

app = typer.Typer(
    name="entente",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads many outlets on one affair and rebuilds who did what to whom, with the words that say so.",
)
for work in VERBS:
    app.command()(verb(work))


@app.callback(invoke_without_command=True)
def entente(
    version: bool = typer.Option(False, "--version", help="Show the version and exit."),
) -> None:
    """Reads many outlets on one affair and rebuilds who did what to whom, with the words that say so."""
    if version:
        from entente import __version__

        print(f"entente {__version__}")
        raise typer.Exit
