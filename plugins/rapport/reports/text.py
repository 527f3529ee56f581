"""The report for people, on a terminal or in a log: where, what, and the words in question.

    content/posts/crane.md:12:5  warning ASK101
      This post asks its readers nothing ...
      12 | The crane stood still.
         |     ^^^^^

Places are as in the other formats. A long line is cut around the words; tabs are shown as four
spaces; characters that would move a terminal's cursor are left out.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from rapport.model import Finding, Lights, Report, Span, clean_text
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Source, colours, number, severities

WIDTH = 88
_TAB = "    "
_FAR = 600  # code points of a line that are looked at on each side of its first and last word


def text(report: Report, source: Source) -> str:
    """The whole report, ended by a line that counts."""
    lines = _Lines(source)
    parts = [_finding(finding, lines) for finding in report.findings]
    if report.lights:
        parts.append(_table(report.lights))
    parts.append(_counts(report))
    return "\n\n".join(parts) + "\n"


class _Lines:
    """The lines of the files that findings are about, each file split once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[str, list[str]] = {}

    def get(self, path: str, line: int) -> str:
        """Line `line` (1-based) of a file without its end; empty when there is none."""
        if path not in self._known:
            self._known[path] = self._source(path).split("\n")
        lines = self._known[path]
        return lines[line - 1].removesuffix("\r") if 0 < line <= len(lines) else ""


def _finding(finding: Finding, lines: _Lines) -> str:
    span = finding.span
    head = f"{_flat(finding.path)}:{span.line}:{span.column}  {finding.severity} {finding.code}"
    message = textwrap.wrap(
        _flat(finding.message), WIDTH - 2, break_long_words=False, break_on_hyphens=False
    )
    shown = [head, *(f"  {line}" for line in message)]
    shown.extend(_excerpt(span, lines.get(finding.path, span.line), exact=finding.exact))
    return "\n".join(shown)


def _excerpt(span: Span, line: str, *, exact: bool) -> Iterator[str]:
    """The source line and, under it, carets below the words in question."""
    if not line.strip():
        return
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    before, words, after = _cropped(line[:start], line[start:end], line[end:])
    gutter = f"  {span.line} | "
    yield f"{gutter}{before}{words}{after}"
    if exact and words.strip():
        carets = "^" * max(1, _width(words.rstrip()))
        yield f"{' ' * (len(gutter) - 2)}| {' ' * _width(before)}{carets}"


def _cropped(before: str, words: str, after: str) -> tuple[str, str, str]:
    """The three parts of a line, visible and short enough for one line of a terminal."""
    room = WIDTH - 8
    parts = (before[-_FAR:], words[:_FAR], after[:_FAR])
    before, words, after = (_visible(part) for part in parts)
    if _width(before + words + after) <= room:
        return before, words, after
    if _width(words) > room - 2:
        words, after = _beginning(words, room - 2), ""
    left = (room - _width(words)) // 2
    before = _beginning(before[::-1], left)[::-1]
    return before, words, _beginning(after, room - _width(before + words))


def _beginning(part: str, cells: int) -> str:
    """As much of a text as fits into so many cells, with an ellipsis when that is not all."""
    if _width(part) <= cells:
        return part
    taken, used = 0, 1
    for char in part:
        used += _cells(char)
        if used > cells:
            break
        taken += 1
    return part[:taken] + "…" if cells > 0 else ""


def _visible(part: str) -> str:
    return clean_text(part).replace("\n", "").replace("\t", _TAB)


def _flat(value: str) -> str:
    return " ".join(clean_text(value).split())


def _width(value: str) -> int:
    """How many cells of a terminal a text takes: wide characters two, combining ones none."""
    if value.isascii():
        return len(value)
    return sum(_cells(char) for char in value)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200b\u200c\u200d\u200e\u200f\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _table(lights: tuple[Lights, ...]) -> str:
    longest = max(_width(_flat(entry.path)) for entry in lights)
    head = " " * (longest + 2) + "".join(f"{name:<10}" for name in COLUMNS.values()).rstrip()
    return "\n".join([head, *(_row(entry, longest) for entry in lights)])


def _row(lights: Lights, longest: int) -> str:
    path = _flat(lights.path)
    words = "".join(f"{LIGHT_WORDS[colour]:<10}" for colour in colours(lights))
    return f"{path}{' ' * (longest - _width(path) + 2)}{words}".rstrip()


def _counts(report: Report) -> str:
    by_level = severities(report.findings)
    found = ", ".join(number(count, level) for level, count in by_level.items())
    explain = " `rapport explain CODE` says why." if report.findings else ""
    return f"{number(report.posts, 'post')}: {found}.{explain}"
