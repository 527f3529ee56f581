"""One writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rapport.errors import RapportError
from rapport.store.writing import Unwritable

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Busy(RapportError):  # noqa: N818 -- a state, named as callers say it
    """Somebody else is writing here."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the right to write `path` (a file or a folder, there or not) until the block ends.

    Raises Busy at once when another process or thread holds it, Unwritable where there can be no
    lock. The lock is the hidden file `.<name>.lock` beside `path`; it is gone afterwards, and a
    killed process does not leave it held.
    """
    beside = path.absolute().with_name(f".{path.name}.lock")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        handle = _held(beside, path)
    except OSError as fault:
        raise Unwritable(f"{path} cannot be locked for writing: {fault.strerror}.") from fault
    try:
        # On a full disk nobody learns who holds it, but what makes room can still be done.
        with suppress(OSError):
            os.truncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        with suppress(OSError):
            beside.unlink()
        os.close(handle)


def _held(beside: Path, path: Path) -> int:
    """An open, locked descriptor of the lock file that has this name now.

    Whoever releases removes the file first, so a descriptor may turn out to be of a file that is
    gone: then try again with the new one.
    """
    while True:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except (BlockingIOError, PermissionError) as fault:
            owner = os.pread(handle, 20, 0).decode("ascii", "replace")
            os.close(handle)
            who = f" (process {owner})" if owner else ""
            raise Busy(
                f"Another command is writing {path}{who}. Wait until it has ended, then try again."
            ) from fault
        if _same(handle, beside):
            return handle
        os.close(handle)


def _same(handle: int, beside: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), beside.stat())
    except FileNotFoundError:
        return False
