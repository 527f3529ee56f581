"""A Chromium for the tests that look at pages: find one on this machine, or bring one.

`python tests/find_chromium.py` prints the path of one. In turn: `$CHROMIUM`, the machine's own, the
one the test tool keeps, the one it can download, and the system's package (when we may install it).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGE = ("apt-get", "install", "-y", "--no-install-recommends", "chromium")


def found() -> str | None:
    """The path of a Chromium that is there, None when there is none."""
    return next(_there(), None)


def _there() -> Iterator[str]:
    named = os.environ.get("CHROMIUM")
    if named and (path := shutil.which(named)):
        yield path
    yield from filter(None, map(shutil.which, NAMES))
    if (path := _kept_by_playwright()) and Path(path).exists():
        yield path


def _kept_by_playwright() -> str:
    """Where the test tool would keep its own browser: asking it starts a process, so it is late."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        return tool.chromium.executable_path


def _bring() -> None:
    _tell("No Chromium here: trying the one the test tool brings.")
    if _runs(sys.executable, "-m", "playwright", "install", "chromium"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        _tell("That did not work: trying the system's package.")
        _runs("apt-get", "update", "--quiet")
        _runs(*PACKAGE)


def _runs(*command: str) -> bool:
    """Whether a command succeeded; what it says goes to standard error, for the path goes out."""
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False, timeout=900).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _tell(message: str) -> None:
    sys.stderr.write(message + "\n")


def main() -> int:
    """Print the path of a Chromium; 1 and the command that brings one when there is none."""
    path = found()
    if path is None:
        _bring()
        path = found()
    if path is None:
        _tell(
            "The tests look at pages in a Chromium, and none could be found or installed.\n"
            f"Install one:  sudo {' '.join(PACKAGE)}\n"
            "or name yours: make test CHROMIUM=/path/to/chromium"
        )
        return 1
    sys.stdout.write(path + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
