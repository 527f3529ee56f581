"""A Markdown post to a Document, every place exact."""

from __future__ import annotations

import re
from html import unescape

from rapport.model import Document
from rapport.sources.tags import attributes, tokens
from rapport.sources.text.blocks import parse
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.elements import Elements
from rapport.sources.text.inline import Inline, is_plain, write_plain
from rapport.sources.text.leaves import Leaf, Quote, leaves
from rapport.sources.text.lines import Raw, cut
from rapport.sources.text.writer import Writer

_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")


def from_markdown(text: str, body: int, dialect: Dialect) -> Document:
    """The Document of a post: `text` is the whole file (no BOM), its words begin at `body`."""
    parsed = parse(cut(text, body, dialect), dialect)
    flow = list(leaves(parsed.root, dialect))
    inline = Inline(dialect, parsed.references, parsed.notes)
    ends = [
        inline.add(leaf.lines) if isinstance(leaf, Leaf) and _is_active(leaf, dialect) else 0
        for leaf in flow
    ]
    inline.parse()
    writer = Writer((0, *(found.end() for found in re.finditer("\n", text))))
    for leaf, end in zip(flow, ends, strict=True):
        if isinstance(leaf, Quote):
            _quote(leaf, writer)
        elif end:
            writer.open(leaf.kind, leaf.lines[0][2])
            inline.write(end, writer)
            writer.close()
        elif leaf.kind == "code":
            _code(leaf, text, writer)
        elif leaf.raw:
            _html(leaf.raw, text, writer)
        else:
            writer.open(leaf.kind, leaf.lines[0][2])
            write_plain(leaf.lines, writer)
            writer.close()
    return writer.document()


def _is_active(leaf: Leaf, dialect: Dialect) -> bool:
    return leaf.raw is None and leaf.kind != "code" and not is_plain(leaf.lines, dialect)


def _quote(quote: Quote, writer: Writer) -> None:
    if quote.opens:
        writer.open_quote(quote.start)
    else:
        writer.close_quote(quote.end)


def _code(leaf: Leaf, text: str, writer: Writer) -> None:
    if leaf.raw:
        writer.open("code", leaf.raw.start)
        writer.text(text[leaf.raw.start : leaf.raw.end], leaf.raw.start, leaf.raw.end)
    else:
        writer.open("code", leaf.lines[0][2])
        for _, line, offset in leaf.lines:
            writer.text(line, offset, offset + len(line))
            writer.gap(offset + len(line), offset + len(line) + 1)
    writer.close()


def _html(raw: Raw, text: str, writer: Writer) -> None:
    elements = Elements(writer)
    at = raw.start
    for start, end, inside, inside_end in raw.code:
        _tags(text, at, start, elements)
        _code(Leaf("code", [], Raw("code", inside, inside_end)), text, writer)
        at = end
    _tags(text, at, raw.end, elements)
    elements.finish(raw.end)


def _tags(text: str, start: int, end: int, elements: Elements) -> None:
    for token in tokens(text, start, end):
        if token.kind == "open":
            found = {each.name: each.value for each in attributes(text, token)}
            elements.opens(token.name, found, token.start, token.end)
        elif token.kind == "close":
            elements.closes(token.name, token.end)
        elif token.kind == "text":
            write_text(text, token.start, token.end, elements)


def write_text(text: str, start: int, end: int, elements: Elements) -> None:
    """Text of raw HTML: entities are one character that was written as several."""
    at = start
    for found in _ENTITY.finditer(text, start, end) if "&" in text[start:end] else ():
        shown = unescape(found[0])
        if shown != found[0]:
            if at < found.start():
                elements.text(text[at : found.start()], at, found.start())
            elements.text(shown, found.start(), found.end())
            at = found.end()
    if at < end:
        elements.text(text[at:end], at, end)
