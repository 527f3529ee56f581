"""`rapport facts`: what was measured, unjudged, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.cli.choosing import everything, named
from rapport.cli.opening import open_site
from rapport.reports import facts_json


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    type=click.Choice(("json",)),
    default="json",
    show_default=True,
    expose_value=False,
)
@click.pass_obj
def command(settings_file: Path | None, paths: tuple[str, ...]) -> int:
    """Print what posts do, measured and not judged: questions, people, links, quotations ...

    PATHS are posts, comments or people, or folders of them; without any, the whole site.
    """
    opened = open_site(settings_file)
    choice = named(opened.site, opened.settings, paths) if paths else everything(opened.site)
    measured = opened.measured(choice.posts)
    click.echo(facts_json(measured[path] for path in sorted(measured)), nl=False)
    return 0
