"""What all verbs share at the terminal: a console of at most 100 columns, progress on standard error."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable

from rich.console import Console

WIDEST = 100
QUIET_SECONDS = 2.0     # shorter work shows no progress


def console() -> Console:
    """Standard output; colours only on a terminal."""
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    return Console(width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def progress(quiet: bool) -> Callable[[int, str], None]:
    """Tells on standard error how far a long run is, on one line that is written over."""
    start = time.monotonic()
    shown = False

    def tell(count: int, label: str) -> None:
        nonlocal shown
        passed = time.monotonic() - start
        if quiet or passed < QUIET_SECONDS:
            return
        line = f"  {count} documents, {count / passed:.1f} a second · {label}"
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[2K" + line[:WIDEST])
            sys.stderr.flush()
        elif not shown or count % 100 == 0:
            sys.stderr.write(line + "\n")
        shown = True

    return tell


def clear_progress() -> None:
    """Ends the line that progress was written on."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()
