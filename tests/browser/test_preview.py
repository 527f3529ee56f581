"""The panel and its marks in a real browser: read, followed by keyboard, left out on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, watch
from tests.browser.test_sample import RULES

MANUAL = "rapport/rules/"


def _posts(site: Served) -> list[str]:
    """The posts with findings, the one with most marks first."""
    found = []
    for name in site.pages():
        file = site.output / name / "index.html"
        html = file.read_text("utf-8") if file.is_file() else ""
        if 'class="finding"' in html:
            found.append((-html.count('class="found" id'), name))
    return [name for _, name in sorted(found)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own for each test. Axe puts a script into it, so the policy is set aside."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def test_no_page_of_the_preview_says_asks_or_fails_at_anything(
    preview: Served, browser: Browser
) -> None:
    with browser.new_context() as context:
        seen = watch(context.new_page())
        for name in preview.pages():
            seen.page.goto(preview.url + name)
    assert seen.said == []
    assert seen.failed == []
    assert [url for url in seen.asked if not url.startswith(preview.url)] == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
)
def test_panel_marks_and_manual_are_accessible(
    preview: Served, page: Page, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of the two it knows
    posts = _posts(preview)
    assert len(posts) > 3
    faults = {}
    for name in (*posts[:4], MANUAL):
        page.goto(preview.url + name)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = Axe().run(page, options=RULES).response["violations"]
        if found:
            faults[name] = [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults[name] = [("scrolls sideways", "")]
    assert faults == {}


def test_a_keyboard_goes_from_a_finding_to_its_words_and_back(preview: Served, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(preview.url + _posts(preview)[0])
    link = page.locator(".finding a").last
    link.focus()
    page.keyboard.press("Enter")
    mark = re.search(r"#(mark-(\d+))$", page.url)
    assert mark is not None
    box = page.locator(f"#{mark[1]}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 844
    # The words themselves may hold links; the note is the first one behind them.
    for _ in range(9):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getAttribute('href')")
        if focused == f"#finding-{mark[2]}":
            break
    assert focused == f"#finding-{mark[2]}"
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#finding-{mark[2]}")
    box = page.locator(f"#finding-{mark[2]}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 844


def test_a_finding_leads_to_its_rule(preview: Served, page: Page) -> None:
    page.goto(preview.url + _posts(preview)[0])
    link = page.locator(".rule-line a").first
    code = link.inner_text().partition(":")[0]
    link.click()
    assert page.url == f"{preview.url}{MANUAL}#{code.lower()}"
    assert page.locator(f"#{code.lower()} h2").inner_text().startswith(code)
    assert page.locator(f"#{code.lower()}").is_visible()


def test_what_counted_is_folded_until_it_is_asked_for(preview: Served, page: Page) -> None:
    page.goto(preview.url + _posts(preview)[0])
    assert not page.locator(".counted ul, .counted p").first.is_visible()
    page.locator(".counted summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".counted ul, .counted p").first.is_visible()


def test_paper_has_the_words_and_neither_panel_nor_marks(preview: Served, page: Page) -> None:
    page.goto(preview.url + _posts(preview)[0])
    page.emulate_media(media="print")
    assert not page.locator(".panel").is_visible()
    assert not page.locator(".found-note").first.is_visible()
    mark = page.locator(".found").first
    assert mark.is_visible()
    style = "getComputedStyle(document.querySelector('.found'))"
    assert page.evaluate(f"{style}.backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.evaluate(f"{style}.borderBottomWidth") == "0px"
