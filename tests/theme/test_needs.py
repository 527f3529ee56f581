"""What a reader's own settings ask for: their colours, more contrast; and what paper gets."""

from __future__ import annotations

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.theme.samples import busy_thread, post
from tests.theme.visit import Visit


@pytest.fixture
def visit(browser: Browser) -> Visit:
    made = Visit(browser.new_page())
    made.page.route("**/*", made.answer)
    return made


def style(page: Page, selector: str, name: str) -> str:
    told: str = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")
    return told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_a_readers_own_colours_everything_still_has_an_edge(visit: Visit, scheme: str) -> None:
    """Surfaces are gone then: badge, answer, strip, field and button are told by their lines."""
    visit.page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type] # one of two
    page = visit.open("post-form", 1280)
    ground = style(page, "body", "backgroundColor")
    edges = {
        ".badge": "borderTop",
        ".turn.firm": "borderInlineStart",
        ".strip": "borderInlineStart",
        "#say": "borderTop",
        ".button": "borderTop",
    }
    for selector, side in edges.items():
        assert style(page, selector, f"{side}Style") == "solid", selector
        assert float(style(page, selector, f"{side}Width").removesuffix("px")) >= 1, selector
        assert style(page, selector, f"{side}Color") != ground, selector
    for selector in (".badge", ".turn .e-content", ".stamp", ".question", ".button"):
        assert style(page, selector, "color") != ground, selector
    page.locator(".stamp").first.focus()
    assert float(style(page, ".stamp", "outlineWidth").removesuffix("px")) >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_wants_more_contrast_gets_no_grey(visit: Visit, scheme: str) -> None:
    page = visit.open("post", 1280)
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of two
    assert style(page, ".stamp", "color") != style(page, "body", "color")
    visit.page.emulate_media(color_scheme=scheme, contrast="more")  # type: ignore[arg-type] # one of two
    for grey in (".stamp", ".byline", ".notice"):
        assert style(page, grey, "color") == style(page, "body", "color")


BADGES = {"": "", "author": "Author", "firm": "Rossi & Partners"}


def letters(text: str) -> str:
    """What is left of words when lines break elsewhere, and letters are joined into one."""
    return re.sub(r"\W+", "", normalize("NFKC", text)).lower()


@pytest.mark.parametrize("case", ["post", "post-busy"])
def test_paper_has_the_words_of_every_comment_and_who_said_them(visit: Visit, case: str) -> None:
    comments = (busy_thread() if case == "post-busy" else post().thread).comments
    paper = visit.open(case, 1280).pdf(format="A4")
    told = letters("".join(each.extract_text() for each in PdfReader(BytesIO(paper)).pages))
    place = 0
    for comment in comments:
        if comment.removed:
            continue
        for words in (
            comment.author.name,
            BADGES[comment.author.badge],
            comment.body.striptags()[:60],
        ):
            found = told.find(letters(words), place)
            assert found >= 0, (comment.number, words)
            place = found
    for furniture in ("Reply to", "Skip to", "Latest replies", "Join the conversation"):
        assert letters(furniture) not in told
    if case == "post":
        assert letters("https://petrova.example/letter") in told, "where a link leads"
