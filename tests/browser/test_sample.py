"""What a reader's browser makes of the sample firm's site, under the strictest policy there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, watch
from tests.theme_check.seen import AXE

RULES = AXE


def _main_pages(site: Served) -> list[str]:
    """One page of each kind: home, lists, a person, the post that was talked about most."""
    posts = [name for name in site.pages() if (site.output / name / "index.html").is_file()]
    talked = max(posts, key=lambda name: (site.output / name / "index.html").stat().st_size)
    person = next(name for name in site.pages() if name.startswith("people/") and name != "people/")
    topic = next(name for name in site.pages() if name.startswith("topics/"))
    return ["", "conversations/", "people/", "thanks/", "posts/", "404.html", person, topic, talked]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own for each test. Axe puts a script into it, so the policy is set aside."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def test_no_page_says_asks_or_fails_at_anything(sample: Served, browser: Browser) -> None:
    """Not a word in the console, no request to another host, no file missing, on every page."""
    with browser.new_context() as context:
        seen = watch(context.new_page())
        for name in sample.pages():
            seen.page.goto(sample.url + name)
    assert seen.said == []
    assert seen.failed == []
    assert [url for url in seen.asked if not url.startswith(sample.url)] == []


def test_the_accessibility_check_sees_a_fault(sample: Served, page: Page) -> None:
    page.goto(sample.url)
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    found = Axe().run(page, options=RULES).response["violations"]
    assert "color-contrast" in {fault["id"] for fault in found}


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_page_scrolls_sideways_on_the_smallest_phone(
    sample: Served, page: Page, direction: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for name in sample.pages():
        page.goto(sample.url + name)
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(name)
    assert wide == []


def test_a_keyboard_reaches_the_conversation_at_once(sample: Served, page: Page) -> None:
    page.goto(sample.url + _main_pages(sample)[-1])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the conversation"
    page.keyboard.press("Enter")
    assert page.url.endswith("#conversation")


def test_a_link_to_a_comment_lands_on_it(sample: Served, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    post = sample.url + _main_pages(sample)[-1]
    page.goto(post)
    last = page.locator("article.h-cite").last.get_attribute("id")
    page.goto(f"{post}#{last}")
    box = page.locator(f"[id='{last}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 844


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_the_question_and_the_latest_word_are_in_the_first_screen(
    sample: Served, page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(sample.url + _main_pages(sample)[-1])
    strip = page.locator(".strip").bounding_box()
    assert strip is not None
    assert strip["y"] + strip["height"] <= height


def test_paper_holds_every_comment(sample: Served, page: Page) -> None:
    page.goto(sample.url + _main_pages(sample)[-1])
    page.emulate_media(media="print")
    comments = page.locator("article.h-cite .e-content")
    hidden = [at for at in range(comments.count()) if not comments.nth(at).is_visible()]
    assert comments.count() > 0
    assert hidden == []
