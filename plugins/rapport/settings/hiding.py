"""RAPPORT_PRIVATE_PATH: a folder of its own, so that nothing in it is published or taken by git."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def exposed(private_path: str, root: Path, content: str, output: str) -> Iterator[str]:
    """What is wrong with where the private folder lies; paths are relative to `root`.

    A site that is kept in its own content or output folder is somebody else's to refuse.
    """
    base, private, told = _real(root, ""), _real(root, private_path), repr(private_path)
    if base.is_relative_to(private):
        yield f"RAPPORT_PRIVATE_PATH = {told} holds the whole site. Name a folder of its own."
        return
    for folder, name, reason in (
        (_real(root, output), "OUTPUT_PATH", "would be published"),
        (_real(root, content), "PATH", "would stand among what is public, and git would take it"),
    ):
        if private.is_relative_to(folder) and not base.is_relative_to(folder):
            yield (
                f"RAPPORT_PRIVATE_PATH = {told} lies in {name}, so it {reason}. Name a folder "
                "beside it."
            )


def _real(root: Path, path: str) -> Path:
    return Path(os.path.realpath(root / path))
