"""`rapport facts`: what was measured, unjudged, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.cli.choosing import Choice, everything, named
from rapport.cli.opening import Opened, cache_option, folders_only, open_site
from rapport.reports import facts_json
from rapport.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    type=click.Choice(("json",)),
    default="json",
    show_default=True,
    expose_value=False,
)
@cache_option
@click.pass_obj
def command(settings_file: Path | None, paths: tuple[str, ...], *, cached: bool) -> int:
    """Print what posts do, measured and not judged: questions, people, links, quotations ...

    PATHS are posts, comments or people, or folders of them; without any, the whole site.
    """
    opened = open_site(settings_file, folders_only(paths), paths, cached=cached)
    choice = named(opened.site, opened.settings, paths) if paths else everything(opened.site)
    measured = opened.measured(choice.posts)
    click.echo(facts_json(measured[path] for path in sorted(measured)), nl=False)
    return _say_unmeasured(opened, choice)


def _say_unmeasured(opened: Opened, choice: Choice) -> int:
    """Name the posts that have no facts because they cannot be read; 1 when there are any."""
    faults = (*opened.site.problems, *opened.lost)
    measurable = {post.path for post in opened.site.posts} - {each.path for each in opened.lost}
    unmeasured = [
        each
        for each in faults
        if each.severity == "error"
        and each.path not in measurable
        and _may_be_post(opened.settings, each.path)
        and choice.covers(each.code, each.path)
    ]
    for each in unmeasured:
        click.echo(f"{each.path}:{each.span.line}  {each.message} ({each.code})", err=True)
    return 1 if unmeasured else 0


def _may_be_post(settings: Settings, path: str) -> bool:
    full = settings.root / path
    aside = (settings.content / name for name in ("comments", "people"))
    return not any(full.is_relative_to(folder) for folder in aside)
