"""How a person is named to `export` and `forget`: by name, by address, by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from rapport.cli.people.whom import Asked

_F = TypeVar("_F", bound=Callable[..., Any])


def whom(function: _F) -> _F:
    """The argument NAME and the options that say who of several is meant."""
    for add in (
        click.option("--all", "everyone", is_flag=True,
                     help="All that stands under this name is one person's."),
        click.option("--id", "ids", multiple=True, metavar="ID",
                     help="A comment of theirs, or their slug; may be repeated."),
        click.option("--email", "emails", multiple=True, metavar="ADDRESS",
                     help="The address they wrote from, looked up in the private folder alone."),
        click.argument("name", nargs=-1, metavar="[NAME]"),
    ):  # fmt: skip
        function = add(function)
    return function


def asked(name: Sequence[str], emails: Sequence[str], ids: Sequence[str], everyone: bool) -> Asked:
    """What was asked. Raises click.UsageError when nobody was named."""
    if not (name or emails or ids):
        raise click.UsageError("Say who is meant: NAME, --email or --id.")
    return Asked(" ".join(name).strip(), tuple(emails), tuple(ids), everyone)
