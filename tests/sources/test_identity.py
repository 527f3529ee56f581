"""A post's id written into its file: nothing else of the file changes, or nothing at all does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rapport.model import Post
from rapport.settings import Settings
from rapport.sources import read_site, with_id

MARKDOWN = "Title: Who pays the toll\nDate: 2026-03-02\n\nThe toll was lifted.\n"
RST = (
    "Who pays the toll\n#################\n\n"
    ":date: 2026-03-02\n:tags: tolls,\n   fees\n\nThe toll.\n"
)
HTML = (
    "<html>\n<head>\n  <title>Who pays the toll</title>\n"
    '  <meta name="date" content="2026-03-02">\n</head>\n'
    "<body>\n<p>The toll.</p>\n</body>\n</html>\n"
)


def read(folder: Path, name: str, text: str) -> Post:
    path = folder / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    (post,) = read_site(Settings(root=folder)).posts
    return post


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.md", MARKDOWN, "Id: who-pays-the-toll"),
        ("b.md", f"---\n{MARKDOWN.replace(chr(10) * 2, chr(10) + '---' + chr(10))}",
         "Id: who-pays-the-toll"),
        ("c.md", MARKDOWN.replace("\n\n", "\n    continued\n\n"), "Id: who-pays-the-toll"),
        ("d.md", MARKDOWN.rpartition("\n\n")[0], "Id: who-pays-the-toll"),
        ("e.rst", RST, ":id: who-pays-the-toll"),
        ("f.html", HTML, '  <meta name="id" content="who-pays-the-toll">'),
    ],
)  # fmt: skip
def test_one_line_is_added(  # noqa: PLR0917 - every kind of file
    tmp_path: Path, ends: str, bom: str, name: str, text: str, line: str
) -> None:
    written = bom + text.replace("\n", ends)
    if "continued" in text:
        written = written.replace("Date: 2026-03-02", "Date: 2026-03-02" + ends + "Summary: more")
    post = read(tmp_path, name, written)
    after = with_id(post, written)
    assert after is not None
    before, now = written.split(ends), after.split(ends)
    assert now.count(line) == 1
    at = now.index(line)
    assert now[:at] + now[at + 1 :] == before
    again = read(tmp_path, name, after)
    assert again.id == post.id == "who-pays-the-toll"
    assert again.header.get("id") is not None
    assert (again.title, again.date, again.text[again.body :]) == (
        post.title,
        post.date,
        post.text[post.body :],
    )
    assert with_id(again, after) == after


def test_an_id_stays_when_the_slug_changes(tmp_path: Path) -> None:
    post = read(tmp_path, "a.md", MARKDOWN)
    after = with_id(post, MARKDOWN)
    assert after is not None
    moved = read(tmp_path, "a.md", after.replace("Date:", "Slug: fees\nDate:"))
    assert (moved.slug, moved.id) == ("fees", "who-pays-the-toll")


def test_an_id_that_html_must_escape(tmp_path: Path) -> None:
    post = replace(read(tmp_path, "f.html", HTML), id='a"b&c')
    after = with_id(post, HTML)
    assert after is not None
    assert 'content="a&quot;b&amp;c"' in after


@pytest.mark.parametrize(
    "text",
    ["<p>No head.</p>", "<html><body><p>x</p></body></html>", ""],
)
def test_where_there_is_no_safe_place_nothing_is_written(tmp_path: Path, text: str) -> None:
    post = read(tmp_path, "f.html", HTML)
    assert with_id(post, text) is None


def test_a_title_without_fields_is_no_place(tmp_path: Path) -> None:
    post = read(tmp_path, "e.rst", RST)
    assert with_id(post, "Who pays the toll\n#####\n\nThe toll.\n") is None
