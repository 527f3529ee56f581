"""Pitch: sentences that sell the firm or its people, or ask to hire, call or book.

The post closes on one when it stands in the author's last block of prose (what a firm must say
does not count as one, nor do share links, tags and bylines) and no question or invitation to
readers follows.
"""

from __future__ import annotations

from typing import Literal

from rapport.audit.facts.ending import prose_block
from rapport.audit.facts.prose import Prose
from rapport.audit.facts.telling import Line
from rapport.model import Link, Told

_SELLS = ("hires", "boasts")


def pitch(prose: Prose, lines: tuple[Line, ...], links: tuple[Link, ...]) -> tuple[Told, ...]:
    """Every pitch of the author's own, quoted ones left out; `links` are the post's."""
    closing = _closing(prose, lines, links)
    found = []
    for index, line in enumerate(lines):
        if line.does in _SELLS or line.sells:
            span, exact = prose.place(line.sentence)
            kind: Literal["boast", "hire"] = "boast" if line.does == "boasts" else "hire"
            found.append(Told(line.sentence.text, span, index in closing, exact, kind))
    return tuple(found)


def _closing(prose: Prose, lines: tuple[Line, ...], links: tuple[Link, ...]) -> set[int]:
    """The lines by which the post ends on a pitch."""
    closing: set[int] = set()
    if not any(line.does in _SELLS or line.sells for line in lines):
        return closing
    kept = [index for index, line in enumerate(lines) if line.does != "disclaims"]
    last = prose_block(prose, [lines[index] for index in kept], links)
    for index in reversed(kept):
        line = lines[index]
        if line.sentence.block > last:
            continue
        if line.sentence.block != last or (line.does in ("asks", "invites") and not line.sells):
            break
        if line.does in _SELLS or line.sells:
            closing.add(index)
    return closing
