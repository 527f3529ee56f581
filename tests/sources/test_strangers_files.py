"""What somebody reads who put a comment's file into a pull request and never saw Rapport."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.conversation import valid_id
from rapport.model import Finding
from rapport.sources import read_site, speaking
from tests.cli.nouns import settings
from tests.sites import write_files

OTHER = "01jqm5f0000000000000000002"
SITE = {
    "content/posts/tolls.md": "Title: Who pays the toll\nDate: 2026-03-02\nAuthor: Ida\n\nWho?\n",
    "content/posts/lock.md": "Title: The lock\nDate: 2026-03-02\nAuthor: Ida\n\nShut.\n",
    f"content/comments/the-lock/{OTHER}.md": "Author: Bo\nDate: 2026-03-02T10:00Z\n\nWhy?\n",
}
HOME = "content/comments/who-pays-the-toll"
FILE = f"{HOME}/01jqm5f0000000000000000003.md"
DATE = "Date: 2026-03-02 10:00+01:00\n"


def faults(folder: Path, text: str, path: str = FILE) -> list[Finding]:
    write_files(folder, SITE | {path: text})
    site = read_site(settings(folder, ARTICLE_PATHS=["posts"]))
    found = (*site.problems, *speaking(site, {path}))
    return [each for each in found if each.path == path]


def header(line: str, body: str = "Hello.\n") -> str:
    return f"Author: Noor\n{DATE}{line}\n\n{body}"


@pytest.mark.parametrize(
    ("text", "line", "wrong", "mend"),
    [
        ("Author: N\nDate: 2026-03-02 10:00\n\nHi.\n", 2, "no time zone", "such as +02:00"),
        (header("Website: https://n.example"), 3, "no key Website", "`Url: `"),
        (header("Name: Noor"), 3, "no key Name", "`Author: `"),
        (header("Email: noor"), 3, "no key Email", "Remove the line"),
        (header("Title: Why?"), 3, "no key Title", "Known: Author"),
        (header("In-Reply-To: x"), 3, "no key In-Reply-To", "`Reply-To: `"),
        (header("Status: approved"), 3, "'approved'", "Leave the line out"),
        (header("Status: remvoed"), 3, "'remvoed'", "Did you mean removed?"),
        (header(f"Reply-To: {OTHER}"), 3, "on another post", "content/comments/the-lock/"),
        (header("Reply-To: Bo"), 3, "no such comment", "name of that comment's file"),
        (header("Person: noor"), 3, "nobody on the roster", "leave the line out"),
        (header("", "Hi.\n\nWrite to n@mail.example.\n"), 7, "e-mail address", "Remove it"),
        ("---\nAuthor: N\n" + DATE + "---\n\nHi.\n", 1, "line of dashes", "remove it"),
        (header("", "Hi.\n\n<p>Hi <b>you</b></p>\n"), 7, "HTML", "`**strong**`"),
    ],
)
def test_a_fault_says_where_it_is_what_it_is_and_what_to_do(
    tmp_path: Path, text: str, line: int, wrong: str, mend: str
) -> None:
    found = [each for each in faults(tmp_path, text) if wrong in each.message]
    assert [each.span.line for each in found[:1]] == [line], faults(tmp_path, text)
    assert mend in found[0].message


def test_a_name_that_is_no_id_is_given_one_to_take(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, header("Lang: en"), f"{HOME}/my-comment.md")
    offered = fault.message.rpartition(".md")[0].rpartition(" ")[2]
    assert valid_id(offered)
    assert offered.startswith("01kj")  # the moment of its Date, so that files sort by time
    again = faults(tmp_path, header("Lang: en"), f"{HOME}/my-comment.md")
    assert again == [fault]


def test_a_name_in_capitals_only_needs_small_letters(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, header("Lang: en"), f"{HOME}/01JQM5F0000000000000000003.md")
    assert "Rename it to 01jqm5f0000000000000000003.md" in fault.message


def test_a_file_in_the_wrong_place_is_told_the_right_one(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, header(""), "content/comments/who-pays-toll/" + FILE[-29:])
    assert "Did you mean who-pays-the-toll?" in fault.message
    stray = tmp_path / "stray"
    (fault,) = faults(stray, header(""), "content/comments/" + FILE[-29:])
    assert "content/comments/<post>/" in fault.message


def test_html_below_code_is_found(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, header("Lang: en", "    <p>\n\n```\n<p>\n```\n\n`<b>` <b>x</b>\n"))
    assert fault.span.line == 11


@pytest.mark.parametrize(
    "body", ["`<p>` is a tag", "a < b and c > d", "List<String>", "```\n<p>x</p>\n```", "    <p>x"]
)
def test_what_only_looks_like_html_is_no_fault(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, header("Lang: en", f"{body}\n")) == []
