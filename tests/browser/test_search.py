"""The search page of a published site, under the policy that the site ships."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from rapport.building import build
from tests.browser.conftest import Served, Strict, watch
from tests.sites import copied

HOSTILE = "A lamp for <img src=x onerror=alert(1)> and <mark>moths</mark>: *zwielicht* it is."
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class _Shipped(Strict):
    """Serves a site with the headers that it asks for."""

    def policy(self) -> str:
        told = (Path(self.directory) / "_headers").read_text("utf-8").splitlines()
        return next(line.partition(": ")[2] for line in told if "Content-Security-Policy" in line)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample firm's site, with a comment that wants to be a program."""
    folder = tmp_path_factory.mktemp("published")
    conf = copied(folder).with_name("publishconf.py")
    thread = next(path for path in sorted((folder / "content/comments").iterdir()) if path.is_dir())
    comment = thread / "01zzzzzzzzzzzzzzzzzzzzzzzz.md"
    comment.write_text(f"Author: Mo Lamp\nDate: 2026-06-20 10:00+00:00\n\n{HOSTILE}\n")
    handler = partial(_Shipped, directory=str(folder / "output"))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        pytest.MonkeyPatch.context() as env,
    ):
        url = f"http://127.0.0.1:{server.server_port}"
        env.setenv("RAPPORT_SITEURL", url)
        build(conf, publish=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(folder / "output", f"{url}/")
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def test_words_of_a_comment_lead_to_the_comment(published: Served, page: Page) -> None:
    seen = watch(page)
    page.goto(f"{published.url}search/")
    page.get_by_label("Words in posts and comments").fill("zwielicht")
    expect(page.locator("#count")).to_have_text("Found: 1")
    assert page.url.endswith("?q=zwielicht")
    found = page.locator("#results ul a")
    expect(found).to_contain_text("A lamp for <img src=x onerror=alert(1)>")
    assert page.locator("#results img").count() == 0
    assert page.locator("#results ul mark").all_inner_texts() == ["zwielicht"]
    found.click()
    assert page.url.endswith("#c-01zzzzzzzzzzzzzzzzzzzzzzzz")
    assert page.locator(":target").is_visible()
    assert seen.said == []
    assert seen.failed == []
    assert [url for url in seen.asked if not url.startswith(published.url)] == []


def test_a_search_can_be_narrowed_and_handed_on(published: Served, page: Page) -> None:
    page.goto(f"{published.url}search/?person=Mo+Lamp")
    expect(page.locator("#count")).to_have_text("Found: 1")
    assert page.get_by_label("Who speaks").input_value() == "Mo Lamp"
    page.get_by_label("Words in posts and comments").fill("a word that nobody wrote qqqq")
    expect(page.locator("#count")).to_have_text("Nothing was found.")
    assert page.locator("#results li").count() == 0


def test_open_questions_are_found_by_state(published: Served, page: Page) -> None:
    page.goto(f"{published.url}search/")
    page.get_by_label("Conversation").select_option("Answered")
    expect(page.locator("#count")).to_contain_text("Found:")
    page.locator("#results h2 a").first.click()
    assert page.locator(".strip").inner_text()


def test_the_keyboard_alone_finds_something(published: Served, page: Page) -> None:
    page.goto(f"{published.url}search/")
    page.get_by_label("Words in posts and comments").focus()
    page.keyboard.type("zwielicht")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("Found: 1")
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_what_is_found_is_accessible(
    published: Served, browser: Browser, width: int, scheme: str
) -> None:
    with browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of the two it knows
        page.goto(f"{published.url}search/?q=notice")
        expect(page.locator("#results h2").first).to_be_visible()
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_there_is_the_list(published: Served, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{published.url}search/")
        assert not page.locator("#search").is_visible()
        assert page.locator(".group li").count() > 10
        page.locator(".group a").first.click()
        assert page.locator("article.post").is_visible()


def test_no_other_page_has_a_script_or_may_run_one(published: Served, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        seen = watch(page)
        page.goto(published.url)
        assert page.evaluate("document.scripts.length") <= 1
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), "
                      f"{{ src: '{published.url}theme/js/search.js' }}))")  # fmt: skip
        page.wait_for_timeout(300)
    assert any("script-src" in said or "default-src" in said for said in seen.said)
