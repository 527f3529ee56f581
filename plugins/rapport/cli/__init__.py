"""The command `rapport`: the only room that reads arguments, prints, and exits.

`main` runs one command and returns its exit code: 0 clean, 1 findings or faults, 2 wrong use,
3 our own fault, 130 interrupted. `help_pages` is the manual of every command. Nothing slow is
imported here: each command brings what it needs.
"""

from rapport.cli.commands import help_pages, main

__all__ = ["help_pages", "main"]
