"""What is looked at: the sample site as published, its preview, and hand-made hard cases, served.

Three folders, each on a port of its own. Published pages are served as a host would: compressed,
and under the policy that the site ships in `_headers`.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from rapport.building import build
from tests.sites import copied
from tests.theme.pages import SITE, THEME, pages, translated
from tests.theme_check.verdict import ToolError

# Kinds of pages that the sample's settings leave out; everything else is published as it is.
_SETTINGS = """
from publishconf import *
AUTHOR_URL = "authors/{slug}/"
AUTHOR_SAVE_AS = "authors/{slug}/index.html"
RAPPORT_REDIRECTS = {"2019/costs.html": "indemnity-costs/"}
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of pages and the address it is served at, which ends in a slash."""

    folder: Path
    url: str

    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages, relative to the place, in order."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted(name.removesuffix("index.html") for name in found))

    def file(self, page: str) -> Path:
        """The file of a page."""
        return self.folder / (f"{page}index.html" if page.endswith("/") or not page else page)

    def html(self, page: str) -> str:
        """The text of a page."""
        return self.file(page).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Made:
    """Everything there is to look at; `work` is a folder for what the tools write."""

    published: Place
    preview: Place
    hard: Place
    work: Path

    def places(self) -> tuple[Place, ...]:
        """The three of them."""
        return (self.published, self.preview, self.hard)

    def html_files(self) -> list[Path]:
        """The files of all pages."""
        return [place.file(page) for place in self.places() for page in place.pages()]


class _Host(SimpleHTTPRequestHandler):
    """Answers as a static host does: compressed, and with the headers the site asks for."""

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override] # any stream will do
        """The head of the answer, and the stream of its compressed body."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            # An answer without a page: a browser stays where it is.
            self.send_response(204 if file.suffix == ".html" else 404)
            self.end_headers()
            return None
        body = gzip.compress(file.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def guess_type(self, path: Any) -> str:
        """Hosts say in which encoding text is."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """With those of the site's own `_headers`."""
        told = Path(self.directory) / "_headers"
        if told.is_file():
            for line in told.read_text("utf-8").splitlines()[1:]:
                name, _, value = line.strip().partition(": ")
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the checks tell what they saw."""


class _Server(ThreadingHTTPServer):
    """One that is not surprised by browsers that go away in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, unless the browser just left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[Place]:
    """A folder, which may come to be later, served on a free port of this machine."""
    handler = partial(_Host, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Place(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@contextmanager
def made(work: Path) -> Iterator[Made]:
    """Everything there is to look at, made afresh in a folder; raises ToolError if it cannot be."""
    with ExitStack() as stack:
        published = stack.enter_context(served(work / "site" / "output"))
        hard = stack.enter_context(served(work / "hard"))
        settings = _every_kind(work / "site")
        _publish(settings, published)
        draw(hard)
        seen = build(settings, preview=True).output
        preview = stack.enter_context(served(seen))
        (work / "tools").mkdir()
        yield Made(published, preview, hard, work / "tools")


def _every_kind(folder: Path) -> Path:
    """The settings file of a copy of the sample firm's site that has every kind of page."""
    settings = copied(folder).with_name("everykind.py")
    settings.write_text(_SETTINGS, encoding="utf-8")
    return settings


def _publish(settings: Path, place: Place) -> None:
    os.environ["RAPPORT_SITEURL"] = place.url
    try:
        built = build(settings, publish=True)
    finally:
        del os.environ["RAPPORT_SITEURL"]
    if built.faults:
        told = "\n".join(f"{fault.path}: {fault.message}" for fault in built.faults)
        raise ToolError(f"The sample site cannot be published:\n{told}")


def draw(place: Place) -> None:
    """Write the hand-made cases of the theme's own tests: one folder a case, beside the theme."""
    for part in ("static", "preview"):
        shutil.copytree(THEME / part, place.folder / "theme", dirs_exist_ok=True)
    for case, html in {**pages(), **translated()}.items():
        file = place.file(f"{case}/")
        file.parent.mkdir(parents=True)
        file.write_text(html.replace(SITE, place.url.rstrip("/")), encoding="utf-8")
