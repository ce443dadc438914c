"""Draws docs/timeline.svg, the README's picture: what `entente show timeline` prints of the example affair.

Run: `python tools/draw_readme.py`.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from rich.console import Console

from entente import flow
from entente.cli import tables
from entente.views import open_contents

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Reads the example affair and writes the picture."""
    with tempfile.TemporaryDirectory() as folder:
        casebook = Path(folder) / "example.entente"
        flow.read_into([ROOT / "src" / "entente" / "data" / "affair"], casebook)
        out = Console(record=True, width=100, file=io.StringIO(), highlight=False, emoji=False, markup=False)
        tables.timeline(out, open_contents(casebook), least_outlets=3)
        out.save_svg(str(ROOT / "docs" / "timeline.svg"), title="entente show timeline example.entente --outlets 3")


if __name__ == "__main__":
    main()
