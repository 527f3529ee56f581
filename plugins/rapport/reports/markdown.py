"""A short summary in Markdown, for the summary of a CI job or a comment on a pull request.

The lights come first, as a table; then the findings, the most important first. It stays under the
size of a comment on GitHub (65,536 characters), by leaving out the last findings and saying so.
Whatever comes from a file is shown as the text it is.
"""

from __future__ import annotations

import re

from rapport.model import Colour, Finding, Lights, Report, clean_text
from rapport.reports.words import (
    COLUMNS,
    LIGHT_WORDS,
    Source,
    colours,
    most_important,
    number,
    severities,
)

LONGEST = 60_000
MOST_POSTS = 50
_DOTS: dict[Colour, str] = {"green": "🟢", "amber": "🟡", "red": "🔴", "grey": "⚪"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&$])")


def markdown(report: Report, _source: Source) -> str:
    """The report as Markdown, at most `LONGEST` characters."""
    parts = [f"### Rapport: {_counts(report)}\n"]
    if report.lights:
        parts.append(_table(report.lights))
    findings = [_item(finding) for finding in most_important(report.findings)]
    room = LONGEST - sum(map(len, parts)) - 200
    return "\n".join([*parts, _fitting(findings, room)]).rstrip() + "\n"


def _counts(report: Report) -> str:
    found = [number(n, level) for level, n in severities(report.findings).items() if n]
    return f"{number(report.posts, 'post')}, {' and '.join(found) or 'nothing to mend'}"


def _table(lights: tuple[Lights, ...]) -> str:
    head = f"| post | {' | '.join(COLUMNS.values())} |\n|---{'|---' * len(COLUMNS)}|"
    rows = [_row(entry) for entry in lights[:MOST_POSTS]]
    more = len(lights) - MOST_POSTS
    tail = [f"\nand {number(more, 'more post', 'more posts')}"] if more > 0 else []
    return "\n".join([head, *rows, *tail]) + "\n"


def _row(lights: Lights) -> str:
    cells = " | ".join(f"{_DOTS[c]} {LIGHT_WORDS[c]}" for c in colours(lights))
    return f"| {_shown(lights.path)} | {cells} |"


def _item(finding: Finding) -> str:
    place = f"{finding.path}:{finding.span.line}"
    return f"- **{finding.code}** {_shown(place)}: {_shown(finding.message)}\n"


def _fitting(items: list[str], room: int) -> str:
    """As many items as there is room for, and how many there are besides."""
    kept: list[str] = []
    for item in items:
        room -= len(item)
        if room < 0:
            kept.append(f"\n{number(len(items) - len(kept), 'more finding')}: `rapport audit`\n")
            break
        kept.append(item)
    return "".join(kept)


def _shown(value: str) -> str:
    """Text that Markdown shows as it is, on one line, and that calls nobody."""
    flat = " ".join(clean_text(value).split())
    return _SPECIAL.sub(r"\\\1", flat).replace("@", "&#64;")
