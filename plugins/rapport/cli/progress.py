"""A bar on a terminal for what takes a while; nothing at all in a log or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

_T = TypeVar("_T")

# Below this many the work is done before a bar could be read.
_MANY = 300


def counted(items: Iterable[_T], total: int, label: str = "Reading posts") -> Iterator[_T]:
    """The items as they come, with a bar on standard error while they do."""
    if total < _MANY or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - only for a bar
    from rich.progress import track  # noqa: PLC0415 - only for a bar

    yield from track(items, label, total, console=Console(stderr=True), transient=True)


def busy(label: str) -> AbstractContextManager[object]:
    """A sign of life on standard error for as long as the block runs."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console  # noqa: PLC0415 - only for a terminal

    return Console(stderr=True).status(label)
