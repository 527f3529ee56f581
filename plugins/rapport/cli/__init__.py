"""The command `rapport`: the only room that reads arguments, prints, and exits.

`main` runs one command and returns its exit code: 0 clean, 1 findings or faults, 2 wrong use,
3 our own fault, 130 interrupted, 143 terminated. `help_pages` is the manual of every command.
Nothing is imported before one of the two is called, and nothing slow even then: each command brings
what it needs.
"""

import atexit
import gc
from collections.abc import Sequence

__all__ = ["help_pages", "main"]

_OBJECTS = 50_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (`sys.argv` when None) and return its exit code."""
    # Nearly all that a command makes lives until it ends: looking for garbage after every 700th
    # object takes a tenth of the time, and finds none.
    gc.set_threshold(_OBJECTS)
    # On the way out Python looks through all there is once more; what is frozen it passes over.
    atexit.register(gc.freeze)
    try:
        from rapport.cli.commands import run  # noqa: PLC0415 - so that Ctrl-C is heard here too
    except KeyboardInterrupt:
        return 130
    return run(argv)


def help_pages() -> list[tuple[str, str]]:
    """The name of every command and its help, as a terminal of 88 columns shows it."""
    from rapport.cli.commands import pages  # noqa: PLC0415 - see main

    return pages()
