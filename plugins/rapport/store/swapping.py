"""A new folder put where the old one is, in one step."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from rapport.errors import BuildError
from rapport.store.signals import undisturbed
from rapport.store.writing import remove_tree

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP)


def swap(new: Path, old: Path) -> None:
    """Put the folder `new` where `old` is (or would be) and remove the old tree.

    Linux exchanges the two names in one system call (renameat2(2), RENAME_EXCHANGE), so a kill at
    any moment leaves the old tree or the new one at `old`. Elsewhere two renames do it; a kill
    between them is mended by `recover`. SIGINT and SIGTERM wait until the exchange is over. If
    `old` is a link, what it leads to is replaced.

    Raises BuildError when `new` is not a folder, `old` is a file, or the two are not on one file
    system; nothing has changed then.
    """
    old = Path(os.path.realpath(old))
    _check(new, old)
    recover(old)
    with undisturbed():
        try:
            left = _put(new, old, _aside(old))
        except OSError as fault:
            recover(old)
            raise BuildError(
                f"{new} could not be put in the place of {old}: {fault.strerror}. "
                "What was there before is untouched."
            ) from fault
    remove_tree(left)


def recover(old: Path) -> None:
    """Mend a swap that was cut short: `old` is whole again, and nothing is left beside it.

    The old tree stood aside while the new one took its name. If the name is still free, it goes
    back; if the new one has it, the old tree is removed.
    """
    old = Path(os.path.realpath(old))
    aside = _aside(old)
    if not os.path.lexists(aside):
        return
    if os.path.lexists(old):
        remove_tree(aside)
        return
    try:
        aside.rename(old)
    except OSError as fault:
        raise BuildError(
            f"{aside} holds the last good site and could not be renamed to {old}: {fault.strerror}."
        ) from fault


def _aside(old: Path) -> Path:
    return old.with_name(f".{old.name}.before-swap")


def _check(new: Path, old: Path) -> None:
    if not new.is_dir() or new.is_symlink():
        raise BuildError(f"{new} is not a folder, so it cannot take the place of {old}.")
    if Path(os.path.realpath(new)) in (old, *old.parents) or old in new.resolve().parents:
        raise BuildError(f"{new} and {old} lie in each other. Build into a folder beside {old}.")
    if os.path.lexists(old) and not old.is_dir():
        raise BuildError(f"{old} is a file where a folder belongs. Move it away, then build again.")
    try:
        old.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise BuildError(f"{old.parent} cannot be made: {fault.strerror}.") from fault
    if new.stat().st_dev != (old if old.exists() else old.parent).stat().st_dev:
        raise BuildError(
            f"{new} and {old} are on different file systems, so one cannot take the place of the "
            f"other in one step. Build into a folder beside {old}."
        )


def _put(new: Path, old: Path, aside: Path) -> Path:
    """Let `new` take the name `old`; where the old tree is now (if there was one)."""
    if not old.exists():
        new.rename(old)
    elif _exchange(new, old):
        try:
            new.rename(aside)
        except OSError:
            return new
    else:
        old.rename(aside)
        new.rename(old)
    return aside


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False when this system or file system cannot."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only a swap needs it

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if call(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], ctypes.c_uint(_RENAME_EXCHANGE)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code))
