"""JUnit's XML, which most build servers show: a test case a post, a failure a finding.

A post without findings passes. Of several failures the most important comes first, since some
servers (Jenkins) show only that; `system-out` holds them all. Files that are no posts (comments,
people) are cases when something is wrong with them. Source: the schema of Jenkins' xUnit plugin,
junit-10.xsd; the format has no other owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rapport.model import Finding, Report, clean_text, one_line
from rapport.reports.words import Source, most_important

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def junit(report: Report, _source: Source) -> str:
    """The report as XML in UTF-8, ended by a line feed."""
    from xml.etree import ElementTree  # noqa: PLC0415 - only this format needs it

    cases = _cases(report)
    failed = sum(1 for findings in cases.values() if findings)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "Rapport", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "Rapport", **counts})
    for path, findings in cases.items():
        suite.append(_case(report.base + path, findings, ElementTree.Element))
    ElementTree.indent(suites)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _cases(report: Report) -> dict[str, list[Finding]]:
    """The findings of every post and of every other file that has some, in order of path."""
    paths = {lights.path for lights in report.lights} | {each.path for each in report.findings}
    cases: dict[str, list[Finding]] = {path: [] for path in sorted(paths)}
    for finding in most_important(report.findings):
        cases[finding.path].append(finding)
    return cases


def _case(path: str, findings: Sequence[Finding], element: type[Element]) -> Element:
    case = element("testcase", {"name": one_line(path), "classname": "rapport"})
    for finding in findings:
        message = f"{finding.severity}: {one_line(finding.message)}"
        failure = element("failure", {"type": finding.code, "message": message})
        failure.text = _said(path, finding)
        case.append(failure)
    if len(findings) > 1:
        out = element("system-out")
        out.text = _all(path, findings)
        case.append(out)
    return case


def _all(path: str, findings: Iterable[Finding]) -> str:
    return "\n".join(_said(path, finding) for finding in findings)


def _said(path: str, finding: Finding) -> str:
    place = f"{one_line(path)}:{finding.span.line}:{finding.span.column}"
    return clean_text(f"{place}: {finding.severity} {finding.code}: {one_line(finding.message)}")
