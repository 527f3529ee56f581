"""What a site's own links can lead to, and what is wrong with one that leads nowhere.

Judged from what was read, so only what is certain is said: Pelican's own links (`{filename}`,
`{static}` ...) against the files of the content folder, links to a post's source against the posts,
addresses that can only be a post's against the posts' addresses. Anything else on our hosts may be
made by a page, a plugin or the server, and is left alone. Source of the syntax:
`pelican.contents.Content._link_replacer` (4.12).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote, urljoin, urlsplit

from rapport.audit.addresses import Addresses
from rapport.audit.nearest import Nearest
from rapport.model import Post, Site
from rapport.settings import INTRASITE_LINKS, Settings

_OWN_SYNTAX = re.compile(r"[{|](?P<what>\w+)[|}](?P<rest>.*)", re.DOTALL)
_FILES = ("filename", "static", "attach")
_ALIKE = 0.85
_KNOWN = (*_FILES, "author", "category", "tag", "index")
# Faults that keep a post out of the site: what is missing then may be there once they are mended.
_LOSING = frozenset({"CFG901", "CFG902", "CFG903", "CFG904"})


class Broken(NamedTuple):
    """Why a link leads nowhere, and what to do, each a sentence."""

    why: str
    mend: str


@dataclass(frozen=True, slots=True)
class Places:
    """What links of a site can lead to.

    `posts` are by their path in the content folder; `names` are the names, without their endings,
    of the other files, whose pages stand who knows where; `by_name` leads from a file's name in
    lower case to the first path it has.
    """

    files: frozenset[str] = frozenset()
    posts: Mapping[str, Post] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    addresses: Addresses = Addresses()
    names: frozenset[str] = frozenset()
    by_name: Mapping[str, str] = field(default_factory=dict)
    near: Nearest = Nearest()
    sure: bool = False
    whole: bool = False

    @classmethod
    def of(cls, site: Site, settings: Settings) -> Places:
        """The places of a site; `sure` when its files are known, `whole` when no post is lost."""
        if site.files is None:
            return cls()
        read = {post.path for post in site.posts}
        posts = {normalize("NFC", post.source): post for post in site.posts}
        files = frozenset(normalize("NFC", path) for path in site.files)
        authors = {author for post in site.posts for author in post.authors}
        by_name = {posixpath.basename(path).lower(): path for path in sorted(files, reverse=True)}
        lost = (f for f in site.problems if f.code in _LOSING and f.severity == "error")
        return cls(
            files=files,
            posts=posts,
            tags=frozenset(map(_fold, {tag for post in site.posts for tag in post.tags})),
            authors=frozenset(map(_fold, authors | {settings.reading.author})),
            addresses=Addresses.of(site.posts, settings),
            names=frozenset(_stem(path) for path in files - posts.keys()),
            by_name=by_name,
            near=Nearest.among(by_name),
            sure=settings.reading.intrasite_links == INTRASITE_LINKS,
            whole=site.whole and all(fault.path in read for fault in lost),
        )

    def broken(self, url: str, post: Post, *, page: bool) -> Broken | None:
        """Why a link of a post leads nowhere; None when it leads somewhere, or may.

        `page` is false for an image, which may lie at any address.
        """
        if not self.sure:
            return None
        written = _OWN_SYNTAX.match(url)
        if written:
            return self._by_syntax(written["what"], written["rest"], post)
        try:
            parts = urlsplit(unescape(url))
        except ValueError:
            return None
        if not parts.scheme and not parts.netloc and parts.path:
            source = self._source(parts.path, post)
            if source is not None:
                return source
        return self._by_address(url, post) if page and self.whole else None

    def _by_syntax(self, what: str, rest: str, post: Post) -> Broken | None:
        if what in _FILES:
            return self._by_file(what, rest, post)
        name = unquote(rest)
        if self.whole and what == "tag" and name and _fold(name) not in self.tags:
            return Broken(f'No post has the tag "{name}", so it has no page', _TAG)
        if self.whole and what == "author" and name and _fold(name) not in self.authors:
            return Broken(
                f"{name} has written no post here, so there is no page of theirs", _AUTHOR
            )
        if what in _KNOWN:
            return None
        from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

        near = get_close_matches(what, _KNOWN, n=1, cutoff=0.75)
        if not near:
            return None
        return Broken(f"Pelican knows no link that begins {{{what}}}", f"Write {{{near[0]}}}.")

    def _by_file(self, what: str, rest: str, post: Post) -> Broken | None:
        wanted = self._wanted(rest, post)
        if not wanted or any(path.startswith("..") for path in wanted):
            return None
        target = next((path for path in wanted if path in self.files), None)
        if target is None:
            return Broken(f"There is no file {wanted[0]} in the content folder", self._hint(wanted))
        linked = self.posts.get(target)
        if what != "filename" or linked is None or linked.status != "draft":
            return None
        if post.status == "draft":
            return None
        return Broken(f"{target} is a draft, which is not published", _DRAFT)

    def _wanted(self, rest: str, post: Post) -> list[str]:
        """The paths in the content folder that Pelican tries for a link, in its order."""
        ways: list[str] = []
        for form in (rest, unescape(rest)):
            try:
                path = urlsplit(form).path
            except ValueError:
                continue
            ways += [path, unquote(path)]
        return list(dict.fromkeys(_below(path, post) for path in ways if path))

    def _hint(self, wanted: list[str]) -> str:
        """The file that is most likely meant: the same name elsewhere, or one much like it."""
        near = self.near.to(posixpath.basename(wanted[-1]).lower(), _ALIKE)
        return f"Did you mean {self.by_name[near]}?" if near else _FILE

    def _source(self, path: str, post: Post) -> Broken | None:
        """A link to the file a post is written in, where its page should be linked to."""
        target = _below(unquote(path), post)
        if target not in self.posts or target.endswith((".html", ".htm")):
            return None
        root = path if path.startswith("/") else posixpath.normpath(path)
        return Broken(
            f"{target} is the file of a post and no page, so browsers find nothing there",
            f"Write {{filename}}{root}, and Pelican puts the page's address in.",
        )

    def _by_address(self, url: str, post: Post) -> Broken | None:
        near = self.addresses.missing(url, post)
        if near is None or self._is_file(url, post) or _stem(urlsplit(url).path) in self.names:
            return None
        return Broken(
            "No post of this site has this address",
            f"Did you mean {near}? {_ADDRESS}" if near else _ADDRESS,
        )

    def _is_file(self, url: str, post: Post) -> bool:
        """Whether a file of the content folder may be copied to this address."""
        target = urlsplit(urljoin("/" + self.addresses.page(post), url)).path
        return unquote(target).strip("/") in self.files


_TAG = "Write the tag as the posts do, or take the link away."
_AUTHOR = "Write the name as their posts do, or take the link away."
_FILE = "Correct the path: it begins at the content folder with a slash, else at this file."
_DRAFT = "Publish it first, or take the link away."
_ADDRESS = "Better link to the file: {filename}/... stays right when the address changes."


def _stem(path: str) -> str:
    """The last name of a path without its ending: `index.html` and slashes are none."""
    plain = path.removesuffix("index.html").rstrip("/")
    return posixpath.splitext(posixpath.basename(plain))[0]


def _below(path: str, post: Post) -> str:
    """A path as Pelican's own links write it, from the content folder."""
    whole = path[1:] if path.startswith("/") else f"{posixpath.dirname(post.source)}/{path}"
    return normalize("NFC", posixpath.normpath(whole.lstrip("/"))) if whole.strip("/") else ""


def _fold(name: str) -> str:
    """A tag or a name for comparing: any two that could share a page are the same."""
    plain = normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum())
