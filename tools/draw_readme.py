"""Draws docs/timeline.svg, the README's picture: what `entente show timeline` prints of the example affair.

Run: `python tools/draw_readme.py`.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console

from entente import flow
from entente.cli import accounts
from entente.views import open_contents

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Reads the example affair and writes the picture."""
    with tempfile.TemporaryDirectory() as folder:
        casebook = Path(folder) / "example.entente"
        flow.read_into([ROOT / "src" / "entente" / "data" / "affair"], casebook)
        out = Console(record=True, width=100, file=io.StringIO(), highlight=False, emoji=False, markup=False)
        accounts.timeline(out, open_contents(casebook), least_outlets=4)
        drawn = out.export_svg(title="entente show timeline example.entente --outlets 4")
        local = re.sub(r"<!--.*?-->|@font-face \{.*?\n    \}\n", "", drawn, flags=re.DOTALL).replace(
            "Fira Code, monospace", "Menlo, Consolas, DejaVu Sans Mono, monospace"
        )
        (ROOT / "docs" / "timeline.svg").write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
