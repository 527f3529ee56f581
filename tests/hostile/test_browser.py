"""The worst pages in a real browser: nothing runs, asks, says or leaves anything behind.

The same pages with the sanitiser and the escaping switched off do all of it, so this can fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from rapport.building import Built, build
from rapport.building.theme import Marks
from tests.browser.conftest import Watched, watch
from tests.hostile.corpus import ALL
from tests.hostile.site import HOST, write_hostile

# As in test_pages.py.
pytestmark = pytest.mark.untraced

WORST = frozenset({"tags", "quotes", "css", "svg-and-mathml", "mutation", "ends", "json-ld"})
POSTS = [n for n, (kind, _, _) in enumerate(ALL) if kind in WORST]
LISTS = ["/", "/conversations/", "/people/", "/thanks/", "/posts/"]
PROTOCOLS = (
    "[...new Set([...document.querySelectorAll('a, link')].map(each => each.protocol ?? ''))]"
)


@dataclass(slots=True)
class Visit:
    """A page on which every address of the site is answered from a folder, and no other is."""

    seen: Watched
    away: list[str] = field(default_factory=list)
    left: list[object] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site and wait until nothing more can happen by itself."""
        self.seen.page.goto(HOST + path, wait_until="load", timeout=5000)
        self.left.append(self.seen.page.evaluate("window.pwned"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def visit(page: Page, output: Path) -> Visit:
    """Answer from a built site, without any policy that would do the sanitiser's work."""
    made = Visit(watch(page))

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        file = output / unquote(parts.path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            made.away.append(route.request.url)
            route.abort()
        elif file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, body="")

    page.route("**/*", answer)
    return made


def test_nothing_runs_on_the_worst_pages(built: Built, page: Page) -> None:
    seen = visit(page, built.output)
    protocols: set[str] = set()
    people = [f"/people/r{n}/" for n in POSTS if (built.output / f"people/r{n}").is_dir()]
    for path in [*LISTS, *(f"/p{n}/" for n in POSTS[::2]), *people[1::8]]:
        seen.open(path)
        protocols |= set(page.evaluate(PROTOCOLS))
    assert seen.seen.said == []
    assert seen.seen.failed == []
    assert seen.away == []
    assert set(seen.left) == {None}
    assert protocols <= {"https:", "http:", "mailto:", ""}


def test_nothing_runs_on_the_desk(previewed: Built, page: Page) -> None:
    seen = visit(page, previewed.output)
    for path in ["/desk/", *(f"/p{n}/" for n in POSTS if n % 5 == 0)]:
        seen.open(path)
    assert (seen.seen.said, seen.seen.failed, seen.away) == ([], [], [])
    assert set(seen.left) == {None}


def test_the_same_pages_do_run_when_nothing_is_sanitised(
    tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Marks(ours=True, autoescape=False, strict=True)
    for room in ("configuring", "joining"):
        monkeypatch.setattr(f"rapport.building.{room}.marks", lambda _theme: bare)
    monkeypatch.setattr("rapport.building.threads.render_body", str)
    posts = [n for n in POSTS if n % 6 == 0 or "pwned" in ALL[n][2]]
    seen = visit(page, build(write_hostile(tmp_path, posts)).output)
    fired = 0
    for path in ["/people/", *(f"/p{n}/" for n in posts)]:
        before = len(seen.seen.said) + len(seen.away)
        try:
            seen.open(path)
        except Error:  # it leads the browser away, or never comes to rest
            fired += 1
            continue
        fired += len(seen.seen.said) + len(seen.away) > before
    assert fired > len(posts) / 3
    assert seen.seen.said.count("1") > 10, "dialogs that payloads opened"
    assert any("evil.example" in url for url in seen.away)
    assert 1 in seen.left
