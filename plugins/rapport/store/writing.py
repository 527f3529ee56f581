"""Text to files, whole or not at all; paths that stay inside; trees removed."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path

from rapport.errors import RapportError

# What a file is called until it is whole; only a kill leaves one.
UNFINISHED = re.compile(r"\..{1,48}\.[0-9a-f]{12}\.tmp")


class Unwritable(RapportError):  # noqa: N818 -- a state, named as callers say it
    """A file or folder that could not be written or removed; what was there before is whole."""


class Outside(RapportError):  # noqa: N818 -- a state, named as callers say it
    """A path that leaves the folder it must stay in."""


def write_text(path: Path, text: str, *, private: bool = False, lasting: bool = True) -> None:
    """Write `text` as UTF-8 so that `path` holds the old bytes or the new ones, never half.

    Folders that are missing are made. With `private` the file is 0600 and its folder 0700, so it
    should be a folder of its own. What is not `lasting` a power cut may spoil: nobody waits for the
    disk, and whoever reads it has to see for himself. Raises Unwritable (a full disk, no
    permission, a lone surrogate).
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise Unwritable(
            f"{path} cannot be written: {fault.object[fault.start]!r} is half a character."
        ) from fault
    write_bytes(path, data, private=private, lasting=lasting)


def keep_from_git(private: Path, root: Path) -> None:
    """Keep a private folder out of the repository of the site that it lies in.

    One outside `root` may be part of somebody's own repository, one with a `.git` is a checkout of
    one, and a `.gitignore` that is there says what its owner wants: these are left alone. So is a
    folder that is not there. Raises Unwritable.
    """
    told = private / ".gitignore"
    inside = private.resolve().is_relative_to(root.resolve())
    if private.is_dir() and inside and not any(map(os.path.lexists, (told, private / ".git"))):
        write_text(
            told, "# Nothing private goes into the repository of the site.\n*\n", private=True
        )


def write_bytes(path: Path, data: bytes, *, private: bool = False, lasting: bool = True) -> None:
    """Write `data` as `write_text` writes text. Raises Unwritable."""
    try:
        _make_folder(path.parent, private=private)
        _replace(path, data, private=private, lasting=lasting)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise Unwritable(f"{path} cannot be written: {reason}.") from fault


def _make_folder(folder: Path, *, private: bool) -> None:
    mode = 0o700 if private else 0o777
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode=mode, exist_ok=True)
    if private and not missing:
        folder.chmod(0o700)


def _replace(path: Path, data: bytes, *, private: bool, lasting: bool) -> None:
    import secrets  # noqa: PLC0415 - only writing needs it

    beside = path.with_name(f".{path.name[:48]}.{secrets.token_hex(6)}.tmp")
    opener = partial(os.open, mode=0o600 if private else 0o666)
    try:
        with open(beside, "xb", opener=opener) as file:
            if not private and path.is_file() and not path.is_symlink():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    if lasting:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last: without this a power cut may bring the old name back."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def inside(root: Path, relative: str) -> Path:
    """The path `relative` below `root`, links resolved.

    Raises Outside when it is empty, absolute, holds `..`, a NUL or a backslash, or when a link on
    the way leads out of `root`.
    """
    parts = relative.split("/")
    if not relative or "\0" in relative or "\\" in relative or ".." in parts or parts[0] == "":
        raise Outside(f"{relative!r} is not a path below {root}.")
    try:
        base = root.resolve()
        path = (base / relative).resolve()
    except (OSError, RuntimeError, ValueError) as fault:  # links in a circle, half a character
        raise Outside(f"{relative!r} is not a path below {root}.") from fault
    if path == base or not path.is_relative_to(base):
        raise Outside(f"{relative!r} leads out of {root}.")
    return path


def remove_tree(path: Path) -> None:
    """Remove a folder with all it holds; a link is removed and not followed; nothing is fine too.

    Raises Unwritable when something in it cannot be removed, or for the root and the home folder.
    """
    import shutil  # noqa: PLC0415 - only writing needs it

    if path.resolve() in (Path(path.anchor).resolve(), Path.home()):
        raise Unwritable(f"{path} is not a folder to remove.")
    try:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.exists():
            try:
                shutil.rmtree(path)
            except PermissionError:
                _unlock(path)
                shutil.rmtree(path)
    except OSError as fault:
        raise Unwritable(f"{path} cannot be removed: {fault.strerror or fault}.") from fault


def remove_file(path: Path) -> None:
    """Remove a file; one that is not there is fine too. Raises Unwritable."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise Unwritable(f"{path} cannot be removed: {fault.strerror or fault}.") from fault


def _unlock(tree: Path) -> None:
    """Let its owner change every folder of a tree; others' folders end it with an OSError."""
    tree.chmod(0o700)
    for folder, names, _ in os.walk(tree):
        for name in names:
            inside = Path(folder, name)
            if not inside.is_symlink():
                inside.chmod(0o700)
