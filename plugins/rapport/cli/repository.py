"""Where a site lies within its repository, found without asking git."""

from __future__ import annotations

import os
from pathlib import Path


def within_repository(root: Path) -> str:
    """The folder of a site within the repository around it: "" at its root, else with a slash last.

    Code hosts know files by their path from there. The repository is the nearest folder upwards
    with a `.git`, a folder or (in a worktree or a submodule) a file; "" when there is none.
    """
    for folder in (root, *root.parents):
        if os.path.lexists(folder / ".git"):
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""
