"""The program among other programs: a reader that leaves, a disk that is full, closed streams, odd encodings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENTENTE = [sys.executable, "-m", "entente"]

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the pipes and devices of Linux")


def shell(line, **environment):
    """What a line of shell leaves."""
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        env={**os.environ, "E": " ".join(ENTENTE), **environment},
        check=False,
    )


def test_a_reader_that_leaves(example):
    """`entente ... | head` ends quietly and well."""
    for words in (f"show timeline {example}", f"export events {example}"):
        ran = shell(f"set -o pipefail; $E {words} | head -1")
        assert ran.returncode == 0 and ran.stdout and not ran.stderr


def test_a_full_disk(example):
    """What cannot be written is told in one sentence."""
    for words in (f"show timeline {example}", f"export events {example}", f"export events {example} -o /dev/full"):
        ran = shell(f"$E {words} > /dev/full")
        assert ran.returncode == 2 and b"No space left" in ran.stderr and b"Traceback" not in ran.stderr
        assert len(ran.stderr.splitlines()) == 1


def test_closed_streams(example):
    """Closed standard streams are told or do not matter; there is never a traceback."""
    for line in (f"$E show actors {example} >&-", "$E code <&-", f"$E show actors {example} 2>&-"):
        ran = shell(line)
        assert b"Traceback" not in ran.stderr and ran.returncode in (0, 2)


def test_output_is_utf_8_wherever_it_runs(example):
    """JSON and views are UTF-8 also where the terminal's encoding is another."""
    for words in (f"show timeline {example}", f"export stories {example}"):
        ran = shell(f"$E {words}", PYTHONIOENCODING="ascii")
        assert ran.returncode == 0 and "Gül" in ran.stdout.decode("utf-8")
