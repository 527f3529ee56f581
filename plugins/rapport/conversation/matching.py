"""Threads from elsewhere to our posts: by name, by address, by title, and how surely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Literal
from urllib.parse import unquote, urlsplit

from rapport.arrivals import Place

How = Literal["id", "slug", "address", "end of the address", "title", ""]
_ENDINGS = re.compile(r"(?:/(?:index|default))?\.(?:html?|php|aspx?|md)$|/index$", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
# What sites put behind a page's title, with their name: the first part is the title.
_SITE_NAME = re.compile(r"\s+[|–—«»·:-]\s+")


@dataclass(frozen=True, slots=True)
class Target:
    """A post as far as a thread from elsewhere can mean it; `url` is its address or its path."""

    id: str
    slug: str
    title: str
    url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The post that a place is, and by what that is known; None when it is none of ours."""

    post: Target | None = None
    how: How = ""


def matcher(targets: Iterable[Target]) -> Callable[[Place], Match]:
    """What tells which of the posts a place is.

    In this order: a key that is a post's id or slug; its address, whatever the host, the scheme,
    `index.html`, `.html` or a slash at the end; the last part of its address, if it is the slug of
    one post alone; its title, also in front of a site's name, if one post alone has it. Of
    translations, which share an id, the first is meant unless the address or the slug says which.
    """
    posts = list(targets)
    ways: tuple[tuple[How, _Table, Callable[[Place], Iterable[str]]], ...] = (
        ("id", _table(posts, lambda post: post.id), _names),
        ("slug", _table(posts, lambda post: post.slug), _names),
        ("address", _table(posts, lambda post: path_of(post.url)), _paths),
        ("end of the address", _table(posts, lambda post: post.slug.casefold()), _ends),
        ("title", _table(posts, lambda post: _plain(post.title)), _titles),
    )

    def match(place: Place) -> Match:
        for how, table, words in ways:
            for word in words(place):
                meant = table.get(word)
                if word and meant is not None:
                    return Match(meant, how)
        return Match()

    return match


_Table = Mapping[str, Target | None]


def _table(posts: Iterable[Target], key: Callable[[Target], str]) -> _Table:
    """The post of each key; None where posts with different ids share it."""
    found: dict[str, list[Target]] = defaultdict(list)
    for post in posts:
        found[key(post)].append(post)
    return {
        word: meant[0] if len({post.id for post in meant}) == 1 else None
        for word, meant in found.items()
    }


def path_of(url: str) -> str:
    """An address as it is compared: its path alone, decoded, without its ending, in small letters.

    Empty for a front page, and so for WordPress's `/?p=4`, which says nothing about the post.
    """
    try:
        path = urlsplit(url.strip()).path
    except ValueError:
        return ""
    path = unquote(path).rstrip("/")
    return _ENDINGS.sub("", path).rstrip("/").casefold()


def _names(place: Place) -> Iterable[str]:
    return place.keys


def _paths(place: Place) -> Iterable[str]:
    """The paths of every address that stands in what the place is called by."""
    for word in (place.url, *(part for key in place.keys for part in key.split())):
        if "/" in word:
            yield path_of(word)


def _ends(place: Place) -> Iterable[str]:
    for path in _paths(place):
        yield path.rpartition("/")[2]


def _titles(place: Place) -> Iterable[str]:
    title = unescape(place.title)
    yield _plain(title)
    cut = list(_SITE_NAME.finditer(title))
    for found in reversed(cut):
        yield _plain(title[: found.start()])


def _plain(title: str) -> str:
    """A title by its words alone; typography differs from system to system."""
    return _NO_WORD.sub(" ", unescape(title).casefold()).strip()
