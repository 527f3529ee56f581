"""Rendered HTML to a Document without places: for reStructuredText and HTML posts, and for pages.

BeautifulSoup reads it (html.parser); the walk is a loop, so nesting costs nothing. What a generator
adds and no author wrote is left out: footnote marks and back links, permalinks at headings, tables
of contents, line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from rapport.model import Document
from rapport.sources.tags import tokens
from rapport.sources.text.elements import Elements
from rapport.sources.text.page import APPARATUS
from rapport.sources.text.writer import Writer

_WINDOW = 20_000
_WORDS = 4
# What may stand between two words in the source: marks, entities, tags.
_BETWEEN = r"(?:&\w{1,8};|<[^<>]{0,200}>|\W){1,12}+"


def from_html(html: str, line_of: Callable[[str], int] = lambda _text: 1) -> Document:
    """The Document of an HTML body. `line_of` tells the line of a block from its text."""
    writer = Writer(line_of=line_of)
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
            if APPARATUS.isdisjoint(child.get_attribute_list("class")):
                elements.opens(child.name, _attributes(child), 0, 0)
                pending.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            elements.text(str(child), 0, 0)
    elements.finish(0)
    return writer.document()


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


def line_finder(source: str, body: int) -> Callable[[str], int]:
    """A guess at the source line of each block, for blocks asked in their order.

    The block's first words are looked for after those of the block before; where they are not
    found, the line of the block before is given. The first line is that of `body`.
    """
    at, line = body, source.count("\n", 0, body) + 1

    def line_of(text: str) -> int:
        nonlocal at, line
        words = re.findall(r"\w+", text)[:_WORDS]
        if words:
            pattern = _BETWEEN.join(words)
            found = re.compile(rf"\b{pattern}\b").search(source, at, at + _WINDOW)
            if found:
                line += source.count("\n", at, found.start())
                at = found.start()
        return line

    return line_of
