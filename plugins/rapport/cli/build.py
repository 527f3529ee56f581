"""`rapport build`: the whole site, audited, in one go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from shutil import get_terminal_size

import click

from rapport.building import Built, Message, build
from rapport.cli.configuration import settings_file
from rapport.cli.progress import busy
from rapport.cli.summary import summary
from rapport.cli.typed import typed
from rapport.model import clean_text

_MOST = 20


@click.command()
@click.option(
    "--publish",
    is_flag=True,
    help="Build with publishconf.py, and refuse while a header or a file is at fault.",
)
@click.pass_obj
def command(given: Path | None, publish: bool) -> int:
    """Build the site and say what was found.

    The old site stays until the new one is whole. Posts with faulty headers are named and left
    out, and the command exits 1.
    """
    with busy("Building the site") as tell:
        built = build(settings_file(given, publish=publish), publish=publish, tell=tell)
    output = _shown(built.output)
    click.echo(_headline(built, output))
    width = get_terminal_size((100, 24)).columns
    click.echo(summary(built.site, built.report, datetime.now(UTC), width))
    if built.messages:
        click.echo("\n" + _log(built.messages))
    click.echo("\n" + _next(built, output, publish=publish))
    return 1 if built.faults else 0


def _headline(built: Built, output: str) -> str:
    seconds = f"{built.pages} pages in {sum(built.seconds.values()):.1f} s"
    if built.swapped:
        return click.style(f"Built {output} ({seconds})", bold=True)
    return click.style(f"Not published: {output} is as it was ({seconds})", fg="red", bold=True)


def _shown(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}/"


def _log(messages: Iterable[Message]) -> str:
    said = [f"  {message.level}: {clean_text(message.text)}" for message in messages]
    more = [f"  and {len(said) - _MOST} more"] if len(said) > _MOST else []
    return "\n".join(["Pelican says:", *said[:_MOST], *more])


def _next(built: Built, output: str, *, publish: bool) -> str:
    if not built.swapped:
        return "Mend the faults above and publish again."
    if publish:
        return f"Put the folder {output} on your host."
    return (
        f"Look at it, and see it change while you write: {typed()} serve\n"
        f"What each post could do better: {typed()} audit"
    )
