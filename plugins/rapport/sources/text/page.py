"""A rendered page, read with places: its Document, and whether it shows what a post says.

`page` reads HTML as `rendered` does, and every run leads to a stretch of the HTML. `imprint` is
the cheap way to see that a page shows a post word for word, block by block: it costs a tenth of a
millisecond, where reading the page costs several.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import NamedTuple

from rapport.model import Document
from rapport.sources.tags import VOID, Token, attributes, tokens
from rapport.sources.text.elements import Elements
from rapport.sources.text.lines import BLOCK_TAGS
from rapport.sources.text.markdown import write_text
from rapport.sources.text.writer import Writer

# What a generator adds and no author wrote: footnote marks and back links, permalinks at headings,
# tables of contents, line numbers.
APPARATUS = frozenset({
    "footnote-ref", "footnote-backref", "footnote-reference", "fn-backref", "citation-reference",
    "headerlink", "toc", "contents", "linenos", "lineno"})  # fmt: skip

_TAG = re.compile(r"<[^<>]*>")
_NOTE = re.compile(r'<a class="footnote-(?:back)?ref"[^<]*</a>')
_LINK = re.compile(r'<a\s(?!class="h-card")(?:[^<>]*?\s)?href=')
_PICTURE = re.compile(r"<img\s")
# All of ASCII but letters, digits and the line feed; then quotation marks, dashes and spaces.
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum() and code != 10)
_MORE_MARKS = re.compile(rb"\xe2[\x80\x81].|\xe3\x80\x80|\xc2[\xa0-\xbf]", re.DOTALL)


class Imprint(NamedTuple):
    """The letters and digits of a text, block by block (as a hash), its links and its images."""

    words: bytes
    links: int
    images: int

    def stands_on(self, page: Imprint) -> bool:
        """Whether a page with this imprint shows the same words, and no link or image less."""
        return self.words == page.words and self.links <= page.links and self.images <= page.images


def imprint(document: Document) -> Imprint:
    """The imprint of a post's Document; code is not part of it."""
    texts = (block.text for block in document.blocks if block.kind != "code")
    return Imprint(_hash("\n".join(texts)), len(document.links), len(document.images))


def imprint_of_page(html: str) -> Imprint:
    """The imprint of a rendered body, without reading it properly.

    It equals that of the post for all that is plain. Where it does not, the page may still show the
    same: then it must be read.
    """
    if "<pre" in html:
        html = _without_code(html)
    if "footnote-" in html:
        html = _NOTE.sub("", html)
    links = sum(1 for _ in _LINK.finditer(html)) if "<a" in html else 0
    images = sum(1 for _ in _PICTURE.finditer(html)) if "<img" in html else 0
    text = _TAG.sub("", _blocks().sub("\n", html.replace("\n", " ")))
    return Imprint(_hash(unescape(text) if "&" in text else text), links, images)


@cache
def _blocks() -> re.Pattern[str]:
    """Where blocks begin and end; compiled when it is asked for, since only a build asks."""
    names = "|".join(sorted(BLOCK_TAGS | {"caption", "col"}, key=len, reverse=True))
    return re.compile(rf"</?(?:{names})(?=[\s/>])[^<>]*>")


def _without_code(html: str) -> str:
    first, *others = html.split("<pre")
    return "\n".join([first, *(other.partition("</pre>")[2] for other in others)])


def _hash(text: str) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415 - only a build asks

    data = text.encode("utf-8", "replace").translate(None, _MARKS)
    if not data.isascii():
        data = _MORE_MARKS.sub(b"", data)
    return blake2b(b"\n".join(filter(None, data.split(b"\n"))), digest_size=16).digest()


def page(html: str) -> Document:
    """The Document of a rendered body; every place is one in `html`, and exact."""
    writer = Writer((0, *(found.end() for found in re.finditer("\n", html))))
    elements = Elements(writer)
    skipped, depth = "", 0
    for token in tokens(html):
        if depth:
            depth += (token.name == skipped) * {"open": 1, "close": -1}.get(token.kind, 0)
        elif token.kind == "open":
            if _is_apparatus(html, token):
                skipped, depth = token.name, int(token.name not in VOID)
            else:
                found = {each.name: each.value for each in attributes(html, token)}
                elements.opens(token.name, found, token.start, token.end)
        elif token.kind == "close":
            elements.closes(token.name, token.end)
        elif token.kind == "text":
            write_text(html, token.start, token.end, elements)
    elements.finish(len(html))
    return writer.document()


def _is_apparatus(html: str, token: Token) -> bool:
    written = html[token.start : token.end]
    if "class" not in written:
        return False
    named = next((each.value for each in attributes(html, token) if each.name == "class"), "")
    return not APPARATUS.isdisjoint(named.split())
