"""The one place that turns whatever went wrong into a message and an exit code.

0    all is well                 click's own exits (`--help`, `--version`) too
1, 2 RapportError, usage errors  a message that says what to do
3    anything else               our own fault: a file with all that is worth reporting
130  Ctrl-C
143  SIGTERM: whoever runs us has had enough of waiting; all is tidied up as after Ctrl-C
141  whoever read our output has gone (`rapport audit | head`): as for any other command
"""

from __future__ import annotations

import errno
import os
import platform
import shlex
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from rapport import __version__
from rapport.errors import RapportError, UsageError, interrupted

INTERRUPTED = 130
TERMINATED = 143
NOBODY_READS = 141
OUR_FAULT = 3
ISSUES = "the project's issue tracker"
# What no program can help: a full or read-only disk, a file it may not touch, too many open files.
_MACHINE = {
    getattr(errno, name, -1)
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE")
}
_REPORTED = ("pelican", "click", "rich", "pyromark", "nupunkt", "nh3", "beautifulsoup4", "Markdown")


def guarded(command: Callable[[], int], words: Sequence[str]) -> int:
    """What `command` returns, or the exit code of what it raised, said on standard error."""
    _forgiving_output()
    with _terminations() as terminated:
        try:
            code = _run(command)
            if sys.stdout is not None:  # closed by whoever started us: `rapport audit >&-`
                sys.stdout.flush()
        except BrokenPipeError:
            return _nobody_reads()
        except (click.Abort, KeyboardInterrupt):
            return _stopped(terminated)
        except Exception as fault:  # noqa: BLE001 - the last net: everything else is our own fault
            return _stopped(terminated) if interrupted(fault) else _failed(fault, words)
        return code


@contextmanager
def _terminations() -> Iterator[list[int]]:
    """Let SIGTERM interrupt as Ctrl-C does, so that the way out tidies up; it is noted in the list.

    Python lets only the main thread listen to signals.
    """
    noted: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield noted
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        noted.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)


def _stopped(terminated: Sequence[int]) -> int:
    return _say("\nStopped.", TERMINATED if terminated else INTERRUPTED)


def _run(command: Callable[[], int]) -> int:
    try:
        return command()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code


def _failed(fault: Exception, words: Sequence[str]) -> int:
    if isinstance(fault, click.ClickException):
        fault.show()
        return fault.exit_code
    if isinstance(fault, RapportError):
        return _say(f"Error: {fault}", fault.exit_code)
    if isinstance(fault, OSError) and fault.errno in _MACHINE:
        return _say(
            f"Error: {fault}. Nothing is wrong with your files; mend that and run it again.",
            RapportError.exit_code,
        )
    if isinstance(fault, FileNotFoundError) and _is_nowhere():
        return _say(
            "Error: The folder you are in is no longer there. Go to the folder of your site.",
            UsageError.exit_code,
        )
    return _say(_apology(fault, words), OUR_FAULT)


def _is_nowhere() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _say(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _nobody_reads() -> int:
    """Point standard output nowhere: Python flushes it again when it ends, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOBODY_READS


def _forgiving_output() -> None:
    """Let a character that the terminal cannot show be written as its number: names come first."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _apology(bug: Exception, words: Sequence[str]) -> str:
    evidence = _evidence(bug, words)
    try:
        where = f"What to report is in {_keep(evidence)}"
    except OSError:
        where = f"What to report:\n\n{evidence}"
    return (
        f"Rapport itself went wrong; this is our fault, not yours: {type(bug).__name__}: {bug}\n"
        f"{where}\nLook through it for anything private, then send it to {ISSUES}."
    )


def _evidence(bug: Exception, words: Sequence[str]) -> str:
    versions = "\n".join(f"{name} {_version(name)}" for name in _REPORTED)
    import traceback  # noqa: PLC0415 - only for a fault

    trace = "".join(traceback.format_exception(bug))
    return (
        f"rapport {__version__}\nPython {platform.python_version()} on {platform.platform()}\n"
        f"{versions}\n\nCommand: rapport {shlex.join(words)}\n\n{trace}"
    )


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only for a fault

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _keep(evidence: str) -> Path:
    """Write the report where only this user reads it: it may hold words of a draft.

    The system's temporary folder, since a fault may be in what knows the site's private one.
    """
    import tempfile  # noqa: PLC0415 - only for a fault

    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    handle, name = tempfile.mkstemp(prefix=f"rapport-{moment}-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(evidence)
    return Path(name)
