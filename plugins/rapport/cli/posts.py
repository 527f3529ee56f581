"""Posts as a command shows them: which one a thread stands under, and its address."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from rapport.cli.configuration import load
from rapport.conversation import Under
from rapport.errors import SettingsError, UsageError
from rapport.model import Post, one_line
from rapport.settings import Settings
from rapport.sources import address


def online(file: Path, settings: Settings) -> Settings:
    """The settings with which the site is published: a mail needs its whole address.

    `file` is the settings file; where it says no SITEURL the publishconf.py beside it does, if that
    can be read.
    """
    beside = file.with_name("publishconf.py")
    if settings.reading.siteurl or not beside.is_file():
        return settings
    try:
        return load(beside)
    except SettingsError:
        return settings


def firsts(posts: Iterable[Post], default_lang: str) -> dict[str, Post]:
    """The post of each id; of translations the one in the site's language, else the first."""
    found: dict[str, Post] = {}
    for post in sorted(posts, key=lambda p: (p.lang != default_lang, p.date, p.path)):
        found.setdefault(post.id, post)
    return found


def under(posts: Iterable[Post], settings: Settings) -> list[Under]:
    """Every post as a comment knows it, in order of id."""
    chosen = firsts(posts, settings.reading.default_lang)
    return [
        Under(name, one_line(post.title), address(post, settings))
        for name, post in sorted(chosen.items())
    ]


def one_of(name: str, posts: Iterable[Post]) -> str:
    """The id that `name` (an id or a slug) means; raises UsageError with the near miss."""
    ids = {post.slug: post.id for post in posts} | {post.id: post.id for post in posts}
    if name not in ids:
        near = get_close_matches(name, ids, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"There is no post {name!r}.{hint}")
    return ids[name]
