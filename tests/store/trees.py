"""Folders for tests: made, and told apart by one hash."""

from __future__ import annotations

import hashlib
from pathlib import Path


def make_tree(folder: Path, mark: str, count: int = 40) -> str:
    """A folder of small files that all carry `mark`; its hash."""
    for number in range(count):
        path = folder / f"part{number % 5}" / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{mark} {number}\n" * 20, encoding="utf-8")
    return tree_hash(folder)


def tree_hash(folder: Path) -> str:
    """One hash over the paths and bytes of everything below a folder; "none" if it is not there."""
    if not folder.exists():
        return "none"
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(path.read_bytes() if path.is_file() else b"/")
    return whole.hexdigest()
