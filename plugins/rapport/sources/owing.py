"""Who waits for the firm, on which post, and the private feed that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rapport.conversation import Owed, waiting_feed
from rapport.model import Comment, Post, Site
from rapport.settings import Settings

WAITING_FEED = "waiting.atom.xml"


def owed(site: Site, settings: Settings) -> list[tuple[Comment, Post]]:
    """Every waiting comment with its post, oldest first.

    Of translations that share a thread it is the one that was published first.
    """
    by_language = settings.threads == "language"
    posts: dict[str, Post] = {}
    for post in sorted(site.posts, key=lambda post: (post.date, post.path)):
        posts.setdefault(f"{post.id}.{post.lang}" if by_language else post.id, post)
    found = [
        (comment, posts[name])
        for name, thread in site.threads.items()
        if name in posts
        for comment in thread.waiting
    ]
    return sorted(found, key=lambda each: (each[0].date, each[0].id))


def owed_feed(site: Site, settings: Settings, now: datetime, command: str = "rapport") -> str:
    """The text of WAITING_FEED: `command` is how Rapport is called on this machine.

    Where the settings have no SITEURL, as those of a preview, the first of the firm's hosts is
    where the pages are.
    """
    if not settings.reading.siteurl and settings.own_hosts:
        siteurl = f"https://{settings.own_hosts[0]}"
        settings = replace(settings, reading=replace(settings.reading, siteurl=siteurl))
    listed = [
        Owed(
            comment,
            post.title,
            f"{address(post, settings)}#c-{comment.id}",
            f"{command} comments reply {comment.id}",
        )
        for comment, post in owed(site, settings)
    ]
    return waiting_feed(listed, next(iter(settings.firm_names), ""), now)


def address(post: Post, settings: Settings) -> str:
    """The whole address of a post's page, as Pelican makes it; empty when it cannot be told.

    Without SITEURL it is the path below the site's root, which begins with a slash.
    """
    reading = settings.reading
    given = post.header.get("url")
    pattern = reading.article_url if post.lang == reading.default_lang else reading.article_lang_url
    try:
        path = given.value if given else pattern.format(
            slug=post.slug, date=post.date, lang=post.lang, author="", category=""
        )  # fmt: skip
    except (LookupError, ValueError, AttributeError):
        return ""
    return f"{reading.siteurl.rstrip('/')}/{path.lstrip('/')}"
