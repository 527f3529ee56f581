"""`rapport audit`: what posts do and do not do for their readers."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from rapport.audit import judge
from rapport.cli.choosing import Choice, both, everything, named, place_of
from rapport.cli.opening import Opened, cache_option, folders_only, open_site, open_unsaved
from rapport.cli.rendering import rendered
from rapport.cli.typed import typed
from rapport.errors import UsageError
from rapport.model import Finding, Report
from rapport.reports import FORMATS

if TYPE_CHECKING:
    from rapport.cli.baselines import Baselines
    from rapport.cli.changes import Changes
    from rapport.sources import ChangeFrom

# A program that reads the report wants the report; in these, people read along.
_PROSE = ("text", "github", "markdown")
# The formats that show what those who wait wrote.
_WITH_EXCERPTS = ("html",)
_UNREADABLE = "CFG901"


class Asked(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    since: str | None
    change_from: ChangeFrom
    format: str
    fail_on: str
    baseline: str | None
    write_baseline: str | None
    stdin_filename: str | None
    skip_others: bool
    cached: bool


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--since",
    metavar="REV",
    help="Only what changed since this branch left REV: posts, and posts whose comments or "
    "people changed.",
)
@click.option(
    "--change-from",
    type=click.Choice(("anybody", "firm", "outside")),
    default="anybody",
    show_default=True,
    help="With --since: who proposes the change. Nobody from outside may speak for the firm.",
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
    "--baseline",
    metavar="FILE",
    help="Report only findings that this file does not hold.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    help="Write all findings of the site into this file, for --baseline. With --baseline: only "
    "those it holds already, so that what is mended drops out.",
)
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="Audit standard input as if it were this file of the site.",
)
@click.option(
    "--skip-others",
    is_flag=True,
    help="Pass over PATHS that are there and no part of the site; for hooks that name every file.",
)
@cache_option
@click.pass_obj
def command(settings_file: Path | None, /, **options: Any) -> int:
    """Say what posts do and do not do for their readers.

    PATHS are posts, comments or people, or folders of them; without any, the whole site.
    """
    asked = Asked(**options)
    _check(asked)
    baselines = _baselines(asked)
    opened = _open(settings_file, asked)
    changes = _changes(opened, asked)
    choice = _choice(opened, asked, changes)
    speaking = _speaking(opened, asked, changes)
    whole = _report(opened, choice, speaking, excerpts=asked.format in _WITH_EXCERPTS)
    unseen = _settings_note(opened, changes) if changes else ()
    whole = whole._replace(notes=(*whole.notes, *unseen))
    blind = _is_blind(whole)
    report = baselines.held(opened, choice, whole) if baselines and not blind else whole
    if blind and asked.write_baseline is not None:
        click.echo(f"{asked.write_baseline} was not written: no post could be read.", err=True)
    if (asked.since is not None or asked.skip_others) and _is_nothing(choice, report):
        _say_nothing(opened, report, asked, unseen)
        return 0
    click.echo(rendered(asked.format, report, opened), nl=False)
    if asked.format not in _PROSE:
        for note in report.notes:
            click.echo(note, err=True)
    return UsageError.exit_code if blind else _exit_code(report, asked.fail_on)


def _check(asked: Asked) -> None:
    """Refuse what does not go together, before anything is read."""
    part = bool(asked.paths) or asked.since is not None
    if asked.stdin_filename is None and "-" in asked.paths:
        raise UsageError("- is standard input: say which file of the site it is, --stdin-filename.")
    if asked.stdin_filename is not None and (set(asked.paths) - {"-"} or asked.since is not None):
        raise UsageError("--stdin-filename audits one text: leave out PATHS and --since.")
    if asked.stdin_filename is not None and not asked.stdin_filename.strip():
        raise UsageError(
            "--stdin-filename is empty: say which file of the site the text is, such as "
            "content/posts/new.md."
        )
    if asked.change_from != "anybody" and asked.since is None:
        raise UsageError("--change-from is about a change: say since when, --since REV.")
    if asked.write_baseline is not None and (part or asked.stdin_filename is not None):
        raise UsageError(
            "--write-baseline writes what the whole site has: leave out PATHS, --since and "
            "--stdin-filename."
        )


def _baselines(asked: Asked) -> Baselines | None:
    if asked.baseline is None and asked.write_baseline is None:
        return None
    from rapport.cli.baselines import Baselines  # noqa: PLC0415 - few audits need it

    return Baselines.of(asked.baseline, asked.write_baseline)


def _open(settings_file: Path | None, asked: Asked) -> Opened:
    # A baseline holds findings of all posts, and one may have moved from post to post.
    whole = asked.baseline is not None
    if asked.stdin_filename is not None:
        return open_unsaved(settings_file, asked.stdin_filename, whole=whole)
    below = None if asked.since or asked.skip_others else folders_only(asked.paths)
    few = () if whole or asked.since is not None else asked.paths
    return open_site(settings_file, below, few, cached=asked.cached)


def _changes(opened: Opened, asked: Asked) -> Changes | None:
    if asked.since is None:
        return None
    from rapport.cli.changes import since  # noqa: PLC0415 - only this asks git

    return since(opened.settings.content, asked.since)


def _settings_note(opened: Opened, changes: Changes) -> tuple[str, ...]:
    """What an audit of changed posts cannot see: a setting may turn any post's findings."""
    from rapport.cli.touching import changed_settings  # noqa: PLC0415 - only a change needs it

    if not changed_settings(opened.file, changes):
        return ()
    return (f"The settings changed too: run `{typed()} audit` for all posts.",)


