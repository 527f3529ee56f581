"""Facts kept from one run to the next, for sites of many posts: `.rapport/cache/facts.json`.

What a post does depends on its file, on what the site knows of people around it, and on the code
that measures: facts are used again only where all three are what they were, told by digests of
their contents and never by dates. Posts whose words come from elsewhere (reStructuredText, HTML)
are not kept. The file is one line that says what it is and the digest of the rest, then JSON; one
that is broken, of other code, or that somebody else may read or write is passed over and written
anew. It holds sentences of drafts and names of people: it is as private as the rest of `.rapport/`,
keeps itself out of git, and whatever forgets somebody removes it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from typing import Any

from rapport.audit import Context
from rapport.cli.packed import packed, unpacked
from rapport.model import Facts, Post
from rapport.settings import Settings
from rapport.sources import dialect
from rapport.store import cached, keep_cached

_FILE = "facts.json"
_KIND = "rapport facts 1"
# The rooms whose code decides what is measured, and the libraries that it asks.
_ROOMS = ("audit", "model", "settings", "sources")
_LIBRARIES = ("pyromark", "nupunkt")
_HOME = Path(__file__).resolve().parents[1]

# A post but for its text, of which a `repr` takes longer than of all the rest.
_REST = attrgetter(*(each.name for each in fields(Post) if each.name != "text"))

# What is kept of one post: the digest of what it was measured from, and its facts.
Kept = tuple[str, str, list[Any]]


@dataclass(slots=True)
class Cache:
    """The facts of the last run, and those of this one as they are made."""

    settings: Settings
    kept: dict[str, Kept]
    fixed: bytes = b""
    made: dict[str, Kept] = field(default_factory=dict)
    posts: dict[str, tuple[Post, str]] = field(default_factory=dict)
    around: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> Cache:
        """The cache of a site, empty when there is none that can be used."""
        return cls(settings, _read(settings.private))

    def has(self, post: Post) -> bool:
        """Whether there are facts of this post as it is, if nothing around it has changed."""
        kept = self.kept.get(post.path)
        return kept is not None and kept[0] == self._own(post)

    def facts(self, post: Post, context: Context) -> Facts | None:
        """The facts of a post; None when they have to be measured."""
        kept = self.kept.get(post.path)
        if kept is None or kept[:2] != (self._own(post), self._near(post, context)):
            return None
        with suppress(ValueError, TypeError, LookupError):
            found = unpacked(kept[2])
            self.made[post.path] = kept
            return found
        return None

    def keep(self, post: Post, context: Context, facts: Facts) -> None:
        """Facts that were just measured."""
        if post.markup == "markdown":
            key = (self._own(post), self._near(post, context))
            self.made[post.path] = (*key, packed(facts))

    def write(self, posts: Iterable[Post]) -> None:
        """Keep what was made or used, and what there was of other `posts` of the site.

        Where nothing can be written nothing is kept.
        """
        there = {post.path for post in posts}
        left = {path: row for path, row in self.kept.items() if path in there} | self.made
        if left != self.kept:
            _write(self.settings.private, left)

    def _own(self, post: Post) -> str:
        if not self.fixed:  # where nothing is kept yet, while the helpers are at work
            known = repr(dialect(self.settings.reading.markdown)).encode()
            self.fixed = _digest(_code(), known)
        seen, key = self.posts.get(post.path, (None, ""))
        if seen is not post:
            key = _digest(self.fixed, post.text.encode(), repr(_REST(post)).encode()).hex()
            self.posts[post.path] = (post, key)
        return key

    def _near(self, post: Post, context: Context) -> str:
        if id(context) not in self.around:
            self.around = {id(context): _digest(repr(context.everywhere()).encode())}
        return _digest(self.around[id(context)], repr(context.voices(post)).encode()).hex()


def _digest(*parts: bytes) -> bytes:
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def _code() -> bytes:
    """What measures: every file of the rooms that do, the libraries they ask, and Python."""
    made = blake2b(repr((sys.version_info, _versions())).encode())
    for room in _ROOMS:
        for file in sorted((_HOME / room).rglob("*")):
            if file.suffix in {".py", ".txt"}:
                made.update(b"\0" + os.fsencode(file.relative_to(_HOME)) + b"\0")
                made.update(file.read_bytes())
    return made.digest()


def _versions() -> Sequence[str]:
    """The libraries by the names of the folders that pip describes them in.

    Asking `importlib.metadata` takes as long as measuring thirty posts.
    """
    specs = [find_spec(name) for name in _LIBRARIES]
    homes = {Path(spec.origin).parents[1] for spec in specs if spec and spec.origin}
    told = tuple(f"{name}-" for name in _LIBRARIES)
    names = [name for home in homes for name in os.listdir(home)]  # noqa: PTH208 - names alone
    return sorted(name for name in names if name.startswith(told))


def _read(private: Path) -> dict[str, Kept]:
    head, _, body = (cached(private, _FILE) or b"").partition(b"\n")
    with suppress(ValueError, TypeError, LookupError, AttributeError):
        if head == _head(body):
            return {path: (row[0], row[1], row[2]) for path, row in json.loads(body).items()}
    return {}


def _head(body: bytes) -> bytes:
    return f"{_KIND} {_digest(body).hex()}".encode()


def _write(private: Path, kept: dict[str, Kept]) -> None:
    body = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
    keep_cached(private, _FILE, _head(body) + b"\n" + body)
