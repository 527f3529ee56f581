"""The list of commands, the options they share, and the way in."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from rapport import __version__
from rapport.cli.failures import guarded

# A command's module is imported when the command is asked for: `rapport audit` is run on every
# save of a file and must not wait for what `rapport build` needs.
COMMANDS = {
    "build": "rapport.cli.build",
    "serve": "rapport.cli.serve",
    "audit": "rapport.cli.audit",
    "facts": "rapport.cli.facts",
    "explain": "rapport.cli.explain",
    "waiting": "rapport.cli.waiting",
}

_WIDTH = 88


def _command(name: str) -> click.Command:
    command: click.Command = import_module(COMMANDS[name]).command
    return command


class Commands(click.Group):
    """The commands of the table above, in its order, each found by name when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every command, in the order of a working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, None when there is none."""
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a name that does not exist brings its near miss."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(COMMANDS)}."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The site's settings file. Without it: pelicanconf.py in this folder or the nearest "
    "folder above (publishconf.py for `build --publish`).",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def rapport(context: click.Context, settings_file: Path | None) -> None:
    """A firm's blog in which the conversation is the content."""
    context.obj = settings_file


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command line (`sys.argv` when None) and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    # A command keeps nearly all it makes until it ends: looking for garbage at every 700th object
    # costs a twentieth of its time and finds nothing.
    gc.set_threshold(50_000)

    def command() -> int:
        result = rapport.main(words, prog_name="rapport", standalone_mode=False)
        return result if isinstance(result, int) else 0

    return guarded(command, words)


def pages() -> list[tuple[str, str]]:
    """The name of every command and its help, as a terminal of 88 columns shows it."""
    top = _page(rapport, None, "rapport")
    found = [("rapport", rapport.get_help(top))]
    for name in COMMANDS:
        command = _command(name)
        found.append((f"rapport {name}", command.get_help(_page(command, top, name))))
    return found


def _page(command: click.Command, parent: click.Context | None, name: str) -> click.Context:
    own = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return click.Context(command, parent, name, **own)
