"""Bodies as other systems keep them, to restricted Markdown without losing a word.

Written by hand, since the converter that others use (markdownify) was tried: it loses words to what
Markdown makes of them (an escaped tag becomes a tag, `&copy;` a sign, `**"x"**y` stars), takes ten
times as long and ends in a RecursionError at a thousand tags within each other.

`html` reads the HTML into paragraphs of runs, `writing` writes them: a run is a text with its
marks, so no markup is ever open at the wrong place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapport.importers.html import read_html
from rapport.importers.writing import plain_lines, written
from rapport.model import clean_text, without_addresses


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


def _kind(event: object) -> str:
    """The name of one of pyromark's events: a string, or mappings with one key each."""
    name = event
    while isinstance(name, dict) and name:
        key, inside = next(iter(name.items()))
        if key != "Start":
            return str(key)
        name = inside
    return str(name)
