"""What Pelican may not open below the content folder, whatever lists it.

To open a pipe is to wait for its writer, and a link can lead anywhere: to a key in the home of
whoever builds a stranger's pull request. Posts of either kind are findings already (CFG901).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rapport.errors import BuildError
from rapport.settings import Settings


class Sieve:
    """Tells a site's own files from others. Links to folders are looked up once."""

    def __init__(self, settings: Settings) -> None:
        self._kept = tuple(os.path.realpath(p) for p in (settings.root, settings.content))
        self._folder = cache(os.path.realpath)

    def refuses(self, path: str) -> str:
        """Why the file at an absolute path may not be opened, empty when it may."""
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - of thousands
            return "is no file but a pipe or a device"
        folder, name = os.path.split(path)
        real = f"{self._folder(folder)}{os.sep}{name}"
        if os.path.islink(real):  # noqa: PTH114 - of thousands
            real = os.path.realpath(real)
        if any(real.startswith(kept + os.sep) for kept in self._kept):
            return ""
        return "leads out of the site's folder"


def sift(generator: Any, sieve: Sieve, say: Callable[[str], None]) -> None:
    """Let one of Pelican's generators find nothing that may not be opened; `say` names what.

    `Generator._include_path` is where Pelican (4.12) asks whether a file is one of those it wants.
    """
    wanted = generator._include_path
    base = Path(generator.path).absolute()

    def include_path(path: str, extensions: Any = None) -> bool:
        if not wanted(path, extensions):
            return False
        why = sieve.refuses(os.path.normpath(base / path))
        if why:
            say(f"{path} {why}, so it is left out. Put a copy of it there, or remove it.")
        return not why

    generator._include_path = include_path


def check_linked(context: Mapping[str, Any], sieve: Sieve) -> None:
    """Raise BuildError for a file that a post links to and that may not be opened."""
    base = Path(context["PATH"]).absolute()
    for source in context["static_content"]:
        why = sieve.refuses(os.path.normpath(base / source))
        if why:
            raise BuildError(
                f"{source} {why}, and would be published: something links to it with {{static}} or "
                "{attach}. Put a copy of it into the content folder, or take the link out."
            )
