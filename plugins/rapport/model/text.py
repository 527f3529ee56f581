"""The text of a post: what a reader sees, in order, and where each bit stands in its source.

Its parts are tuples, since a thousand posts have a hundred thousand of them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A place in a source file."""

    line: int
    column: int
    end_line: int
    end_column: int


BlockKind = Literal["paragraph", "heading", "item", "cell", "caption", "code", "html"]


class Run(NamedTuple):
    """A stretch of a block's visible text and the stretch of the source it was written as.

    Both are offsets in code points: into `Block.text`, and into the source file. When the two
    lengths agree the characters correspond one to one; when not (an entity, a composed letter)
    the run stands or falls as a whole.
    """

    start: int
    end: int
    source: int
    source_end: int


class Block(NamedTuple):
    """A stretch of text that a reader takes in at once: a paragraph, a heading, a list item's text.

    `text` is what readers see: NFC, straight quotes, single spaces. `sentences` are (start, end)
    offsets into it. `quoted` says that the words are another's (inside a blockquote). Without
    `runs` (reStructuredText, HTML) every place in the block is its first line. `code` are the
    (start, end) of stretches in the text that are code. A block that holds only an image has no
    text.
    """

    kind: BlockKind
    text: str
    line: int
    sentences: tuple[tuple[int, int], ...] = ()
    quoted: bool = False
    runs: tuple[Run, ...] = ()
    code: tuple[tuple[int, int], ...] = ()


class LinkText(NamedTuple):
    """A link as written: `start` and `end` are offsets into the text of block number `block`."""

    url: str
    text: str
    span: Span
    block: int
    start: int
    end: int
    exact: bool = True


class Picture(NamedTuple):
    """An image as written; `caption` is the text of its figcaption, where there is one."""

    src: str
    alt: str | None
    title: str
    span: Span
    block: int
    caption: str = ""
    exact: bool = True


class Passage(NamedTuple):
    """Somebody else's words: a blockquote (`inline` false) or words between quotation marks.

    An inline one lies in block `block` from `start` to `end`, quotation marks included; a
    blockquote covers the blocks from `block` up to `last_block`, both included.
    """

    text: str
    span: Span
    inline: bool
    block: int
    last_block: int
    start: int = 0
    end: int = 0
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader of one post sees, in order, and where each bit of it stands in the source."""

    blocks: tuple[Block, ...]
    links: tuple[LinkText, ...] = ()
    images: tuple[Picture, ...] = ()
    passages: tuple[Passage, ...] = ()
    line_starts: tuple[int, ...] = (0,)

    def span(self, block: int, start: int, end: int) -> tuple[Span, bool]:
        """The place of `text[start:end]` of a block, and whether it is exact."""
        holder = self.blocks[block]
        first = _run_at(holder.runs, start)
        last = _run_at(holder.runs, max(start, end - 1))
        if first is None or last is None:
            return Span(holder.line, 1, holder.line, 1), False
        begin = first.source + (start - first.start if _even(first) else 0)
        finish = last.source + (end - last.start) if _even(last) else last.source_end
        return self.place(begin, finish), True

    def place(self, begin: int, finish: int) -> Span:
        """Two offsets into the source file as a span of lines and columns."""
        return Span(*self._point(begin), *self._point(finish))

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def _even(run: Run) -> bool:
    return run.end - run.start == run.source_end - run.source


def _run_at(runs: tuple[Run, ...], offset: int) -> Run | None:
    """The run that holds a text offset, by bisection."""
    index = bisect_right(runs, offset, key=lambda run: run.start) - 1
    return runs[index] if index >= 0 else None
