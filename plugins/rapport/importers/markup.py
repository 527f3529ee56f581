"""Bodies as other systems keep them, to restricted Markdown without losing a word.

Written by hand, since the converter that others use (markdownify) was tried: it loses words to what
Markdown makes of them (an escaped tag becomes a tag, `&copy;` a sign, `**"x"**y` stars), takes ten
times as long and ends in a RecursionError at a thousand tags within each other.

`html` reads the HTML into paragraphs of runs, `writing` writes them: a run is a text with its
marks, so no markup is ever open at the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapport.importers.html import read_html
from rapport.importers.writing import plain_lines, written
from rapport.model import clean_text, without_addresses

_TAG = re.compile(r"<(!--|/?[\w:-]*)")
_FORMATTING = frozenset(
    ("!--", "a", "abbr", "b", "blockquote", "br", "cite", "code", "del", "div", "em", "h1", "h2",
     "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s",
     "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "ul")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """A body in restricted Markdown; `dropped` names the markup that it cannot hold."""

    text: str
    dropped: tuple[str, ...] = ()


def from_html(
    html: str, *, breaks: bool = False, target: Callable[[str], str] | None = None
) -> Body:
    """The body of a comment kept as HTML.

    What a browser shows is what `render_body` shows of the result, e-mail addresses apart, which
    become "[address]". An image is its alternative text or else its address. With `breaks` a line's
    end is one, as in WordPress, and an empty line begins a paragraph. `target` may say for a link's
    address which one is meant (a service's own redirects).
    """
    if "<" not in html and "&" not in html and not breaks:
        return from_plain(" ".join(html.split("\n")))
    blocks, dropped = read_html(clean_text(html), breaks=breaks, target=target)
    return Body(written(blocks), tuple(sorted(dropped)))


def from_plain(text: str) -> Body:
    """The body of a comment kept as plain text: every character is itself, every line a line."""
    return Body(plain_lines(clean_text(text)))


def from_markdown(text: str) -> Body:
    """The body of a comment that was written in Markdown: as it is, without e-mail addresses.

    What restricted Markdown does not have is shown as words by `render_body`; it is named here.
    """
    import pyromark  # noqa: PLC0415 - few formats need it

    kept = without_addresses(clean_text(text)).strip("\n").rstrip()
    names = {"Image": "image", "Heading": "heading", "HtmlBlock": "html", "InlineHtml": "html"}
    dropped = {names[kind] for kind in map(_kind, pyromark.events(kept)) if kind in names}
    return Body(kept, tuple(sorted(dropped)))


def from_mixed(text: str) -> Body:
    """The body of a comment that was written in Markdown which its page let HTML stand in.

    Where all its tags are ones that format words, it is what the page made of it, as Markdown.
    Where any is not (`List<String>`, `<script>`), every one stays the words that it is.
    """
    import pyromark  # noqa: PLC0415 - few formats need it

    kept = clean_text(text)
    if "<" not in kept:
        return from_markdown(kept)
    parts = (
        str(html)
        for event in pyromark.events(kept)
        if isinstance(event, dict)
        for html in (event.get("Html"), event.get("InlineHtml"))
        if html
    )
    tags = {found.lstrip("/").lower() for part in parts for found in _TAG.findall(part)}
    if not tags or not tags <= _FORMATTING:
        return from_markdown(kept)
    body = from_html(pyromark.html(kept), breaks=True)
    unseen = ("html comment",) if "!--" in tags else ()
    return Body(body.text, tuple(sorted((*body.dropped, *unseen))))


def _kind(event: object) -> str:
    """The name of one of pyromark's events: a string, or mappings with one key each."""
    name = event
    while isinstance(name, dict) and name:
        key, inside = next(iter(name.items()))
        if key != "Start":
            return str(key)
        name = inside
    return str(name)
