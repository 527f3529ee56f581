"""`rapport audit`: what posts do and do not do for their readers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from rapport.audit import judge
from rapport.cli.changes import since
from rapport.cli.choosing import Choice, both, everything, named, touched
from rapport.cli.opening import Opened, open_site, open_unsaved
from rapport.errors import UsageError
from rapport.model import Report
from rapport.reports import FORMATS

# A program that reads the report wants the report; in these, people read along.
_PROSE = ("text", "github", "markdown")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    paths: tuple[str, ...]
    since: str | None
    format: str
    fail_on: str
    stdin_filename: str | None


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--since",
    metavar="REV",
    help="Only what changed since this branch left REV: posts, and posts whose comments or "
    "people changed.",
)
@click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "never")),
    default="error",
    show_default=True,
    help="The least finding that makes the command exit 1.",
)
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="Audit standard input as if it were this file of the site.",
)
@click.pass_obj
def command(settings_file: Path | None, /, **options: Any) -> int:
    """Say what posts do and do not do for their readers.

    PATHS are posts, comments or people, or folders of them; without any, the whole site.
    """
    asked = Asked(**options)
    opened = _open(settings_file, asked)
    choice = _choice(opened, asked)
    report = _report(opened, choice)
    if asked.since is not None and not choice.posts and not report.findings:
        _say_unchanged(opened, report, asked.format)
        return 0
    click.echo(FORMATS[asked.format](report, opened.source), nl=False)
    return _exit_code(report, asked.fail_on)


def _open(settings_file: Path | None, asked: Asked) -> Opened:
    if asked.stdin_filename is None:
        return open_site(settings_file)
    if asked.paths or asked.since:
        raise UsageError("--stdin-filename audits one text: leave out PATHS and --since.")
    return open_unsaved(settings_file, asked.stdin_filename)


def _choice(opened: Opened, asked: Asked) -> Choice:
    site, settings = opened.site, opened.settings
    paths = asked.paths if asked.stdin_filename is None else (asked.stdin_filename,)
    chosen = named(site, settings, paths) if paths else everything(site)
    if asked.since is None:
        return chosen
    return both(chosen, touched(site, settings, since(settings.content, asked.since)))


def _report(opened: Opened, choice: Choice) -> Report:
    """The report on the chosen posts, and the faults of files that belong to the choice.

    Rules about posts speak only of posts that were measured; those about files speak of the site.
    """
    facts = opened.measured(choice.posts)
    site = replace(opened.site, problems=(*opened.site.problems, *opened.lost))
    report = judge(site, facts, opened.settings, datetime.now(UTC))
    return replace(
        report,
        findings=tuple(
            found
            for found in report.findings
            if found.path in facts
            or found.code[:3] != "CFG"
            or choice.covers(found.code, found.path)
        ),
    )


def _say_unchanged(opened: Opened, report: Report, form: str) -> None:
    if form not in _PROSE:
        click.echo(FORMATS[form](report, opened.source), nl=False)
    click.echo(f"no posts changed; {len(opened.site.posts)} in the site", err=form not in _PROSE)


def _exit_code(report: Report, fail_on: str) -> int:
    counted = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return 1 if any(finding.severity in counted for finding in report.findings) else 0
