"""Where others repeat the words of a comment whose writer is to be forgotten."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapport.conversation.bodies import plain

RepeatKind = Literal["quotation", "repeat"]
WORDS_REMOVED = "(words removed)"

# So many words in a row are somebody's; fewer are anybody's. Within marks of quotation five are, or
# three where nothing else is quoted.
_RUN = 3
_QUOTED = 5
_UNMARKED = 8
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_MARKS = re.compile(
    r"\"[^\"\n]+\"|[\u201c\u201e\u201d][^\u201c\u201d\u201e\n]+[\u201d\u201c]|\u00ab[^\u00ab\u00bb\n]+\u00bb"
    r"|\u00bb[^\u00ab\u00bb\n]+\u00ab|[\u2018\u201a][^\n]{1,2000}?[\u2019\u2018](?!\w)"
    r"|&quot;(?P<coded>[^\n]{1,2000}?)&quot;"
    r"|<(?P<tag>q|blockquote)\b[^<>]{0,200}>"
    r"|^[ \t]*>[^\n]*",
    re.MULTILINE,
)
_CLOSED = {tag: re.compile(f"</{tag}>") for tag in ("q", "blockquote")}
# What is quoted in tags is no longer than this.
_LONGEST = 9000
_OMISSION = re.compile(r"\[?(?:\u2026|\.{3,})\]?")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch of a text (code points `start` to `end`) in the words of a comment.

    A "quotation" stands in a blockquote or in marks, a "repeat" in neither.
    """

    start: int
    end: int
    kind: RepeatKind


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some comments, as runs of three."""

    runs: frozenset[tuple[str, ...]] = frozenset()


def words_of(bodies: Iterable[str]) -> Words:
    """What `repeats_in` looks for: the words of these comments, as written and as shown."""
    runs: set[tuple[str, ...]] = set()
    for body in bodies:
        for text in (body, plain(body)):
            told = [_plainly(each[0]) for each in _WORD.finditer(text)]
            runs.update(zip(told, told[1:], told[2:], strict=False))
    return Words(frozenset(runs))


def repeats_in(text: str, words: Words, start: int = 0) -> tuple[Repeat, ...]:
    """Where `text`, from `start` on, has words in a row that stand so in the comments.

    Case, marks and line ends do not count. Takes a time in proportion to the length of the text.
    """
    if not words.runs:
        return ()
    found = list(_WORD.finditer(text, start))
    told = [_plainly(each[0]) for each in found]
    marks = list(_marks(text, start))
    starts = [each.start() for each in found]
    repeats = []
    for first, last in _stretches(told, words):
        whole = Repeat(found[first].start(), found[last].end(), "repeat")
        inside = _inside(found[first : last + 1], marks, starts)
        if inside is not None and inside.end - inside.start == whole.end - whole.start:
            repeats.append(inside)
        elif last - first + 1 >= _UNMARKED:
            repeats.append(whole)
        elif inside is not None:
            repeats.append(inside)
    return tuple(repeats)


def without_repeats(text: str, found: Iterable[Repeat]) -> str:
    """The text with each of these stretches taken out."""
    pieces: list[str] = []
    done = 0
    for each in found:
        pieces += (text[done : each.start], WORDS_REMOVED)
        done = each.end
    return "".join(pieces) + text[done:]


def _plainly(word: str) -> str:
    return word.casefold().replace("\u2019", "'")


def _stretches(told: Sequence[str], words: Words) -> Iterable[tuple[int, int]]:
    """The first and last word of every longest stretch whose runs of three are all theirs."""
    first = -1
    last = -1
    for place in range(len(told) - _RUN + 1):
        if tuple(told[place : place + _RUN]) not in words.runs:
            continue
        if first >= 0 and place > last:
            yield first, last
            first = place
        elif first < 0:
            first = place
        last = place + _RUN - 1
    if first >= 0:
        yield first, last


def _marks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """What stands in marks of quotation; what an omission parts counts apart."""
    for begin, end in _quoted(text, start):
        at = begin
        for gap in _OMISSION.finditer(text, begin, end):
            yield at, gap.start()
            at = gap.end()
        yield at, end


def _quoted(text: str, at: int) -> Iterator[tuple[int, int]]:
    """What stands in marks of quotation; ends of tags are looked for once for all."""
    ends = {tag: [each.start() for each in _CLOSED[tag].finditer(text, at)] for tag in _CLOSED}
    while found := _MARKS.search(text, at):
        tag = found["tag"]
        if tag is None:
            yield found.span("coded" if found["coded"] else 0)
            at = found.end()
            continue
        following = bisect_right(ends[tag], found.end())
        at = found.start() + 1
        for end in ends[tag][following : following + 1]:
            if end - found.end() <= _LONGEST:
                yield found.end(), end
                at = end + len(f"</{tag}>")


def _inside(
    words: Sequence[re.Match[str]], marks: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Repeat | None:
    """What of a stretch stands in marks of quotation, if it is enough to be somebody's words.

    `starts` are those of all words of the text.
    """
    within = [(word, mark) for word in words if (mark := _mark(word.start(), marks)) is not None]
    if len(within) < _RUN:
        return None
    (first, mark), (last, _) = within[0], within[-1]
    alone = bisect_left(starts, mark[1]) - bisect_left(starts, mark[0]) <= len(within)
    enough = alone or len(within) >= _QUOTED
    return Repeat(first.start(), last.end(), "quotation") if enough else None


def _mark(place: int, marks: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    at = bisect_right(marks, (place, sys.maxsize)) - 1
    return marks[at] if at >= 0 and marks[at][0] <= place < marks[at][1] else None
