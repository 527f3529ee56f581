"""A browser that looks at the cases of the theme's tests: served from memory, by one host."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Route

from tests.theme.pages import SITE, THEME, pages

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def font(place: str) -> bytes:
    """The file of a font by its place in a package; raises LookupError without the package."""
    package, _, name = place.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(f"The package {package} is not installed: `make test` brings it.")
    return (Path(spec.origin).parent / "files" / name).read_bytes()


@dataclass
class Visit:
    """A page that serves our cases from memory and writes down whatever else is asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        url = route.request.url
        self.asked.append(url)
        place = url.removeprefix(SITE).partition("#")[0]
        if not url.startswith(SITE):
            route.abort()
        elif place.startswith("/fonts/"):
            # The letters of pictures: of a package, since each machine has others of its own.
            route.fulfill(body=font(place.removeprefix("/fonts/")), content_type="font/ttf")
        elif place.startswith("/theme/"):
            folders = (THEME / "static", THEME / "preview")
            files = (folder / place.removeprefix("/theme/") for folder in folders)
            file = next(file for file in files if file.exists())
            route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        else:
            route.fulfill(body=pages()[place.strip("/")], content_type="text/html; charset=utf-8")

    def open(self, case: str, width: int = 390, height: int = 844, fragment: str = "") -> Page:
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(f"{SITE}/{case}/{fragment}")
        return self.page
