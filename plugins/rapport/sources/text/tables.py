"""Rows of a pipe table to cells, each with its place (`markdown.extensions.tables`)."""

from __future__ import annotations

import re
from itertools import pairwise

from rapport.sources.text.lines import Line, Lines

_MARK = re.compile(r"\\\\|\\\||\\?`+|\|")


def bordered(line: Line) -> bool:
    """Whether a row begins or ends with a pipe."""
    row = line[1].rstrip(" ")
    return row.startswith("|") or _closed(row)


def _closed(row: str) -> bool:
    """Whether a row ends with a pipe that no backslash escapes."""
    before = row[:-1]
    return row.endswith("|") and (len(before) - len(before.rstrip("\\"))) % 2 == 0


def cells(line: Line, framed: bool) -> Lines:
    """The cells of a row; a pipe inside backticks or behind a backslash parts nothing."""
    _, text, offset = line
    row = text.rstrip(" ")
    start, end = 0, len(row)
    if framed and _closed(row) and end:
        end -= 1
    if framed and row.startswith("|"):
        start = 1
    edges = [start - 1, *_pipes(row, start, end), end]
    return [_cell(row, at + 1, to, offset) for at, to in pairwise(edges)]


def _cell(row: str, start: int, end: int, offset: int) -> Line:
    text = row[start:end]
    return 0, text.strip(" "), offset + start + len(text) - len(text.lstrip(" "))


def _pipes(row: str, start: int, end: int) -> list[int]:
    marks = list(_MARK.finditer(row, start, max(start, end)))
    if "`" not in row:
        return [mark.start() for mark in marks if mark[0] == "|"]
    ends = _code_ends(marks)
    pipes: list[int] = []
    inside = -1
    for at, mark in enumerate(marks):
        if at <= inside:
            continue
        if mark[0] == "|":
            pipes.append(mark.start())
        inside = ends.get(at, inside)
    return pipes


def _code_ends(marks: list[re.Match[str]]) -> dict[int, int]:
    """For each run of backticks that opens code: the number of the run that closes it."""
    next_of: dict[int, int] = {}
    ends: dict[int, int] = {}
    for at in reversed(range(len(marks))):
        ticks = marks[at][0]
        if ticks.endswith("`"):
            length = len(ticks.lstrip("\\"))
            opening = length - ticks.startswith("\\")
            if opening in next_of:
                ends[at] = next_of[opening]
            next_of[length] = at
    return ends
