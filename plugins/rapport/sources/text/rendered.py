"""Rendered HTML to a Document without places: for reStructuredText and HTML posts, and for pages.

BeautifulSoup reads it (html.parser); the walk is a loop, so nesting costs nothing. What a generator
adds and no author wrote is left out: footnote marks and back links, permalinks at headings, tables
of contents, line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from rapport.model import Document
from rapport.sources.tags import tokens
from rapport.sources.text.elements import Elements
from rapport.sources.text.page import APPARATUS
from rapport.sources.text.writer import Writer

_LISTS = frozenset({"ul", "ol", "dl"})
# So many times somebody may have indented a list.
_INDENTED = 4
_WINDOW = 20_000
_WORDS = 4
# What may stand between two words in the source: marks, entities, tags, and what
# reStructuredText calls roles and substitutions.
_BETWEEN = r"(?:&\w{1,8};|<[^<>]{0,200}>|:\w[\w+.-]{0,30}:|\|[^|\n]{1,60}\||\W){1,12}+"


def from_html(
    html: str,
    line_of: Callable[[str, Sequence[str]], int] | None = None,
    *,
    lists_are_quoted: bool = True,
) -> Document:
    """The Document of an HTML body.

    `line_of` tells the line of a block from its text and the addresses of its images; without it
    every line is 1. Without `lists_are_quoted` a block quote that holds lists alone is none.
    """
    # Images that follow each other on a page were written on lines of their own.
    writer = Writer(line_of=line_of or (lambda _text, _images: 1), apart=line_of is not None)
    elements = Elements(writer)
    # A line feed: without one, a short text that looks like an address is warned of.
    soup = BeautifulSoup(f"{_closed(html)}\n", "html.parser")
    pending: list[tuple[Tag, Iterator[PageElement]]] = [(soup, iter(soup.contents))]
    while pending:
        tag, children = pending[-1]
        child = next(children, None)
        if child is None:
            pending.pop()
            elements.closes(tag.name, 0)
        elif isinstance(child, Tag):
            if not lists_are_quoted and _holds_lists_alone(child):
                child.name = "div"
            if APPARATUS.isdisjoint(child.get_attribute_list("class")):
                elements.opens(child.name, _attributes(child), 0, 0)
                pending.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            elements.text(str(child), 0, 0)
    elements.finish(0)
    return writer.document()


def _holds_lists_alone(tag: Tag) -> bool:
    """Whether a block quote is nothing but lists, or a few block quotes around them."""
    for _ in range(_INDENTED):
        if tag.name != "blockquote":
            return False
        shown = [each for each in tag.contents if isinstance(each, Tag) or str(each).strip()]
        if all(isinstance(each, Tag) and each.name in _LISTS for each in shown):
            return True
        if len(shown) != 1 or not isinstance(shown[0], Tag):
            return False
        tag = shown[0]
    return False


def _closed(html: str) -> str:
    """The HTML without comments and with every `<` that begins no tag as the text it is.

    html.parser looks for the end of each unclosed tag and comment anew, which takes time that grows
    with the square of their number.
    """
    shown = (token for token in tokens(html) if token.kind != "comment")
    return "".join(
        html[token.start : token.end].replace("<", "&lt;")
        if token.kind == "text"
        else html[token.start : token.end]
        for token in shown
    )


def _attributes(tag: Tag) -> dict[str, str]:
    return {name: str(tag[name]) for name in ("href", "src", "alt", "title") if name in tag.attrs}


def line_finder(source: str, body: int) -> Callable[[str, Sequence[str]], int]:
    """A guess at the source line of each block, for blocks asked in their order.

    The block's first words, or the address of its first image where it has no words, are looked for
    after those of the block before; where they are not found, the line of the block before is
    given. The first line is that of `body`.
    """
    at, line = body, source.count("\n", 0, body) + 1

    def line_of(text: str, images: Sequence[str]) -> int:
        nonlocal at, line
        pattern = _wanted(text, images)
        found = re.compile(pattern).search(source, at, at + _WINDOW) if pattern else None
        if found:
            line += source.count("\n", at, found.start())
            at = found.start()
        return line

    return line_of


def _wanted(text: str, images: Sequence[str]) -> str:
    """The pattern of what a block begins with in the source, empty where it has nothing to find."""
    words = re.findall(r"\w+", text)[:_WORDS]
    if words:
        return rf"\b{_BETWEEN.join(words)}\b"
    # The last part of an address stands in the source as it is, whatever the page makes of it.
    names = (address.rstrip("/").rpartition("/")[2] for address in images)
    name = next(filter(None, names), "")
    return (
        "|".join(re.escape(form) for form in dict.fromkeys((name, unquote(name)))) if name else ""
    )
