"""The audit's page in a browser: its own policy in force, on a phone, in the dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from rapport.audit import Context, judge, measure
from rapport.cli.configuration import load
from rapport.reports import FORMATS
from rapport.sources import document, read_site
from tests.browser.conftest import watch
from tests.browser.test_sample import RULES
from tests.sites import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page on the sample firm's posts."""
    settings = load(ROOT / "pelicanconf.py")
    site = read_site(settings)
    context = Context.of(site, settings)
    markdown = [post for post in site.posts if post.markup == "markdown"]
    facts = {post.path: measure(post, document(post, settings), context) for post in markdown}
    texts = {post.path: post.text for post in site.posts}
    told = judge(site, facts, settings, NOW)
    file = tmp_path_factory.mktemp("report") / "audit.html"
    file.write_text(FORMATS["html"](told, lambda path: texts.get(path, "")), "utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own for each test. Axe puts a script into it, so the policy is set aside."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def test_the_page_says_nothing_asks_for_nothing_and_has_its_style(
    report: str, browser: Browser
) -> None:
    with browser.new_context() as context:
        seen = watch(context.new_page())
        seen.page.goto(report)
        accent = seen.page.locator(".bar").first.evaluate("bar => getComputedStyle(bar).fill")
    assert seen.said == []
    assert [url for url in seen.asked if url != report and not url.startswith("data:")] == []
    assert accent == "rgb(15, 92, 76)", "the policy lets the style through"


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
)
def test_the_page_is_accessible_and_no_wider_than_the_screen(
    report: str, page: Page, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of the two it knows
    page.goto(report)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_keyboard_opens_what_was_found(report: str, page: Page) -> None:
    page.goto(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    summary = page.locator(".post summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".post .notes").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').className") == "rule"


def test_paper_shows_every_post_and_the_tables(report: str, page: Page) -> None:
    page.goto(report)
    page.emulate_media(media="print")
    posts = page.locator(".post h3")
    assert posts.count() > 20
    assert [at for at in range(posts.count()) if not posts.nth(at).is_visible()] == []
    assert page.locator("#time ~ details table").is_visible()
    assert not page.locator("nav").is_visible()


def test_the_page_works_from_the_package_alone(report: str) -> None:
    text = Path(report.removeprefix("file://")).read_text("utf-8")
    assert text.count("<style>") == 1
    assert '<link rel="stylesheet"' not in text
