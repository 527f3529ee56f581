"""What strangers write comes out harmless, at any depth and in any field."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rapport.building import build
from tests.building.small_site import broken_links, tree, write_site

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1)) [y](data:text/html,boo) [z](//evil.example)",
    "</article></main><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% include 'index.html' %} {# x #}",
    "]]> <![CDATA[ <!-- --> &#0; &#x1f; \u202eevil\u202c \ufdd0",
    "`<b>` **<i>bold</i>** <https://ok.example/?a=1&b=2>",
]


def comments(post: str = "locks") -> dict[str, str]:
    return {
        f"content/comments/{post}/01jqm6h{number:019d}.md": (
            f"Author: Mallory {attack.splitlines()[0]}\n"
            f"Date: 2026-02-03 10:{number:02d}+00:00\n"
            f"Edited: 2026-02-04 {attack.splitlines()[0]}\n\n{attack}\n"
        )
        for number, attack in enumerate(ATTACKS)
    }


class Strict(HTMLParser):
    """Collects what could run, and what is not closed."""

    VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.bad += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed"}:
            self.bad.append(f"<{tag}>")
        for name, value in attrs:
            scheme = (value or "").strip().lower().partition(":")[0]
            if name.startswith("on") or scheme in {"javascript", "data", "vbscript"}:
                self.bad.append(f"<{tag} {name}={value}>")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> closes nothing")


def test_nothing_that_a_stranger_wrote_runs_or_breaks_a_page(tmp_path: Path) -> None:
    done = build(write_site(tmp_path, comments()))
    assert done.faults == ()
    for path in done.output.rglob("*.html"):
        assert Strict(path.read_text("utf-8")).bad == [], path
    page = (done.output / "locks" / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "49" not in page
    assert "\u202e" not in page


def test_feeds_stay_well_formed(tmp_path: Path) -> None:
    done = build(write_site(tmp_path, comments()))
    feeds = list((done.output / "feeds").rglob("*.xml"))
    assert len(feeds) > 4
    for path in feeds:
        assert _parsed(path).tag.endswith("feed"), path


def test_the_check_of_this_test_finds_what_it_should() -> None:
    assert Strict("<p onclick=x><a href='javascript:y'>z</a></p><script></script>").bad == [
        "<p onclick=x>",
        "<a href=javascript:y>",
        "<script>",
    ]
    assert Strict("<div><p></div>").bad == ["</div> closes nothing", "<div> is not closed"]


@pytest.mark.untraced  # so many that a tracer takes longer than the build
def test_five_thousand_replies_to_each_other_and_ten_thousand_to_one_post(tmp_path: Path) -> None:
    talk = {}
    for number in range(5000):
        above = f"Reply-To: {_id(0, number - 1)}\n" if number else ""
        talk[f"content/comments/locks/{_id(0, number)}.md"] = _said(number, above)
    for number in range(10_000):
        above = f"Reply-To: {_id(1, number // 3)}\n" if number % 2 else ""
        talk[f"content/comments/ferry/{_id(1, number)}.md"] = _said(number, above)
    done = build(write_site(tmp_path, talk))
    for post, count in (("locks", 5001), ("ferry", 10_000)):
        page = (done.output / post / "index.html").read_text("utf-8")
        assert page.count('<article class="turn') == count
        assert Strict(page).bad == []
        assert _deepest_list(page) <= 3
        feed = _parsed(done.output / "feeds" / "conversation" / f"{post}.atom.xml")
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 100
    assert list(broken_links(done.output, "https://any.example")) == []


def _id(kind: int, number: int) -> str:
    return f"01jqm6{kind}{number:019d}"


def _said(number: int, above: str) -> str:
    moment = f"2026-02-{3 + number // 1440:02d} {number // 60 % 24:02d}:{number % 60:02d}+00:00"
    return f"Author: Reader {number % 7}\nDate: {moment}\n{above}\nReply {number}.\n"


def _parsed(feed: Path) -> ElementTree.Element:
    return ElementTree.fromstring(feed.read_bytes())  # noqa: S314 - the build wrote it


def _deepest_list(page: str) -> int:
    depth = deepest = 0
    for piece in page.split("<")[1:]:
        depth += piece.startswith("ol ") - piece.startswith("/ol>")
        deepest = max(deepest, depth)
    return deepest


@pytest.mark.parametrize("name", ["../../../etc/passwd", "a/b", "..", "x\x00y"])
def test_an_id_that_would_climb_out_names_no_file(tmp_path: Path, name: str) -> None:
    head = f"Title: Climb\nDate: 2026-01-01\nAuthor: Ida Brandt\nId: {name}\n"
    post = {"content/posts/climb.md": f"{head}\nWords.\n"}
    done = build(write_site(tmp_path, post))
    assert [fault.code for fault in done.faults] == ["CFG903"]
    assert {path.name for path in tmp_path.iterdir()} == {
        *("content", "output", "pelicanconf.py", "publishconf.py")
    }
    assert not any(".." in found for found in tree(done.output))
