"""Who waits, as a feed for the firm's own readers of feeds: private, and never published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from rapport.conversation.bodies import render_body
from rapport.conversation.excerpts import excerpt
from rapport.model import Comment, clean_text, one_line

_AUTHOR = 80


@dataclass(frozen=True, slots=True)
class Owed:
    """A comment that waits; `title` and `url` are of its place, `command` answers it."""

    comment: Comment
    title: str
    url: str
    command: str


def waiting_feed(owed: Iterable[Owed], firm: str, now: datetime) -> str:
    """An Atom feed (RFC 4287) of who waits, oldest first; each entry is the words and the command.

    `now` stands for "updated" when nobody waits. Ids are made from the comments' own.
    """
    from feedgenerator import (  # noqa: PLC0415 - only a feed needs it
        Atom1Feed,
    )

    listed = list(owed)
    feed = Atom1Feed(
        title=f"{one_line(firm)}: waiting for an answer",
        link="",
        description="",
        feed_guid="tag:localhost,2026:waiting",
    )
    if not listed:
        feed.latest_post_date = lambda: now
    for each in listed:
        comment = each.comment
        feed.add_item(
            title=f"{excerpt(one_line(comment.author), _AUTHOR)} on {one_line(each.title)}",
            link=each.url,
            description=None,
            content=f"{render_body(comment.body)}<p><code>{_escaped(each.command)}</code></p>",
            author_name=one_line(comment.author),
            unique_id=f"tag:localhost,2026:waiting/{comment.id}",
            pubdate=comment.date,
        )
    written = StringIO()
    feed.write(written, "utf-8")
    return clean_text(written.getvalue())


def _escaped(text: str) -> str:
    from html import escape  # noqa: PLC0415 - as above

    return escape(clean_text(text))
