"""What Pelican changes in the process it runs in, put back as it was.

Pelican is written for one run in one process: it sets the locale, lengthens the import path, keeps
every article in a class-wide memory, remembers what it has logged, and leaves the handlers of
plugins connected. A second build in the same process must not see the first.
"""

from __future__ import annotations

import locale
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def borrowed(home: Path, log: logging.Handler) -> Iterator[set[str]]:
    """The process for one run of Pelican, with `home`, the settings' folder, on the import path.

    `log` alone gets what is logged meanwhile, and Pelican prints nothing. Modules out of `home` are
    forgotten afterwards, and so are those whose names are put into the set that this yields:
    another site has others of the same name.
    """
    names: set[str] = set()
    with _imports(str(home), names), _locale(), _logging(log), _signals(), _memory(), _warnings():
        yield names


@contextmanager
def _imports(home: str, names: set[str]) -> Iterator[None]:
    before, path, writes = set(sys.modules), list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, home)
    # A file of bytecode would hide an edit that was made within a second of the last.
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = path, writes
        for name in set(sys.modules) - before:
            top = name.partition(".")[0]
            if top != "rapport" and (top in names or _home_of(top) == home):
                del sys.modules[name]


def _home_of(module: str) -> str:
    """The folder that a top-level module or package was found in."""
    file = getattr(sys.modules.get(module), "__file__", None)
    if not file:
        return ""
    path = Path(file)
    return str(path.parents[1] if path.name == "__init__.py" else path.parent)


@contextmanager
def _locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


@contextmanager
def _logging(log: logging.Handler) -> Iterator[None]:
    from pelican.log import LimitFilter, console  # noqa: PLC0415 - only a build needs Pelican

    root = logging.getLogger()
    handlers, level, quiet = list(root.handlers), root.level, console.quiet
    ignored = set(LimitFilter._ignore)
    root.handlers[:], console.quiet = [log], True
    root.setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.handlers[:], console.quiet = handlers, quiet
        root.setLevel(level)
        LimitFilter._raised_messages.clear()
        LimitFilter._group_count.clear()
        LimitFilter._ignore.clear()
        LimitFilter._ignore.update(ignored)


@contextmanager
def _signals() -> Iterator[None]:
    """Handlers that plugins connect while the site is built hear of no other site."""
    from blinker import ANY, Signal  # noqa: PLC0415 - only a build needs Pelican
    from pelican.plugins import signals  # noqa: PLC0415 - only a build needs Pelican

    known = [each for each in vars(signals).values() if isinstance(each, Signal)]
    before = {id(signal): list(signal.receivers_for(ANY)) for signal in known}
    try:
        yield
    finally:
        for signal in known:
            for receiver in list(signal.receivers_for(ANY)):
                if receiver not in before[id(signal)]:
                    signal.disconnect(receiver)


@contextmanager
def _warnings() -> Iterator[None]:
    """A time zone that nobody knows is a finding (CFG904), with its line."""
    from dateutil.parser import UnknownTimezoneWarning  # type: ignore[import-untyped] # noqa: PLC0415 - only a build needs Pelican

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnknownTimezoneWarning)
        yield


@contextmanager
def _memory() -> Iterator[None]:
    """Pelican keeps the HTML of every article it has ever made, by object."""
    from pelican.contents import Content  # noqa: PLC0415 - only a build needs Pelican

    try:
        yield
    finally:
        for name in ("get_content", "get_summary"):
            vars(Content)[name].cache.clear()
