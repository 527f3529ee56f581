"""A command with commands of its own, each found by name when it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """The commands of a table, in its order; `modules` says in which module each is `command`.

    A module is imported when its command is asked for: `rapport audit` is run on every save of a
    file and must not wait for what `rapport build` needs.
    """

    def __init__(self, modules: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(**attributes)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every command, in the order of a working day."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, None when there is none."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a name that does not exist brings its near miss."""
        if args[0] not in self.modules and not args[0].startswith("-"):
            ctx.fail(f"There is no command {args[0]!r}. {self._meant(args[0])}")
        return super().resolve_command(ctx, args)

    def _meant(self, name: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

        near = get_close_matches(name, self.modules, n=1)
        return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(self.modules)}."
