"""`rapport comments list`: what waits in the inbox, or stands under a post."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from rapport.arrivals import Pending, PendingState
from rapport.cli.comments.kept import Kept, open_kept
from rapport.cli.posts import one_of
from rapport.cli.typed import typed
from rapport.conversation import excerpt, plain
from rapport.model import Comment, one_line

_EXCERPT = 160
_BESIDES: dict[PendingState, str] = {
    "aside": "kept aside, on no post that is known",
    "spam": "taken for spam",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A comment in the list. `since` is when it came in, of a published one when it was written."""

    comment: Comment
    state: str
    since: datetime
    pending: Pending | None = None

    def days(self, now: datetime) -> int:
        """For how many whole days."""
        return max(0, (now - self.since).days)


@click.command()
@click.option("--spam", is_flag=True, help="What was taken for spam.")
@click.option("--aside", is_flag=True, help="What is on no post that is known.")
@click.option("--shown", metavar="POST", help="The published comments of a post, by id or slug.")
@click.option("--all", "everything", is_flag=True, help="The whole inbox and every comment.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    spam: bool,
    aside: bool,
    shown: str | None,
    everything: bool,
    as_json: bool,
) -> int:
    """List the comments that wait to be approved, oldest first.

    Exit 1 if a file of the inbox cannot be read.
    """
    kept = open_kept(settings_file)
    states = {state for state, on in (("spam", spam), ("aside", aside)) if on}
    if shown is None and not states:
        states = {"pending"}
    if everything:
        states = {"pending", "spam", "aside"}
    rows = [*_held(kept, states), *_public(kept, shown, everything)]
    rows.sort(key=lambda row: (row.since, row.comment.id))
    now = datetime.now(UTC)
    click.echo(_json(kept, rows, now) if as_json else _text(kept, rows, now, states))
    faults = [each for each in kept.inbox.problems if each.severity == "error"]
    for each in faults:
        click.echo(f"{each.path}:{each.span.line}: {each.message}", err=True)
    return 1 if faults else 0


def _held(kept: Kept, states: set[str]) -> Iterator[Row]:
    for each in kept.inbox.pending:
        if each.state in states:
            yield Row(each.comment, each.state, each.received, each)


def _public(kept: Kept, shown: str | None, everything: bool) -> Iterator[Row]:
    site = kept.opened.site
    post = one_of(shown, site.posts) if shown is not None else None
    for each in site.comments:
        if everything or each.post == post:
            yield Row(each, each.status, each.date)


def _text(kept: Kept, rows: list[Row], now: datetime, states: set[str]) -> str:
    told = ["\n".join(_lines(kept, row, now)) for row in rows]
    if not rows:
        told = ["Nothing waits to be approved." if states == {"pending"} else "There is none."]
    if states == {"pending"}:
        told += filter(None, ["\n".join(_besides(kept))])
    return "\n\n".join(told)


def _besides(kept: Kept) -> Iterator[str]:
    """What else lies in the inbox: nobody finds what nothing speaks of."""
    states = Counter(each.state for each in kept.inbox.pending)
    for state, said in _BESIDES.items():
        if states[state]:
            yield f"{states[state]} {said}: {typed()} comments list --{state}"


def _lines(kept: Kept, row: Row, now: datetime) -> Iterator[str]:
    comment, days = row.comment, row.days(now)
    long = "today" if days == 0 else f"{days} day{'s' * (days != 1)}"
    state = "" if row.state in ("pending", "shown") else f"  [{row.state}]"
    yield f"{comment.id}  {long}  {_name(comment)} on {_title(kept, row)}{state}"
    for flag in row.pending.flags if row.pending else ():
        yield f"  ! {one_line(flag)}"
    if row.pending and row.pending.written_by:
        yield f"  ! written by {one_line(row.pending.written_by)}: somebody else approves it"
    if comment.reply_to:
        yield f"  answers {one_line(comment.reply_to)}"
    if comment.status != "removed":
        yield f"  {_words(comment)}"


def _name(comment: Comment) -> str:
    return one_line(comment.author) or "[removed]"


def _title(kept: Kept, row: Row) -> str:
    post = kept.posts.get(row.comment.post)
    place = row.pending.place if row.pending else None
    if post is not None:
        return one_line(post.title)
    if place is not None:
        return f"no known post ({one_line(place.title or place.url or place.id)})"
    return f"no known post ({one_line(row.comment.post)})" if row.comment.post else "no known post"


def _words(comment: Comment) -> str:
    return excerpt(plain(comment.body), _EXCERPT) if comment.body else f"[{comment.kind}]"


def _json(kept: Kept, rows: list[Row], now: datetime) -> str:
    posts = kept.posts
    told = [
        {
            "id": row.comment.id,
            "state": row.state,
            "post": row.comment.post or None,
            "post_title": one_line(posts[row.comment.post].title)
            if row.comment.post in posts
            else None,
            "author": one_line(row.comment.author),
            "person": row.comment.person,
            "date": row.comment.date.isoformat(),
            "since": row.since.isoformat(),
            "days": row.days(now),
            "kind": row.comment.kind,
            "source": row.comment.source,
            "reply_to": row.comment.reply_to,
            "flags": [one_line(flag) for flag in row.pending.flags] if row.pending else [],
            "excerpt": excerpt(plain(row.comment.body), _EXCERPT),
            "path": row.comment.path,
        }
        for row in rows
    ]
    return json.dumps({"schema": 1, "comments": told}, ensure_ascii=False, indent=2)
