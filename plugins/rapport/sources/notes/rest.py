"""Remarks to the audit in reStructuredText: `.. rapport: ignore CODE - reason`.

A comment there is explicit markup of its own: it stands alone, after an empty line or other such
markup, and its indented lines are part of it. What follows is told from the indentation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapport.model import Note
from rapport.sources.notes.remarks import Remark, as_notes, remark

_TAB = 8
_ITEM = re.compile(
    r"(?:[-*+\u2022\u2023\u2043]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9}|#)[.)])(?:\s|$)"
)
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?(?P<name>[\w:+.-]+)::(?:\s|$)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]|$)")
# Explicit markup that shows something: directives (told apart above), footnotes, citations.
_NOTE = re.compile(r"\.\.[ \t]+\[")
# Directives whose content is shown or used as it stands.
_VERBATIM = frozenset({"code", "code-block", "sourcecode", "raw", "math", "parsed-literal",
                       "highlight", "csv-table", "literalinclude"})  # fmt: skip


class _Row(NamedTuple):
    """A line: its indentation in columns, its text, the offsets of both ends of the text."""

    indent: int
    text: str
    start: int
    end: int


def in_rest(text: str, body: int) -> tuple[Note, ...]:
    """The notes of a reStructuredText post."""
    rows = _rows(text, body)
    blocks = _Blocks(rows)
    found: list[Remark] = []
    literal = -1
    for at, row in enumerate(rows):
        if not row.text or (0 <= literal < row.indent):
            continue
        literal = row.indent if _opens_literal(row) else -1
        if _EXPLICIT.match(row.text) and (at == 0 or _may_precede(rows[at - 1], row)):
            end = _comment_end(rows, at)
            words = " ".join(each.text for each in rows[at:end])[2:]
            made = remark(words, row.start, rows[end - 1].end)
            if made:
                made.about = blocks.after(end, row.indent)
                found.append(made)
    return as_notes(found, text)


def _rows(text: str, body: int) -> list[_Row]:
    rows: list[_Row] = []
    at = text.rfind("\n", 0, body) + 1
    for line in text[at:].split("\n"):
        shown = line.rstrip()
        lead = len(shown) - len(shown.lstrip())
        width = len(shown[:lead].expandtabs(_TAB))
        rows.append(_Row(width, shown[lead:], at + lead, at + len(shown)))
        at += len(line) + 1
    return rows


def _opens_literal(row: _Row) -> bool:
    """Whether what is indented below a line is shown or used as it stands."""
    directive = _DIRECTIVE.match(row.text)
    if directive:
        return directive["name"].lower() in _VERBATIM
    return row.text.endswith("::") and not _EXPLICIT.match(row.text)


def _may_precede(before: _Row, row: _Row) -> bool:
    """Whether explicit markup may begin right below a line: not inside a paragraph."""
    return not before.text or before.indent != row.indent or bool(_EXPLICIT.match(before.text))


def _comment_end(rows: list[_Row], at: int) -> int:
    """The row behind explicit markup and the indented lines that follow it at once."""
    end = at + 1
    while end < len(rows) and rows[end].text and rows[end].indent > rows[at].indent:
        end += 1
    return end


class _Blocks:
    """Where blocks begin and end. Many comments may stand before one: it is looked at once."""

    def __init__(self, rows: list[_Row]) -> None:
        self._rows = rows
        self._shown = self._first_shown()
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def _first_shown(self) -> list[int]:
        """For each row the first from it on that begins something that is shown."""
        rows = self._rows
        shown = [len(rows)] * (len(rows) + 1)
        for at in reversed(range(len(rows))):
            if not rows[at].text:
                shown[at] = shown[at + 1]
            else:
                shown[at] = shown[_comment_end(rows, at)] if _is_hidden(rows[at]) else at
        return shown

    def after(self, at: int, indent: int) -> tuple[int, int] | None:
        """The block that follows a comment with this indentation; None when none does."""
        first = self._shown[at]
        if first == len(self._rows):
            return None
        key = first, min(indent, self._rows[first].indent + 1)
        if key not in self._known:
            self._known[key] = self._block(first, indent)
        return self._known[key]

    def _block(self, at: int, indent: int) -> tuple[int, int]:
        first = last = self._rows[at]
        holds = first.indent > indent or _ITEM.match(first.text) or _EXPLICIT.match(first.text)
        for number in range(at + 1, len(self._rows)):
            row = self._rows[number]
            if not row.text:
                if not holds:
                    break
            elif _goes_on(first, row, indent):
                last = row
            else:
                break
        return first.start, last.end


def _is_hidden(row: _Row) -> bool:
    """Whether a line begins explicit markup that shows nothing: a comment, a target."""
    explicit = _EXPLICIT.match(row.text) is not None
    return explicit and not _DIRECTIVE.match(row.text) and not _NOTE.match(row.text)


def _goes_on(first: _Row, row: _Row, indent: int) -> bool:
    if first.indent > indent:
        return row.indent > indent
    if _EXPLICIT.match(first.text):
        return row.indent > first.indent
    if _ITEM.match(first.text):
        # Behind the last comment of an item comes the next item, not the rest of the list.
        beside = row.indent == first.indent == indent and _ITEM.match(row.text) is not None
        return beside or row.indent > first.indent
    return row.indent >= first.indent
