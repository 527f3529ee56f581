"""Without a mouse: every stop of the way through a thread and its form, and that it can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.theme.pages import pages
from tests.theme.visit import Visit

_MANY = 400
# Where the keyboard is, what can be seen of it, and whether the browser's own ring is left.
_STOP = """() => {
  const on = document.activeElement, box = on.getBoundingClientRect(), style = getComputedStyle(on);
  return {
    tag: on.tagName.toLowerCase(),
    words: (on.innerText || on.textContent || '').trim().replace(/\\s+/g, ' '),
    href: on.getAttribute('href') || '',
    name: on.getAttribute('name') || '',
    place: [...document.querySelectorAll('*')].indexOf(on),
    shown: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    ring: style.outlineStyle == 'none' ? 0 : parseFloat(style.outlineWidth),
  }
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place where Tab stopped. `place` is its position in the document."""

    tag: str
    words: str
    href: str
    name: str
    place: int
    shown: bool
    ring: float

    def seen(self) -> bool:
        """Whether somebody who looks at the screen knows where they are (WCAG 2.2, 2.4.7)."""
        return self.shown and self.ring >= 2


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Visit:
    made = Visit(browser.new_page())
    made.page.route("**/*", made.answer)
    return made


def walk(page: Page, key: str = "Tab") -> list[Stop]:
    """Every stop from the top of the page to its end, or the other way."""
    stops: list[Stop] = []
    for _ in range(_MANY):
        page.keyboard.press(key)
        told: dict[str, Any] = page.evaluate(_STOP)
        if told["tag"] == "body" or (stops and told["place"] == stops[0].place):
            return stops
        stops.append(Stop(**told))
    raise AssertionError("The keyboard never came to the end of the page.")


def reachable(page: Page) -> list[int]:
    """What a keyboard should reach, in the order of the document."""
    places: list[int] = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((e, at) => e.tabIndex >= 0 && "
        "e.matches('a[href], button, input, select, textarea, summary') && "
        "e.checkVisibility({visibilityProperty: true}) ? [at] : [])"
    )
    return places


CASES = ["post-form", "post-no-comments", "post-right-to-left", "home", "person-reader"]


@pytest.mark.parametrize("case", [*CASES, "conversations", "404", "desk"])
@pytest.mark.parametrize("width", [390, 1280])
def test_tab_stops_at_everything_once_in_the_order_of_reading_and_shows_where(
    visit: Visit, case: str, width: int
) -> None:
    page = visit.open(case, width)
    stops = walk(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop for stop in stops if not stop.seen()] == []


def test_a_ring_that_is_taken_away_is_missed(visit: Visit) -> None:
    page = visit.open("home", 1280)
    page.add_style_tag(content=":focus-visible { outline: 0 !important }")
    assert not any(stop.seen() for stop in walk(page))


def test_the_way_through_thread_and_form(visit: Visit) -> None:
    page = visit.open("post-form", 390)
    stops = walk(page)
    assert [stop.words for stop in stops[:2]] == ["Skip to content", "Skip to the conversation"]
    comments = page.locator("article.h-cite:not(:has(.gone))")
    anchors = [f"#{comments.nth(at).get_attribute('id')}" for at in range(comments.count())]
    permalinks = [stop.href.partition("costs/")[2] for stop in stops]
    assert len(anchors) >= 7
    assert [anchor for anchor in anchors if anchor not in permalinks] == []
    answers = [stop for stop in stops if stop.href == "#join" and stop.words.startswith("Reply to")]
    assert len(answers) == len(anchors)
    assert len({stop.words for stop in answers}) == len(answers), "no two have one name"
    fields = [stop.name for stop in stops if stop.tag in {"input", "textarea", "select"}]
    assert fields == ["parent", "body", "author", "email", "url", "agreed"]
    send = next(stop for stop in stops if stop.tag == "button")
    assert send.place > stops[[stop.name for stop in stops].index("agreed")].place


def test_the_way_back_is_the_same(visit: Visit) -> None:
    page = visit.open("post-form", 390)
    there = walk(page)
    page.evaluate("document.activeElement.blur()")
    page = visit.open("post-form", 390)
    back = walk(page, "Shift+Tab")
    assert [stop.place for stop in back] == [stop.place for stop in reversed(there)]


def test_an_answer_can_be_written_and_sent_by_keys_alone(visit: Visit) -> None:
    page = visit.open("post-form", 390)
    reply = page.locator(".turn footer a").first
    reply.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#join")
    sent: list[str] = []

    def take(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=204)

    page.route("https://form.example/**", take)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    for words in ("I would.", "Maria Keller", "", ""):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert "body=I+would." in sent[0]
    assert "author=Maria+Keller" in sent[0]
    assert "fax=&" in sent[0]


def test_a_folded_branch_opens_by_key_and_tab_goes_through_it(visit: Visit) -> None:
    page = visit.open("post-busy", 390)
    summary = page.locator(".fold > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("!!document.activeElement.closest('.fold[open] .turn')")
    assert inside


def test_the_cases_are_there() -> None:
    assert set(CASES) <= set(pages())
