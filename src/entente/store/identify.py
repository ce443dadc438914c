"""Whether a file is a casebook: told from its first bytes, before SQLite touches it."""

from __future__ import annotations

import codecs
from pathlib import Path

from entente.errors import BadInput

APPLICATION_ID = 0x456E7465     # "Ente"; PRAGMA application_id, at byte 68 of the file
SQLITE_HEADER = b"SQLite format 3\x00"     # https://www.sqlite.org/fileformat.html, section 1.3


def check_file(path: Path, *, create: bool) -> None:
    """Raises BadInput, with what was found, where and what to do, on whatever cannot be opened as a casebook."""
    try:
        exists = path.stat() is not None
    except FileNotFoundError:
        exists = False
    except OSError as error:
        raise _unreadable(path, error) from error
    if path.is_dir():
        raise BadInput(f"{path}: is a folder and not a casebook; name a file, for instance {path / 'affair.casebook'}")
    if not exists:
        if not create:
            raise BadInput(f"{path}: there is no such casebook; make one with `entente read PATH... --into {path}`")
        if not path.absolute().parent.is_dir():
            raise BadInput(f"{path}: the folder {path.parent} does not exist; make it or name another place")
        return
    found = _kind(path) if path.is_file() else "a device or a pipe"
    if found == "casebook" or (found == "empty" and create):
        return
    if found == "empty":
        raise BadInput(f"{path}: the file is empty and no casebook; fill it with `entente read PATH... --into {path}`")
    raise BadInput(f"{path}: this is {found} and not a casebook; it was left as it is, name another file")


def _unreadable(path: Path, error: OSError) -> BadInput:
    return BadInput(f"{path}: cannot be read ({error.strerror}); check its permissions or name another file")


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        return "empty"
    if head.startswith(SQLITE_HEADER):
        number = int.from_bytes(head[68:72], "big")
        return "casebook" if number == APPLICATION_ID else "a database of another program"
    return "a text file" if _is_text(head) else "a file of another kind"


def _is_text(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)    # the head may end within a character
    except UnicodeDecodeError:
        return False
    return b"\x00" not in head
