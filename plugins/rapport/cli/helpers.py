"""Processes that turn posts into facts on the other cores while this one reads on.

A helper needs of the site only its Context, which is known when everything has been read: until
then it makes Documents of the share it begins with. The other posts are dealt out as the work goes
on, since nobody knows how fast another core is: helpers get a few at a time, this process takes
from the end. Whatever goes wrong in one is done again here, where it can be seen.
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
from rapport.cli.packed import packed, unpacked
from rapport.model import Facts, Post
from rapport.settings import Settings
from rapport.sources import document

# Documents wait in memory, so only so many are made before the Context is there.
_AHEAD = 2_000
_CHUNK = 8
Part = tuple[int, int]


@dataclass(slots=True)
class Helpers:
    """The helpers at work.

    `posts` are all that they or this process measure, by path, `done` the paths of those that
    arrived or were left to this process. `pool` holds the posts that nobody begins with, of which
    those from `first` up to `last` are still to be dealt out. `owed` says how many facts each of
    the helpers has still to send.
    """

    pool: tuple[Post, ...] = ()
    first: int = 0
    last: int = 0
    posts: dict[str, Post] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    processes: list[BaseProcess] = field(default_factory=list)
    owed: dict[Connection, int] = field(default_factory=dict)

    @classmethod
    def begin(
        cls, shares: Iterable[tuple[Post, ...]], pool: tuple[Post, ...], settings: Settings
    ) -> Helpers:
        """One helper a share, forked where that is safe; else they import this package."""
        _importable()
        context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
        helpers = cls(pool, last=len(pool), posts={post.path: post for post in pool})
        for share in shares:
            near, far = context.Pipe()
            process = context.Process(target=_work, args=(far, share, pool, settings), daemon=True)
            process.start()
            far.close()
            helpers.posts.update((post.path, post) for post in share)
            helpers.processes.append(process)
            helpers.owed[near] = len(share)
        return helpers

    def tell(self, context: Context) -> None:
        """Give every helper what it needs to know of the site."""
        for pipe in self.owed:
            self._send(pipe, context)

    def left(self) -> Iterator[Post]:
        """The posts of the pool that this process is to measure, until none is left of it."""
        while self.first < self.last:
            self.last -= 1
            self.done.add(self.pool[self.last].path)
            yield self.pool[self.last]

    def arrived(self) -> Iterator[Facts]:
        """What is there, without waiting; whoever is nearly done gets more of the pool."""
        for ready in self._ready(timeout=0):
            yield from self._received(ready)
        for pipe, owed in self.owed.items():
            if owed <= _CHUNK and self.first < self.last:
                self._deal(pipe)

    def _deal(self, pipe: Connection) -> None:
        begin, self.first = self.first, min(self.first + _CHUNK, self.last)
        self.owed[pipe] += self.first - begin
        self._send(pipe, (begin, self.first))

    def rest(self) -> Iterator[Facts]:
        """What is still to come, as it comes, when there is nothing more to deal out."""
        for pipe in self.owed:
            self._send(pipe, None)
        while self.owed:
            for ready in self._ready():
                yield from self._received(ready)

    def _ready(self, timeout: float | None = None) -> list[Connection]:
        """The helpers that have sent something, or ended."""
        return wait(list(self.owed), timeout) if self.owed else []  # type: ignore[return-value]

    @staticmethod
    def _send(pipe: Connection, what: Context | Part | None) -> None:
        with suppress(OSError):  # a helper that is gone: what it leaves is done here
            pipe.send(what)

    def _received(self, pipe: Connection) -> Iterator[Facts]:
        try:
            found = [unpacked(row) for row in pipe.recv()]
        except (EOFError, OSError):
            del self.owed[pipe]
            pipe.close()
            return
        self.owed[pipe] -= len(found)
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
        for pipe in self.owed:
            pipe.close()
        self.owed.clear()


def _importable() -> None:
    """Put this package on the path that a new process takes over from its parent.

    A package that came from Pelican's PLUGIN_PATHS is not on it.
    """
    home = str(Path(__file__).parents[2])
    if home not in sys.path:
        sys.path.append(home)


def _work(
    pipe: Connection, posts: tuple[Post, ...], pool: tuple[Post, ...], settings: Settings
) -> None:
    """What a helper does. Ctrl-C is its parent's to answer, and so is whatever fails here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):
        _measure(pipe, posts, pool, settings)


def _measure(
    pipe: Connection, posts: tuple[Post, ...], pool: tuple[Post, ...], settings: Settings
) -> None:
    ahead = [document(post, settings) for post in posts[:_AHEAD]]
    context: Context = pipe.recv()
    for begin in range(0, len(posts), _CHUNK):
        chunk = range(begin, min(begin + _CHUNK, len(posts)))
        made = (ahead[at] if at < len(ahead) else document(posts[at], settings) for at in chunk)
        facts = (measure(posts[at], each, context) for at, each in zip(chunk, made, strict=True))
        pipe.send([packed(each) for each in facts])
    while (part := pipe.recv()) is not None:
        dealt = pool[slice(*part)]
        pipe.send([packed(measure(post, document(post, settings), context)) for post in dealt])
