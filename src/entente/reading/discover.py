"""Which files a reader's paths stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from entente.errors import BadInput
from entente.records import Reject

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Found:
    """`path` opens the file; `given` is the path as the caller gave it, joined with what lies below a folder."""

    path: Path
    given: str


def discover(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> tuple[Found | Reject, ...]:
    """Files and folders → the files to read, in the order given, those of a folder by their path.

    A file in a folder that is hidden or of another kind is passed over with a Reject that names it. A
    file reached by two of the paths is read once. Raises BadInput on a path that does not exist, a file
    named outright that is of another kind, and a folder without any document.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if not given:
        raise BadInput("no path was given; name a file or a folder of .txt, .md, .html, .json or .jsonl files")
    found: list[Found | Reject] = []
    seen: set[str] = set()
    for each in given:
        for item in _of_one(os.fspath(each)):
            key = f"reject {item.document_id}" if isinstance(item, Reject) else os.path.realpath(item.path)
            if key not in seen:
                seen.add(key)
                found.append(item)
    return tuple(found)


def _of_one(given: str) -> Iterator[Found | Reject]:
    path = Path(given)
    kinds = ", ".join(sorted(SUFFIXES))
    try:
        if path.is_dir():
            items = tuple(_folder(given))
            if not any(isinstance(item, Found) for item in items):
                raise BadInput(
                    f"the folder {given} holds no document; put {kinds} files into it or name another folder"
                )
            yield from items
        elif not path.exists():
            raise BadInput(f"nothing stands at {given}; check the path's spelling")
        elif not path.is_file() or path.suffix.lower() not in SUFFIXES:
            raise BadInput(f"{given} is no file that can be read; give one of {kinds}")
        else:
            yield Found(path, given)
    except (OSError, ValueError) as error:
        raise BadInput(f"{given} cannot be opened ({error}); check the path and its permissions") from error


def _folder(given: str) -> Iterator[Found | Reject]:
    root = Path(given)
    base = given if given.endswith(("/", os.sep)) else f"{given}/"
    listed: list[tuple[tuple[str, ...], Found | Reject]] = []

    def unreadable(error: OSError) -> None:
        where = str(error.filename)
        listed.append(
            (
                Path(where).relative_to(root).parts,
                Reject(where, "read", "the folder cannot be opened", f"{error.strerror}; check its permissions"),
            )
        )

    for folder, folders, files in os.walk(root, onerror=unreadable):
        below = Path(folder).relative_to(root)
        for name in [name for name in folders if name.startswith(".")]:
            folders.remove(name)
            listed.append(
                ((below / name).parts, _passed_over(base + (below / name).as_posix(), "a hidden folder is not read"))
            )
        for name in files:
            place = below / name
            listed.append((place.parts, _file(root / place, base + place.as_posix())))
    for _, item in sorted(listed, key=lambda pair: pair[0]):
        yield item


def _file(path: Path, given: str) -> Found | Reject:
    if path.name.startswith("."):
        return _passed_over(given, "a hidden file is not read")
    if path.suffix.lower() not in SUFFIXES:
        return _passed_over(given, f"a file of the kind “{path.suffix or path.name}” is not read")
    if not path.is_file():
        return _passed_over(given, "what the name points to is no file")
    return Found(path, given)


def _passed_over(given: str, reason: str) -> Reject:
    return Reject(given, "read", reason, f"{given}: passed over; rename or convert it if it holds an article")
