"""The preview: built, shown, and built anew whenever something changes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import time
from typing import Literal

from rapport.building.rebuilding import Rebuilder, Rebuilt, own_code
from rapport.building.server import Scene, Server, Stage
from rapport.building.watching import Watch
from rapport.errors import UsageError

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Event:
    """Something the preview did: for whoever shows it in a terminal.

    `serving` has the address; `built` and `failed` how long it took and, when something is wrong,
    a message; `changed` what was changed, relative to the settings file where it lies below it.
    """

    kind: Literal["serving", "changed", "built", "failed"]
    message: str = ""
    url: str = ""
    seconds: float = 0.0
    changed: tuple[str, ...] = ()


def _nobody(event: Event) -> None:
    """Nobody listens."""


def serve(
    settings_file: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    on_event: Callable[[Event], None] = _nobody,
) -> None:
    """Show the preview of a site on this machine until Ctrl-C, which ends it quietly.

    Each build runs in a new process, so that changed code of the plugin takes effect. One that
    fails leaves the last good preview and shows its message in the browser. `on_event` is called
    from this thread. Raises UsageError: no settings file, not this machine's address, port taken.
    """
    file = Path(settings_file).absolute()
    if not file.is_file():
        raise UsageError(f"There is no settings file {file}.")
    stage = Stage()
    server = Server(host, port, stage)
    preview = _Preview(file, stage, on_event)
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        on_event(Event("serving", url=server.url))
        preview.run()
    except KeyboardInterrupt:
        pass
    finally:
        stage.show(replace(stage.scene, closed=True))
        server.shutdown()
        server.server_close()
        preview.close()


class _Preview:
    """Rebuilds on change."""

    def __init__(self, file: Path, stage: Stage, on_event: Callable[[Event], None]) -> None:
        self._file = file
        self._stage = stage
        self._on_event = on_event
        self._changes: queue.Queue[frozenset[Path]] = queue.Queue()
        self._builder = Rebuilder(file)
        self._watch: Watch | None = None

    def run(self) -> None:
        """Build, then build again on each change, for ever."""
        while True:
            began = time()
            self._show(self._builder.rebuild(), began)
            changed = self._wait()
            if any(map(own_code, changed)):
                self._builder.refresh()
            self._on_event(Event("changed", changed=tuple(sorted(map(self._name, changed)))))

    def close(self) -> None:
        """End what runs beside."""
        self._builder.close()
        if self._watch is not None:
            self._watch.close()

    def _show(self, done: Rebuilt, began: float) -> None:
        """A preview that was built is shown; one that was not leaves the last, with the reason."""
        self._look(done, began)
        scene = self._stage.scene
        if done.ok:
            scene = Scene(scene.version + 1, done.message, done.root)
        else:
            scene = replace(scene, message=f"The last change cannot be shown.\n\n{done.message}")
        self._stage.show(scene)
        kind: Literal["built", "failed"] = "built" if done.ok else "failed"
        self._on_event(Event(kind, done.message, seconds=done.seconds))

    def _look(self, done: Rebuilt, began: float) -> None:
        """Look at what the settings name now; while they cannot be read, at what they named."""
        folders = tuple(dict.fromkeys((_PACKAGE, *done.watched)))
        if self._watch is None or (done.watched and folders != self._watch.folders):
            if self._watch is not None:
                self._watch.close()
            self._watch = Watch(folders, self._file.parent, done.ignored, began, self._heard)

    def _heard(self, changed: frozenset[Path]) -> None:
        """Beside the settings file lies much that has nothing to do with the site."""
        home = self._file.parent
        whole = self._watch is not None and home in self._watch.folders
        mine = frozenset(
            path for path in changed if whole or path.suffix == ".py" or path.parent != home
        )
        if mine:
            self._changes.put(mine)

    def _wait(self) -> frozenset[Path]:
        """The next changes, with all that have come since."""
        changed = self._changes.get()
        while not self._changes.empty():
            changed |= self._changes.get_nowait()
        return changed

    def _name(self, path: Path) -> str:
        home = self._file.parent
        return str(path.relative_to(home) if path.is_relative_to(home) else path)
