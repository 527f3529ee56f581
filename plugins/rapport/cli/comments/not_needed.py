"""`rapport comments not-needed`: a decision that nobody has to answer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rapport.cli.comments.kept import Found, Kept, Refused, exact, held
from rapport.cli.comments.telling import Done, json_option, tell
from rapport.cli.comments.who import by_option, decider
from rapport.cli.comments.writing import log, write_checked
from rapport.conversation import not_needed
from rapport.errors import UsageError
from rapport.model import one_line


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--why", "--reason", metavar="REASON", required=True, help="Why; it stands in the file."
)
@by_option
@json_option
@click.pass_obj
def command(settings_file: Path | None, id_: str, why: str, by: str | None, as_json: bool) -> int:
    """Note that a comment needs no answer: whoever wrote it waits no longer."""
    if not one_line(why):
        raise UsageError("Say why nobody has to answer: --why REASON.")
    with held(settings_file) as kept:
        done = _excused(kept, kept.find(id_), one_line(why), by)
    return tell([done], as_json=as_json)


def _excused(kept: Kept, found: Found, why: str, by: str | None) -> Done:
    comment = found.public
    if comment is None:
        raise Refused(f"{found.id} is not published, so nobody waits for an answer to it.")
    if comment.status == "removed" or comment.kind != "comment":
        what = "was removed" if comment.status == "removed" else f"is a {comment.kind}"
        raise Refused(f"{found.id} {what}, so nobody waits for an answer to it.")
    if comment.role in ("firm", "brand"):
        raise Refused(f"{found.id} is the firm's own; the firm never waits for itself.")
    done = Done(found.id, "not-needed", comment.post, comment.author, comment.path)
    if comment.not_needed == why:
        note = "It says so already."
        return Done(found.id, "nothing", comment.post, comment.author, comment.path, notes=(note,))
    who = decider(by, kept.settings.root)
    path = kept.settings.root / comment.path
    write_checked(kept, not_needed(exact(path), why), path)
    now = datetime.now(kept.settings.reading.timezone)
    log(kept, found.id, now, who, "not-needed", why, once=False)
    return done
