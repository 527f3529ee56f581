"""The addresses of a site's posts, and which addresses can only be a post's.

Pelican makes a post's address of ARTICLE_URL. Where that holds a date, an address of the same shape
is a post's or leads nowhere; where it does not ("{slug}.html"), a page or a plugin may have made
it, and only one that is nearly a post's is said to be wrong. Source of the settings: Pelican 4.12.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from urllib.parse import unquote, urljoin, urlsplit

from rapport.audit.context import host_of
from rapport.audit.nearest import Nearest
from rapport.model import Post
from rapport.settings import Settings

_DATES = {"%Y": r"\d{4}", "%m": r"\d\d", "%d": r"\d\d", "%j": r"\d{3}", "%H": r"\d\d"}
_CODE = re.compile(r"%[a-zA-Z]")
# Addresses of Pelican's own pages and ours, which nobody may take for a post's.
_MADE = frozenset(
    f"{name}{ending}"
    for name in ("archives", "tags", "categories", "authors", "search", "404", "conversations",
                 "people", "thanks", "index")
    for ending in ("", ".html")
)  # fmt: skip
_ALIKE = 0.88
_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of posts below the site's root, without `index.html` and the last slash.

    `shape` is the pattern of addresses made of ARTICLE_URL, None when it holds what is not known
    here; `dated` says that it holds a date. `host` is the site's own: SITEURL's, or the one the
    settings name, whose addresses with a date are the site's.
    """

    known: frozenset[str] = frozenset()
    by_source: Mapping[str, str] = field(default_factory=dict)
    slugs: Mapping[str, str] = field(default_factory=dict)
    near: Nearest = Nearest()
    shape: re.Pattern[str] | None = None
    dated: bool = False
    host: str = ""
    root: str = "/"

    @classmethod
    def of(cls, posts: Iterable[Post], settings: Settings) -> Addresses:
        """The addresses of these posts."""
        reading = settings.reading
        shape = _shape(reading.article_url)
        if shape is None:
            return cls()
        dated = "{date" in reading.article_url
        named = (h if "//" in h else f"//{h}" for h in settings.own_hosts if dated)
        own = [reading.siteurl] if reading.siteurl else [*named]
        hosts = {host_of(url).removeprefix("www.") for url in own} - {""}
        by_source = {p.source: _plain(_filled(reading.article_url, p)) for p in posts}
        return cls(
            known=frozenset(by_source.values()) | frozenset(_others(posts, settings)) | _MADE,
            by_source=by_source,
            slugs={post.slug: by_source[post.source] for post in posts},
            near=Nearest.among(post.slug for post in posts),
            shape=shape,
            dated=dated,
            host=hosts.pop() if len(hosts) == 1 else "",
            root=urlsplit(reading.siteurl).path.rstrip("/") + "/",
        )

    def page(self, post: Post) -> str:
        """The address of a post's page below the root."""
        address = self.by_source.get(post.source, "")
        return address if posixpath.splitext(address)[1] else f"{address}/"

    def missing(self, url: str, post: Post) -> str | None:
        """None unless an address can only be a post's and is none's; then the nearest, or empty."""
        path = self._path(url, post)
        found = self.shape.fullmatch(path) if self.shape and path else None
        if found is None or path in self.known:
            return None
        slug = found["slug"]
        if "." in slug:
            return None
        near = self.near.to(slug, _ALIKE)
        if near is not None:
            return f"/{self.slugs[near]}"
        return "" if self.dated and "-" in slug else None

    def _path(self, url: str, post: Post) -> str:
        """The address below the site's root; empty when it leads elsewhere."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return ""
        if parts.scheme not in ("", "http", "https") or not (parts.path or parts.netloc):
            return ""
        if parts.netloc and host_of(url).removeprefix("www.") != self.host:
            return ""
        whole = parts.path
        if not parts.netloc and not whole.startswith("/"):
            whole = urljoin(self.root + self.page(post), whole)
        if not whole.startswith(self.root):
            return ""
        return _plain(unquote(whole[len(self.root) :]))


def _shape(pattern: str) -> re.Pattern[str] | None:
    """The pattern of the addresses that a URL setting makes; None if it holds unknown fields."""
    parts: list[str] = []
    try:
        for literal, name, form, _ in Formatter().parse(pattern):
            parts.append(re.escape(literal))
            if name == "slug" and not form:
                parts.append("(?P<slug>[^/]+?)" if "(?P<slug>" not in parts else "[^/]+?")
            elif name == "date" and form and set(_CODE.findall(form)) <= _DATES.keys():
                parts.append(_CODE.sub(lambda code: _DATES[code[0]], re.escape(form)))
            elif name is not None:
                return None
    except ValueError:
        return None
    made = "".join(parts).removesuffix(re.escape("index.html")).removesuffix("/")
    return re.compile(made) if "(?P<slug>" in made else None


def _filled(pattern: str, post: Post) -> str:
    try:
        return pattern.format(slug=post.slug, date=post.date, lang=post.lang)
    except (LookupError, ValueError, AttributeError):
        return ""


def _others(posts: Iterable[Post], settings: Settings) -> Iterator[str]:
    """What posts are also found under: as a translation, and where their headers say."""
    for post in posts:
        yield _plain(_filled(settings.reading.article_lang_url, post))
        for key in ("url", "save_as"):
            given = post.header.get(key)
            if given is not None:
                yield _plain(given.value)


def _plain(address: str) -> str:
    return _INDEX.sub("", address).strip("/")
