"""Built sites side by side as a reader's browser meets them: what is asked for, and what is said.

    python -m bench.beside rapport=output:indemnity-costs/ other=/path/to/out:posts/indemnity-costs/

Each site is a folder that some generator made, and the address of one post in it. Every page is
opened at 390 x 844 in headless Chromium; nothing leaves the machine, and who else would be asked
is written down. Sizes are gzip -9. Absolute addresses on the site's own canonical host are its own.
"""

from __future__ import annotations

import gzip
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Route, sync_playwright

from tests.find_chromium import found

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_HEADS = (
    *("site", "page", "requests", "other hosts", "HTML", "CSS", "JS"),
    *("inline scripts", "axe", "comments"),
)
_ASKED = """() => ({
  entries: document.querySelectorAll('.h-entry').length,
  comments: document.querySelectorAll('.h-cite').length,
  inline: [...document.scripts].filter(s => !s.src && !/json/.test(s.type)).length,
  sideways: document.documentElement.scrollWidth > innerWidth,
  words: Math.round(document.body.innerText.split(/\\s+/).length),
})"""


class Page(NamedTuple):
    """What one page asked for and holds."""

    requests: int
    others: tuple[str, ...]
    sizes: Counter[str]
    faults: int
    told: dict[str, Any]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """A request is nothing to tell."""


@contextmanager
def served(folder: str) -> Iterator[str]:
    """The address of a folder while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def look(browser: Browser, base: str, path: str) -> Page:
    """One page, opened afresh."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    sizes: Counter[str] = Counter()
    asked: set[str] = set()
    others: set[str] = set()
    homes: set[str] = set()

    def answer(route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" != base and url.netloc not in homes:
            others.add(url.netloc)
            route.abort()
            return
        found = route.fetch(url=f"{base}{url.path}")
        if found.ok:
            asked.add(url.path)
            sizes[route.request.resource_type] += len(gzip.compress(found.body(), 9))
        route.fulfill(response=found)

    page.route("**/*", answer)
    page.goto(f"{base}/{path}")
    canonical = page.locator("link[rel=canonical]")
    if canonical.count():
        # A page may forbid itself what is not its own, so it is opened at its own address.
        home = urlsplit(canonical.first.get_attribute("href") or "")
        homes.add(home.netloc)
        sizes.clear()
        asked.clear()
        others.clear()
        page.goto(f"{home.scheme}://{home.netloc}/{path}")
    page.wait_for_load_state("networkidle")
    faults = Axe().run(page, options={"runOnly": _TAGS}).response["violations"]
    told = page.evaluate(_ASKED)
    context.close()
    return Page(
        len(asked), tuple(sorted(others)), sizes, sum(len(f["nodes"]) for f in faults), told
    )


def main(sites: list[str]) -> None:
    """Print a line for the home page and one for the post of each site."""
    print(f"| {' | '.join(_HEADS)} |\n{'|---' * len(_HEADS)}|")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found(), args=["--no-sandbox"])
        for site in sites:
            name, _, where = site.partition("=")
            folder, _, post = where.partition(":")
            with served(folder) as base:
                for kind, path in (("home", ""), ("post", post)):
                    print(_line(name, kind, look(browser, base, path)))
        browser.close()


def _line(name: str, kind: str, page: Page) -> str:
    size = {key: f"{page.sizes[key] / 1000:.1f} kB" for key in ("document", "stylesheet", "script")}
    cells = (
        *(name, kind, page.requests, ", ".join(page.others) or "0"),
        *(size["document"], size["stylesheet"], size["script"]),
        *(page.told["inline"], page.faults, page.told["comments"]),
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main(sys.argv[1:])
