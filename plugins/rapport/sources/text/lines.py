"""The source cut into blocks of lines, with fenced code and raw HTML set apart.

This is what Python-Markdown's preprocessors do, with the place of every line kept. A block is a
run of lines without a blank one; a `Raw` is code or HTML that no block rule looks into. Only LF
and CRLF end a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapport.sources.tags import VOID, Token, attributes, first_token, tokens
from rapport.sources.text.dialect import Dialect

# The offsets of a fenced stretch, and those of the code inside its fences.
Fenced = tuple[int, int, int, int]
# Indentation in columns, the text after it, and the offset of that text in the source.
Line = tuple[int, str, int]
Lines = list[Line]


class Raw(NamedTuple):
    """A stretch of the source that is code, or HTML; `code` are fenced stretches within HTML."""

    kind: Literal["code", "html"]
    start: int
    end: int
    code: tuple[Fenced, ...] = ()


Block = Lines | Raw

# The elements that begin raw HTML at the start of a line (markdown.core.BLOCK_LEVEL_ELEMENTS).
BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul", "canvas",
    "colgroup", "dd", "body", "dt", "group", "html", "iframe", "li", "legend", "math", "map",
    "noscript", "output", "object", "option", "progress", "script", "style", "summary", "tbody",
    "td", "textarea", "tfoot", "th", "thead", "tr", "video", "center"})  # fmt: skip

_FENCE = re.compile(
    r"(?P<fence>`{3,}|~{3,})[ \t]*"
    r"(?:\{[^\n]*\}|\.?[\w#.+-]*[ \t]*(?:hl_lines=(?P<quote>[\"']).*?(?P=quote)[ \t]*)?)$"
)
_LOOSE_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_OPENING = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_CLOSING = re.compile(r"^[ \t]*(`{3,}|~{3,})[ \t\r]*$", re.MULTILINE)


def indented(text: str, offset: int, tab: int) -> Line:
    """A line from its raw text: the indentation in columns, and what follows it."""
    rest = text.lstrip(" \t")
    lead = text[: len(text) - len(rest)]
    width = len(lead.expandtabs(tab)) if "\t" in lead else len(lead)
    return width, rest, offset + len(lead)


def cut(text: str, start: int, dialect: Dialect) -> list[Block]:
    """The blocks of `text` from offset `start` on."""
    return _Cutter(text, dialect, len(text)).cut(start)


# More than anybody nests; beyond, `markdown="1"` is not looked for.
_DEEPEST = 50


@dataclass(slots=True)
class _Cutter:
    """One pass over the source. Nothing is looked at twice, so time is linear in the text."""

    text: str
    dialect: Dialect
    stop: int
    blocks: list[Block] = field(default_factory=list)
    current: Lines = field(default_factory=list)
    outer: list[tuple[int, int]] = field(default_factory=list)
    closers: dict[str, list[re.Match[str]]] | None = None
    fences: list[Fenced] = field(default_factory=list)
    html_from: int = 0
    html_until: int = -1

    def cut(self, at: int) -> list[Block]:
        """All blocks from an offset on."""
        if self.dialect.fences and ("```" in self.text or "~~~" in self.text):
            self.fences = self._fenced(at)
        if "<" in self.text:
            self.html_until = self.text.rfind(">")
        while True:
            if at < self.stop:
                at = self._line(at)
                continue
            self._flush()
            if not self.outer:
                return self.blocks
            at, self.stop = self.outer.pop()

    def _flush(self) -> None:
        if self.current:
            self.blocks.append(self.current)
            self.current = []

    def _line(self, at: int) -> int:
        """Take the line at an offset, or the code or HTML that begins there; where to go on."""
        end = self.text.find("\n", at, self.stop)
        end = self.stop if end < 0 else end
        raw = self.text[at:end].removesuffix("\r")
        if not raw.strip(" \t"):
            self._flush()
            return end + 1
        line = indented(raw, at, self.dialect.tab) if raw[0] in " \t" else (0, raw, at)
        first = line[1][0]
        after = 0
        if first in "`~" and self.fences:
            after = self._code(at)
        elif first == "<" and line[0] < 4 and self.html_from <= line[2] < self.html_until:
            after = self._html(line[2])
        if after:
            return after
        self.current.append(line)
        return end + 1

    def _fenced(self, at: int) -> list[Fenced]:
        """Every fenced stretch from an offset on; Python-Markdown takes them out first of all."""
        found: list[Fenced] = []
        pattern = _LOOSE_FENCE if self.dialect.loose_fences else _FENCE
        for row in _OPENING.finditer(self.text, at):
            if found and row.start() < found[-1][1]:
                continue
            width, rest, _ = indented(row[0].removesuffix("\r"), 0, self.dialect.tab)
            opening = pattern.match(rest) if self.dialect.loose_fences or not width else None
            closing = self._closing(opening["fence"], row.end()) if opening else None
            if closing:
                found.append((row.start(), closing.end(), row.end() + 1, closing.start()))
        return found

    def _code(self, at: int) -> int:
        """Fenced code that begins with the line at an offset: where it ends, 0 when none does."""
        found = self._fences_in(at, at + 1)
        if not found or found[0][1] > self.stop:
            return 0
        self._flush()
        self.blocks.append(Raw("code", found[0][2], found[0][3]))
        return found[0][1]

    def _fences_in(self, start: int, stop: int) -> list[Fenced]:
        """The fenced stretches that begin in a stretch."""
        first = bisect_left(self.fences, start, key=lambda fenced: fenced[0])
        last = bisect_left(self.fences, stop, lo=first, key=lambda fenced: fenced[0])
        return self.fences[first:last]

    def _tokens(self, start: int) -> Iterator[Token]:
        """The tags from an offset on that do not stand in fenced code."""
        for fenced in self._fences_in(start, self.stop):
            yield from tokens(self.text, start, fenced[0])
            start = fenced[1]
        yield from tokens(self.text, start, self.stop)

    def _closing(self, fence: str, after: int) -> re.Match[str] | None:
        """The first line after an offset that closes this fence."""
        if self.closers is None:
            self.closers = {}
            for line in _CLOSING.finditer(self.text):
                if self.dialect.loose_fences or line.start(1) == line.start():
                    self.closers.setdefault(line[1], []).append(line)
        longer = range(1 + 5 * self.dialect.loose_fences)
        candidates = [self._first(fence + fence[0] * more, after) for more in longer]
        found = [each for each in candidates if each]
        return min(found, key=lambda each: each.start(), default=None)

    def _first(self, fence: str, after: int) -> re.Match[str] | None:
        lines = (self.closers or {}).get(fence, [])
        at = bisect_right(lines, after, key=lambda found: found.start())
        return lines[at] if at < len(lines) else None

    def _html(self, at: int) -> int:
        """Raw HTML that begins at an offset: where it ends, 0 when it is part of a paragraph."""
        token = first_token(self.text, at, self.stop)
        if token is None:
            if self.text[at + 1 : at + 2].isalpha() or self.text.startswith("<!--", at):
                self.html_from = self.stop
            return 0
        if token.kind == "open" and token.name in BLOCK_TAGS:
            if self._holds_markdown(token):
                return self._inside(token)
            end = self._element_end(token)
        elif token.kind == "comment":
            end = token.end
        else:
            self.html_from = token.end
            return 0
        self._flush()
        self.blocks.append(Raw("html", at, end, tuple(self._fences_in(at, end))))
        return end

    def _alone(self, token: Token) -> bool:
        return token.name in VOID or self.text[token.end - 2] == "/"

    def _element_end(self, first: Token) -> int:
        """Where an element ends; one that is never closed takes the rest, as on the page."""
        if self._alone(first):
            return first.end
        stack, inside = [first.name], Counter((first.name,))
        for token in self._tokens(first.end):
            if token.kind == "open" and not self._alone(token):
                stack.append(token.name)
                inside[token.name] += 1
            elif token.kind == "close" and inside[token.name]:
                while stack:
                    name = stack.pop()
                    inside[name] -= 1
                    if name == token.name:
                        break
                if not stack:
                    return token.end
        return self.stop

    def _holds_markdown(self, token: Token) -> bool:
        if not self.dialect.markdown_in_html or len(self.outer) >= _DEEPEST:
            return False
        return any(
            each.name == "markdown" and each.value in ("", "1", "block", "span", "markdown")
            for each in attributes(self.text, token)
        )

    def _inside(self, first: Token) -> int:
        """Go on inside an element with `markdown="1"`: its tags are nothing a reader sees."""
        self._flush()
        depth, close = 1, (self.stop, self.stop)
        for token in self._tokens(first.end):
            if token.name == first.name:
                depth += 1 if token.kind == "open" else -1
                if depth == 0:
                    close = token.start, token.end
                    break
        self.outer.append((close[1], self.stop))
        self.stop = close[0]
        return first.end
