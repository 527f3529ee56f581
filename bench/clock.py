"""How long a command takes, from outside: wall time, processor time and memory by `wait4`."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_TAIL = 12
_MOST_TEXT = 1 << 16
_MOST_COMMAND = 400


class FailedError(Exception):
    """A measured command ended with an error; the message holds the last lines it wrote."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One run: seconds on the wall, user and system seconds of all its processes, peak megabytes.

    The peak is that of the largest single process.
    """

    wall: float
    cpu: float
    megabytes: float


def environment(home: Path) -> dict[str, str]:
    """What every measured command finds around it: the same few variables, a home of its own."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


def timed(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    *,
    fine: Container[int] = (0,),
    says: str = "",
) -> Timing:
    """Run a command in a folder. Raises FailedError unless its exit code is one of `fine`.

    So it does when what the command writes does not hold `says`.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=said)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            raise FailedError(f"{_called(command)} ended with {process.returncode}:{_tail(said)}")
        if says and not _holds(said, says):
            raise FailedError(f"{_called(command)} said nothing of {says}:{_tail(said)}")
    return Timing(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _called(command: Sequence[str]) -> str:
    text = " ".join(command)
    return text if len(text) <= _MOST_COMMAND else f"{text[:_MOST_COMMAND]} ..."


def _tail(said: IO[bytes]) -> str:
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - _MOST_TEXT))
    lines = said.read().decode(errors="replace").splitlines()[-_TAIL:]
    return "\n  " + ("\n  ".join(lines) or "It said nothing.")


def _holds(said: IO[bytes], text: str) -> bool:
    said.seek(0)
    return text.encode() in said.read()


def forget(folder: Path, kept: frozenset[str]) -> None:
    """Take away everything in a folder but the entries of these names: the next run is cold."""
    for entry in folder.iterdir():
        if entry.name in kept:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
