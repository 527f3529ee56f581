"""`rapport waiting`: which comments wait for a word from the firm, and since when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from rapport.cli.opening import Opened, open_site
from rapport.conversation import excerpt, plain
from rapport.errors import UsageError
from rapport.model import Comment, Post, clean_text

_EXCERPT = 160


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
    help="Exit 1 if a comment has waited for more than DAYS days.",
)
@click.pass_obj
def command(
    settings_file: Path | None, as_json: bool, author: str | None, fail_after: int | None
) -> int:
    """List the comments that wait for an answer, the longest wait first."""
    opened = open_site(settings_file)
    if author is not None:
        _check_author(author, opened)
    waiters = waiting(opened, datetime.now(UTC), author)
    click.echo(_json(waiters) if as_json else _text(waiters))
    late = fail_after is not None and any(waiter.days > fail_after for waiter in waiters)
    return 1 if late else 0


def _check_author(author: str, opened: Opened) -> None:
    """A misspelt name would find nobody waiting, which is the one thing it must not say."""
    known = {name.casefold(): name for post in opened.site.posts for name in post.authors}
    if author.casefold() not in known:
        near = get_close_matches(author.casefold(), known, n=1)
        hint = f" Did you mean {known[near[0]]}?" if near else ""
        raise UsageError(f"No post is by {author!r}.{hint}")


def waiting(opened: Opened, now: datetime, author: str | None = None) -> list[Waiter]:
    """Every waiting comment, oldest first; of one author's posts if one is named."""
    posts = _posts_by_thread(opened)
    found = [
        Waiter(comment, posts[name], max(0, (now - comment.date).days))
        for name, thread in opened.site.threads.items()
        if name in posts and _by(posts[name], author)
        for comment in thread.waiting
    ]
    return sorted(found, key=lambda waiter: (waiter.comment.date, waiter.comment.id))


def _posts_by_thread(opened: Opened) -> dict[str, Post]:
    """The post a thread stands under: of translations that share one, the first published."""
    by_language = opened.settings.threads == "language"
    posts: dict[str, Post] = {}
    for post in sorted(opened.site.posts, key=lambda post: (post.date, post.path)):
        posts.setdefault(f"{post.id}.{post.lang}" if by_language else post.id, post)
    return posts


def _by(post: Post, author: str | None) -> bool:
    return author is None or author.casefold() in (name.casefold() for name in post.authors)


def _text(waiters: list[Waiter]) -> str:
    if not waiters:
        return "Nobody is waiting for an answer."
    return "\n\n".join(map(_lines, waiters))


def _lines(waiter: Waiter) -> str:
    comment = waiter.comment
    days = "today" if waiter.days == 0 else f"{waiter.days} day{'s' * (waiter.days != 1)}"
    return (
        f"{days}  {clean_text(comment.author)} on {clean_text(waiter.post.title)}\n"
        f"  {excerpt(plain(comment.body), _EXCERPT)}\n"
        f"  {comment.path}"
    )


def _json(waiters: list[Waiter]) -> str:
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
        }
        for waiter in waiters
    ]
    return json.dumps({"schema": 1, "waiting": rows}, ensure_ascii=False, indent=2)
