"""A comment while its block is looked for, and the way from offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.model import Note, Span

_WORDS = re.compile(r"\s*rapport:")


@dataclass(slots=True)
class Remark:
    """What a comment says to the audit, its place, and its block's place once that is known."""

    words: str
    start: int
    end: int
    about: tuple[int, int] | None = None


def remark(comment: str, start: int, end: int) -> Remark | None:
    """The remark in a comment, given without its marks; None when it is about something else."""
    found = _WORDS.match(comment)
    return Remark(" ".join(comment[found.end() :].split()), start, end) if found else None


def comments(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each HTML comment in a text, marks included."""
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        close = text.find("-->", start + 4)
        if close < 0:
            return
        at = close + 3
        yield start, at


def as_notes(remarks: Iterable[Remark], text: str) -> tuple[Note, ...]:
    """Remarks as Notes, in the order of their places."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(start: int, end: int) -> Span:
        first, last = bisect_right(starts, start), bisect_right(starts, end)
        return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)

    return tuple(
        Note(each.words, span(each.start, each.end), span(*each.about) if each.about else None)
        for each in sorted(remarks, key=lambda each: each.start)
    )
