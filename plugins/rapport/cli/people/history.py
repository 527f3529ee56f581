"""What git still holds of files, and where copies are that git does not know of."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_AT_ONCE = 200
# No commit is shown twice, and nobody reads more of them than this.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Past:
    """The commits that touched some files: short ids, newest first; `paths` are those it knows."""

    commits: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    remotes: tuple[str, ...] = ()


def past(folder: Path, paths: Sequence[Path]) -> Past:
    """What the repository around `folder` knows of these files; nothing where there is none."""
    if not paths or _git(folder, "rev-parse", "--is-inside-work-tree").strip() != "true":
        return Past()
    commits: dict[str, None] = {}
    touched: dict[str, None] = {}
    names = [os.path.relpath(path, folder) for path in paths]
    for first in range(0, len(names), _AT_ONCE):
        some = names[first : first + _AT_ONCE]
        told = _git(folder, "log", "--format=%x00%h", "--name-only", "--relative", "--", *some)
        for entry in told.split("\0")[1:]:
            commit, *files = [line for line in entry.split("\n") if line]
            commits[commit] = None
            touched |= dict.fromkeys(files)
    remotes = tuple(_git(folder, "remote").split())
    return Past(tuple(commits), tuple(sorted(touched)), remotes)


def advice(found: Past) -> list[str]:
    """What to do about it, a sentence a line; nothing when git holds nothing."""
    if not found.commits:
        return []
    shown = " ".join(found.commits[:_SHOWN])
    more = f" and {len(found.commits) - _SHOWN} more" if len(found.commits) > _SHOWN else ""
    where = f" and on {', '.join(found.remotes)}" if found.remotes else ""
    return [
        f"git still holds earlier versions of {len(found.paths)} of these files, in commits "
        f"{shown}{more}.",
        "To take them out of the history, agree on a day with everybody who has a copy, make a "
        "backup, and run `git filter-repo --path FILE --invert-paths` for each file (or "
        "`--replace-text` for single words). It makes new commits of all that came after: "
        "everybody clones anew, open pull requests are made again.",
        f"It stays in every clone, fork and backup{where} until those are made anew or deleted; "
        "code hosts keep unreachable commits and pull requests, and remove them when asked.",
        "Search engines and web archives keep copies of pages: ask them to take the pages up anew "
        "or to drop them.",
    ]


def _git(folder: Path, *words: str) -> str:
    env = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", os.fspath(folder), "-c", "core.quotePath=false", *words],
            capture_output=True, env=env, check=False,
        )  # fmt: skip
    except OSError:
        return ""
    return os.fsdecode(done.stdout) if done.returncode == 0 else ""
