"""Looking at files for changes, in threads of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import watchfiles

# How long, in milliseconds, a burst of changes may last: an editor writes a file in several steps.
_BURST = 400
_QUIET = 30


class Watch:
    """Tells of changed paths until it is closed.

    `folders` are looked at with all that is in them, `beside` without what lies deeper. Changes
    under `ignored`, in hidden folders of tools, and of editors' temporary files are not told.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        beside: Path,
        ignored: Iterable[Path],
        tell: Callable[[frozenset[Path]], None],
    ) -> None:
        self.folders = tuple(folders)
        self._ignored = tuple(ignored)
        self._tell = tell
        self._end = threading.Event()
        self._threads = [
            threading.Thread(target=self._look, args=(paths, deep), daemon=True)
            for paths, deep in ((self.folders, True), ((beside,), False))
            if paths
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _look(self, paths: tuple[Path, ...], deep: bool) -> None:
        # A site is made beside the folder it will replace, under a name made from its name.
        ignored = [
            start
            for kept in self._ignored
            for start in (f"{kept}{os.sep}", str(kept.with_name(f".{kept.name}-")))
        ]
        for changes in watchfiles.watch(
            *paths,
            watch_filter=watchfiles.DefaultFilter(ignore_paths=ignored),
            debounce=_BURST,
            step=_QUIET,
            stop_event=self._end,
            recursive=deep,
        ):
            self._tell(frozenset(Path(path) for _, path in changes))


def changed_since(moment: float, folders: Iterable[Path]) -> frozenset[Path]:
    """The files in `folders` written after a moment, in seconds since 1970."""
    found = set()
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                path = Path(place) / name
                try:
                    if path.stat().st_mtime > moment:
                        found.add(path)
                except OSError:
                    continue
    return frozenset(found)
