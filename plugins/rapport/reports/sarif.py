"""SARIF 2.1.0, which code hosts read: the rules with their pages, the findings with their places.

Columns are counted in code points and ends are exclusive, as everywhere in Rapport. Paths are
relative to the repository's root (`%SRCROOT%`) and percent-encoded. Source: OASIS, Static Analysis
Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from rapport import __version__
from rapport.model import Finding, Manual, Report, Span, one_line
from rapport.reports.jsons import dumped
from rapport.reports.words import Source, fingerprinted

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
# In a SARIF message "[words](target)" is a link; what a file says is no link.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def sarif(report: Report, _source: Source) -> str:
    """The report as JSON, ended by a line feed."""
    index = {page.code: number for number, page in enumerate(report.rules)}
    driver = {
        "name": "Rapport",
        "semanticVersion": __version__,
        "rules": [_rule(page) for page in report.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [
            _result(finding, mark, report.base, index.get(finding.code))
            for finding, mark in fingerprinted(report.findings)
        ],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(page: Manual) -> dict[str, Any]:
    sections = (
        ("What it checks", _unwrapped(page.what)),
        ("Why", _unwrapped(page.why)),
        ("Example", page.example),
        ("Better", page.better),
        ("When to ignore", _unwrapped(page.ignore)),
    )
    return {
        "id": page.code,
        "name": _pascal(page.name),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": sections[0][1]},
        "help": {
            "text": "\n\n".join(f"{heading}\n{body}" for heading, body in sections),
            "markdown": "\n\n".join(f"**{heading}.** {body}" for heading, body in sections),
        },
        "defaultConfiguration": {"level": page.severity},
        "properties": {"tags": ["conversation"], "evidence": page.evidence},
    }


def _unwrapped(text: str) -> str:
    """Paragraphs on one line each."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _pascal(name: str) -> str:
    """A name as SARIF likes it, one word for programs: NoQuestionToReaders."""
    return "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", name.replace("'", "")))


def _result(finding: Finding, mark: str, base: str, rule: int | None) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _uri(base + finding.path), "uriBaseId": _ROOT},
        "region": _region(finding.span, exact=finding.exact),
    }
    named: dict[str, Any] = {"ruleId": finding.code}
    if rule is not None:
        named["ruleIndex"] = rule
    return {
        **named,
        "level": finding.severity,
        "message": {"text": _LINK.sub(r"\\[", one_line(finding.message))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"rapportWords/v1": mark},
    }


def _region(span: Span, *, exact: bool) -> dict[str, int]:
    """The place; where only a line is known, or it is the file as a whole, the line alone."""
    begin, end = (span.line, span.column), (span.end_line, span.end_column)
    if not exact or begin >= end:
        return {"startLine": span.line}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(path: str) -> str:
    """A relative reference; a file's name that is not UTF-8 keeps its bytes."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/~")
