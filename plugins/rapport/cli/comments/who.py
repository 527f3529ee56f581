"""Who decides: the name that stands in `Approved:` and in the private log."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rapport.errors import UsageError
from rapport.model import address_in, one_line

_OPTION = click.option(
    "--by", metavar="NAME", help="Who decides this. Without it: git's user.name, else your login."
)


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--by` for a command."""
    return _OPTION(command)


def decider(given: str | None, root: Path) -> str:
    """The name given, else git's user.name in this folder, else who is logged in.

    Raises UsageError when there is none: a decision has a name.
    """
    name = one_line(given or "") or one_line(_git_name(root)) or one_line(_login())
    if address_in(name):
        raise UsageError(f"Names are published, and {name} is an address. Give a name: --by NAME.")
    if name:
        return name
    raise UsageError("Nobody knows who you are here. Say who decides this: --by NAME.")


def _git_name(root: Path) -> str:
    import subprocess  # noqa: PLC0415 - not needed when a name is given

    try:
        done = subprocess.run(
            ["git", "-C", str(root), "config", "user.name"], capture_output=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _login() -> str:
    return next(filter(None, map(os.environ.get, ("USER", "LOGNAME", "USERNAME"))), "")
