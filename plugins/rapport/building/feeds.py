"""Atom feeds of the conversation: the whole of it, each post's, and each person's.

RFC 4287, with the threading extension of RFC 4685: every entry says which comment or post it
answers, and how many answers it has. Ids are tag URIs (RFC 4151) made from the comment's own id,
so they stay when the site moves to another folder or scheme. A post's entry in Pelican's own feeds
keeps its id too when the post has an `Id:`: it is made from that in the place of the slug.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from feedgenerator import Atom1Feed, get_tag_uri

from rapport.building.shown import Shown
from rapport.building.views import CommentView
from rapport.model import Comment, Post, clean_text, one_line
from rapport.settings import Settings
from rapport.sources import edited_at
from rapport.translation import Words

_THREADING = "http://purl.org/syndication/thread/1.0"
# RFC 4151 wants a time at which the host was the firm's. One for all, so that no date in a comment
# can change its id.
_TAGGED = "2026"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site lies: `base` before every link, `host` in every id."""

    base: str
    host: str

    @classmethod
    def of(cls, values: Mapping[str, Any], settings: Settings) -> Address:
        """By Pelican's SITEURL, and the first of the firm's own hosts."""
        host = next(iter(settings.own_hosts), "") or urlsplit(settings.reading.siteurl).hostname
        return cls(values["SITEURL"], host or "localhost")

    def link(self, url: str) -> str:
        """A whole address from one relative to the site's root."""
        return f"{self.base}/{url}"

    def tag(self, *parts: str) -> str:
        """A tag URI: "tag:firm.example,2026:comment/01h..."."""
        return f"tag:{self.host},{_TAGGED}:{'/'.join(quote(part, safe='') for part in parts)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A comment as a feed tells it: `answers` is the id of what it answers, `at` its address.

    `updated` is when its text was changed last, or written.
    """

    comment: Comment
    view: CommentView
    title: str
    id: str
    answers: str
    at: str
    replies: int
    updated: datetime


def entries(
    each: Shown, article: Any, values: Mapping[str, Any], address: Address, words: Words
) -> list[Entry]:
    """The comments that readers can read under one post; `words` are in its language."""
    views = {view.id: view for view in each.view.thread.comments}
    shown = {comment.id for comment in each.thread.shown}
    parents = {
        turn.comment.id: turn.parent.id if turn.parent and turn.parent.id in shown else ""
        for turn in each.thread.turns
        if turn.comment.id in shown
    }
    replies = Counter(parents.values())
    post = kept_id(each.post, article, values)
    return [
        Entry(
            comment=comment,
            view=views[comment.id],
            title=_title(views[comment.id], words),
            id=address.tag("comment", comment.id),
            answers=address.tag("comment", above) if (above := parents[comment.id]) else post,
            at=address.link(views[above].url if above else each.view.url),
            replies=replies[comment.id],
            updated=_updated(comment, views[comment.id]),
        )
        for comment in each.thread.shown
    ]


def _title(view: CommentView, words: Words) -> str:
    name, title = view.author.name, view.post_title.striptags()
    if view.to:
        told = words.gettext(
            "%(name)s to %(whom)s, on %(title)s", name=name, whom=view.to, title=title
        )
        return one_line(told)
    return one_line(words.gettext("%(name)s, on %(title)s", name=name, title=title))


def _updated(comment: Comment, view: CommentView) -> datetime:
    """A comment that was changed before it was written was not."""
    zone = view.date.tzinfo
    edited = edited_at(comment, zone) if zone is not None else None
    return max(view.date, edited.astimezone(zone)) if edited else view.date


def kept_id(post: Post, article: Any, values: Mapping[str, Any]) -> str:
    """The id of a post's entry in Pelican's own feeds, whatever its slug is by now."""
    if post.id == post.slug:
        return pelican_id(article, values)
    named = copy.copy(article)
    named.slug = post.id
    return pelican_id(named, values)


def pelican_id(article: Any, values: Mapping[str, Any]) -> str:
    """The id that Pelican's own feeds give a post (pelican.writers.Writer, 4.12)."""
    link = f"{values['SITEURL']}/{article.url}" + ("?ref=feed" if values["FEED_APPEND_REF"] else "")
    return str(get_tag_uri(link, article.date))


def keep_ids(feed: Any, kept: Mapping[str, str]) -> None:
    """Give the entries of one of Pelican's feeds the ids that stay, by those it made."""
    for item in feed.items:
        item["unique_id"] = kept.get(item["unique_id"], item["unique_id"])


class Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """An Atom feed with the threading extension. `newest` stands for "updated": no clock here."""

    def root_attributes(self) -> dict[str, str]:
        """The namespaces."""
        return {**super().root_attributes(), "xmlns:thr": _THREADING}

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """The language of an entry that is not in the site's."""
        return {"xml:lang": item["lang"]} if item["lang"] else {}

    def latest_post_date(self) -> datetime:
        """When the newest comment was written, or one was changed."""
        newest: datetime = self.feed["newest"]
        return newest

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An entry, and what it answers."""
        super().add_item_elements(handler, item)
        answered = {"ref": item["answers"], "href": item["at"], "type": "text/html"}
        handler.addQuickElement("thr:in-reply-to", "", answered)
        if item["replies"]:
            handler.addQuickElement("thr:total", str(item["replies"]))


def make_feed(  # noqa: PLR0913 - what a feed is, given by name
    *,
    title: str,
    about: str,
    url: str,
    id_: tuple[str, ...],
    told: Iterable[Entry],
    since: datetime,
    address: Address,
    values: Mapping[str, Any],
    language: str = "",
) -> Feed:
    """The feed at `url` about the page `about`, newest first; `since` if nobody has spoken.

    It is in `language`, else in that of the site.
    """
    newest = sorted(told, key=lambda entry: (entry.view.date, entry.view.id), reverse=True)
    feed = Feed(
        title=one_line(title),
        link=address.link(about),
        description="",
        language=language or values["DEFAULT_LANG"],
        feed_url=f"{values['FEED_DOMAIN']}/{url}",
        feed_guid=address.tag(*id_),
        newest=max((entry.updated for entry in newest), default=since),
    )
    for entry in newest[: values["FEED_MAX_ITEMS"]]:
        _add(feed, entry, address)
    return feed


def _add(feed: Feed, entry: Entry, address: Address) -> None:
    view = entry.view
    feed.add_item(
        title=entry.title,
        link=address.link(view.url),
        description=None,
        content=clean_text(str(view.body)),
        author_name=view.author.name,
        author_link=view.author.site or None,
        unique_id=entry.id,
        pubdate=view.date,
        updateddate=entry.updated,
        lang=view.lang,
        answers=entry.answers,
        at=entry.at,
        replies=entry.replies,
    )
