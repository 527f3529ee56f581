"""The audit for other programs: one JSON object, schema 1.

`findings` in the report's order, `lights` one object a post, `summary` counts posts and findings
by severity. Lines and columns are 1-based code points, ends exclusive; paths are relative to the
settings file.
"""

from __future__ import annotations

import json
from typing import Any

from rapport.model import Finding, Lights, Report
from rapport.reports.words import COLUMNS, Source, colours, severities

SCHEMA = 1


def report_json(report: Report, _source: Source) -> str:
    """The whole report as JSON, ended by a line feed."""
    document = {
        "schema": SCHEMA,
        "findings": [_finding(finding) for finding in report.findings],
        "lights": [_lights(lights) for lights in report.lights],
        "summary": {"posts": report.posts, **severities(report.findings)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


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
    return {"path": lights.path, **dict(zip(COLUMNS, colours(lights), strict=True))}
