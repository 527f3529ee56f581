"""Which stretches of a file may be changed by a program, and which only by a person.

A header says what a file is: a title makes an address, an author is looked up on the roster. Only
what is prose is free.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from rapport.model import Post
from rapport.sources import parse_header

Mode = Literal["free", "hand", "skip", "thanks"]

# Header values of posts that are prose; all others make addresses, names of files or links.
_PROSE_KEYS = frozenset(
    ("summary", "description", "question", "updated", "thanks", "audit-ignore", "subtitle")
)
# What a comment's or a person's header says of somebody else is theirs.
_THEIRS = frozenset(
    ("author", "person", "url", "source", "source-id", "source-url", "date", "reply-to", "answers",
     "kind", "status", "lang", "post", "received", "place", "place-title", "place-url", "parent",
     "email", "ip", "name", "role", "handles", "also", "page")
)  # fmt: skip
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
_KEY = re.compile(r" {0,3}:?([\w-]+):")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points `start` to `end` of a text; "hand" is for a person, "skip" for nobody.

    "thanks" is a line of a header that thanks the one who is looked for. `key` is its header's.
    """

    start: int
    end: int
    mode: Mode
    key: str = ""


def of_comment(text: str) -> Iterator[Stretch]:
    """The stretches of somebody else's comment, pending or not, or of their roster entry."""
    head = parse_header(text)
    yield from _lines(text, head.body, lambda key: "skip" if key in _THEIRS else "free")
    yield Stretch(head.body, len(text), "free")


def of_page(path: str, text: str, post: Post | None, thanked: Collection[int]) -> Iterator[Stretch]:
    """The stretches of a post, a page or another text; the header lines `thanked` thank them."""
    if path.endswith(MARKDOWN):
        body = post.body if post else parse_header(text).body
        yield from _lines(text, body, lambda key: "free" if key in _PROSE_KEYS else "hand", thanked)
        yield Stretch(body, len(text), "free")
    elif path.endswith((".html", ".htm")):
        body = post.body if post else max(0, text.find("<body"))
        yield from _lines(text, body, lambda _: "hand", thanked)
        yield Stretch(body, len(text), "free")
    else:
        yield from _lines(text, len(text), lambda _: "hand", thanked)


def _lines(
    text: str, end: int, mode: Callable[[str], Mode], thanked: Collection[int] = ()
) -> Iterator[Stretch]:
    """The lines up to `end`, each by the mode of the key it belongs to."""
    key = ""
    start = number = 0
    while start < end:
        number += 1
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        found = _KEY.match(text, start, stop)
        key = found[1].lower() if found else key
        yield Stretch(start, stop, "thanks" if number in thanked else mode(key), key)
        start = stop
