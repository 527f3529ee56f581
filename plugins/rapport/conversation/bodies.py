"""The one sanitiser: what a reader wrote, as HTML that a page may hold.

Restricted Markdown: paragraphs, emphasis, links, quotes, lists, code. Raw HTML is shown as the text
it is, a line end is a line break, bare http and https addresses become links, an image becomes a
link to it or its words, a heading a paragraph. Two walls stand behind each other: `dialect` makes
only these tags, and nh3 lets nothing else through.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from rapport.conversation.dialect import to_html
from rapport.model import clean_text

if TYPE_CHECKING:
    import nh3

ALLOWED: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "rel"}),
    "blockquote": frozenset(),
    "br": frozenset(),
    "code": frozenset(),
    "em": frozenset(),
    "li": frozenset(),
    "ol": frozenset({"start"}),
    "p": frozenset(),
    "pre": frozenset(),
    "strong": frozenset(),
    "ul": frozenset(),
}
REL = "nofollow ugc noopener"

# What nh3 leaves of a link whose host no browser could look up (256.0.0.1, a broken xn-- name).
_HOLLOW_START = f'<a rel="{REL}">'
_HOLLOW = re.compile(f"{_HOLLOW_START}(.*?)</a>", re.DOTALL)
_INLINE = r"(?:a|em|strong|code)\b"
_BLOCK_TAG = re.compile(rf"<(?!/?{_INLINE})[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def render_body(markdown_text: str, *, breaks: bool = True) -> str:
    """The body of a comment as safe HTML: well-formed, only the tags and attributes of ALLOWED.

    Any string goes in; no words are lost. Every link is absolute http or https and carries
    rel="nofollow ugc noopener". A line's end is a line's end, as people who write in a form expect;
    without `breaks` it is a space, as in a file whose lines were wrapped by hand.
    """
    html = _cleaner().clean(clean_text(to_html(clean_text(markdown_text), breaks=breaks)))
    if _HOLLOW_START in html:
        html = _HOLLOW.sub(r"\1", html)
    return html.replace("&nbsp;", "\xa0")


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3  # noqa: PLC0415 - who shows no comment need not wait for it

    return nh3.Cleaner(
        tags=set(ALLOWED),
        clean_content_tags=set(),
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        link_rel=REL,
        url_schemes={"http", "https"},
        url_relative="deny",
    )


def plain(markdown_text: str) -> str:
    """The words of a comment's body as a reader sees them, on one line."""
    return text_of(render_body(markdown_text))


def text_of(html: str) -> str:
    """The words of what `render_body` returned, on one line: for those who have it already."""
    return " ".join(unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", html))).split())
