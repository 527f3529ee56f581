"""GitLab's Code Quality report, against the properties that GitLab documents and checks."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.model import Finding, Report, Span
from rapport.reports import FORMATS
from tests.reports.nouns import ERROR, finding, source

# From GitLab's documentation: what an entry must have, which severities there are, that paths are
# relative without "./" before them.
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!/|\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(*findings: Finding, base: str = "") -> Any:
    return json.loads(FORMATS["gitlab"](Report(findings, (), 1, base=base), source))


def test_the_report_is_what_gitlab_reads() -> None:
    assert FORMATS["gitlab"](Report((ERROR,), (), 1, base="blog/"), source) == (
        "[\n"
        "  {\n"
        '    "description": "The date is no date.",\n'
        '    "check_name": "CFG904",\n'
        '    "fingerprint": "beef",\n'
        '    "severity": "major",\n'
        '    "location": {\n'
        '      "path": "blog/content/posts/quay.md",\n'
        '      "lines": {\n'
        '        "begin": 2\n'
        "      }\n"
        "    }\n"
        "  }\n"
        "]\n"
    )


def test_nothing_found_is_an_empty_array() -> None:
    assert FORMATS["gitlab"](Report(posts=3), source) == "[]\n"


def test_the_same_words_twice_are_two_issues() -> None:
    shown = issues(finding(), finding(span=Span(9, 1, 9, 5)), ERROR, finding())
    assert [issue["fingerprint"] for issue in shown] == ["f00d", "f00d-2", "beef", "f00d-3"]


@settings(deadline=None)
@given(st.lists(st.builds(finding, message=st.text(min_size=1), fingerprint=st.sampled_from("ab"))))
def test_every_report_is_valid_and_every_fingerprint_its_own(findings: list[Finding]) -> None:
    shown = issues(
        *(each for each in findings if each.message.strip() and each.message.isprintable())
    )
    jsonschema.validate(shown, SCHEMA)
    marks = [issue["fingerprint"] for issue in shown]
    assert len(set(marks)) == len(marks)


def test_the_schema_sees_a_fault() -> None:
    shown = issues(ERROR)
    shown[0]["location"]["path"] = "./content"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(shown, SCHEMA)
