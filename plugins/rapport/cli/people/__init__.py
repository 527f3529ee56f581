"""`rapport people`: whom the site knows, all about one, and how one is given or takes back theirs.

A first word that is no command is a name: `rapport people Maria Keller` shows that person.
"""

from __future__ import annotations

from pathlib import Path

import click

from rapport.cli.groups import Commands

COMMANDS: dict[str, str] = {
    "show": "rapport.cli.people.show",
    "export": "rapport.cli.people.export",
    "forget": "rapport.cli.people.forget",
}

__all__ = ["COMMANDS", "command"]


class People(Commands):
    """The commands about people; whatever is not one of them is taken for somebody's name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command by its name, else `show` with all words."""
        if args[0] not in self.modules:
            return "show", self.get_command(ctx, "show"), args
        return super().resolve_command(ctx, args)


@click.group(
    cls=People,
    modules=COMMANDS,
    invoke_without_command=True,
    subcommand_metavar="[NAME | COMMAND [ARGS]...]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List the people on the roster; with NAME, show everything about one of them.

    NAME is a slug, a name, another spelling of it or a handle. The commands below win over a
    person who is called like one: `rapport people show forget` shows the person.
    """
    if context.invoked_subcommand is not None:
        return
    from rapport.cli.people.listing import listed  # noqa: PLC0415 - only the list needs it

    settings_file: Path | None = context.obj
    click.echo(listed(settings_file, as_json=as_json))
