"""From a place in a post's source to the stretches of its page that show it.

The way goes over the two Documents: the source's runs lead from the place to letters of a block,
the page's runs from the same letters of the same block to the HTML. Words are looked for only
where the page has no block with these letters, and taken only where they stand once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapport.model import Block, Document, Run, Span
from rapport.sources.tags import tokens
from rapport.sources.text.page import page

Stretch = tuple[int, int]
# Inside one of these no link may stand.
_LINKS = frozenset({"a", "button"})


class Shown(NamedTuple):
    """Where a page shows something: stretches of its HTML, in order, each between two tags.

    Behind `after` a link may be put that belongs to it: it is inside no other.
    """

    stretches: tuple[Stretch, ...]
    after: int


def placed(document: Document, html: str, spans: Iterable[Span]) -> tuple[Shown | None, ...]:
    """Where `html`, rendered from the source of a Document, shows what was written at each span.

    None for what is not shown, or not as it was written. An image stands for itself where a span
    has no words.
    """
    sheet = _Sheet(document, html)
    return tuple(sheet.shown(span) for span in spans)


class _Letters:
    """The letters and digits of a text, and where each of them stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [at for at, char in enumerate(text) if char.isalnum()]
        self.said = "".join(text[at] for at in self.places)

    def counted(self, start: int, end: int) -> Stretch:
        """A stretch of the text in numbers of letters."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def around(self, first: int, last: int, like: str) -> Stretch:
        """Where letters `first` to `last` (not included) stand.

        The marks beside them belong to it where the text that is `like` it begins or ends so.
        """
        start, end = self.places[first], self.places[last - 1] + 1
        while start and _is_mark(like[:1]) and _is_mark(self.text[start - 1]):
            start -= 1
        while end < len(self.text) and _is_mark(like[-1:]) and _is_mark(self.text[end]):
            end += 1
        return start, end


def _is_mark(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


class _Sheet:
    """A source and its page, block by block."""

    def __init__(self, document: Document, html: str) -> None:
        self._document = document
        self._page = page(html)
        self._letters: dict[tuple[bool, int], _Letters] = {}
        begins = [(b.runs[0].source, at) for at, b in enumerate(document.blocks) if b.runs]
        self._begins = sorted(begins)
        self._twins = self._paired()
        taken = set(self._twins.values())
        self._others = [at for at in range(len(self._page.blocks)) if at not in taken]
        self._links = list(_link_ends(html))

    def shown(self, span: Span) -> Shown | None:
        """Where the page shows what was written at a span."""
        begin, end = _offsets(self._document, span)
        stretches: list[Stretch] = []
        for number in self._written(begin, end):
            start, stop = _text_range(self._document.blocks[number].runs, begin, end)
            stretches += self._words(number, start, stop)
        found = stretches or self._image(begin, end)
        if not found:
            return None
        found = sorted(found)
        return Shown(tuple(found), self._after(found[-1][1]))

    def _letters_of(self, number: int, *, on_page: bool) -> _Letters:
        key = on_page, number
        if key not in self._letters:
            blocks = self._page.blocks if on_page else self._document.blocks
            self._letters[key] = _Letters(blocks[number].text)
        return self._letters[key]

    def _paired(self) -> dict[int, int]:
        """The block of the page for each of the source that has the same letters, in order."""
        waiting: dict[str, deque[int]] = {}
        for number, block in enumerate(self._page.blocks):
            waiting.setdefault(_said(block), deque()).append(number)
        found = {}
        for number, block in enumerate(self._document.blocks):
            twins = waiting.get(_said(block))
            if twins:
                found[number] = twins.popleft()
        return found

    def _written(self, begin: int, end: int) -> Iterator[int]:
        """The blocks of the source that have something between two offsets."""
        at = max(0, bisect_right(self._begins, (begin, len(self._document.blocks))) - 1)
        while at < len(self._begins) and self._begins[at][0] < end:
            number = self._begins[at][1]
            if self._document.blocks[number].runs[-1].source_end > begin:
                yield number
            at += 1

    def _words(self, number: int, start: int, stop: int) -> Iterator[Stretch]:
        """The stretches of HTML that show `text[start:stop]` of a block of the source."""
        ours = self._letters_of(number, on_page=False)
        first, last = ours.counted(start, stop)
        like = ours.text[start:stop]
        twin = self._twins.get(number)
        if not like.strip():
            return
        if twin is not None and self._page.blocks[twin].text == ours.text:
            yield from _html(self._page.blocks[twin], start, stop)
        elif first == last:
            return  # signs alone: no letters tell where they are now
        elif twin is not None:
            there = self._letters_of(twin, on_page=True).around(first, last, like)
            yield from _html(self._page.blocks[twin], *there)
        else:
            yield from self._searched(ours.said[first:last], like)

    def _searched(self, said: str, like: str) -> Iterator[Stretch]:
        """The one place among the blocks without a twin that has these letters."""
        found = []
        for number in self._others:
            letters = self._letters_of(number, on_page=True)
            at = letters.said.find(said)
            if at >= 0:
                found += [(number, at)] * letters.said.count(said)
        if len(found) == 1:
            number, at = found[0]
            letters = self._letters_of(number, on_page=True)
            yield from _html(self._page.blocks[number], *letters.around(at, at + len(said), like))

    def _image(self, begin: int, end: int) -> list[Stretch]:
        """The first image written between two offsets, where the page has as many as the source."""
        ours, theirs = self._document.images, self._page.images
        if len(ours) == len(theirs):
            for image, shown in zip(ours, theirs, strict=True):
                start, stop = _offsets(self._document, image.span)
                if begin <= start and stop <= end:
                    return [_offsets(self._page, shown.span)]
        return []

    def _after(self, end: int) -> int:
        """Where a link may follow what ends here."""
        at = bisect_left(self._links, end, key=lambda pair: pair[1])
        if at < len(self._links) and self._links[at][0] < end:
            return self._links[at][1]
        return end


def _said(block: Block) -> str:
    return "".join(filter(str.isalnum, block.text))


def _offsets(document: Document, span: Span) -> Stretch:
    starts = document.line_starts
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def _text_range(runs: Sequence[Run], begin: int, end: int) -> Stretch:
    """The stretch of a block's text that was written between two offsets of the source."""
    first = runs[min(bisect_right(runs, begin, key=lambda run: run.source_end), len(runs) - 1)]
    last = runs[max(0, bisect_left(runs, end, key=lambda run: run.source) - 1)]
    start = first.start + (max(0, begin - first.source) if _even(first) else 0)
    stop = last.end - (max(0, last.source_end - end) if _even(last) else 0)
    return start, stop


def _html(block: Block, start: int, stop: int) -> Iterator[Stretch]:
    """The stretches of HTML that a stretch of a block's text was made of."""
    at = max(0, bisect_right(block.runs, start, key=lambda run: run.start) - 1)
    begin = end = -1
    while at < len(block.runs) and block.runs[at].start < stop:
        run = block.runs[at]
        left, right = run.source, run.source_end
        if _even(run):
            left += max(0, start - run.start)
            right -= max(0, run.end - stop)
        if left != end:
            if begin < end:
                yield begin, end
            begin = left
        end = right
        at += 1
    if begin < end:
        yield begin, end


def _even(run: Run) -> bool:
    return run.end - run.start == run.source_end - run.source


def _link_ends(html: str) -> Iterator[Stretch]:
    """Where links and buttons begin and end."""
    opened = -1
    for token in tokens(html):
        if token.name in _LINKS and token.kind == "open":
            opened = token.start if opened < 0 else opened
        elif token.name in _LINKS and token.kind == "close" and opened >= 0:
            yield opened, token.end
            opened = -1
