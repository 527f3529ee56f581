"""Comments that quote the article, named beside the paragraph they speak of.

A quotation at the head of a comment says which paragraph it is about. There its writer is named,
with a link to the comment: who reads the paragraph sees that somebody has answered it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from rapport.building.views import CommentView
from rapport.conversation import text_of
from rapport.model import Block
from rapport.sources import page
from rapport.translation import ENGLISH, N_, Words

_QUOTE = re.compile(r"<(/?)blockquote>")
# Where a quotation was cut, what stands on either side of the cut is the article's.
_CUT = re.compile(r"…|\.\.\.|\[[^\[\]]*\]")
# Fewer letters than these stand in many places, and say nothing of which is meant.
_LETTERS = 12
_KINDS = frozenset({"paragraph", "item", "heading", "caption"})
# What may close between a paragraph's last word and its end.
_CLOSING = re.compile(
    r"[^<>]*(?:</(?!(?:p|li|dd|dt|td|h[1-6]|figcaption|div|blockquote)\b)[^<>]*>[^<>]*)*"
)
_QUOTED = N_("Quoted by %(names)s")
# Beside a paragraph there is room for so many names.
_MOST = 3
# The number tells this link from the one to the writer's own page.
_LINK = Markup('<a href="#{}"><bdi>{}</bdi><span class="vh">{}</span></a>')


def beside(html: str, comments: Sequence[CommentView], words: Words = ENGLISH) -> str:
    """The HTML of an article with those who quote it named at the end of what they quote.

    A quotation belongs to the first block that holds its words; letters and digits are compared.
    """
    quoting = [(view, said) for view in comments for said in _quoted(view)]
    if not quoting:
        return html
    blocks = [(block, _said(block.text)) for block in page(html).blocks if _can_hold(block)]
    found: dict[int, dict[str, CommentView]] = {}
    for view, said in quoting:
        block = next((block for block, words in blocks if said in words), None)
        if block is not None:
            found.setdefault(_end(html, block), {}).setdefault(view.id, view)
    pieces: list[str] = []
    done = 0
    for at, views in sorted(found.items()):
        pieces += html[done:at], _mark(tuple(views.values()), words)
        done = at
    return "".join([*pieces, html[done:]])


def _quoted(view: CommentView) -> Iterator[str]:
    """The letters of each of a comment's own quotations, of their longest uncut piece."""
    if "<blockquote>" in view.body:
        for quote in _outermost(str(view.body)):
            said = max((_said(piece) for piece in _CUT.split(text_of(quote))), key=len)
            if len(said) >= _LETTERS:
                yield said


def _outermost(html: str) -> Iterator[str]:
    depth = start = 0
    for tag in _QUOTE.finditer(html):
        if not tag[1]:
            start = start if depth else tag.end()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield html[start : tag.start()]


def _said(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _can_hold(block: Block) -> bool:
    return block.kind in _KINDS and bool(block.runs)


def _end(html: str, block: Block) -> int:
    """Where a block ends: behind its last word and what closes there."""
    found = _CLOSING.match(html, block.runs[-1].source_end)
    return found.end() if found else block.runs[-1].source_end


def _mark(views: Sequence[CommentView], words: Words) -> Markup:
    names = escape(words.gettext(", ")).join(
        _LINK.format(
            view.anchor, view.author.name, words.gettext(", comment %(number)s", number=view.number)
        )
        for view in views[:_MOST]
    )
    more = Markup(" +{}").format(len(views) - _MOST) if len(views) > _MOST else escape("")
    told = escape(words.text(_QUOTED)) % {"names": names + more}
    return Markup(' <span class="beside">{}</span>').format(told)
