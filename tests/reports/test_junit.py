"""JUnit's XML against the facts of the one schema that build servers publish (junit-10.xsd)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.model import Report, Span
from rapport.reports import FORMATS
from tests.reports.nouns import CRANE, ERROR, REPORT, finding, lights, source


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def valid(report: Report) -> str:
    shown = FORMATS["junit"](report, source)
    schema().validate(shown)
    return shown


def test_a_case_a_post_and_a_failure_a_finding() -> None:
    quiet = lights("content/posts/quiet.md")
    twice = (finding(), finding(code="ASK102", message='Say "which" & <why>.', severity="error"))
    report = Report(twice, (lights(CRANE), quiet), 2, base="blog/")
    assert valid(report) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="Rapport" tests="2" failures="1" errors="0">\n'
        '  <testsuite name="Rapport" tests="2" failures="1" errors="0">\n'
        '    <testcase name="blog/content/posts/crane.md" classname="rapport">\n'
        '      <failure type="ASK102" message="error: Say &quot;which&quot; &amp; &lt;why&gt;.">'
        'blog/content/posts/crane.md:3:11: error ASK102: Say "which" &amp; &lt;why&gt;.</failure>\n'
        '      <failure type="ASK101" message="warning: This post asks its readers nothing. '
        'Ask them one thing.">blog/content/posts/crane.md:3:11: warning ASK101: '
        "This post asks its readers nothing. Ask them one thing.</failure>\n"
        '      <system-out>blog/content/posts/crane.md:3:11: error ASK102: Say "which" &amp; '
        "&lt;why&gt;.\n"
        "blog/content/posts/crane.md:3:11: warning ASK101: This post asks its readers nothing. "
        "Ask them one thing.</system-out>\n"
        "    </testcase>\n"
        '    <testcase name="blog/content/posts/quiet.md" classname="rapport" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def cases(report: Report) -> dict[str, list[str]]:
    root = ElementTree.fromstring(valid(report))  # noqa: S314 - our own report
    return {
        case.attrib["name"]: [failure.attrib["type"] for failure in case.findall("failure")]
        for case in root.iter("testcase")
    }


def test_another_file_is_a_case_when_something_is_wrong_with_it() -> None:
    assert cases(REPORT) == {CRANE: ["ASK101"], ERROR.path: ["CFG904"]}


def test_nothing_audited_is_a_suite_without_cases() -> None:
    assert cases(Report()) == {}


@settings(deadline=None)
@given(message=st.text(), path=st.text())
def test_no_text_makes_the_xml_ill_formed(message: str, path: str) -> None:
    valid(Report((finding(message=message, path=path, span=Span(1, 1, 1, 1)),), (), 1))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(' name="content', ' label="content'), ("failure type", "failure kind"), ("testcase", "case")],
)
def test_the_schema_sees_a_fault(right: str, wrong: str) -> None:
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema().validate(valid(REPORT).replace(right, wrong))
