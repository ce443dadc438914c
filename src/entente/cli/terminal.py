"""What all verbs share at the terminal: a console of at most 100 columns, lines of JSON, progress on standard error."""

from __future__ import annotations

import errno
import functools
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

from entente.errors import BadInput

if TYPE_CHECKING:
    from rich.console import Console

Arguments = ParamSpec("Arguments")
WIDEST = 100
QUIET_SECONDS = 2.0  # shorter work shows no progress
DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def console() -> Console:
    """Standard output; colours only on a terminal."""
    from rich.console import Console  # takes a moment; `entente code` has no use for it

    class Output(Console):
        def on_broken_pipe(self) -> None:
            """Lets the error go to `verb`, which knows the exit code."""
            raise BrokenPipeError

    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    return Output(width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def write_line(row: Any, indent: int | None = None) -> None:
    """One JSON value on standard output."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False, indent=indent) + "\n")


def verb(work: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The verb with what holds for all of them: output is UTF-8 and complete, and a reader that leaves is no fault."""

    @functools.wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        if sys.stdout is None or sys.stderr is None:  # closed by the caller: `>&-`
            raise BadInput("standard output or standard error is closed; send it to /dev/null instead")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            try:
                work(*args, **kwargs)
            finally:
                sys.stdout.flush()
        except BrokenPipeError as error:
            _silence()
            raise SystemExit(0) from error
        except OSError as error:
            if error.errno not in DISK_FULL:
                raise
            _silence()
            raise BadInput(
                f"the output cannot be written ({error.strerror}); make room, or send it to another place"
            ) from error

    return run


def _silence() -> None:
    """What is still waiting to be written goes nowhere, so that Python does not complain of it as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(quiet: bool) -> Callable[[int, str], None]:
    """Tells on standard error how far a long run is, on one line that is written over."""
    start = time.monotonic()

    def tell(count: int, label: str) -> None:
        passed = time.monotonic() - start
        if quiet or passed < QUIET_SECONDS:
            return
        line = f"  {counted(count, 'document')}, {count / passed:.1f} a second · {' '.join(label.split())}"
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[2K" + line[: shutil.get_terminal_size((WIDEST, 24)).columns - 1])
            sys.stderr.flush()
        elif count % 100 == 0:
            sys.stderr.write(line + "\n")

    return tell


def clear_progress() -> None:
    """Ends the line that progress was written on."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


def counted(number: int, one: str, more: str = "") -> str:
    """ "1 story", "3 stories"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def casebook_and_id(first: str, second: str) -> tuple[Path, str]:
    """Casebook and id may come in either order; where neither is a file, what looks like an id is one."""
    if not second or os.path.exists(first):  # noqa: PTH110 - Path.exists raises on a name that is too long
        return Path(first), second
    if os.path.exists(second) or re.fullmatch(r"[0-9a-f]{4,16}", first):  # noqa: PTH110
        return Path(second), first
    return Path(first), second
