"""What the tests write: sites of a few files, and repositories that hold them."""

from __future__ import annotations

import shutil
import subprocess
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]

Write = Callable[[Mapping[str, str]], Path]


def write_files(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write files, given as path and (indented) text, into a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return folder


def copied(folder: Path) -> Path:
    """The settings file of a copy of the sample firm's site."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder / name)
    return folder / "pelicanconf.py"


def git(folder: Path, *words: str) -> str:
    """What git prints, as somebody whom no configuration of this machine knows."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@quay.example")
    done = subprocess.run(
        ["git", "-C", folder, *who, *words], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Commit everything there is; the id of the commit."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "more", "--allow-empty")
    return git(folder, "rev-parse", "HEAD")
