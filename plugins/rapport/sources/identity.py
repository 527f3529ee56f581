"""A post's `Id:` written into its file, so that its comments stay with it under another slug.

The header is read again afterwards: only a text that says what it said before, and the id besides,
is handed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rapport.model import Field, Post
from rapport.sources.completing import Markup
from rapport.sources.docinfo import parse_html, parse_rst
from rapport.sources.headers import Head, parse_header
from rapport.sources.problems import Problems
from rapport.sources.tags import Token, tokens

_BOM = "\ufeff"


def with_id(post: Post, text: str) -> str | None:
    """The text of a post's file with its id in the header, None when there is no safe way.

    Everything else stays as it is, line ends and a byte order mark too; so does a text that has an
    id. Markdown gets a line behind the others of the header, reStructuredText a field, HTML a meta
    tag.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    bare = text.removeprefix(_BOM)
    before = _head(bare, post.markup)
    if before.header.get("id") is not None:
        return text
    for at, line in _places(bare, before, post):
        changed = bare[:at] + line + bare[at:]
        if _same(before, _head(changed, post.markup), bare, changed, post.id):
            return bom + changed
    return None


def _head(text: str, markup: Markup) -> Head:
    if markup == "rst":
        return parse_rst(text, Problems(""))
    return parse_header(text) if markup == "markdown" else parse_html(text)


def _places(text: str, head: Head, post: Post) -> Iterator[tuple[int, str]]:
    """Where the id might stand (an offset) and how it is written there, the best first."""
    if post.markup == "html":
        yield from _after_tags(text, post.id)
        return
    written = f":id: {post.id}" if post.markup == "rst" else f"Id: {post.id}"
    fields = [
        field for field in head.header.fields if post.markup != "rst" or _is_field(text, field)
    ]
    if not fields:
        return
    last = max(field.line for field in fields)
    yield _line(text, last + 1, written)
    yield _line(text, last, written)


def _is_field(text: str, field: Field) -> bool:
    """Whether it is a field of reStructuredText, and not the title."""
    start = _offset(text, field.line)
    return text.startswith(":", start)


def _line(text: str, number: int, written: str) -> tuple[int, str]:
    """A line of its own that will be the one with this number."""
    at = _offset(text, number)
    end = _line_end(text)
    return (
        (at, end + written) if at == len(text) and not text.endswith("\n") else (at, written + end)
    )


def _offset(text: str, number: int) -> int:
    """Where a line begins; the end of the text when there are not so many."""
    at = 0
    for _ in range(number - 1):
        found = text.find("\n", at)
        if found < 0:
            return len(text)
        at = found + 1
    return at


def _line_end(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _after_tags(text: str, post_id: str) -> Iterator[tuple[int, str]]:
    """Behind the last meta tag of the head, else behind its title, on a line indented alike."""
    found = _in_head(text)
    metas = [token for token in found if token.name == "meta"]
    titles = [token for token in found if token.name == "title" and token.kind == "close"]
    for token in (*metas[-1:], *titles[-1:]):
        start = text.rfind("\n", 0, token.start) + 1
        margin = text[start : len(text) - len(text[start:].lstrip(" \t"))]
        yield token.end, f'{_line_end(text)}{margin}<meta name="id" content="{escape(post_id)}">'


def _in_head(text: str) -> list[Token]:
    found: list[Token] = []
    inside = False
    for token in tokens(text):
        if token.name == "head":
            inside = token.kind == "open"
        elif token.name == "body":
            break
        elif inside:
            found.append(token)
    return found


def _same(before: Head, after: Head, was: str, now: str, post_id: str) -> bool:
    """Whether the text says what it said before, and the id."""
    told = [(field.key, field.value) for field in after.header.fields]
    added = ("id", post_id)
    if told.count(added) != 1:
        return False
    told.remove(added)
    return (
        told == [(field.key, field.value) for field in before.header.fields]
        and now[after.body :] == was[before.body :]
    )
