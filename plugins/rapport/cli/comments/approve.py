"""`rapport comments approve`: from the inbox to the page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rapport.cli.comments.approving import Wish, approve
from rapport.cli.comments.kept import Refused, held
from rapport.cli.comments.telling import Done, NotDone, json_option, tell
from rapport.cli.comments.who import by_option, decider


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@by_option
@click.option("--post", metavar="ID", default="", help="The post they are on, if nobody knows.")
@click.option("--reply-to", metavar="ID", default="", help="The comment that it answers.")
@click.option(
    "--namesake", is_flag=True, help="The writer only shares a name with somebody of the firm."
)
@click.option("--anyway", is_flag=True, help="Publish it although it looks like a client's matter.")
@json_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    ids: tuple[str, ...],
    by: str | None,
    post: str,
    reply_to: str,
    namesake: bool,
    anyway: bool,
    as_json: bool,
) -> int:
    """Publish comments that wait in the inbox.

    Each becomes a file under content/comments with who approved it and when; how to reach its
    writer stays private, and a mail that tells them is drafted. ID may be the first 8 characters
    or more. Exit 1 if one of them must not be published; the others are.
    """
    if reply_to and len(ids) > 1:
        raise click.UsageError("--reply-to is about one comment; give one ID.")
    done: list[Done] = []
    refused: list[NotDone] = []
    with held(settings_file) as kept:
        settings = kept.settings
        now = datetime.now(settings.reading.timezone)
        wish = Wish(decider(by, settings.root), now, post, reply_to, namesake, anyway)
        for found in [kept.find(each) for each in dict.fromkeys(ids)]:
            try:
                done.append(approve(kept, found, wish))
            except Refused as fault:
                refused.append(NotDone(found.id, str(fault)))
    return tell(done, refused, as_json=as_json)
