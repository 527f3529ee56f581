"""Where prose stands in HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Finder(HTMLParser):
    """Walks HTML without building anything, and notes where its prose stands that has an "@".

    `found` are the (start, end) of each stretch outside the `skipped` elements.
    """

    def __init__(self, html: str, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, int]] = []
        self._lines = [0, *(end.end() for end in re.finditer("\n", html))]
        self._skipped = skipped
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Count what is not prose."""
        if tag in self._skipped:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<code/>` for what browsers take it: an element that begins."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave the innermost element of this name, if one is open."""
        if tag in self._open:
            del self._open[-1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep a stretch of prose that may hold a handle."""
        if "@" in data and not self._open:
            line, column = self.getpos()
            start = self._lines[line - 1] + column
            self.found.append((start, start + len(data)))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 -- inherited
        """Take `<![anything` for the comment browsers see; the parser itself gives up there."""
        return self.parse_bogus_comment(i)
