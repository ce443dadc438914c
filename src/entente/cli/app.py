"""The list of verbs."""

from __future__ import annotations

import typer

from entente.cli.code import code
from entente.cli.demo import demo
from entente.cli.explain import explain
from entente.cli.export import export
from entente.cli.read import read
from entente.cli.show import show
from entente.cli.trace import trace

app = typer.Typer(
    name="entente", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Reads many outlets on one affair and rebuilds who did what to whom, with the words that say so.",
)
for verb in (read, show, trace, explain, code, export, demo):
    app.command()(verb)
