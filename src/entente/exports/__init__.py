"""One file per format, `write(rows, stream)`, listed here."""

from collections.abc import Callable, Iterable
from typing import Any, TextIO

from entente.exports import jsonl

FORMATS: dict[str, Callable[[Iterable[dict[str, Any]], TextIO], None]] = {"jsonl": jsonl.write}
