"""Looking at files for changes, in threads of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import watchfiles
from watchfiles import Change

# In milliseconds: how long a burst of changes may last (an editor writes a file in several steps),
# what counts as its end, and how often to look whether it is time to stop.
_BURST = 400
_QUIET = 30
_BREATH = 200


class Watch:
    """Tells of changed paths until it is closed.

    `folders` are looked at with all that is in them, `beside` without what lies deeper. Files that
    were changed after `since` (seconds since 1970) and before the looking began are told first.
    Changes under `ignored`, in hidden folders of tools, and of editors' temporary files are not.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        beside: Path,
        ignored: Iterable[Path],
        since: float,
        tell: Callable[[frozenset[Path]], None],
    ) -> None:
        self.folders = tuple(folders)
        self._tell = tell
        self._since = since
        self._end = threading.Event()
        self._wanted = watchfiles.DefaultFilter(ignore_paths=_beginnings(ignored))
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
        looking = watchfiles.watch(
            *paths,
            watch_filter=self._wanted,
            debounce=_BURST,
            step=_QUIET,
            stop_event=self._end,
            rust_timeout=_BREATH,
            yield_on_timeout=True,
            recursive=deep,
        )
        # Only what comes after the first breath is sure to be seen by the system's watch.
        changed = {path for _, path in next(looking, ())} | self._missed(paths, deep)
        while not self._end.is_set():
            if changed:
                self._tell(frozenset(map(Path, changed)))
            changed = {path for _, path in next(looking, ())}

    def _missed(self, paths: tuple[Path, ...], deep: bool) -> set[str]:
        """The files that were changed before the system's watch was there."""
        found = set()
        for folder in paths:
            for place, inner, names in os.walk(folder):
                if not deep:
                    inner.clear()
                for name in names:
                    path = f"{place}{os.sep}{name}"
                    if _written(path) > self._since and self._wanted(Change.modified, path):
                        found.add(path)
        return found


def _beginnings(ignored: Iterable[Path]) -> list[str]:
    """How paths begin that mean nothing: what is in these folders, and what is made beside them.

    A site is made beside the folder it will replace, under a name made from that folder's.
    """
    return [
        start
        for folder in ignored
        for start in (f"{folder}{os.sep}", str(folder.with_name(f".{folder.name}-")))
    ]


def _written(path: str) -> float:
    try:
        return Path(path).stat().st_mtime
    except OSError:
        return 0.0
