"""What a published page gives to the places where it is shared, by https://ogp.me/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PIL import Image

from tests.theme_check.made import Made, Place
from tests.theme_check.verdict import Line, Seen, at_most, none

_TOLD = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"')
_MUST = ("og:title", "og:type", "og:url", "og:image", "og:image:alt", "twitter:card")
_SIZE = (1200, 630)
_HEAVIEST = 60


def sharing(made: Made) -> Sequence[Line]:
    """Lines on pages that lack something, and on the weight of their pictures."""
    pages = dict(_pages(made.published))
    pictures = {f"share/{file.name}": file for file in made.published.folder.glob("share/*.png")}
    wrong = [name for name, file in pictures.items() if Image.open(file).size != _SIZE]
    faults = [f"{page}: {what}" for page, html in pages.items() for what in faults_of(html)]
    faults += [f"{name}: is no picture of 1200 x 630" for name in wrong]
    faults += [
        f"{page}: its picture is not published"
        for page, html in pages.items()
        if not told(html).get("og:image", "").endswith(tuple(f"/{name}" for name in pictures))
    ]
    heaviest = max((file.stat().st_size for file in pictures.values()), default=0) / 1000
    return [
        none("shared: missing or malformed", Seen(len(pages), "pages"), faults),
        at_most(
            "shared: the heaviest picture",
            Seen(len(pictures), "pictures"),
            heaviest,
            _HEAVIEST,
            "kB",
        ),
    ]


def told(html: str) -> dict[str, str]:
    """What a page says of itself, by property."""
    return dict(_TOLD.findall(html))


def faults_of(html: str) -> list[str]:
    """What a page does not say."""
    said = told(html)
    return [f"{name} is missing or empty" for name in _MUST if not said.get(name, "").strip()]


def _pages(place: Place) -> Iterator[tuple[str, str]]:
    """The pages that somebody may share: all but the error page, which has no address."""
    for page in place.pages():
        html = place.html(page)
        if 'property="og:title"' in html and page != "404.html":
            yield page or "home", html
