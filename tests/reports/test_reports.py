"""What holds for every format, and the two that are contracts with other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.model import Addressed, Facts, Image, Link, Named, Question, Quoted, Report, Span, Told
from rapport.reports import FORMATS, facts_json
from tests.reports.nouns import REPORT, entry, finding, report, source, waiter


def test_every_promised_format_is_there() -> None:
    promised = {"text", "json", "github", "sarif", "junit", "gitlab", "markdown", "html"}
    assert set(FORMATS) == promised


def test_json_is_the_contract() -> None:
    assert json.loads(FORMATS["json"](REPORT, source)) == {
        "schema": 1,
        "findings": [
            {
                "code": "ASK101",
                "severity": "warning",
                "path": "content/posts/crane.md",
                "line": 3,
                "column": 11,
                "end_line": 3,
                "end_column": 23,
                "message": "This post asks its readers nothing. Ask them one thing.",
                "fingerprint": "f00d",
            },
            {
                "code": "CFG904",
                "severity": "error",
                "path": "content/posts/quay.md",
                "line": 2,
                "column": 7,
                "end_line": 2,
                "end_column": 12,
                "message": "The date is no date.",
                "fingerprint": "beef",
            },
        ],
        "lights": [
            {
                "path": "content/posts/crane.md",
                "ask": "red",
                "credit": "amber",
                "link_out": "green",
                "pitch": "grey",
                "answer": "green",
            }
        ],
        "summary": {"posts": 2, "error": 1, "warning": 1},
    }


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, max_examples=40)
@given(words=st.text(), line=st.text())
def test_no_format_lets_a_control_character_through(form: str, words: str, line: str) -> None:
    path = f"content/{words}.md"
    late = waiter(words, path=path, excerpt=words)
    told = report(
        entry(path, words, authors=(words,), question=words, credited=(words,), waiting=(late,)),
        findings=(finding(message=words, path=path, span=Span(1, 1, 1, 4)),),
    )
    shown = FORMATS[form](told, lambda _: line)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_facts_are_the_contract() -> None:
    span = Span(1, 2, 3, 4)
    facts = Facts(
        path="content/posts/crane.md",
        language="en",
        words=7,
        questions=(Question("Who paid?", span, "yes", "it asks you"),),
        invitations=(Told("Write to us.", span),),
        people=(Named("Maria Keller", span, credited=True),),
        pitch=(Told("Call us.", span, exact=False),),
        quotations=(Quoted("six words are quoted here now", span, source=False),),
        links=(Link("https://quay.example/", "the quay", span, "other"),),
        images=(Image("crane.svg", span, credit=True, alt=False),),
        addressed=Addressed(you=3, we=1, i=2),
    )
    place = {"line": 1, "column": 2, "end_line": 3, "end_column": 4, "exact": True}
    assert json.loads(facts_json([facts])) == {
        "schema": 1,
        "posts": [
            {
                "path": "content/posts/crane.md",
                "language": "en",
                "words": 7,
                "questions": [
                    {"text": "Who paid?", "for_reader": "yes", "why": "it asks you", **place}
                ],
                "invitations": [{"text": "Write to us.", **place}],
                "people": [{"name": "Maria Keller", "credited": True, **place}],
                "pitch": [{"text": "Call us.", **place, "exact": False}],
                "quotations": [{"text": "six words are quoted here now", "source": False, **place}],
                "links": [
                    {"url": "https://quay.example/", "text": "the quay", "to": "other", **place}
                ],
                "images": [{"src": "crane.svg", "credit": True, "alt": False, **place}],
                "addressed": {"you": 3, "we": 1, "i": 2},
            }
        ],
    }


@pytest.mark.parametrize("form", FORMATS.values())
def test_every_format_survives_a_place_beyond_the_file(
    form: Callable[[Report, Callable[[str], str]], str],
) -> None:
    report = Report((finding(span=Span(90, 900, 91, 1)),), (), 1)
    assert "ASK101" in form(report, source)
