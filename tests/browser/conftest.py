"""The sample firm's site, built as it would be published, served, and opened in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from rapport.building import build
from tests.sites import copied

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Served:
    """A built site and the address it is served at."""

    output: Path
    url: str

    def pages(self) -> list[str]:
        """The address of every page, relative to the site's root, the shortest first."""
        found = (path.relative_to(self.output).as_posix() for path in self.output.rglob("*.html"))
        return sorted(
            (name.removesuffix("index.html") for name in found), key=lambda n: (len(n), n)
        )


class Strict(SimpleHTTPRequestHandler):
    """Serves files under the strictest policy a host could set."""

    def policy(self) -> str:
        """What the host says."""
        return POLICY

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy())
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the tests look at what the browser saw."""


def serve(output: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this machine until the test is over."""
    handler = partial(Strict, directory=str(output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(output, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample firm's site."""
    yield from serve(build(copied(tmp_path_factory.mktemp("sample"))).output)


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample firm's site as its writers see it, but for the script that reloads it."""
    yield from serve(build(copied(tmp_path_factory.mktemp("preview")), preview=True).output)


@dataclass(slots=True)
class Watched:
    """A page, and everything it said, asked for and failed at since it was opened."""

    page: Page
    said: list[str]
    asked: list[str]
    failed: list[str]


def watch(page: Page) -> Watched:
    """Write down what happens on a page from now on."""
    seen = Watched(page, [], [], [])
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("dialog", lambda dialog: (seen.said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: seen.asked.append(request.url))
    # Going to the next page while the icon is still on its way is no failure of the page.
    page.on(
        "requestfailed",
        lambda request: request.failure != "net::ERR_ABORTED" and seen.failed.append(request.url),
    )
    page.on("response", lambda got: got.status >= 400 and seen.failed.append(got.url))
    return seen
