"""The audit for other programs: one JSON object, schema 1.

`findings` in the report's order, `lights` one object a post, `summary` counts posts and findings
by severity. Lines and columns are 1-based code points, ends exclusive; paths are relative to the
settings file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from rapport.model import Finding, Lights, Report
from rapport.reports.words import COLUMNS, Source, colours, severities

SCHEMA = 1
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def report_json(report: Report, _source: Source) -> str:
    """The whole report as JSON, ended by a line feed."""
    document = {
        "schema": SCHEMA,
        "findings": [_finding(finding) for finding in report.findings],
        "lights": [_lights(lights) for lights in report.lights],
        "summary": {"posts": report.posts} | _counts(report),
    }
    return dumped(document)


def dumped(document: Mapping[str, Any] | Sequence[Any]) -> str:
    """JSON that a person can read and that moves no terminal's cursor, ended by a line feed."""
    readable = json.dumps(document, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", readable) + "\n"


def _counts(report: Report) -> dict[str, int]:
    return {str(level): count for level, count in severities(report.findings).items()}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _lights(lights: Lights) -> dict[str, str]:
    named = {str(name): colour for name, colour in zip(COLUMNS, colours(lights), strict=True)}
    return {"path": lights.path} | named
