"""The theme in a real browser: what only layout can show."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.theme.pages import SITE, pages
from tests.theme.samples import post
from tests.theme.visit import Visit

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
    " !important } p { margin-block-end: 2em !important }"
)


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Visit:
    made = Visit(browser.new_page())
    made.page.route("**/*", made.answer)
    return made


def test_no_page_scrolls_sideways_on_the_narrowest_phone(visit: Visit) -> None:
    wide = {}
    for case in pages():
        width = visit.open(case, 320).evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[case] = width
    assert wide == {}


@pytest.mark.parametrize("case", ["post", "home", "post-right-to-left", "post-long-words"])
def test_wider_letters_and_lines_lose_nothing(visit: Visit, case: str) -> None:
    page = visit.open(case, 320)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
@pytest.mark.parametrize("case", ["post", "post-arabic", "post-no-comments"])
def test_the_question_and_the_latest_word_are_seen_without_scrolling(
    visit: Visit, case: str, size: tuple[int, int]
) -> None:
    strip = visit.open(case, *size).locator(".strip").bounding_box()
    assert strip is not None
    assert strip["y"] + strip["height"] <= size[1]


def test_the_deepest_comment_keeps_a_column_that_can_be_read(visit: Visit) -> None:
    widths = visit.open("post", 320).evaluate(
        "[...document.querySelectorAll('.turn .e-content')].map(e => e.clientWidth)"
    )
    assert len(widths) == 49
    assert min(widths) >= 235


def test_the_rail_is_for_wide_screens(visit: Visit) -> None:
    assert visit.open("post", 1280, 900).locator(".rail").is_visible()
    assert not visit.open("post", 390).locator(".rail").is_visible()


def test_replies_are_indented_once_on_phones_and_twice_on_wide_screens(visit: Visit) -> None:
    starts = (
        "[...new Set([...document.querySelectorAll('.thread li:has(> .turn)')]"
        ".map(e => Math.round(e.getBoundingClientRect().left)))].length"
    )
    assert visit.open("post", 390).evaluate(starts) == 2
    assert visit.open("post", 1280, 900).evaluate(starts) == 3


def test_a_link_to_a_comment_lands_on_it_at_once(visit: Visit) -> None:
    anchor = post().thread.comments[40].anchor
    page = visit.open("post", fragment=f"#{anchor}")
    top = page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top")
    assert 0 <= top <= 100


def folded(page: Page, at: int = 0) -> Locator:
    """A comment that stands in the fold of a long branch."""
    return page.locator(".fold").nth(at).locator(".turn").first


def test_a_long_branch_is_folded_until_somebody_wants_it(visit: Visit) -> None:
    page = visit.open("post-busy", 1280, 900)
    assert not folded(page).is_visible()
    page.locator(".fold > summary").first.press("Enter")
    assert folded(page).is_visible()


def test_a_link_to_a_folded_comment_opens_its_branch(visit: Visit) -> None:
    anchor = folded(visit.open("post-busy"), 3).get_attribute("id")
    visit.page.goto("about:blank")
    page = visit.open("post-busy", fragment=f"#{anchor}")
    assert folded(page, 3).is_visible()
    assert not folded(page, 2).is_visible()
    top = page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top")
    assert 0 <= top <= 100


def test_paper_opens_every_branch(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("post-busy", 1280, 900)
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.fold .e-content')]"
        ".map(e => e.getBoundingClientRect().height)"
    )
    summaries = page.locator(".fold > summary").all()
    assert len(heights) >= 50
    assert min(heights) > 10
    assert not any(one.is_visible() for one in summaries)
    page.emulate_media(media="screen")


def test_the_first_tab_shows_the_way_to_the_content(visit: Visit) -> None:
    page = visit.open("post")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the conversation"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#conversation"


def test_nobody_else_is_asked_for_anything(visit: Visit) -> None:
    visit.asked.clear()
    visit.open("post", 1280, 900)
    assert {url.removeprefix(SITE) for url in visit.asked} <= {
        *("/post/", "/theme/css/rapport.css", "/theme/favicon.svg")
    }


def test_dark_is_dark(browser: Browser, visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    shade = visit.open("post").evaluate("getComputedStyle(document.body).backgroundColor")
    visit.page.emulate_media(color_scheme="light")
    assert shade == "rgb(20, 21, 19)"
    assert browser.is_connected()


def test_paper_gets_every_comment_and_no_furniture(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("post", 1280, 900)
    page.emulate_media(media="print")
    for gone in (".site-nav", ".skip", ".rail", ".join", ".turn footer"):
        assert not page.locator(gone).first.is_visible(), gone
    assert all(one.is_visible() for one in page.locator(".turn .e-content").all())
    assert page.locator(".turn .badge").first.is_visible()
    page.emulate_media(media="screen")
    page.pdf(path=tmp_path / "post.pdf", format="A4")
    assert (tmp_path / "post.pdf").stat().st_size > 20_000
