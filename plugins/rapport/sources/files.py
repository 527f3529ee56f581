"""Which files there are below the content folder: what a link of a post can lead to."""

from __future__ import annotations

import os
from pathlib import Path

from rapport.settings import Settings
from rapport.sources.finding import COMMENTS, PEOPLE

# A content folder that is the whole project can hold anything; past this many nobody waits for it.
_MOST = 100_000


def files_below(settings: Settings) -> frozenset[str] | None:
    """Every file by its path in the content folder; None when that cannot be known.

    Comments, people, the private folder and what is hidden are left out; links to folders are
    followed, as Pelican follows them, but never round in a circle.
    """
    content = os.path.normpath(settings.content)
    kept = {os.path.realpath(p) for p in (Path(content, COMMENTS), Path(content, PEOPLE))}
    kept.add(os.path.realpath(settings.private))
    found: set[str] = set()
    pending = [(content, "", frozenset((os.path.realpath(content),)))]
    while pending:
        folder, below, above = pending.pop()
        try:
            with os.scandir(folder) as listed:
                for entry in listed:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_file():
                        found.add(below + entry.name)
                    elif entry.is_dir():
                        real = os.path.realpath(entry.path)
                        if real not in above and real not in kept:
                            pending.append((entry.path, f"{below}{entry.name}/", above | {real}))
        except OSError:
            return None
        if len(found) > _MOST:
            return None
    return frozenset(found)
