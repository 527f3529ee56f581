"""`python -m bench`: measure, check, print; see `--help`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import audit, machine, run, table
from bench.clock import FailedError
from bench.corpus import make
from bench.reading import UnequalError
from bench.sites import GENERATORS, RAPPORT
from bench.sites.common import ROOT

_KEPT = ROOT / "bench" / "work"
_FIGURES = ROOT / "docs" / "performance.md"
_MEMORY = Path("/dev/shm")  # noqa: S108 - a fresh folder with a random name is made inside it
_ROOM_PER_POST = 1 << 20
_NAMES = (*map(run.short, GENERATORS), "audit")


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Build the same posts and comments with several generators, in turn, and print "
        "the ratios of their times. Sites are built in memory when there is room.",
    )
    parser.add_argument("--posts", type=int, default=1000, help="how many posts (1000)")
    parser.add_argument("--comments", type=int, default=5000, help="how many comments (5000)")
    parser.add_argument("--runs", type=int, default=3, help="how many measured rounds (3)")
    parser.add_argument(
        "--only", type=_names, default=(), help=f"only these, with commas: {', '.join(_NAMES)}"
    )
    parser.add_argument("--work", type=Path, help="build inside this folder, and leave the sites")
    parser.add_argument(
        "--write", action="store_true", help="put the figures into docs/performance.md"
    )
    given = parser.parse_args(argv)
    if given.posts < 1 or given.comments < 0 or given.runs < 1:
        parser.error("there must be at least one post, no fewer than no comments, and one run")
    return given


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(","))
    unknown = [name for name in names if name not in _NAMES]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"unknown: {', '.join(unknown)}; known: {', '.join(_NAMES)}"
        )
    return names


def main(argv: Sequence[str]) -> int:
    """Measure as the arguments say. Exit code 1: a build failed or is unequal; 2: wrong use."""
    given = _arguments(argv)
    try:
        if given.write:
            table.around_markers(_FIGURES)
        text = _in_a_folder(given)
        if given.write:
            table.between_markers(_FIGURES, text)
    except (FailedError, UnequalError) as fault:
        _say(str(fault))
        return 1
    except table.MarkersError as fault:
        _say(str(fault))
        return 2
    print(text)
    return 0


def _in_a_folder(given: argparse.Namespace) -> str:
    """Measure in a fresh folder, which stays only if the user said where."""
    roomy = given.work or _roomy(given.posts)
    roomy.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=roomy))
    try:
        return measured(given, work)
    finally:
        if given.work:
            _say(f"The sites are in {work}.")
        else:
            shutil.rmtree(work, ignore_errors=True)


def measured(given: argparse.Namespace, work: Path) -> str:
    """Everything that was asked for, as Markdown."""
    notes = [note for note in (machine.busy(),) if note]
    corpus = make(given.posts, given.comments)
    parts = [_origin(given)]
    entrants = run.enter(run.chosen(_wanted(given.only)), corpus, work, _KEPT, notes.append)
    # Before anything is built: what a build leaves would make the audit's first run a second one.
    audited = [e.site for e in entrants if e.generator is RAPPORT and _wants_audit(given.only)]
    entered = [entry for site in audited for entry in audit.enter(site, work, _KEPT)]
    racing = [e for e in entrants if not given.only or run.short(e.generator) in given.only]
    if racing:
        run.race(racing, corpus, given.runs, work, _say)
        parts.append(run.report(racing, corpus))
    if entered:
        posts = [f"content/posts/{essay.slug}.md" for essay in corpus.essays]
        audit.measure(entered, posts, given.runs, work, _say)
        parts.append(audit.report(entered, len(posts)))
    if len(parts) == 1:
        raise FailedError("\n".join(["Nothing was measured.", *notes]))
    return "\n".join([*parts, *(f"{note}\n" for note in notes)])


def _wanted(only: tuple[str, ...]) -> tuple[str, ...]:
    """The sites that have to be laid out: the audit runs on Rapport's."""
    return tuple("rapport" if name == "audit" else name for name in only)


def _wants_audit(only: tuple[str, ...]) -> bool:
    return not only or "audit" in only


def _origin(given: argparse.Namespace) -> str:
    """The command and the machine that made the figures."""
    only = f" --only {','.join(given.only)}" if given.only else ""
    command = (
        f"python -m bench --posts {given.posts} --comments {given.comments} --runs {given.runs}"
    )
    return f"Made by `{command}{only}` on {machine.described()}.\n"


def _roomy(posts: int) -> Path:
    """A folder in memory when there is room for several sites, else the one beside this file."""
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > posts * _ROOM_PER_POST:
        return _MEMORY
    return _KEPT


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
