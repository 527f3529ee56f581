"""`rapport comments export`: all comments as one file, to keep, to move or to count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from rapport.cli.opening import Opened, open_site
from rapport.cli.posts import one_of, under
from rapport.cli.unread import fault_line, unread
from rapport.conversation import as_table, exported
from rapport.model import Comment
from rapport.store import write_text

_BOM = b"\xef\xbb\xbf"


@click.command()
@click.option("--post", metavar="ID", help="Only the comments of this post.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, which is also the default.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write it into this file.",
)  # fmt: skip
@click.pass_obj
def command(
    settings_file: Path | None, post: str | None, as_json: bool, as_csv: bool, to: Path | None
) -> int:
    """Print every comment with every key of its file, its post and its thread.

    `rapport comments import json FILE` brings the same files back, byte for byte. What is private
    (the inbox, addresses) is not in it. Exit 1 if a comment's file cannot be read.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two forms; choose one.")
    opened = open_site(settings_file)
    chosen = one_of(post, opened.site.posts) if post is not None else None
    comments = [each for each in opened.site.comments if chosen in (None, each.post)]
    text = _table(opened, comments) if as_csv else _json(opened, comments)
    if to is None:
        click.echo(text, nl=not as_csv)
    else:
        write_text(to, text if as_csv else f"{text}\n")
        plural = "s" * (len(comments) != 1)
        click.echo(f"{len(comments)} comment{plural} written to {to}.", err=True)
    return _left_out(opened, chosen)


def _json(opened: Opened, comments: Sequence[Comment]) -> str:
    site, settings = opened.site, opened.settings
    files = {comment.path: _written(settings.root / comment.path) for comment in comments}
    made = exported(
        comments, under(site.posts, settings), site.threads, files, settings.reading.siteurl
    )
    return json.dumps(made, ensure_ascii=False, indent=2)


def _written(file: Path) -> str:
    """The whole text of a file, its byte order mark too: it has been read without a fault."""
    return file.read_bytes().decode("utf-8")


def _table(opened: Opened, comments: Sequence[Comment]) -> str:
    return as_table(comments, under(opened.site.posts, opened.settings))


def _left_out(opened: Opened, post: str | None) -> int:
    """Say on standard error which files are not in it; 1 if there are any."""
    faults = unread(opened, post or "")
    for fault in faults:
        click.echo(fault_line(fault), err=True)
    if faults:
        click.echo("These are not in the export: mend them and export again.", err=True)
    return 1 if faults else 0
