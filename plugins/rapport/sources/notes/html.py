"""Remarks to the audit in HTML: those of an HTML post, and those inside raw HTML in Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rapport.model import Note
from rapport.sources.notes.remarks import Remark, as_notes, remark
from rapport.sources.tags import VOID, Token, tokens
from rapport.sources.text.lines import BLOCK_TAGS


def in_html(text: str, body: int) -> tuple[Note, ...]:
    """The notes of an HTML post."""
    scan = Scan(text)
    scan.read(body, len(text))
    return as_notes(scan.found, text)


@dataclass(slots=True)
class Scan:
    """One pass over a stretch of HTML. A block is an element, or a run of words between two.

    Afterwards `found` are all remarks; those that no block follows are in `waiting` too.
    `is_empty` says that there is nothing but comments.
    """

    text: str
    found: list[Remark] = field(default_factory=list)
    waiting: list[Remark] = field(default_factory=list)
    is_empty: bool = True
    _open: list[tuple[str, int, list[Remark]]] = field(default_factory=list)
    _inside: Counter[str] = field(default_factory=Counter)
    _run: tuple[int, int] | None = None
    _in_run: list[Remark] = field(default_factory=list)

    def read(self, start: int, end: int) -> None:
        """Take in `text[start:end]`."""
        for token in tokens(self.text, start, end):
            if token.kind == "comment":
                self._comment(token)
            elif token.kind == "text" and self.text[token.start : token.end].isspace():
                continue
            elif token.kind == "text" or token.name not in BLOCK_TAGS:
                self._words(token)
            elif token.kind == "open":
                self._opens(token)
            else:
                self._closes(token)
        self._run_ends()
        while self._open:
            self._leave(end)

    def _comment(self, token: Token) -> None:
        inner = self.text[token.start + 4 : token.end - 3]
        found = remark(inner, token.start, token.end)
        if found and self.text.startswith("<!--", token.start):
            self.found.append(found)
            (self.waiting if self._run is None else self._in_run).append(found)

    def _words(self, token: Token) -> None:
        self.is_empty = False
        if self._run is None:
            self._in_run, self.waiting = self.waiting, []
            shown = self.text[token.start : token.end].lstrip()
            self._run = token.end - len(shown), token.end
        self._run = self._run[0], token.end

    def _run_ends(self) -> None:
        for each in self._in_run:
            each.about = self._run
        self._run, self._in_run = None, []

    def _opens(self, token: Token) -> None:
        self.is_empty = False
        self._run_ends()
        if token.name not in VOID:
            self._open.append((token.name, token.start, self.waiting))
            self._inside[token.name] += 1
            self.waiting = []

    def _closes(self, token: Token) -> None:
        self._run_ends()
        while self._inside[token.name]:
            if self._leave(token.end) == token.name:
                return

    def _leave(self, end: int) -> str:
        """The innermost element ends."""
        name, start, remarks = self._open.pop()
        self._inside[name] -= 1
        for each in remarks:
            each.about = start, end
        return name
