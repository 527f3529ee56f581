"""A bar on a terminal for what takes a while; nothing at all in a log or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

_T = TypeVar("_T")

# Below this many the work is done before a bar could be read.
_MANY = 300
_MANY_TOLD = 500


def counted(items: Iterable[_T], total: int, label: str = "Reading posts") -> Iterator[_T]:
    """The items as they come, with a bar on standard error while they do."""
    if total < _MANY or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - only for a bar
    from rich.progress import track  # noqa: PLC0415 - only for a bar

    yield from track(items, label, total, console=Console(stderr=True), transient=True)


@contextmanager
def busy(label: str) -> Iterator[Callable[[str, int, int], None]]:
    """A sign of life on standard error for as long as the block runs.

    What comes out may be told what is being made, how many are done and of how many: while some are
    to come, a bar of them stands in its place.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - only for a terminal

    sign = Console(stderr=True).status(label)
    with sign, ExitStack() as stack:
        bars: dict[str, Callable[[int], None]] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in bars:
                # Two that draw themselves anew would write over each other.
                sign.stop()
                stack.close()
                bars.clear()
                bars[what] = _bar(stack, what, total)
            bars[what](done)
            if done >= total:
                stack.close()
                bars.clear()
                sign.start()

        yield tell


@contextmanager
def told(label: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """What may be told how many are done; past 500 a bar on standard error shows it.

    Without a `total` the bar says that it goes on, and how far it is.
    """
    with ExitStack() as stack:
        bars: list[Callable[[int], None]] = []

        def tell(done: int) -> None:
            if not bars and done >= _MANY_TOLD and sys.stderr.isatty():
                bars.append(_bar(stack, label, total))
            for show in bars:
                show(done)

        yield tell


def _bar(stack: ExitStack, label: str, total: int | None) -> Callable[[int], None]:
    from rich.console import Console  # noqa: PLC0415 - only for a bar
    from rich.progress import (  # noqa: PLC0415 - only for a bar
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeElapsedColumn())  # fmt: skip
    bar = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = bar.add_task(label, total=total)
    return lambda done: bar.update(task, completed=done)
