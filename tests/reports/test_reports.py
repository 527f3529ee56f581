"""Each format, held to what it prints: golden texts, and hostile ones that must stay harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.model import (
    Addressed,
    Facts,
    Finding,
    Image,
    Lights,
    Link,
    Named,
    Question,
    Quoted,
    Report,
    Span,
    Told,
)
from rapport.reports import FORMATS, facts_json

POST = "Title: The crane\n\nThe crane\tstood still. Nobody paid.\r\n"
LIGHTS = Lights("content/posts/crane.md", "red", "amber", "green", "grey", "green")


def _finding(**changed: object) -> Finding:
    values = {
        "code": "ASK101",
        "severity": "warning",
        "path": "content/posts/crane.md",
        "span": Span(3, 11, 3, 23),
        "message": "This post asks its readers nothing. Ask them one thing.",
        "fingerprint": "f00d",
    }
    return Finding(**(values | changed))  # type: ignore[arg-type]


def _source(path: str) -> str:
    return POST if path == "content/posts/crane.md" else ""


ERROR = _finding(
    code="CFG904",
    severity="error",
    path="content/posts/quay.md",
    span=Span(2, 7, 2, 12),
    message="The date is no date.",
)
REPORT = Report((_finding(), ERROR), (LIGHTS,), 2)


def test_text_shows_the_place_the_words_and_the_count() -> None:
    assert FORMATS["text"](REPORT, _source) == (
        "content/posts/crane.md:3:11  warning ASK101\n"
        "  This post asks its readers nothing. Ask them one thing.\n"
        "  3 | The crane    stood still. Nobody paid.\n"
        "    |              ^^^^^^^^^^^^\n"
        "\n"
        "content/posts/quay.md:2:7  error CFG904\n"
        "  The date is no date.\n"
        "\n"
        "                        ask       credit    link out  pitch     answer\n"
        "content/posts/crane.md  poor      partly    good      -         good\n"
        "\n"
        "2 posts: 1 error, 1 warning. `rapport explain CODE` says why.\n"
    )


def test_text_of_nothing_to_mend_is_one_line() -> None:
    assert FORMATS["text"](Report(posts=3), _source) == "3 posts: 0 errors, 0 warnings.\n"


def test_text_puts_carets_under_wide_characters() -> None:
    line = "日本 asks Zoë\u0301 this"
    finding = _finding(span=Span(1, 9, 1, 13))
    shown = FORMATS["text"](Report((finding,), (), 1), lambda _: line).splitlines()
    assert shown[2:4] == ["  1 | 日本 asks Zoë\u0301 this", "    |           ^^^"]


def test_text_cuts_a_long_line_around_the_words() -> None:
    line = "word " * 400 + "HERE" + " word" * 400
    finding = _finding(span=Span(1, 2001, 1, 2005))
    excerpt, carets = FORMATS["text"](Report((finding,), (), 1), lambda _: line).splitlines()[2:4]
    assert len(excerpt) <= 90
    assert excerpt.index("HERE") == carets.index("^^^^")
    assert excerpt.startswith("  1 | …")
    assert excerpt.endswith("…")


LONG = [(0, 300, 0), (9, 300, 9), (200, 300, 200), (200, 3, 0), (0, 3, 200), (70, 3, 70)]


@pytest.mark.parametrize("char", ["w", "日"])
@pytest.mark.parametrize(("before", "words", "after"), LONG)
def test_text_fits_the_terminal_whatever_is_long(
    char: str, before: int, words: int, after: int
) -> None:
    line = char * (before + words + after)
    span = Span(1, before + 1, 1, before + words + 1)
    shown = FORMATS["text"](Report((_finding(span=span),), (), 1), lambda _: line).splitlines()
    assert max(len(each) + each.count("日") for each in shown) <= 90
    assert "……" not in shown[2]
    assert shown[3].count("^") >= min(words, 70)


def test_text_underlines_to_the_end_of_the_first_line() -> None:
    finding = _finding(span=Span(1, 5, 2, 3))
    shown = FORMATS["text"](Report((finding,), (), 1), lambda _: "one two\nthree").splitlines()
    assert shown[3] == "    |     ^^^"


def test_text_does_not_point_where_it_does_not_know() -> None:
    finding = _finding(exact=False)
    assert "^" not in FORMATS["text"](Report((finding,), (), 1), _source)


def test_json_is_the_contract() -> None:
    assert json.loads(FORMATS["json"](REPORT, _source)) == {
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
                "fingerprint": "f00d",
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


def test_github_puts_errors_first_and_escapes() -> None:
    tricky = _finding(path="a,b:c%.md", message="50 %\n::error::no", span=Span(1, 2, 3, 4))
    report = Report((tricky, ERROR), (), 2)
    assert FORMATS["github"](report, _source) == (
        "::error file=content/posts/quay.md,line=2,endLine=2,col=7,endColumn=12,title=CFG904"
        "::The date is no date.\n"
        "::warning file=a%2Cb%3Ac%25.md,line=1,endLine=3,title=ASK101::50 %25%0A::error::no\n"
        "2 posts audited: 1 error and 1 warning\n"
    )


def test_github_keeps_to_ten_of_a_level_and_says_so() -> None:
    report = Report(tuple(_finding(message=f"number {n}") for n in range(13)), (), 13)
    lines = FORMATS["github"](report, _source).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[10] == "ASK101 content/posts/crane.md:3:11 number 10"
    assert lines[13] == (
        "::notice title=Rapport::13 posts audited: 0 errors and 13 warnings; 3 only in the log"
    )


def test_markdown_has_the_lights_and_the_errors_first() -> None:
    assert FORMATS["markdown"](REPORT, _source) == (
        "### Rapport: 2 posts, 1 error and 1 warning\n"
        "\n"
        "| post | ask | credit | link out | pitch | answer |\n"
        "|---|---|---|---|---|---|\n"
        "| content/posts/crane.md | 🔴 poor | 🟡 partly | 🟢 good | ⚪ - | 🟢 good |\n"
        "\n"
        "- **CFG904** content/posts/quay.md:2: The date is no date.\n"
        "- **ASK101** content/posts/crane.md:3: This post asks its readers nothing. "
        "Ask them one thing.\n"
    )


def test_markdown_stays_under_the_size_of_a_comment() -> None:
    report = Report(tuple(_finding(message="x" * 500) for _ in range(400)), (LIGHTS,) * 90, 400)
    shown = FORMATS["markdown"](report, _source)
    assert len(shown) < 65_536
    assert "and 40 more posts" in shown
    assert re.search(r"\n\d+ more findings: `rapport audit`\n$", shown)


def test_markdown_shows_what_a_file_says_as_text() -> None:
    hostile = _finding(message="<img src=x> [a](javascript:b) | @everyone `c`")
    shown = FORMATS["markdown"](Report((hostile,), (), 1), _source)
    assert r"\<img src=x\> \[a\](javascript:b) \| &\#64;" not in shown
    assert r"\<img src=x\> \[a\](javascript:b) \| &#64;everyone \`c\`" in shown


@pytest.mark.parametrize("form", FORMATS)
@given(words=st.text(), line=st.text())
def test_no_format_lets_a_control_character_through(form: str, words: str, line: str) -> None:
    finding = _finding(message=words, path=f"content/{words}.md", span=Span(1, 1, 1, 4))
    shown = FORMATS[form](Report((finding,), (), 1), lambda _: line)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_no_message_becomes_a_command_of_its_own() -> None:
    report = Report(tuple(_finding(message="a\n::error::b", path="::x") for _ in range(12)), (), 1)
    lines = FORMATS["github"](report, _source).splitlines()
    assert [line for line in lines if line.startswith("::") and "title=" not in line] == []


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
    report = Report((_finding(span=Span(90, 900, 91, 1)),), (), 1)
    assert "ASK101" in form(report, _source)
