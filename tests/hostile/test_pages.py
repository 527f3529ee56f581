"""Every field of everything, on every page: all of it is text, and nothing else is there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from rapport.building import Built
from rapport.model import clean_text, one_line
from tests.hostile.corpus import ALL
from tests.hostile.oracle import faults
from tests.hostile.site import identifier, line

# What is tested here runs elsewhere with less to do; a tracer takes longer than it all.
pytestmark = pytest.mark.untraced

LISTS = ("", "conversations/", "people/", "thanks/", "posts/")


def pages(built: Built) -> list[Path]:
    return sorted(built.output.rglob("*.html"))


def wrong(built: Built, found: list[Path]) -> dict[str, list[str]]:
    """What is wrong on each page."""
    told = {}
    for path in found:
        bad = faults(path.read_text("utf-8"))
        if bad:
            told[path.relative_to(built.output).as_posix()] = bad[:5]
    return told


def words(path: Path) -> str:
    """What a reader reads on a page, as one line."""
    html = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", path.read_text("utf-8"))
    return one_line(unescape(re.sub(r"<[^>]*>", "", html)))


def test_the_corpus_is_large_and_nothing_stands_in_it_twice() -> None:
    payloads = [payload for _, _, payload in ALL]
    assert len(payloads) > 500
    assert len(payloads) == len(set(payloads))


def test_no_page_holds_anything_that_is_not_ours(built: Built) -> None:
    found = pages(built)
    assert len(found) > 2 * len(ALL)
    assert wrong(built, found) == {}


def test_no_page_of_the_preview_does(previewed: Built) -> None:
    """With desk, panels and the pages of the rules."""
    found = [*pages(previewed)[::9], previewed.output / "desk" / "index.html"]
    assert "Waiting for an answer" in found[-1].read_text("utf-8")
    assert any("Before you publish" in path.read_text("utf-8") for path in found)
    assert wrong(previewed, found) == {}


def test_what_was_written_is_read_as_it_was_written(built: Built) -> None:
    """Otherwise the pages could be harmless because they are empty."""
    lost = {}
    for number, (kind, at, payload) in enumerate(ALL):
        shown = words(built.output / f"p{number}" / "index.html")
        people = built.output / "people" / f"r{number}" / "index.html"
        if f"{number} {line(payload)}".strip() not in shown:
            lost[kind, at] = "title"
        elif people.is_file() and (line(payload) or "Nobody") not in words(people):
            lost[kind, at] = "name"
    assert lost == {}


def test_the_name_of_a_stranger_is_read_as_it_was_written(built: Built) -> None:
    told = {comment.id: comment for comment in built.site.comments}
    names = 0
    for number, (_, _, payload) in enumerate(ALL):
        comment = told.get(identifier(0, number))
        if comment is not None:
            names += 1
            assert one_line(comment.author) in words(built.output / f"p{number}" / "index.html")
            assert one_line(clean_text(payload))[:20] in one_line(comment.author) or comment.author
    assert names > len(ALL) * 0.9


@pytest.mark.parametrize("name", LISTS)
def test_every_list_names_the_worst(built: Built, name: str) -> None:
    path = built.output / name
    pages = [path / "index.html", *path.glob("[0-9]/index.html")]
    html = "".join(page.read_text("utf-8") for page in pages)
    assert html.count("&lt;script") > 30


def test_nothing_is_written_outside_the_site(hostile: Path, built: Built) -> None:
    names = {path.name for path in hostile.parent.iterdir()}
    assert names <= {"content", "output", "pelicanconf.py", ".rapport"}
    for path in built.output.rglob("*"):
        assert re.fullmatch(r"[\w.~%-]+", path.name), path
    assert not any("passwd" in path.name for path in built.output.rglob("*"))
