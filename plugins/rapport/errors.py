"""What can go wrong that is not our fault, each with the exit code it ends the command with.

    RapportError            a person can mend it: one clear message, no traceback
    ├── UsageError          2  wrong use: options, a path that matches none, a site without posts
    │   └── SettingsError   2  a setting that is unknown or has the wrong shape
    └── BuildError          1  the site cannot be built or swapped in; the old output stays

Anything else that escapes is our own bug: `cli` prints what to report and exits 3.
"""

from __future__ import annotations


class RapportError(Exception):
    """Something a person can mend. The message says what, where, and what to do."""

    exit_code = 1


class UsageError(RapportError):
    """The command was asked for something it cannot do."""

    exit_code = 2


class SettingsError(UsageError):
    """The settings file cannot be used; the message lists every fault found in it."""


class BuildError(RapportError):
    """The site was not built; what was there before is untouched."""


def interrupted(fault: BaseException) -> bool:
    """Whether a fault is Ctrl-C in disguise.

    Until 3.12 Python turns whatever is raised while a class is being made, as imports do all the
    time, into a RuntimeError with the cause behind it.
    """
    return isinstance(fault, RuntimeError) and isinstance(fault.__cause__, KeyboardInterrupt)
