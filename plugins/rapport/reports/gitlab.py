"""GitLab's Code Quality report: a JSON array with one object a finding.

GitLab compares the reports of two branches by `fingerprint`, so each is unique; `path` is relative
to the repository. Source: GitLab's user documentation, "Code Quality report format".
"""

from __future__ import annotations

from typing import Any

from rapport.model import Finding, Report, Severity, one_line
from rapport.reports.jsons import dumped
from rapport.reports.words import Source, fingerprinted

# GitLab knows info, minor, major, critical and blocker.
_LEVELS: dict[Severity, str] = {"error": "major", "warning": "minor"}


def gitlab(report: Report, _source: Source) -> str:
    """The report as JSON, ended by a line feed; an empty array when nothing was found."""
    return dumped([_issue(*found, report.base) for found in fingerprinted(report.findings)])


def _issue(finding: Finding, fingerprint: str, base: str) -> dict[str, Any]:
    return {
        "description": one_line(finding.message),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _LEVELS[finding.severity],
        "location": {"path": base + finding.path, "lines": {"begin": finding.span.line}},
    }
