"""JSON Lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write(rows: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """The rows in order, UTF-8 as it stands."""
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
