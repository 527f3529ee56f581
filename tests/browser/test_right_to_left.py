"""A whole site in a language that is written from right to left, on the smallest phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from rapport.building import build
from tests.browser.conftest import Served, serve
from tests.building.small_site import write_site
from tests.sites import write_files

POST = """
    Title: מי משלם את דמי המעבר
    Date: 2026-03-08 09:00
    Author: Ida Brandt
    Slug: toll-he

    כפי ש @ana הראתה, האגרה בוטלה באפריל.

    האם שילמתם אותה פעמיים?
    """
WORDS = """
    msgid ""
    msgstr ""
    "Content-Type: text/plain; charset=utf-8\\n"

    msgid "Conversations"
    msgstr "שיחות"
    """
# The visible boxes of a page's text that begin or end outside the window.
OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    const seen = box.width > 1 && getComputedStyle(each).visibility !== "hidden";
    return seen && !each.closest(".skip, table, pre") && (box.left < -.5 || box.right > 320.5);
}).map(each => each.outerHTML.slice(0, 80))"""
# Where the handle's sign stands and where its name begins.
SIGN = """() => {
    const text = document.querySelector(".words .h-card").firstChild;
    const at = (from, to) => {
        const range = document.createRange();
        range.setStart(text, from); range.setEnd(text, to);
        return range.getBoundingClientRect().left;
    };
    return [at(0, 1), at(1, 2)];
}"""


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small site, with its posts and its words in a language of the other direction."""
    folder = tmp_path_factory.mktemp("hebrew")
    file = write_site(folder, conf='DEFAULT_LANG = "he"')
    write_files(folder, {"content/posts/toll-he.md": POST, "translations/he.po": WORDS})
    yield from serve(build(file).output)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 320, "height": 700}) as context:
        yield context.new_page()


def test_every_page_begins_at_the_right_and_none_scrolls_sideways(
    hebrew: Served, page: Page
) -> None:
    turned = 0
    for name in hebrew.pages():
        page.goto(hebrew.url + name)
        turned += page.evaluate("document.documentElement.dir === 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate(OUTSIDE) == [], name
        brand = page.locator(".brand").bounding_box()
        if page.evaluate("document.documentElement.dir === 'rtl'"):
            assert brand is not None
            assert brand["x"] + brand["width"] > 290, name
    assert turned > 10


def test_a_handle_keeps_its_sign_before_its_name(hebrew: Served, page: Page) -> None:
    page.goto(hebrew.url + "toll-he/")
    sign, name = page.evaluate(SIGN)
    assert sign < name
