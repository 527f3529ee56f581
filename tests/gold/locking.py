"""The lock of the held-out posts: `held.sha256`, in the format of sha256sum.

A post that was held out says how right the audit is only while nobody tunes it, its labels
included. So a file that changed, went or came without a line in the lock stops every measurement.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.gold.labels import HERE

LOCK = HERE / "held.sha256"


class UnlockedError(Exception):
    """The held-out posts are not those that were locked; says which."""


def check_lock(lock: Path = LOCK) -> int:
    """How many posts are locked. Raises UnlockedError when one is not as it was."""
    faults = [*_faults(lock)]
    if faults:
        raise UnlockedError("\n".join(faults))
    return len(_locked(lock))


def _faults(lock: Path) -> Iterator[str]:
    locked, folder = _locked(lock), lock.with_suffix("")
    there = {f"{folder.name}/{path.name}": path for path in sorted(folder.iterdir())}
    for name in sorted(locked.keys() | there.keys()):
        if name not in there:
            yield f"{name} is missing: a held-out post stays, whatever the audit makes of it."
        elif name not in locked:
            yield f"{name} has no line in {lock.name}: README.md says how to hold out a new post."
        elif sha256(there[name].read_bytes()).hexdigest() != locked[name]:
            yield (
                f"{name} changed after it was locked: bring it back from git. Its labels count as "
                "they were given, the doubtful ones too."
            )
    if not locked:
        yield f"{lock.name} locks nothing."


def _locked(lock: Path) -> dict[str, str]:
    """The hash of each file by its path beside the lock."""
    lines = (line.split("  ", 1) for line in lock.read_text("utf-8").splitlines())
    return {name: digest for digest, name in lines}
