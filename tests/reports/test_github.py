"""Workflow commands: annotations on lines, ten of a level, and nothing that is one by accident."""

from __future__ import annotations

import re

from rapport.model import Report, Span
from rapport.reports import FORMATS
from tests.reports.nouns import ERROR, finding, source


def lines(*findings: object, **more: object) -> list[str]:
    told = Report(tuple(findings), (), 2, **more)  # type: ignore[arg-type]
    return FORMATS["github"](told, source).splitlines()


def test_errors_first_and_everything_escaped() -> None:
    tricky = finding(path="a,b:c%.md", message="50 %\n::error::no", span=Span(1, 2, 3, 4))
    assert lines(tricky, ERROR) == [
        "::error file=content/posts/quay.md,line=2,endLine=2,col=7,endColumn=12,title=CFG904"
        "::The date is no date.",
        "::warning file=a%2Cb%3Ac%25.md,line=1,endLine=3,title=ASK101::50 %25%0A::error::no",
        "2 posts audited: 1 error and 1 warning",
    ]


def test_paths_begin_at_the_root_of_the_repository() -> None:
    assert lines(ERROR, base="the blog/")[0].startswith(
        "::error file=the blog/content/posts/quay.md,line=2,"
    )


def test_ten_of_a_level_and_the_rest_in_the_log() -> None:
    shown = lines(*(finding(message=f"number {n}") for n in range(13)), base="blog/")
    assert sum(line.startswith("::warning ") for line in shown) == 10
    assert shown[10] == "ASK101 blog/content/posts/crane.md:3:11 number 10"
    assert shown[13] == (
        "::notice title=Rapport::2 posts audited: 0 errors and 13 warnings; 3 only in the log"
    )


def test_no_message_becomes_a_command_of_its_own() -> None:
    hostile = [finding(message="a\n::error::b ##[add-mask]e", path="::x") for _ in range(12)]
    shown = lines(*hostile)
    assert [line for line in shown if line.startswith("::") and "title=" not in line] == []
    logged = [line for line in shown if not line.startswith("::")]
    assert len(logged) == 3
    assert not re.search(r"##\[", "".join(logged)), "obeyed anywhere in a line"
