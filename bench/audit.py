"""How fast the audit is, beside other auditors: many posts cold, and one post from the shell."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.auditors import AUDITORS, Auditor
from bench.clock import Timing, environment, forget, timed
from bench.sites.common import UnavailableError
from bench.table import markdown, number

_STARTS = 15
_BARE = (sys.executable, "-c", "pass")
_PROOF = "zzz-read-to-the-end.md"
# Something that each of the auditors has to name the file for.
_FAULTS = """Title: Read to the end
Date: 2026-01-05
Author: Somebody

TODO: needless to say, the chairman was very, very late.
"""
Say = Callable[[str], None]


@dataclass(slots=True)
class Measured:
    """An auditor with its site, and what was measured: all posts, one post, a bare Python.

    Starts are in seconds. `missing` says why it could not be measured; empty when it was.
    """

    auditor: Auditor
    site: Path
    kept: Path
    written: frozenset[str]
    version: str = ""
    missing: str = ""
    every: list[Timing] = field(default_factory=list)
    one: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Name, version, and what is particular about it."""
        name = f"{self.auditor.name} {self.version}".strip()
        return f"{name}, {self.auditor.note}" if self.auditor.note else name

    @property
    def wall(self) -> float:
        """The median of the wall times for all posts, in seconds."""
        return median(timing.wall for timing in self.every)


def enter(site: Path, work: Path, kept: Path) -> list[Measured]:
    """Every auditor with a site of the same posts; what cannot be had has a reason instead.

    `site` is laid out for Rapport; `kept` is where installed programs stay between runs.
    """
    bare = work / "posts-only"
    shutil.copytree(site, bare, ignore=shutil.ignore_patterns("comments"))
    return [_enter(auditor, site if auditor.comments else bare, kept) for auditor in AUDITORS]


def _enter(auditor: Auditor, site: Path, kept: Path) -> Measured:
    stays = kept / auditor.name.lower()
    stays.mkdir(parents=True, exist_ok=True)
    written = frozenset(entry.name for entry in site.iterdir())
    entry = Measured(auditor, site, stays, written)
    try:
        auditor.prepare(stays)
        entry.version = auditor.version(stays)
    except UnavailableError as reason:
        entry.missing = str(reason)
    return entry


def measure(
    entered: Sequence[Measured], posts: Sequence[str], runs: int, work: Path, say: Say
) -> None:
    """Time what is there; `posts` are paths inside the sites, all in one folder.

    Every run is cold but for those that are made again.
    A warm-up each that is checked, then in turn: all posts so many times, then one post. Raises
    FailedError when an auditor breaks or does not read every post.
    """
    present = [entry for entry in entered if not entry.missing]
    for entry in present:
        say(f"{entry.name}: warming up")
        _prove(entry, posts, work)
    for turn in range(runs):
        for entry in present:
            timing = _run(entry, entry.auditor.every(entry.kept, posts), work)
            entry.every.append(timing)
            say(f"{entry.name}, run {turn + 1} of {runs}: {timing.wall:.2f} s")
    say(f"One post, {_STARTS} times each")
    middle = posts[len(posts) // 2]
    for _ in range(_STARTS):
        for entry in present:
            entry.bare.append(timed(_BARE, entry.site, environment(work / "home")).wall)
            entry.one.append(_cold(entry, entry.auditor.one(entry.kept, middle), work).wall)


def _prove(entry: Measured, posts: Sequence[str], work: Path) -> None:
    """The warm-up: one more post, the last by name and full of faults, has to be found.

    Exit codes do not tell whether a program has read every post, and one of them tells nothing.
    """
    proof = str(Path(posts[0]).with_name(_PROOF))
    (entry.site / proof).write_text(_FAULTS, encoding="utf-8")
    try:
        _cold(entry, entry.auditor.every(entry.kept, [*posts, proof]), work, says=_PROOF)
        _cold(entry, entry.auditor.one(entry.kept, proof), work)
    finally:
        (entry.site / proof).unlink()


def _run(entry: Measured, command: list[str], work: Path) -> Timing:
    first = _cold(entry, command, work)
    return _timed(entry, command, work) if entry.auditor.again else first


def _cold(entry: Measured, command: list[str], work: Path, says: str = "") -> Timing:
    """One run without a cache in the site or in the home folder."""
    forget(entry.site, entry.written)
    shutil.rmtree(work / "home", ignore_errors=True)
    return _timed(entry, command, work, says)


def _timed(entry: Measured, command: list[str], work: Path, says: str = "") -> Timing:
    home = environment(work / "home")
    return timed(command, entry.site, home, fine=entry.auditor.fine, says=says)


def report(entered: Sequence[Measured], posts: int) -> str:
    """The medians and ratios as a Markdown table; then who is missing, and why."""
    head = ("audit", "wall, s", "from-to", "posts/s", "× Rapport", "cpu, s", "one post, ms")
    present = [entry for entry in entered if not entry.missing]
    rows = [
        _absent(entry, len(head)) if entry.missing else _row(entry, posts, present[0])
        for entry in entered
    ]
    runs = len(present[0].every)
    said = (
        f"The audit of the same {posts:,} posts, cold, median of "
        f"{'one run' if runs == 1 else f'{runs} runs in turn'}; then one post from the shell, "
        f"median of {_STARTS} starts.\n"
    )
    missing = [f"Not measured: {entry.missing}\n" for entry in entered if entry.missing]
    return "\n".join([said, markdown((*head, "over a bare Python, ms"), rows), *missing])


def _row(entry: Measured, posts: int, yardstick: Measured) -> tuple[str, ...]:
    walls = [timing.wall for timing in entry.every]
    return (
        entry.name,
        number(entry.wall),
        f"{number(min(walls))}-{number(max(walls))}",
        number(posts / entry.wall),
        f"{entry.wall / yardstick.wall:.2f}",
        number(median(timing.cpu for timing in entry.every)),
        number(1000 * median(entry.one)),
        number(1000 * (median(entry.one) - median(entry.bare))),
    )


def _absent(entry: Measured, columns: int) -> tuple[str, ...]:
    return (entry.name, *("-" for _ in range(columns)))
