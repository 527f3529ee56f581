"""What makes an export unusable."""

from __future__ import annotations

from pathlib import Path

from rapport.errors import UsageError
from rapport.model import one_line

_LONGEST = 400


class Unusable(UsageError):  # noqa: N818 -- a state, named as callers say it
    """A file that is not what it is said to be, with the place where that shows."""

    def __init__(self, path: Path, reason: str, line: int = 0, column: int = 0) -> None:
        """`reason` is a whole sentence; line and column are 1-based, 0 where there is no place."""
        place = "".join(f":{number}" for number in (line, column) if number)
        super().__init__(f"{one_line(str(path))}{place}: {one_line(reason)[:_LONGEST]}")
