"""What a reader has to download, and the contrast of what they read, from the files alone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from pathlib import Path

from tests.theme.document import elements, lenient
from tests.theme.heavy import heavy_post, weight
from tests.theme.ink import INKS, SURFACES, colours, contrast
from tests.theme_check.made import Made, Place
from tests.theme_check.verdict import Line, Seen, at_least, at_most, judged

_CODE = re.compile(r'<script\b(?![^>]*type="application/ld\+json")', re.IGNORECASE)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_LINES = ("bg", "surface", "author")


def weights(made: Made) -> Sequence[Line]:
    """Bytes of the sheet, of scripts, of home and of a heavy post; and the elements of that."""
    place = made.published
    sheets = _sheets(place)
    bytes_ = sum(len(gzip.compress(sheet.read_bytes(), 9)) for sheet in sheets)
    pages = [page for page in place.pages() if not page.startswith("search/")]
    scripted = [page for page in pages if _CODE.search(place.html(page))]
    plain, whole = heavy_post(), heavy_post(data=True)
    one = Seen(1, "post, 50 comments")
    return [
        at_most("CSS, gzip", Seen(len(sheets), "sheet"), bytes_ / 1000, 6, "kB"),
        at_most("CSS, files", Seen(len(sheets), "sheet"), len(sheets), 1),
        judged(
            "JavaScript outside search",
            Seen(len(pages), "pages"),
            f"{len(scripted)} pages with any",
            "0",
            not scripted,
            scripted,
        ),
        at_most("home, gzip", Seen(1, "page"), weight(place.html("")) / 1000, 8, "kB"),
        at_most("post, gzip, without structured data", one, weight(plain) / 1000, 24, "kB"),
        at_most("post, gzip, with structured data", one, weight(whole) / 1000, 34, "kB"),
        at_most("post, elements", one, len(list(elements(lenient(plain)))), 1400),
    ]


def _sheets(place: Place) -> list[Path]:
    """The files of the style sheets that any page asks for."""
    asked = {href for page in place.pages() for href in _SHEET.findall(place.html(page))}
    return [place.folder / href.removeprefix(place.url).lstrip("/") for href in sorted(asked)]


def contrasts(made: Made) -> Sequence[Line]:
    """Contrast of the published sheet's colours, in light and dark, as WCAG 2 reckons it."""
    sheet = (made.published.folder / "theme" / "css" / "rapport.css").read_text("utf-8")
    light, dark = tokens(sheet)
    lines = []
    for scheme, ink in (("light", light), ("dark", dark)):
        words = [contrast(ink[a], ink[b]) for a in INKS for b in SURFACES]
        borders = [contrast(ink["border"], ink[b]) for b in _LINES]
        text = contrast(ink["text"], ink["bg"])
        lines += [
            at_least(f"contrast, {scheme}: text on the page", Seen(1, "pair"), text, 7),
            at_least(f"contrast, {scheme}: any words", Seen(len(words), "pairs"), min(words), 4.5),
            at_least(f"contrast, {scheme}: edges", Seen(len(borders), "pairs"), min(borders), 3),
        ]
    return lines


def tokens(sheet: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of light and of dark screens: those that stand last hold, as in a browser."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    part = r"(?:@media \(prefers-color-scheme:\s*(dark)\)\s*\{\s*)?:root\s*\{([^}]*)\}"
    for scheme, block in re.findall(part, sheet):
        (dark if scheme else light).update(colours(block))
    return light, {**light, **dark}
