"""`rapport comments add`: a comment that somebody gave by hand, on paper or across the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from rapport.arrivals import Contact
from rapport.cli.comments.answering import Given, fresh_id, give, unknown
from rapport.cli.comments.approving import parent_on
from rapport.cli.comments.kept import Kept, held
from rapport.cli.comments.telling import json_option, tell
from rapport.cli.comments.who import by_option, decider
from rapport.cli.comments.words import asked_words, given_words, some, words_options
from rapport.cli.posts import one_of
from rapport.conversation import reaches
from rapport.errors import UsageError
from rapport.model import Comment, one_line

_GOOD = "2026-05-05 20:12+02:00"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the options say of the writer."""

    post: str
    author: str
    date: str
    reply_to: str
    url: str
    source: str
    person: str
    lang: str


@click.command()
@click.argument("post")
@click.option("--author", metavar="NAME", default="", help="Who wrote it; or --person.")
@click.option("--date", metavar="DATE", default="", help=f"When, as {_GOOD}. Without it: now.")
@words_options
@click.option("--reply-to", metavar="ID", default="", help="The comment that it answers.")
@click.option("--url", metavar="URL", default="", help="The writer's own site.")
@click.option("--source", metavar="WORD", default="", help="Where it came from: letter, talk ...")
@click.option("--person", metavar="SLUG", default="", help="The writer's entry on the roster.")
@click.option("--lang", metavar="LANG", default="", help="Its language, if not the site's.")
@click.option("--email", metavar="ADDRESS", default="", help="The writer's; kept privately.")
@click.option("--namesake", is_flag=True, help="They only share a name with somebody of the firm.")
@click.option("--pending", is_flag=True, help="Put it into the inbox, to be approved.")
@by_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    /,
    text: str | None,
    file: Path | None,
    email: str,
    namesake: bool,
    pending: bool,
    by: str | None,
    as_json: bool,
    **told: str,
) -> int:
    """Add a comment that reached you by hand to POST, the id or slug of a post.

    It is published as approved by you, or waits in the inbox with --pending.
    """
    if email and not reaches(email):
        raise click.UsageError(f"--email is {one_line(email)!r}, which is no e-mail address.")
    words = given_words(text, file)
    words = some(asked_words("") if words is None else words)
    with held(settings_file) as kept:
        now = datetime.now(kept.settings.reading.timezone).replace(microsecond=0)
        comment = _comment(kept, _Told(**told), words, now)
        who = decider(by, kept.settings.root)
        given = Given(comment, who, now, Contact(email), namesake=namesake, wait=pending)
        done = give(kept, given)
    return tell([done], as_json=as_json)


def _comment(kept: Kept, told: _Told, words: str, now: datetime) -> Comment:
    post = one_of(told.post, kept.opened.site.posts)
    person = kept.roster.get(told.person) if told.person else None
    if told.person and person is None:
        raise UsageError(unknown(kept, told.person))
    author = one_line(told.author) or (person.name if person else "")
    if not author:
        raise UsageError("Say who wrote it: --author NAME, or --person SLUG.")
    date = _date(told.date) if told.date else now
    return Comment(
        id=fresh_id(date),
        post=post,
        path="",
        author=author,
        date=date,
        body=words,
        person=person.slug if person else None,
        role=person.role if person else "reader",
        url=told.url,
        reply_to=parent_on(kept, told.reply_to, post) if told.reply_to else None,
        source=told.source,
        lang=told.lang,
    )


def _date(written: str) -> datetime:
    try:
        date = datetime.fromisoformat(written.strip())
    except ValueError:
        raise UsageError(f"--date is {written!r}, which is no date. Write {_GOOD}.") from None
    if date.tzinfo is None:
        raise UsageError(f"--date is {written!r}, which has no time zone. Write {_GOOD}.")
    return date
