"""What a reader's browser meets: who is asked for what, what fits on the screen, what axe finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from tests.conftest import FLAGS
from tests.theme_check.kinds import kinds, posts, staying
from tests.theme_check.made import Made, Place
from tests.theme_check.programs import chromium
from tests.theme_check.verdict import Line, Seen, ToolError, at_least, at_most, judged, none

WIDTHS = (320, 390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = ((390, 844), (1280, 900))
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # What passed is not told in full, which takes as long as the looking.
    "resultTypes": ["violations"],
}
_WIDE = "document.documentElement.scrollWidth > innerWidth"
_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
    " !important } p { margin-block-end: 2em !important }"
)
# Ways to read a page, each on top of those before it (WCAG 2.2, 1.4.10 and 1.4.12).
_READ = {
    "as it is": "() => null",
    "right to left": "() => { document.documentElement.dir = 'rtl' }",
    "right to left, spaced": f"""() => {{
        document.head.append(Object.assign(document.createElement('style'),
          {{ textContent: "{_SPACING}" }}))
    }}""",
    "left to right, spaced": "() => { document.documentElement.dir = 'ltr' }",
}
_THREADS = ("post", "post-busy", "post-arabic")
_STRIPS = ("post", "post-german", "post-arabic", "post-no-comments", "post-right-to-left")


@dataclass
class _Visit:
    """What one page asked for and said."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def answered(self, got: Response) -> None:
        """A file that is missing is a complaint too."""
        if got.status >= 400:
            self.said.append(f"{got.status} {got.url}")


@contextmanager
def browsing(*, policy: bool) -> Iterator[Page]:
    """A page of a headless Chromium; without `policy` a check may put a style or script in."""
    with sync_playwright() as tool:
        browser: Browser = tool.chromium.launch(
            executable_path=chromium(), chromium_sandbox=False, args=list(FLAGS)
        )
        with browser.new_context(bypass_csp=not policy) as context:
            yield context.new_page()
        browser.close()


def requests(made: Made) -> Sequence[Line]:
    """Every published page: what it asks for, of whom, and what it or the policy complains of."""
    place = made.published
    with browsing(policy=True) as page:
        visits = {name: _visited(page, place, name) for name in staying(place)}
    texts = [name for name in visits if "<img" not in place.html(name)]
    texts = [name for name in texts if not name.startswith("search/")]
    others = {
        f"{name or 'home'}: {url}"
        for name, visit in visits.items()
        for url in visit.asked
        if not url.startswith(place.url)
    }
    said = [f"{name or 'home'}: {text}" for name, visit in visits.items() for text in visit.said]
    seen = Seen(len(visits), "pages")
    most = max((len(visits[name].asked) for name in texts), default=0)
    return [
        at_most("requests of a page of text", Seen(len(texts), "pages"), most, 3),
        none("requests to other hosts", seen, sorted(others)),
        none("complaints: console, policy, missing files", seen, said),
    ]


def _visited(page: Page, place: Place, name: str) -> _Visit:
    visit = _Visit()
    handlers: dict[str, Any] = {
        "request": lambda request: visit.asked.append(request.url),
        "console": lambda message: visit.said.append(message.text),
        "pageerror": lambda error: visit.said.append(str(error)),
        "response": visit.answered,
    }
    for event, handler in handlers.items():
        page.on(event, handler)  # type: ignore[call-overload] # one of those it knows
    page.goto(place.url + name, wait_until="load")
    for event, handler in handlers.items():
        page.remove_listener(event, handler)
    return visit


def layout(made: Made) -> Sequence[Line]:
    """The first screen, the narrowest column, and what would make a reader scroll sideways."""
    with browsing(policy=False) as page:
        strips = _strips(page, made)
        column, turns = _column(page, made.hard)
        wide = _sideways(page, made)
    return [
        *strips,
        at_least("text of a comment at 320 px, narrowest", Seen(turns, "comments"), column, 235),
        *wide,
    ]


def _strips(page: Page, made: Made) -> list[Line]:
    """How far down the strip reaches, on every post, in a first screen of either size."""
    urls = [made.published.url + name for name in posts(made.published)]
    urls += [f"{made.hard.url}{case}/" for case in _STRIPS]
    ends: dict[tuple[int, int], dict[str, float]] = {size: {} for size in SIZES}
    for url in urls:
        page.goto(url)
        for size in SIZES:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            strip = page.locator(".strip").bounding_box()
            ends[size][url] = strip["y"] + strip["height"] if strip else float("nan")
    return [_strip(*size, found) for size, found in ends.items()]


def _strip(width: int, height: int, ends: Mapping[str, float]) -> Line:
    low = [f"{url}: {end:.0f} px" for url, end in ends.items() if not end <= height]
    return judged(
        f"strip in the first screen, {width} x {height}",
        Seen(len(ends), "posts"),
        f"{max(ends.values(), default=0):.0f} px",
        f"<= {height} px",
        not low,
        low,
    )


def _column(page: Page, place: Place) -> tuple[float, int]:
    """The narrowest text of a comment on the narrowest phone, and how many were looked at."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 640})
    widths: list[float] = []
    for case in _THREADS:
        page.goto(f"{place.url}{case}/")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        widths += page.evaluate(
            "[...document.querySelectorAll('.turn .e-content')].map(e => e.clientWidth)"
        )
    return min(widths, default=0), len(widths)


def _sideways(page: Page, made: Made) -> list[Line]:
    """Which pages are wider than the narrowest phone: as they are, turned round, and spaced."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 640})
    urls = [place.url + name for place in (made.published, made.hard) for name in staying(place)]
    urls += [url for url in kinds(made).values() if url.startswith(made.preview.url)]
    wide: dict[str, list[str]] = {how: [] for how in _READ}
    for url in urls:
        page.goto(url)
        for how, change in _READ.items():
            page.evaluate(change)
            if page.evaluate(_WIDE):
                wide[how].append(url)
    return [
        none(f"sideways scroll at 320 px, {how}", Seen(len(urls), "pages"), found)
        for how, found in wide.items()
    ]


def axe(made: Made) -> Sequence[Line]:
    """WCAG 2.2 A and AA and best practice, on every kind of page, at each width, light and dark.

    Two browsers take turns at the kinds: this is half of the work of all checks.
    """
    pages = list(kinds(made).items())
    with ThreadPoolExecutor(2) as pool:
        halves = list(pool.map(partial(_axe, made.published.url), (pages[::2], pages[1::2])))
    return [
        none(
            f"axe, {way}",
            Seen(len(pages), "kinds of page"),
            [f for half in halves for f in half[way]],
        )
        for way in halves[0]
    ]


def _axe(home: str, pages: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """What axe finds on these pages, given as kind and address, by width and scheme."""
    found: dict[str, list[str]] = {f"{w} px, {scheme}": [] for w in WIDTHS for scheme in SCHEMES}
    with browsing(policy=False) as page:
        _sees(page, home)
        for kind, url in pages:
            open_and_stay(page, url)
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    found[f"{width} px, {scheme}"] += [
                        f"{kind}: {fault}" for fault in violations(page)
                    ]
    return found


def open_and_stay(page: Page, url: str) -> None:
    """Open a page, and stay there though it leads on by itself."""

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.url != url:
            route.fulfill(status=204)
        else:
            route.continue_()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(url)


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: each rule with the first place."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]


def _sees(page: Page, url: str) -> None:
    """Raises ToolError when axe passes over words that nobody can read."""
    page.goto(url)
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    if not any(fault.startswith("color-contrast") for fault in violations(page)):
        raise ToolError("axe found nothing on a page that is at fault.")
