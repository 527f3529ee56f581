"""Header values that YAML would read and Pelican takes as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.sites import read


def said(tmp_path: Path, header: str) -> list[str]:
    text = f"{header}Date: 2026-05-04\nAuthor: A\n---\n\nx"
    return [f"{f.span.line} {f.message}" for f in read(tmp_path, {"posts/a.md": text}).problems]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ('title: "The crane"', "Title: The crane"),
        ("title: 'The crane'", "Title: The crane"),
        ("title: C\ntags: [law, fees]", "Tags: law, fees"),
        ('title: C\ntags: ["law", "fees"]', "Tags: law, fees"),
        ('title: C\nslug: "crane"', "Slug: crane"),
        (f'title: "{"long " * 30}"', "Title: long long"),
    ],
)
def test_marks_that_readers_would_see_are_said(tmp_path: Path, value: str, plain: str) -> None:
    found = said(tmp_path, f"---\n{value}\n")
    assert len(found) == 1
    assert f"Write `{plain}" in found[0]


def test_they_are_said_once_a_file_where_the_first_stands(tmp_path: Path) -> None:
    found = said(tmp_path, '---\ntitle: "C"\nlayout: post\ntags: ["law"]\nsummary: "S"\n')
    assert [each[:2] for each in found] == ["2 "]
    assert "around Title, Tags, Summary." in found[0]


@pytest.mark.parametrize(
    "header",
    [
        '---\ntitle: "Late" is no word\n',
        '---\ntitle: "One" or "two"\n',
        "---\ntitle: The tenants' cellar'\n",
        "---\ntitle: [sic\n",
        "---\ntitle: C\nquestion: 'Why?'\n",
        'title: "Nobody told us"\n',
    ],
)
def test_marks_that_belong_to_the_words_are_nobodys_fault(tmp_path: Path, header: str) -> None:
    assert said(tmp_path, header) == []


def test_a_list_of_lines_that_ends_a_header_is_told_how_to_be_written(tmp_path: Path) -> None:
    text = '---\ntitle: C\ntags:\n- "law"\n- fees\ndate: 2026-05-04\n---\n\nx'
    (fault, *_) = read(tmp_path, {"posts/a.md": text}, AUTHOR="A").problems
    assert "before line 4, because '- \"law\"' is not `Key: value`." in fault.message
    assert fault.message.endswith("Write lists on one line: `Tags: law, ...`.")


def test_another_line_that_ends_a_header_has_nothing_to_do_with_lists(tmp_path: Path) -> None:
    text = "---\ntitle: C\ntags: law\n- fees\ndate: 2026-05-04\n---\n\nx"
    (fault, *_) = read(tmp_path, {"posts/a.md": text}, AUTHOR="A").problems
    assert "Write lists" not in fault.message
