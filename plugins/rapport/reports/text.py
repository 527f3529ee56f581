"""The report for people, on a terminal or in a log: where, what, and the words in question.

    The crane

      content/posts/crane.md:12:5  warning ASK101
        This post asks its readers nothing ...
        12 | The crane stood still.
           |     ^^^^^

Findings stand under their post, the posts with errors first; what is said of several places is said
once. Then the lights, the worst posts first, and what to do next. Places are as in the other
formats. A long line is cut around the words; tabs are shown as four spaces; characters that would
move a terminal's cursor are left out.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from rapport.model import Colour, Finding, Lights, Report, Severity, clean_text, one_line
from rapport.reports.lines import Lines, parts_of
from rapport.reports.telling import Group, Told, groups, next_step, worst_first
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Source, colours, number, severities

Role = Literal["title", "place", "code", "marks", "next"] | Severity | Colour
Paint = Callable[[str, Role], str]

WIDTH = 88
MOST_POSTS = 40
# Some logs and terminals end a line at Unicode's own separators.
_SPACED = str.maketrans({"\t": "    ", "\u2028": " ", "\u2029": " "})
# What is certainly one cell wide: ASCII, the letters of Latin, and common punctuation.
_ODD = re.compile("[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]")
_FAR = 600  # code points of a line that are looked at on each side of its first and last word
_IN = "    "


def _plain(words: str, _role: Role) -> str:
    return words


def text(report: Report, source: Source) -> str:
    """The whole report, ended by a line that counts and one that says what to do next."""
    return painted(report, source, _plain)


def painted(report: Report, source: Source, paint: Paint) -> str:
    """The same, with words coloured by `paint` for what they are; it may change nothing else."""
    lines = Lines(source)
    parts = [_group(group, lines, paint) for group in groups(report)]
    if report.lights:
        parts.append(_table(report, paint))
    parts.append("\n".join([*map(one_line, report.notes), *_end(report, paint)]))
    return "\n\n".join(parts) + "\n"


def _group(group: Group, lines: Lines, paint: Paint) -> str:
    told = [_told(each, lines, paint) for each in group.told]
    return "\n\n".join([paint(group.title, "title"), *told])


def _told(told: Told, lines: Lines, paint: Paint) -> str:
    """One message with the first place, then the other places it holds for."""
    finding = told.first
    more = f", in {len(told.findings)} places" if told.findings[1:] else ""
    kind = f"{paint(finding.severity, finding.severity)} {paint(finding.code, 'code')}{more}"
    shown = [f"  {_place(finding, paint)}  {kind}", *_wrapped(finding.message)]
    shown += _excerpt(finding, lines, paint)
    for other in told.findings[1:]:
        shown += [f"  {_place(other, paint)}", *_excerpt(other, lines, paint)]
    return "\n".join(shown)


@lru_cache(maxsize=1024)
def _wrapped(message: str) -> tuple[str, ...]:
    """A message in lines of its own; many posts have the same one."""
    words = one_line(message)
    lines = textwrap.wrap(words, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return tuple(_IN + line for line in lines)


def _place(finding: Finding, paint: Paint) -> str:
    span = finding.span
    return paint(f"{one_line(finding.path)}:{span.line}:{span.column}", "place")


def _excerpt(finding: Finding, lines: Lines, paint: Paint) -> Iterator[str]:
    """The source line and, under it, carets below the words in question."""
    span = finding.span
    line = lines.get(finding.path, span.line)
    if not line.strip():
        return
    gutter = f"{_IN}{span.line} | "
    before, words, after = _cropped(*parts_of(line, span), WIDTH - len(gutter) - 2)
    yield f"{gutter}{before}{words}{after}"
    if finding.exact and words.strip():
        carets = paint("^" * max(1, _width(words.rstrip())), "marks")
        yield f"{' ' * (len(gutter) - 2)}| {' ' * _width(before)}{carets}"


def _cropped(before: str, words: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts of a line, visible and together no wider than `room` cells."""
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
    if part.isascii():
        return part[: cells - 1] + "…" if cells > 0 else ""
    taken, used = 0, 1
    for char in part:
        used += _cells(char)
        if used > cells:
            break
        taken += 1
    return part[:taken] + "…" if cells > 0 else ""


def _visible(part: str) -> str:
    return clean_text(part).replace("\n", "").translate(_SPACED)


def _width(value: str) -> int:
    """How many cells of a terminal a text takes: wide characters two, combining ones none."""
    if value.isascii():
        return len(value)
    odd = _ODD.findall(value)
    return len(value) - len(odd) + sum(map(_cells, odd))


def _cells(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200b\u200c\u200d\u200e\u200f\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _table(report: Report, paint: Paint) -> str:
    """The lights of the posts, the worst first."""
    rows = worst_first(report)
    shown, more = rows[:MOST_POSTS], len(rows) - MOST_POSTS
    longest = max(_width(one_line(entry.path)) for entry in shown)
    head = " " * (longest + 2) + "".join(f"{name:<10}" for name in COLUMNS.values()).rstrip()
    tail = [f"and {number(more, 'more post')}: --format html shows all"] if more > 0 else []
    return "\n".join([head, *(_row(entry, longest, paint) for entry in shown), *tail])


def _row(lights: Lights, longest: int, paint: Paint) -> str:
    path = one_line(lights.path)
    words = "".join(_cell(colour, paint) for colour in colours(lights))
    return f"{path}{' ' * (longest - _width(path) + 2)}{words}".rstrip()


def _cell(colour: Colour, paint: Paint) -> str:
    word = LIGHT_WORDS[colour]
    return paint(word, colour) + " " * (10 - len(word))


def _end(report: Report, paint: Paint) -> list[str]:
    by_level = severities(report.findings)
    found = ", ".join(number(count, level) for level, count in by_level.items())
    explain = " `rapport explain CODE` says why." if report.findings else ""
    counts = f"{number(report.posts, 'post')}: {found}.{explain}"
    return [counts, f"{paint('Next:', 'next')} {next_step(report)}"] if report.posts else [counts]
