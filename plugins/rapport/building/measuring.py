"""Facts of many posts, measured in other processes while Pelican reads the same posts here.

Measuring takes as long as Pelican's reading and needs nothing of it: only then are the facts held
against the page, which nearly always shows the same, and a post whose page does not is measured
again by what the page shows. The other processes are new ones, not forks: a fork in the middle of
somebody's threads may never wake up. Whatever goes wrong in one is done again here, where it can
be seen.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from rapport.audit import Context, measure, measure_shown
from rapport.model import Facts, Post, Site
from rapport.settings import Settings
from rapport.sources import Imprint, document, imprint, imprint_of_page, page

# Starting a process costs as much as measuring this many characters here.
_WORTH_A_PROCESS = 500_000
_READ, _WRITE = 0, 1
_HOME = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Measured:
    """The facts of one post, and the imprint of its source if its page is still to be looked at."""

    facts: Facts
    imprint: Imprint | None = None


@dataclass(frozen=True, slots=True)
class _Share:
    """A part of the posts, and the process that measures it."""

    posts: tuple[Post, ...]
    process: subprocess.Popen[bytes]
    answer: IO[bytes]


@dataclass(slots=True)
class Measuring:
    """The facts of a site's posts, on their way."""

    settings: Settings
    context: Context
    shares: list[_Share] = field(default_factory=list)

    @classmethod
    def begin(cls, site: Site, settings: Settings) -> Measuring:
        """Begin with the Markdown posts, if they are enough to be worth it."""
        begun = cls(settings, Context.of(site, settings))
        posts = [post for post in site.posts if post.markup == "markdown"]
        worth = sum(len(post.text) for post in posts) // _WORTH_A_PROCESS
        count = min(max(1, cores() - 1), worth) if cores() > 1 else 0
        try:
            begun.shares += [begun._share(posts[first::count]) for first in range(count)]
        except (OSError, TypeError, AttributeError, pickle.PicklingError):
            begun.close()
        return begun

    def _share(self, posts: Sequence[Post]) -> _Share:
        with TemporaryFile() as order:
            pickle.dump((self.settings, self.context, tuple(posts)), order)
            order.seek(0)
            answer = TemporaryFile()  # noqa: SIM115 - `close` closes it
            process = subprocess.Popen(
                [sys.executable, "-c", "from rapport.building.measuring import work; work()"],
                stdin=order,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_HOME), *sys.path])},
                start_new_session=True,
            )
        return _Share(tuple(posts), process, answer)

    def arrived(self) -> dict[str, Measured]:
        """Wait for what was begun, by path. What did not arrive must be measured here."""
        found: dict[str, Measured] = {}
        for share in self.shares:
            if share.process.wait() == 0:
                share.answer.seek(0)
                found.update(pickle.load(share.answer))  # noqa: S301 - our own process wrote it
        self.close()
        return found

    def here(self, post: Post, html: str | None) -> Measured:
        """One post measured at once; `html` is what its reader made of it, if not Markdown."""
        read = document(post, self.settings, html)
        mark = imprint(read) if post.markup == "markdown" else None
        return Measured(measure(post, read, self.context), mark)

    def judged(self, post: Post, measured: Measured, html: str) -> Facts:
        """The facts that the page shows: `html` is the post's text as it will be published."""
        if measured.imprint is None or measured.imprint.stands_on(imprint_of_page(html)):
            return measured.facts
        read = document(post, self.settings)
        return measure_shown(post, read, page(html), self.context)

    def close(self) -> None:
        """End what still runs."""
        for share in self.shares:
            share.process.kill()
            share.process.wait()
            share.answer.close()
        self.shares.clear()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work() -> None:
    """Measure the posts that come on descriptor 0; their facts by path go to descriptor 1."""
    with open(_READ, "rb", closefd=False) as order:
        settings, context, posts = pickle.load(order)  # noqa: S301 - our own process wrote it
    known = Measuring(settings, context)
    found = {post.path: known.here(post, None) for post in posts}
    with open(_WRITE, "wb", closefd=False) as answer:
        pickle.dump(found, answer)
