"""Processes that turn posts into facts on the other cores while this one reads on.

A helper needs of the site only its Context, which is known when everything has been read: until
then it makes Documents. Whatever goes wrong in one is done again here, where it can be seen.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from rapport.audit import Context, measure
from rapport.model import Facts, Post
from rapport.settings import Settings
from rapport.sources import document

# Documents wait in memory, so only so many are made before the Context is there.
_AHEAD = 2_000
_CHUNK = 16


@dataclass(slots=True)
class Helpers:
    """The helpers at work: `paths` are those of all their posts, `done` of those that arrived."""

    posts: dict[str, Post] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    processes: list[BaseProcess] = field(default_factory=list)
    pipes: list[Connection] = field(default_factory=list)

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the posts that are the helpers' to measure."""
        return frozenset(self.posts)

    @classmethod
    def begin(cls, shares: Iterable[tuple[Post, ...]], settings: Settings) -> Helpers:
        """One helper a share, forked where that is safe; else they import this package."""
        _importable()
        context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
        helpers = cls()
        for share in shares:
            near, far = context.Pipe()
            process = context.Process(target=_work, args=(far, share, settings), daemon=True)
            process.start()
            far.close()
            helpers.posts.update((post.path, post) for post in share)
            helpers.processes.append(process)
            helpers.pipes.append(near)
        return helpers

    def tell(self, context: Context) -> None:
        """Give every helper what it needs to know of the site."""
        for pipe in self.pipes:
            try:
                pipe.send(context)
            except OSError:
                continue  # it is gone, and what it leaves is done here

    def arrived(self) -> Iterator[Facts]:
        """What is there, without waiting."""
        for pipe in wait(self.pipes, timeout=0) if self.pipes else ():
            yield from self._received(pipe)  # type: ignore[arg-type]

    def rest(self) -> Iterator[Facts]:
        """What is still to come, as it comes."""
        while self.pipes:
            for pipe in wait(self.pipes):
                yield from self._received(pipe)  # type: ignore[arg-type]

    def _received(self, pipe: Connection) -> Iterator[Facts]:
        try:
            found: list[Facts] = pipe.recv()
        except (EOFError, OSError):
            self.pipes.remove(pipe)
            pipe.close()
            return
        self.done.update(facts.path for facts in found)
        yield from found

    def undone(self) -> list[Post]:
        """The posts whose facts did not arrive, because their helper ended early."""
        return [post for path, post in self.posts.items() if path not in self.done]

    def __enter__(self) -> Self:
        """For the time the facts are wanted."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what still runs."""
        self.close()

    def close(self) -> None:
        """End what still runs."""
        for process in self.processes:
            process.kill()
            process.join()
        for pipe in self.pipes:
            pipe.close()
        self.pipes.clear()


def _importable() -> None:
    """Put this package on the path that a new process takes over from its parent.

    A package that came from Pelican's PLUGIN_PATHS is not on it.
    """
    home = str(Path(__file__).parents[2])
    if home not in sys.path:
        sys.path.append(home)


def _work(pipe: Connection, posts: tuple[Post, ...], settings: Settings) -> None:
    """What a helper does. Ctrl-C is its parent's to answer, and so is whatever fails here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):
        _measure(pipe, posts, settings)


def _measure(pipe: Connection, posts: tuple[Post, ...], settings: Settings) -> None:
    ahead = [document(post, settings) for post in posts[:_AHEAD]]
    context: Context = pipe.recv()
    found: list[Facts] = []
    for number, post in enumerate(posts):
        made = ahead[number] if number < len(ahead) else document(post, settings)
        found.append(measure(post, made, context))
        if len(found) == _CHUNK or number == len(posts) - 1:
            pipe.send(found)
            found = []
