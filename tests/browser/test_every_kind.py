"""One page of every kind there is, as published, in the preview, and in the hardest cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.theme_check.kinds import kinds
from tests.theme_check.made import Made, made
from tests.theme_check.seen import WIDTHS, open_and_stay, violations

WANTED = {
    *("home", "post", "post nobody answered", "conversations", "people", "person of the firm"),
    *("guest", "thanks", "posts by year", "topics", "topic", "author", "comment policy"),
    *("search", "not found", "moved", "desk", "rules", "draft"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with made(tmp_path_factory.mktemp("kinds")) as things:
        yield things


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Axe puts a script into the page, so the policy is set aside."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def test_no_kind_of_page_is_forgotten(site: Made) -> None:
    assert WANTED - set(kinds(site)) == set()
    assert len(set(kinds(site).values())) == len(kinds(site))


ASKED: dict[int, Literal["light", "dark"]] = {WIDTHS[0]: "dark", WIDTHS[-1]: "light"}


@pytest.mark.parametrize("kind", sorted(WANTED))
def test_a_page_of_each_kind_fits_every_width_and_is_accessible_at_both_ends(
    site: Made, page: Page, kind: str
) -> None:
    """Nothing sticks out at three widths; axe has nothing to say of the narrowest and the widest.

    `make theme-check` asks axe at each width, light and dark: the colours of all are in these two.
    """
    open_and_stay(page, kinds(site)[kind])
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if scheme := ASKED.get(width):
            page.emulate_media(color_scheme=scheme)
            faults += [f"{width} px, {scheme}: {fault}" for fault in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{width} px: scrolls sideways")
    assert faults == []


# What 400 % of a screen of 1280 x 1024 leaves (WCAG 2.2, 1.4.10), and twice the size of the letters
# alone on a small tablet (1.4.4).
ZOOMS = {"400 %": (320, 256, ""), "letters 200 %": (768, 1024, "html { font-size: 200% }")}


@pytest.mark.parametrize("zoom", ZOOMS)
def test_whoever_needs_it_large_loses_nothing(site: Made, page: Page, zoom: str) -> None:
    width, height, style = ZOOMS[zoom]
    page.set_viewport_size({"width": width, "height": height})
    wide = {}
    for kind, url in kinds(site).items():
        open_and_stay(page, url)
        page.add_style_tag(content=style or "html {}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide[kind] = page.evaluate("document.documentElement.scrollWidth")
        stuck = page.evaluate(
            "[...document.querySelectorAll('body *')]"
            ".filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)).length"
        )
        assert stuck == 0, "what sticks to a screen this small covers it"
    assert wide == {}
