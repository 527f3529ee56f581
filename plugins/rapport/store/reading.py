"""Files to text, and which files there are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from rapport.errors import RapportError

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(RapportError):  # noqa: N818 -- a state, named as callers say it
    """A file that cannot be read as text: its `path`, the `line` where it goes wrong (1-based)."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


def read_text(path: Path | str) -> str:
    """The text of a UTF-8 file, line endings as they are, without a byte order mark at its start.

    Raises Unreadable with the line of the first byte that is not UTF-8, or line 1 when the file
    cannot be opened at all.
    """
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - one call a file, of thousands
            data = file.read()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise Unreadable(Path(path), 1, f"cannot be read ({reason}).") from fault
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Unreadable(Path(path), *_explained(data.removeprefix(_BOM), fault.start)) from fault


def _explained(data: bytes, start: int) -> tuple[int, str]:
    line = data.count(b"\n", 0, start) + 1
    if data.startswith(_UTF16):
        return 1, "is UTF-16, not UTF-8. Save it again with the encoding UTF-8."
    return line, (
        f"is not UTF-8: the byte 0x{data[start]:02x} in line {line} cannot be part of it. "
        "Save the file again with the encoding UTF-8."
    )


def files(folder: Path, suffixes: Sequence[str]) -> list[Path]:
    """Every file below `folder` whose name ends in one of `suffixes` (".md"), in order of path.

    Hidden files and folders (a leading dot) are left out, links to folders are followed once, and
    a folder that does not exist holds nothing. Raises Unreadable for a folder that cannot be read.
    """
    endings = tuple(suffixes)
    found: list[str] = []
    pending = [os.fspath(folder)]
    linked: set[str] = set()
    while pending:
        for entry in _entries(pending.pop()):
            if entry.name.startswith("."):
                continue
            if not entry.is_dir():
                if entry.name.endswith(endings):
                    found.append(entry.path)
            elif not entry.is_symlink() or _first_time(entry.path, linked):
                pending.append(entry.path)
    return [Path(path) for path in sorted(found)]


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise Unreadable(Path(folder), 1, f"cannot be listed ({fault.strerror}).") from fault


def _first_time(path: str, seen: set[str]) -> bool:
    """Whether a linked folder is new: a link back up would otherwise be walked for ever."""
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True
