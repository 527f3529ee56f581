"""Which files are read as posts: what Pelican would read, and never what is not a post."""

from __future__ import annotations

from typing import Any

import pytest

from rapport.settings import from_mapping
from rapport.sources import read_site
from tests.sites import Write

POST = "Title: The crane\nDate: 2026-05-04\nAuthor: Ana\n\nIt stood still.\n"
PAGE = "<html><head><title>A demo</title></head><body>No date.</body></html>"


def _read(write: Write, texts: dict[str, str], **values: Any) -> tuple[list[str], list[str]]:
    site = read_site(from_mapping(values, write(texts)))
    return [post.path for post in site.posts], [problem.code for problem in site.problems]


def test_a_reader_that_is_switched_off_leaves_its_files_alone(write: Write) -> None:
    texts = {"content/a.md": POST, "content/media/demo.html": PAGE}
    assert _read(write, texts, READERS={"html": None}) == (["content/a.md"], [])
    assert "CFG902" in _read(write, texts)[1]


@pytest.mark.parametrize("paths", [["comments"], ["people"], ["", "comments/a"], ["../content"]])
def test_comments_and_people_are_never_read_as_posts(write: Write, paths: list[str]) -> None:
    texts = {
        "content/posts/a.md": POST.replace("Date:", "Slug: a\nDate:"),
        "content/comments/a/note.md": POST.replace("The crane", "A comment"),
        "content/people/ana.md": POST.replace("The crane", "A person"),
    }
    posts, _ = _read(write, texts, ARTICLE_PATHS=[*paths, "posts"])
    assert posts == ["content/posts/a.md"]
