"""Annotations for GitHub's workflow commands: the findings stand on the lines they are about.

One line a finding: `::error file=...,line=...,col=...,endColumn=...,title=...::message`. Columns
may only be given when the finding begins and ends on one line. GitHub shows ten annotations of a
level in a step, so the most important ten of each become annotations, the others plain lines of the
log, and a last notice says how many there are. Paths are relative to the repository's root.

Source of the escapes: the command module of GitHub's own actions toolkit.
"""

from __future__ import annotations

from rapport.model import Finding, Report, clean_text, one_line
from rapport.reports.words import Source, most_important, number, severities

MOST = 10


def github(report: Report, _source: Source) -> str:
    """The report as lines for the log of a workflow's step."""
    shown: list[str] = []
    rest: list[str] = []
    for finding in most_important(report.findings):
        level = sum(line.startswith(f"::{finding.severity} ") for line in shown)
        if level < MOST:
            shown.append(_annotation(finding, report.base))
        else:
            rest.append(_plain(finding, report.base))
    counts = _counts(report)
    if rest:
        rest.append(f"::notice title=Rapport::{_data(f'{counts}; {len(rest)} only in the log')}")
    notes = [_said(f"Note: {note}") for note in report.notes]
    return "\n".join([*shown, *rest, *notes, counts]) + "\n"


def _annotation(finding: Finding, base: str) -> str:
    span = finding.span
    place = {"file": base + finding.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        place["col"] = str(span.column)
        if span.end_column > span.column:
            place["endColumn"] = str(span.end_column)
    place["title"] = finding.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{finding.severity} {properties}::{_data(finding.message)}"


def _plain(finding: Finding, base: str) -> str:
    """A line of the log that cannot be taken for a command, whatever the message holds.

    The older form of a command (`##[...]`) is obeyed anywhere in a line.
    """
    span = finding.span
    line = f"{finding.code} {base}{finding.path}:{span.line}:{span.column} {finding.message}"
    return _said(line)


def _said(line: str) -> str:
    return one_line(line).replace("##[", "## [")


def _counts(report: Report) -> str:
    by_level = severities(report.findings)
    found = " and ".join(number(count, level) for level, count in by_level.items())
    return f"{number(report.posts, 'post')} audited: {found}"


def _data(value: str) -> str:
    return clean_text(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
