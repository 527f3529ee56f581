"""What git says has changed: files of the content since a revision, committed or not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.errors import UsageError

if TYPE_CHECKING:
    import subprocess

# What git says before each text: its name, that it is a file's, and how many bytes there are.
_BLOB = re.compile(rb"^[0-9a-f]+ blob (\d+)$")


@dataclass(frozen=True, slots=True)
class Changes:
    """Absolute paths: files that were added or changed, and files that are no longer there.

    `top` is the folder of the repository, `base` the commit they are compared with.
    """

    present: tuple[str, ...]
    gone: tuple[str, ...]
    top: str = ""
    base: str = ""

    def before(self, paths: Iterable[str]) -> dict[str, str]:
        """The texts of files as they were, by path, without what is not UTF-8.

        A file that was not there has none.
        """
        asked = [path for path in paths if "\n" not in path]
        if not self.base or not asked:
            return {}
        names = "".join(f"{self.base}:{os.path.relpath(path, self.top)}\n" for path in asked)
        told = _try(self.top, "cat-file", "--batch", given=os.fsencode(names)).stdout
        texts, at = {}, 0
        for path in asked:
            begin = told.find(b"\n", at) + 1
            kind = _BLOB.search(told[at : begin - 1])
            at = begin
            if kind:
                at += int(kind[1])
                texts[path] = told[begin:at].decode("utf-8-sig", "replace")
                at += 1
        return texts


def since(folder: Path, revision: str) -> Changes:
    """Every file that differs from where this branch left `revision`, untracked files included.

    The point of leaving (the merge base) and not `revision` itself: what others did on the target
    branch meanwhile is not this branch's change. A rename is a file gone and another one added.
    Raises UsageError: no git, no repository, a revision git does not know.
    """
    top = _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    base = _base(folder, revision)
    changed = _git(top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    paths = [os.path.join(top, name) for name in (changed + new).split("\0") if name]  # noqa: PTH118 - thousands of names
    present = {path for path in paths if os.path.lexists(path)}
    return Changes(tuple(sorted(present)), tuple(sorted(set(paths) - present)), top, base)


def _base(folder: Path, revision: str) -> str:
    commit = _try(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"
    )
    if commit.returncode != 0:
        raise UsageError(f"git does not know the revision {revision!r}.{_advice(folder)}")
    found = _text(commit.stdout).strip()
    shared = _try(folder, "merge-base", found, "HEAD")
    if shared.returncode == 0:
        return _text(shared.stdout).strip()
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise UsageError(f"git cannot tell where this branch left {revision!r}.{_advice(folder)}")
    return found


def _advice(folder: Path) -> str:
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        return " This clone has only part of the history: fetch all of it (fetch-depth: 0)."
    return " Fetch it, or name another: a branch, a tag, a commit."


def _git(folder: Path | str, *words: str) -> str:
    done = _try(folder, *words)
    if done.returncode == 0:
        return _text(done.stdout)
    said = _text(done.stderr).strip()
    if "not a git repository" in said:
        raise UsageError(f"{folder} is not in a git repository: --since cannot tell what changed.")
    raise UsageError(f"git could not tell what changed: {said}")


def _try(
    folder: Path | str, *words: str, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in plain English, without taking locks that an editor's git may be waiting for."""
    import subprocess  # noqa: PLC0415 - only `--since` needs it

    env = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *words],
            input=given,
            capture_output=True,
            env=env,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed: --since cannot tell what changed.") from None
    except OSError as fault:
        raise UsageError(
            f"git cannot be run ({fault.strerror}): --since cannot tell what changed."
        ) from fault


def _text(output: bytes) -> str:
    return os.fsdecode(output)
