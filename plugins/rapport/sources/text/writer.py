"""Visible text to blocks: normalised as it is added, each stretch with the source it came from.

The text of a block is what readers see: single spaces, straight quotation marks, NFC, no invisible
or control characters. Nothing is searched for: every piece arrives with its place.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import starmap

from rapport.model import Block, BlockKind, Document, LinkText, Passage, Picture, Run, Span
from rapport.sources.text.composing import Stretch, composed
from rapport.sources.text.quotes import MARKS, quotations
from rapport.sources.text.sentences import sentences

_STRAIGHT = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f", '"') | dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
)
_INVISIBLE = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
# What is not one plain character after another: runs of space, and what shows nothing at all.
_ODD = re.compile(rf"\s\s|[^\S ]|[{_INVISIBLE}]")
_PIECE = re.compile(rf"(?P<space>\s+)|(?P<nothing>[{_INVISIBLE}]+)|[^\s{_INVISIBLE}]+")
_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")


@dataclass(slots=True)
class _Draft:
    """The block that is being written. Offsets are into its text so far."""

    kind: BlockKind
    at: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    runs: list[Stretch] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    cited: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    pictures: int = 0


class Writer:
    """Collects a Document, block after block.

    With `starts` (the offsets at which the source's lines start) places are exact. With `line_of`
    (which line a block begins in, as well as can be told from its text and the addresses of its
    images) they are that line. With `apart` each of several images without words is a block.
    """

    def __init__(
        self,
        starts: tuple[int, ...] = (0,),
        line_of: Callable[[str, Sequence[str]], int] | None = None,
        *,
        apart: bool = False,
    ) -> None:
        self.starts = starts
        self.line_of = line_of
        self.apart = apart
        self.blocks: list[Block] = []
        self.links: list[LinkText] = []
        self.pictures: list[Picture] = []
        self.passages: list[Passage] = []
        self.draft: _Draft | None = None
        self.link: tuple[str, int, int] | None = None
        self.quotes: list[tuple[int, int]] = []

    def open(self, kind: BlockKind, at: int) -> _Draft:
        """Begin a block at a source offset; one that is open ends."""
        self.close()
        self.draft = _Draft(kind, at)
        if self.link:
            self.link = *self.link[:2], 0
        return self.draft

    @property
    def length(self) -> int:
        """How long the open block's text is."""
        return self.draft.length if self.draft else 0

    def text(self, text: str, at: int, end: int) -> None:
        """Visible text that was written as `source[at:end]`, into the open block.

        When the lengths agree the characters do.
        """
        draft = self.draft
        if draft is None or not text:
            return
        usual = text.isascii() and text.isprintable() and "  " not in text
        if not usual and _ODD.search(text):
            self._odd(draft, text, at, end)
            return
        if draft.spaced and text[0] == " ":
            at += len(text) == end - at
            text = text[1:]
        if text:
            marked = not usual or '"' in text or "'" in text
            self._plain(draft, text, at, end, marked=marked)

    def _plain(self, draft: _Draft, text: str, at: int, end: int, *, marked: bool = True) -> None:
        """Text without anything odd; `marked` when it may hold quotation marks."""
        start, length = draft.length, len(text)
        if marked:
            for found in _MARK.finditer(text):
                draft.marks.append((start + found.start(), found[0]))
        draft.parts.append(text)
        draft.length = start + length
        draft.spaced = text[-1] == " "
        if self.line_of:
            return
        if draft.runs and length == end - at:
            a, b, c, d = draft.runs[-1]
            if d == at and b - a == d - c:
                draft.runs[-1] = a, start + length, c, end
                return
        draft.runs.append((start, start + length, at, end))

    def _odd(self, draft: _Draft, text: str, at: int, end: int) -> None:
        even = len(text) == end - at
        for found in _PIECE.finditer(text):
            a, b = (at + found.start(), at + found.end()) if even else (at, end)
            if found.lastgroup == "space":
                self.gap(a, b)
            elif found.lastgroup is None:
                self._plain(draft, found[0], a, b)

    def gap(self, at: int, end: int) -> None:
        """A break that a reader sees as one space."""
        draft = self.draft
        if draft and not draft.spaced:
            self._plain(draft, " ", at, end, marked=False)

    def mark_code(self, start: int) -> None:
        """What was written into the open block since `start` is code."""
        if self.draft and self.draft.length > start:
            self.draft.code.append((start, self.draft.length))

    def mark_cited(self, start: int) -> None:
        """What was written into the open block since `start` is somebody else's."""
        if self.draft and self.draft.length > start:
            self.draft.cited.append((start, self.draft.length))

    def open_link(self, url: str, at: int) -> None:
        """A link begins. Links do not nest; the inner one counts."""
        self.link = url, at, self.length

    def close_link(self, end: int) -> None:
        """The link that is open ends before a source offset."""
        if self.link and self.draft:
            url, at, start = self.link
            self.draft.links.append((url, at, end, start, self.draft.length))
        self.link = None

    def picture(self, src: str, alt: str | None, title: str, at: int, end: int) -> None:
        """An image stands here."""
        draft = self.draft
        if draft is None:
            return
        if self.apart and draft.pictures and not draft.parts:
            draft = self.open(draft.kind, at)
        draft.pictures += 1
        exact = self.line_of is None
        self.pictures.append(
            Picture(src, alt, title, self._span(at, end), len(self.blocks), exact=exact)
        )

    def _place_picture(self, number: int, line: int) -> None:
        """The line of a picture that has no exact place is its block's, known when that ends."""
        picture = self.pictures[number]
        if not picture.exact:
            self.pictures[number] = picture._replace(span=Span(line, 1, line, 1))

    def caption(self, first: int, text: str) -> None:
        """The pictures from number `first` on have this caption."""
        self.pictures[first:] = [each._replace(caption=text) for each in self.pictures[first:]]

    def open_quote(self, at: int) -> None:
        """A blockquote begins."""
        self.close()
        self.quotes.append((len(self.blocks), at))

    def close_quote(self, end: int) -> None:
        """A blockquote ends; the outermost one is a passage."""
        self.close()
        first, at = self.quotes.pop()
        if self.quotes or first == len(self.blocks):
            return
        text = " ".join(block.text for block in self.blocks[first:] if block.text)
        exact = self.line_of is None
        line = self.blocks[first].line
        span = self._span(at, end) if exact else Span(line, 1, line, 1)
        last = len(self.blocks) - 1
        self.passages.append(Passage(text, span, False, first, last, exact=exact))

    def close(self) -> None:
        """The open block ends; one that shows nothing leaves no trace."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        text = "".join(draft.parts).removesuffix(" ")
        if not text and not draft.pictures:
            return
        runs: Sequence[Stretch] = draft.runs
        place: Callable[[int], int] | None = None
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            text, runs, place = composed("".join(draft.parts), draft.runs)
            text = text.removesuffix(" ")
        if place:
            _move(draft, place)
        self._finish(draft, text, runs)

    def _finish(self, draft: _Draft, text: str, runs: Sequence[Stretch]) -> None:
        quoted = bool(self.quotes)
        straight = text if text.isascii() else text.translate(_STRAIGHT)
        spoken = draft.kind != "code"
        first = len(self.pictures) - draft.pictures
        if self.line_of:
            line = self.line_of(straight, [picture.src for picture in self.pictures[first:]])
        else:
            line = self._line(runs[0][2] if runs else draft.at)
        size = len(text)
        block = Block(
            draft.kind,
            straight,
            line,
            sentences(straight, draft.code) if spoken else (),
            quoted,
            tuple(starmap(Run, _within(runs, size))),
            tuple([(a, min(b, size)) for a, b in draft.code]) if draft.code else (),
        )
        number = len(self.blocks)
        self.blocks.append(block)
        for place in range(first, len(self.pictures)):
            self._place_picture(place, line)
        for url, at, end, start, stop in draft.links:
            self._link(url, (at, end), (start, min(stop, size)), number)
        if spoken and not quoted:
            self._quoted(draft, number)

    def _link(self, url: str, source: tuple[int, int], place: tuple[int, int], number: int) -> None:
        block, (start, end) = self.blocks[number], place
        exact = self.line_of is None
        span = self._span(*source) if exact else Span(block.line, 1, block.line, 1)
        self.links.append(
            LinkText(url, block.text[start:end].strip(), span, number, start, end, exact)
        )

    def _quoted(self, draft: _Draft, number: int) -> None:
        """The inline quotations of a block, which is complete by now; none lies in another."""
        block = self.blocks[number]
        text = block.text
        found = [*draft.cited]
        if draft.marks:
            found += quotations(text, draft.marks, draft.code)
        done = -1
        for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
            if end <= done:
                continue
            done = end
            span, exact = Document((block,), line_starts=self.starts).span(0, start, end)
            self.passages.append(
                Passage(text[start:end], span, True, number, number, start, end, exact)
            )

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def _point(self, offset: int) -> tuple[int, int]:
        line = self._line(offset)
        return line, offset - self.starts[line - 1] + 1

    def _span(self, at: int, end: int) -> Span:
        if self.line_of:
            return Span(1, 1, 1, 1)
        return Span(*self._point(at), *self._point(end))

    def document(self) -> Document:
        """What was written so far."""
        self.close()
        return Document(
            tuple(self.blocks),
            tuple(self.links),
            tuple(self.pictures),
            tuple(self.passages),
            self.starts,
        )


def _within(runs: Sequence[Stretch], size: int) -> Sequence[Stretch]:
    """The runs of a text that lost the space at its end."""
    if not runs or runs[-1][1] <= size:
        return runs
    start, end, source, source_end = runs[-1]
    last = (start, size, source, source_end - (end - size))
    return [*runs[:-1], last] if start < size else runs[:-1]


def _move(draft: _Draft, place: Callable[[int], int]) -> None:
    """Every offset of a draft to where it is in the composed text."""
    draft.marks = [(place(at), mark) for at, mark in draft.marks]
    draft.code = [(place(a), place(b)) for a, b in draft.code]
    draft.cited = [(place(a), place(b)) for a, b in draft.cited]
    draft.links = [(u, a, b, place(c), place(d)) for u, a, b, c, d in draft.links]
