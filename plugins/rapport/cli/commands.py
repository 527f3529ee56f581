"""The list of commands, the options they share, and the way in."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from rapport import __version__
from rapport.cli.failures import guarded
from rapport.cli.groups import Commands

COMMANDS = {
    "build": "rapport.cli.build",
    "serve": "rapport.cli.serve",
    "audit": "rapport.cli.audit",
    "facts": "rapport.cli.facts",
    "explain": "rapport.cli.explain",
    "waiting": "rapport.cli.waiting",
    "comments": "rapport.cli.comments",
    "people": "rapport.cli.people",
}

_WIDTH = 88


@click.group(
    cls=Commands, modules=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
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

    def command() -> int:
        result = rapport.main(words, prog_name="rapport", standalone_mode=False)
        return result if isinstance(result, int) else 0

    return guarded(command, words)


def pages() -> list[tuple[str, str]]:
    """The name of every command and its help, as a terminal of 88 columns shows it."""
    return list(_pages(rapport, "rapport", None))


def _pages(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    page = _page(command, parent, name)
    yield (page.command_path, command.get_help(page))
    if isinstance(command, Commands):
        for below in command.modules:
            found = command.get_command(page, below)
            if found is not None:
                yield from _pages(found, below, page)


def _page(command: click.Command, parent: click.Context | None, name: str) -> click.Context:
    own = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return click.Context(command, parent, name, **own)
