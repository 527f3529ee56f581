"""Rebuilds in processes of their own, one always warmed up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[1]
_PATIENCE = 5.0

# Edited code may not even be importable; the preview says where, as it does for any other fault.
_BOOT = """
try:
    from rapport.building.worker import work
except Exception:
    import json, sys, traceback
    if sys.stdin.readline():
        said = traceback.format_exc(limit=-1)
        print(json.dumps({"ok": False, "message": "Rapport cannot be loaded:\\n" + said}))
else:
    work()
"""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How a rebuild ended. `message` says what is wrong, empty when nothing is.

    `root` is the folder of the preview; `watched` and `ignored` are what to look at for changes and
    what not, and both are empty when the settings cannot be read.
    """

    ok: bool
    message: str
    seconds: float
    root: Path | None = None
    watched: tuple[Path, ...] = ()
    ignored: tuple[Path, ...] = ()


class Rebuilder:
    """Builds the preview of one site, each time in a new process."""

    def __init__(self, settings_file: Path) -> None:
        self._file = settings_file
        self._spare: subprocess.Popen[bytes] | None = _start()

    def rebuild(self) -> Rebuilt:
        """Build once, and have the next process warm itself up."""
        started = perf_counter()
        worker, self._spare = self._spare, None
        worker = worker or _start()
        try:
            said, _ = worker.communicate(os.fsencode(self._file) + b"\n")
        finally:
            _stop(worker)
        self._spare = _start()
        return _rebuilt(said, worker.returncode, perf_counter() - started)

    def refresh(self) -> None:
        """Forget the warmed-up process: it may know code that has changed since."""
        if self._spare is not None:
            _stop(self._spare)
        self._spare = _start()

    def close(self) -> None:
        """End what still runs."""
        if self._spare is not None:
            _stop(self._spare)
            self._spare = None


def own_code(path: Path) -> bool:
    """Whether a file is part of this package."""
    return path.is_relative_to(_PACKAGE)


def _start() -> subprocess.Popen[bytes]:
    """A process that waits for its order. Ctrl-C in the terminal is not meant for it."""
    home = str(_PACKAGE.parent)
    paths = [home, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return subprocess.Popen(
        [sys.executable, "-c", _BOOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        start_new_session=True,
    )


def _stop(worker: subprocess.Popen[bytes]) -> None:
    """End a worker, with a moment to tidy up."""
    for stream in (worker.stdin, worker.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    if worker.poll() is None:
        worker.terminate()
        try:
            worker.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def _rebuilt(said: bytes, code: int, seconds: float) -> Rebuilt:
    try:
        answer: Mapping[str, Any] = json.loads(said)
    except ValueError:
        return Rebuilt(False, f"The build ended without a word (exit code {code}).", seconds)
    return Rebuilt(
        ok=bool(answer["ok"]),
        message=str(answer["message"]),
        seconds=seconds,
        root=Path(answer["root"]) if "root" in answer else None,
        watched=tuple(map(Path, answer.get("watched", ()))),
        ignored=tuple(map(Path, answer.get("ignored", ()))),
    )
