"""What the search page costs before anybody searches, and with one search."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Response, expect

from tests.theme_check.made import Made
from tests.theme_check.seen import browsing
from tests.theme_check.verdict import Line, Seen, at_most, judged

_WORDS = "notice"
_PAGE = "search/"


def searching(made: Made) -> Sequence[Line]:
    """Scripts before a search, everything with one, and that it finds something."""
    sizes: dict[str, int] = {}

    def answered(got: Response) -> None:
        sizes[got.url] = int(got.headers.get("content-length", "0"))

    with browsing(policy=True) as page:
        page.on("response", answered)
        page.goto(made.published.url + _PAGE, wait_until="networkidle")
        scripts = {url: size for url, size in sizes.items() if url.endswith(".js")}
        page.locator("#search-words").fill(_WORDS)
        results = page.locator("#results > li")
        expect(results.first).to_be_visible(timeout=20_000)
        page.wait_for_load_state("networkidle")
        found = results.count()
    seen = Seen(len(scripts), "scripts")
    return [
        at_most("search: JavaScript before typing", seen, sum(scripts.values()) / 1000, 45, "kB"),
        at_most(
            "search: everything, with one search",
            Seen(len(sizes), "files"),
            sum(sizes.values()) / 1000,
            200,
            "kB",
        ),
        judged("search: finds something", Seen(found, "results"), f"{found}", ">= 1", found > 0),
    ]