def _speaking(opened: Opened, asked: Asked, changes: Changes | None) -> tuple[Finding, ...]:
    """The comments in a change that speak for the firm."""
    if changes is None:
        return ()
    from rapport.sources import speaking  # noqa: PLC0415 - only a change needs it

    root = opened.settings.root
    changed = {os.path.relpath(place_of(path, root), root) for path in changes.present}
    read = {comment.path for comment in opened.site.comments}
    folder = os.path.relpath(opened.settings.content / "comments", root) + os.sep
    faulty = {
        path: opened.source(path)
        for path in changed - read
        if path.startswith(folder) and path.endswith(".md")
    }
    return tuple(speaking(opened.site, changed, asked.change_from, faulty))


def _choice(opened: Opened, asked: Asked, changes: Changes | None) -> Choice:
    site, settings = opened.site, opened.settings
    paths = asked.paths if asked.stdin_filename is None else (asked.stdin_filename,)
    chosen = everything(site)
    if paths:
        chosen = named(site, settings, paths, skip_others=asked.skip_others)
    if changes is None:
        return chosen
    from rapport.cli.touching import touched  # noqa: PLC0415 - only a change needs it

    return both(chosen, touched(site, settings, changes))


def _report(
    opened: Opened, choice: Choice, speaking: tuple[Finding, ...], *, excerpts: bool
) -> Report:
    """The report on the chosen posts, and the faults of files that belong to the choice.

    Rules about posts speak only of posts that were measured; those about files speak of the site.
    """
    facts = opened.measured(choice.posts)
    site = replace(opened.site, problems=(*opened.site.problems, *opened.lost, *speaking))
    now = datetime.now(UTC)
    report = judge(site, facts, opened.settings, now, excerpts=excerpts)
    return report._replace(
        findings=tuple(
            found
            for found in report.findings
            if found.path in facts
            or found.code[:3] != "CFG"
            or choice.covers(found.code, found.path)
        ),
    )


def _is_nothing(choice: Choice, report: Report) -> bool:
    return not choice.posts and not report.findings


def _say_nothing(opened: Opened, report: Report, asked: Asked, unseen: tuple[str, ...]) -> None:
    """The report, for who reads it with a program, and a sentence for people."""
    program = asked.format not in _PROSE
    if program:
        click.echo(rendered(asked.format, report, opened), nl=False)
    what = "no posts changed" if asked.since is not None else "none of the files is of a post"
    click.echo(f"{what}; {len(opened.site.posts)} in the site", err=program)
    for note in unseen:
        click.echo(note, err=program)


def _is_blind(report: Report) -> bool:
    """Whether nothing could be judged, since no file that was asked for could be read."""
    return not report.posts and any(found.code == _UNREADABLE for found in report.findings)


def _exit_code(report: Report, fail_on: str) -> int:
    counted = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return 1 if any(finding.severity in counted for finding in report.findings) else 0
