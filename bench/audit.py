"""How fast the audit is: many posts cold, and one post from the shell over a bare Python start.

Another auditor is one more line in `AUDITORS`: its commands, and what it needs to be there.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.clock import environment, forget, timed
from bench.table import markdown, number

_STARTS = 15
_BARE = (sys.executable, "-c", "pass")


@dataclass(frozen=True, slots=True)
class Auditor:
    """A program that audits Markdown posts.

    `every` and `one` are its command lines for a folder of posts and for one file, paths relative
    to the site. `fine` are the exit codes that do not mean that it broke: most say 1 when they find
    something. `there` says whether it can be run.
    """

    name: str
    every: Callable[[str], list[str]]
    one: Callable[[str], list[str]]
    there: Callable[[], bool]
    fine: tuple[int, ...] = (0, 1)


_RAPPORT = (sys.executable, "-m", "rapport", "audit", "--fail-on", "never")

AUDITORS: tuple[Auditor, ...] = (
    Auditor(
        name="Rapport",
        every=lambda folder: [*_RAPPORT, folder],
        one=lambda post: [*_RAPPORT, post],
        there=lambda: True,
        fine=(0,),
    ),
)


@dataclass(slots=True)
class Measured:
    """Seconds of an auditor on all posts and on one post, and of a bare Python beside each."""

    auditor: Auditor
    every: list[float] = field(default_factory=list)
    one: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


def measure(site: Path, posts: Sequence[str], runs: int, work: Path) -> list[Measured]:
    """Time every auditor that is there on a site laid out for Rapport; `posts` are relative paths.

    One warm-up each, then in turn, with no cache. Raises FailedError when an auditor breaks.
    """
    present = [Measured(auditor) for auditor in AUDITORS if auditor.there()]
    written = frozenset(entry.name for entry in site.iterdir())
    folder = str(Path(posts[0]).parent)
    middle = posts[len(posts) // 2]
    for turn in range(runs + 1):
        for measured in present:
            wall = _cold(measured.auditor, measured.auditor.every(folder), site, written, work)
            if turn:
                measured.every.append(wall)
    for turn in range(_STARTS + 1):
        for measured in present:
            bare = timed(_BARE, site, environment(work / "home")).wall
            wall = _cold(measured.auditor, measured.auditor.one(middle), site, written, work)
            if turn:
                measured.bare.append(bare)
                measured.one.append(wall)
    return present


def _cold(
    auditor: Auditor, command: list[str], site: Path, written: frozenset[str], work: Path
) -> float:
    forget(site, written)
    home = work / "home"
    shutil.rmtree(home, ignore_errors=True)
    return timed(command, site, environment(home), fine=auditor.fine).wall


def report(measured: Sequence[Measured], posts: int) -> str:
    """The medians as a Markdown table."""
    head = ("audit", "wall, s", "posts/s", "one post, ms", "over a bare Python, ms")
    rows = [
        (
            entry.auditor.name,
            number(median(entry.every)),
            number(posts / median(entry.every)),
            number(1000 * median(entry.one)),
            number(1000 * (median(entry.one) - median(entry.bare))),
        )
        for entry in measured
    ]
    return (
        f"The audit of the same {posts:,} posts with their comments, cold; then one post from the "
        f"shell, median of {_STARTS} starts.\n\n" + markdown(head, rows)
    )
