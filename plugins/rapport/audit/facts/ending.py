"""Where a post's own prose ends: what stands below it on a page and says nothing of its own.

Share links, tags, a byline, the line under a picture: they follow what a post says last, and a post
that closes on an offer still does when it is passed on below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapport.audit.facts.prose import Prose
from rapport.audit.facts.telling import Line
from rapport.model import Link

_LABEL = re.compile(r"\s*[^\W\d_][\w'-]*(?: [\w'-]+){0,2} ?:(?!//)")
_ENDS = (".", "!", "?", "\u2026")
_CLOSERS = "\"')]* \ufffc"
# A line of more words than this is prose, however it ends.
_FEW = 12
_MANY = 30


def prose_block(prose: Prose, lines: Sequence[Line], links: tuple[Link, ...]) -> int:
    """The number of the last block in which the author says something, -1 when there is none.

    `lines` are the author's sentences in order, `links` those of the document.
    """
    leads = {
        link.block: made.to for link, made in zip(prose.document.links, links, strict=True)
    }  # of several in a block the last one
    at = len(lines)
    while at:
        block = lines[at - 1].sentence.block
        start = at
        while start and lines[start - 1].sentence.block == block:
            start -= 1
        of_block = lines[start:at]
        if any(line.does != "tells" or line.sells for line in of_block):
            return block
        if not _stands_below(prose, block, leads.get(block, "")):
            return block
        at = start
    return lines[-1].sentence.block if lines else -1


def _stands_below(prose: Prose, block: int, leads: str) -> bool:
    """Whether a block that asks, invites and sells nothing is no prose."""
    text = prose.said[block].rstrip(_CLOSERS)
    count = len(text.split())
    if leads and _is_all_links(prose, block):
        return True
    if leads == "share" and count <= _FEW:
        return True
    spoken = prose.language
    if spoken and count <= _FEW and "credit" in spoken.credits.find(_words(text)):
        return True
    if text.endswith(_ENDS) or prose.blocks[block].kind == "item":
        return False
    return count <= (_MANY if _LABEL.match(text) else _FEW)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[:,]", text.lower())


def _is_all_links(prose: Prose, block: int) -> bool:
    """Whether every letter of a block stands in a link."""
    text = prose.blocks[block].text
    at = 0
    for link in prose.links[block]:
        if any(map(str.isalnum, text[at : link.start])):
            return False
        at = max(at, link.end)
    return not any(map(str.isalnum, text[at:]))
