"""The first words of a text."""

from __future__ import annotations

import re
import unicodedata

_TAIL = " \t\n.…,;:-–—([{\"'“„«‘"
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def excerpt(text: str, limit: int) -> str:
    """At most `limit` code points of a text on one line, cut between words and marked with "…".

    A first word that is longer than the limit is cut inside, but never within a letter and its
    accents or an emoji of several parts.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    room = max(0, limit - 1)
    cut = line.rfind(" ", 0, room + 1)
    head = line[:cut].rstrip(_TAIL) if cut > 0 else ""
    return (head or line[: _between_letters(line, room)]) + "…" if limit > 0 else ""


def _between_letters(text: str, at: int) -> int:
    """The last place up to `at` that does not tear a letter from what belongs to it."""
    while at > 0 and (_belongs(text[at]) or text[at - 1] == "\u200d"):
        at -= 1
    return at


def _belongs(char: str) -> bool:
    return unicodedata.combining(char) > 0 or _JOINERS.match(char) is not None
