"""Files of JSON, and folders of small files, from anybody.

JSON nests a level for every answer to an answer where a system keeps its threads as trees, so what
is too deep for the standard library's reader is read by one without recursion.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from pathlib import Path

from rapport.arrivals import Skipped
from rapport.importers.faults import Unusable
from rapport.model import one_line

_BOM = b"\xef\xbb\xbf"
_GZIP = b"\x1f\x8b"
# What a compressed file may unfold to, so that a small one cannot fill the memory.
_LARGEST = 512_000_000
# Longer than any comment can be here; what reads small files would take long over it.
_LONGEST = 1_000_000
_scanned: Callable[[str, int], tuple[str, int]] = scanstring
_SPACE = re.compile(r"[ \t\r\n]*")
_ATOM = re.compile(r"(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
_MOST_DIGITS = 4000


def file_bytes(path: Path) -> bytes:
    """What is in a file, unfolded where it is a gzip. Raises Unusable."""
    try:
        data = path.read_bytes()
    except IsADirectoryError as fault:
        raise Unusable(path, "It is a folder; name the file itself.") from fault
    except (OSError, ValueError) as fault:
        raise Unusable(path, f"It cannot be read: {getattr(fault, 'strerror', fault)}.") from fault
    if data.startswith(_GZIP):
        data = _unfolded(path)
    if not data.strip():
        raise Unusable(path, "It is empty.")
    return data


def _unfolded(path: Path) -> bytes:
    try:
        with gzip.open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise Unusable(path, f"It is a gzip that cannot be unpacked: {fault}.") from fault
    if len(data) > _LARGEST:
        raise Unusable(path, f"Unpacked it is larger than {_LARGEST // 1_000_000} MB.")
    return data


def as_text(data: bytes, path: Path) -> str:
    """UTF-8 as text, without a byte order mark. Raises Unusable with the line."""
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unusable(path, "It is not UTF-8. Save it again as UTF-8.", line) from fault


def load_json(path: Path) -> object:
    """The value in a file of JSON, also a gzip of one, however deep. Raises Unusable with place."""
    text = as_text(file_bytes(path), path)
    try:
        try:
            return json.loads(text)
        except RecursionError:
            return deep_json(text)
    except json.JSONDecodeError as fault:
        raise Unusable(path, _told(fault, text), fault.lineno, fault.colno) from fault
    except ValueError as fault:  # a number of too many digits
        raise Unusable(path, f"It cannot be read: {fault}.") from fault


def _told(fault: json.JSONDecodeError, text: str) -> str:
    if text.lstrip()[:1] == "<":
        return "This is not JSON but XML or HTML: is it another system's export?"
    if fault.msg == "Extra data":
        return "There is more after the JSON's end; put several into one list: [{...}, {...}]."
    cut = " The file seems to be cut short." if fault.pos >= len(text.rstrip()) else ""
    return f"This is not JSON: {fault.msg}.{cut}"


def deep_json(text: str) -> object:
    """The value of a JSON text, read without recursion; raises json.JSONDecodeError."""
    top: list[object] = []
    holders: list[tuple[list[object] | dict[str, object], str]] = [(top, "")]
    at = _past(text, 0)
    while True:
        char = text[at : at + 1]
        if char in ("{", "["):
            made: list[object] | dict[str, object] = {} if char == "{" else []
            _put(holders[-1], made)
            at = _past(text, at + 1)
            if text[at : at + 1] != ("}" if char == "{" else "]"):
                key, at = _key(text, at) if isinstance(made, dict) else ("", at)
                holders.append((made, key))
                continue
            at += 1
        else:
            value, at = _value(text, at)
            _put(holders[-1], value)
        at = _closed(text, at, holders)
        if len(holders) == 1:
            break
    if at < len(text):
        raise json.JSONDecodeError("Extra data", text, at)
    return top[0]


def _closed(text: str, at: int, holders: list[tuple[list[object] | dict[str, object], str]]) -> int:
    """Past what ends here, to where the next value begins."""
    at = _past(text, at)
    while len(holders) > 1:
        holder, _ = holders[-1]
        ending = "}" if isinstance(holder, dict) else "]"
        char = text[at : at + 1]
        if char == ",":
            at = _past(text, at + 1)
            if isinstance(holder, dict):
                key, at = _key(text, at)
                holders[-1] = (holder, key)
            return at
        if char != ending:
            raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
        holders.pop()
        at = _past(text, at + 1)
    return at


def _put(holder: tuple[list[object] | dict[str, object], str], value: object) -> None:
    inside, key = holder
    if isinstance(inside, dict):
        inside[key] = value
    else:
        inside.append(value)


def _past(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
    key, at = _scanned(text, at + 1)
    at = _past(text, at)
    if text[at : at + 1] != ":":
        raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
    return key, _past(text, at + 1)


def _value(text: str, at: int) -> tuple[object, int]:
    if text[at : at + 1] == '"':
        return _scanned(text, at + 1)
    found = _ATOM.match(text, at)
    if found is None:
        raise json.JSONDecodeError("Expecting value", text, at)
    number = found[1]
    if number is None:
        return _WORDS[found[0]], found.end()
    if len(number) > _MOST_DIGITS:
        raise json.JSONDecodeError("A number of too many digits", text, at)
    return (int(number) if number.lstrip("-").isdigit() else float(number)), found.end()


def small_files(
    root: Path, suffixes: tuple[str, ...], skipped: list[Skipped]
) -> Iterator[tuple[str, Path]]:
    """(path within the folder with "/", file) of every file that ends so, in order.

    Links that lead out of the folder, links to folders and files of more than a megabyte are left
    out and go to `skipped`, with the reason; hidden ones are none. Raises Unusable.
    """
    if not root.is_dir():
        reason = "It is not a folder; name the folder that holds the comments."
        raise Unusable(root, reason if root.exists() else "There is no such folder.")
    home = root.resolve()
    for folder, folders, names in os.walk(root, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (Path(folder) / name).is_symlink():
                inside = (Path(folder) / name).relative_to(root).as_posix()
                skipped.append(Skipped(one_line(inside), "a link to a folder is not followed"))
        for name in sorted(names):
            path = Path(folder) / name
            if name.startswith(".") or not name.lower().endswith(suffixes):
                continue
            inside = path.relative_to(root).as_posix()
            reason = _unfit(path, home)
            if reason:
                skipped.append(Skipped(one_line(inside), reason))
            else:
                yield inside, path


def _unreadable(fault: OSError) -> None:
    raise Unusable(Path(str(fault.filename)), f"It cannot be read: {fault.strerror}.") from fault


def _unfit(path: Path, home: Path) -> str:
    """Why a file is not read, empty if it can be."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            return "it is a link that leads out of the folder"
        if not path.is_file():
            return "it is no file"
        if path.stat().st_size > _LONGEST:
            return f"it is longer than {_LONGEST // 1_000_000} MB"
    except (OSError, RuntimeError) as fault:
        return f"it cannot be read: {getattr(fault, 'strerror', None) or fault}"
    return ""
