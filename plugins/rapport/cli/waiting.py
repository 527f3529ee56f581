"""`rapport waiting`: which comments wait for a word from the firm, and since when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from rapport.cli.opening import Opened, open_site
from rapport.cli.posts import online
from rapport.cli.typed import typed
from rapport.cli.unread import fault_line, unread, unread_posts
from rapport.conversation import excerpt, plain
from rapport.errors import UsageError
from rapport.model import Comment, Finding, Post, clean_text, one_line
from rapport.sources import WAITING_FEED, owed, owed_feed, read_inbox
from rapport.store import keep_from_git, write_text

_EXCERPT = 160
_UNREAD = "These cannot be read, so nobody can say who waits there. Mend them:"


@dataclass(frozen=True, slots=True)
class Waiter:
    """A comment that waits, the post it is on, and for how many whole days."""

    comment: Comment
    post: Post
    days: int


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.option("--author", metavar="NAME", help="Only comments on the posts of this author.")
@click.option(
    "--fail-after",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Exit 1 if a comment has waited for more than DAYS days, or cannot be read.",
)
@click.option(
    "--feed",
    is_flag=True,
    help="Write the private feed too, waiting.atom.xml in the private folder, as previews do.",
)
@click.pass_obj
def command(
    settings_file: Path | None,
    as_json: bool,
    author: str | None,
    fail_after: int | None,
    feed: bool,
) -> int:
    """List the comments that wait for an answer, the longest wait first.

    What waits to be approved is counted apart: `rapport comments list` shows it.
    """
    opened = open_site(settings_file)
    if author is not None:
        _check_author(author, opened)
    now = datetime.now(UTC)
    waiters = waiting(opened, now, author)
    inbox = read_inbox(opened.settings, opened.site.people)
    pending = sum(each.state == "pending" for each in inbox.pending)
    faults = [*unread(opened), *unread_posts(opened)]
    click.echo(_json(waiters, pending, faults) if as_json else _text(waiters, pending, faults))
    if feed:
        path = _write_feed(opened, now)
        click.echo(f"The feed is {path}. It is private: nothing publishes it.", err=True)
    late = fail_after is not None and any(waiter.days > fail_after for waiter in waiters)
    return 1 if late or (faults and fail_after is not None) else 0


def _check_author(author: str, opened: Opened) -> None:
    """A misspelt name would find nobody waiting, which is the one thing it must not say."""
    known = {name.casefold(): name for post in opened.site.posts for name in post.authors}
    if author.casefold() not in known:
        near = get_close_matches(author.casefold(), known, n=1)
        hint = f" Did you mean {known[near[0]]}?" if near else ""
        raise UsageError(f"No post is by {author!r}.{hint}")


def waiting(opened: Opened, now: datetime, author: str | None = None) -> list[Waiter]:
    """Every waiting comment, oldest first; of one author's posts if one is named."""
    return [
        Waiter(comment, post, max(0, (now - comment.date).days))
        for comment, post in owed(opened.site, opened.settings)
        if _by(post, author)
    ]


def _by(post: Post, author: str | None) -> bool:
    return author is None or author.casefold() in (name.casefold() for name in post.authors)


def _write_feed(opened: Opened, now: datetime) -> Path:
    """Write who waits as a feed into the private folder, whoever was asked about; its path."""
    settings = opened.settings
    path = settings.private / WAITING_FEED
    public = online(opened.file, settings)
    write_text(path, owed_feed(opened.site, public, now, typed()), private=True)
    keep_from_git(settings.private, settings.root)
    return path


def reply_line(comment: Comment) -> str:
    """The command that answers a comment."""
    return f"{typed()} comments reply {comment.id}"


def _text(waiters: list[Waiter], pending: int, faults: list[Finding]) -> str:
    nobody = "Nobody is waiting for an answer" + ", of those who can be read" * bool(faults) + "."
    told = ["\n\n".join(map(_lines, waiters)) or nobody]
    if pending:
        comments = "1 comment waits" if pending == 1 else f"{pending} comments wait"
        told.append(f"{comments} to be approved: {typed()} comments list")
    if faults:
        told.append("\n".join((_UNREAD, *(f"  {fault_line(fault)}" for fault in faults))))
    return "\n\n".join(told)


def _lines(waiter: Waiter) -> str:
    comment = waiter.comment
    days = "today" if waiter.days == 0 else f"{waiter.days} day{'s' * (waiter.days != 1)}"
    authors = ", ".join(map(one_line, waiter.post.authors))
    whose = f" by {authors}" if authors else ""
    return (
        f"{days}  {one_line(comment.author)} on {one_line(waiter.post.title)}{whose}\n"
        f"  {excerpt(plain(comment.body), _EXCERPT)}\n"
        f"  {one_line(comment.path)}\n"
        f"  {reply_line(comment)}"
    )


def _json(waiters: list[Waiter], pending: int, faults: list[Finding]) -> str:
    rows = [
        {
            "id": waiter.comment.id,
            "path": waiter.comment.path,
            "author": clean_text(waiter.comment.author),
            "date": waiter.comment.date.isoformat(),
            "days": waiter.days,
            "excerpt": excerpt(plain(waiter.comment.body), _EXCERPT),
            "post": waiter.post.id,
            "post_path": waiter.post.path,
            "post_title": clean_text(waiter.post.title),
            "post_authors": list(waiter.post.authors),
            "reply": reply_line(waiter.comment),
        }
        for waiter in waiters
    ]
    unknown = [
        {"path": each.path, "line": each.span.line, "message": each.message} for each in faults
    ]
    told = {"schema": 1, "waiting": rows, "pending": pending, "unread": unknown}
    return json.dumps(told, ensure_ascii=False, indent=2)
