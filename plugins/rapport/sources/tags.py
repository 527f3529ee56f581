"""HTML to tags and text with their places, in one pass over the source.

A small tokenizer, not a tree: raw HTML inside Markdown must be traced back to the character, which
the parsers at hand do not do. It follows the HTML standard's tokenizer where it matters here: a
quotation mark counts only after `=`, scripts and styles hold no tags, an unclosed comment or tag is
text. Time is linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

TokenKind = Literal["open", "close", "text", "comment"]

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"""(?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>="'<]++)(?:\s*+=\s*+(?:"(?P<d>[^"]*+)"|'(?P<s>[^']*+)'|(?P<b>[^\s"'>]++)))?+"""
)
_VERBATIM = frozenset({"script", "style", "textarea", "title"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                  "param", "source", "track", "wbr"})  # fmt: skip


class Token(NamedTuple):
    """A tag (`name` in lower case), a comment or declaration, or the text between two of them."""

    kind: TokenKind
    name: str
    start: int
    end: int


class Attribute(NamedTuple):
    """An attribute: its value decoded, and the offsets of the value as written."""

    name: str
    value: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]` in order; together they cover it without gaps."""
    stop = len(text) if end is None else end
    last_close = text.rfind(">", start, stop)
    last_comment = text.rfind("-->", start, stop)
    done = at = start
    while 0 <= (at := text.find("<", at, stop)) < last_close:
        unclosed = at + 4 > last_comment and text.startswith("<!--", at)
        token = None if unclosed else first_token(text, at, stop)
        if token is None:
            at += 1
            continue
        if done < at:
            yield Token("text", "", done, at)
        yield token
        done = at = token.end
        if token.kind == "open" and token.name in _VERBATIM:
            at = _verbatim_end(text, token.name, at, stop)
    if done < stop:
        yield Token("text", "", done, stop)


def first_token(text: str, at: int, stop: int) -> Token | None:
    """The tag or comment that begins with the `<` at an offset, or None when that is text."""
    if text.startswith("<!--", at):
        close = text.find("-->", at + 4, stop)
        return Token("comment", "", at, close + 3) if close >= 0 else None
    if text.startswith(("<!", "<?"), at):
        close = text.find(">", at, stop)
        return Token("comment", "", at, close + 1) if close >= 0 else None
    found = _TAG.match(text, at, stop)
    if found is None:
        return None
    return Token("close" if found["close"] else "open", found["name"].lower(), at, found.end())


def _verbatim_end(text: str, name: str, at: int, stop: int) -> int:
    """Where the end tag of a script or style begins."""
    found = re.compile(f"</{re.escape(name)}(?=[\\s/>])", re.IGNORECASE).search(text, at, stop)
    return found.start() if found else stop


def attributes(text: str, token: Token) -> list[Attribute]:
    """The attributes of a start tag; the first of two with one name counts."""
    head = token.start + 1 + len(token.name)
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text, head, token.end - 1):
        group = match.lastgroup or "name"
        value = "" if group == "name" else match[group]
        where = match.span(group)
        found.setdefault(
            match["name"].lower(), Attribute(match["name"].lower(), unescape(value), *where)
        )
    return list(found.values())
