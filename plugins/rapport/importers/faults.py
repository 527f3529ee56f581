"""What makes an export unusable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapport.errors import UsageError
from rapport.model import one_line

_LONGEST = 400
_MOST = 10


class Unusable(UsageError):  # noqa: N818 -- a state, named as callers say it
    """A file that is not what it is said to be, with the place where that shows."""

    def __init__(self, path: Path, reason: str, line: int = 0, column: int = 0) -> None:
        """`reason` is a whole sentence; line and column are 1-based, 0 where there is no place."""
        place = "".join(f":{number}" for number in (line, column) if number)
        super().__init__(f"{one_line(str(path))}{place}: {one_line(reason)[:_LONGEST]}")


class Broken(Unusable):
    """Several files of a folder that cannot be read, each with its place."""

    def __init__(self, faults: Sequence[Unusable]) -> None:
        """`faults` in the order of the files; the first ten are told."""
        more = len(faults) - _MOST
        told = [*(str(fault) for fault in faults[:_MOST]), f"and {more} more" if more > 0 else ""]
        told.append("Nothing was brought. Mend these, or take them out of the folder.")
        UsageError.__init__(self, "\n".join(filter(None, told)))
