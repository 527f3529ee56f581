"""Pictures of the main pages, and whether two of one are the same but for the noise of drawing.

`python -m tests.theme.pictures` takes them and puts them among the accepted ones: look at what git
shows as changed, and commit it if that is what you meant.

The letters are those of two packages of fonts, whatever a machine has, so that a picture is the
same on all of them. What still differs from one Chromium to another is the edges of letters by a
fraction of a pixel. So pictures are compared by cells, each as the mean of its colours: small ones
tell a badge that is gone, large ones a surface that has another tint. A shifted edge moves little
in either. A faint line two pixels wide is too little for this: test_browser.py looks at indents.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageChops
from playwright.sync_api import Page, sync_playwright

from tests.conftest import FLAGS
from tests.find_chromium import found
from tests.theme.visit import Visit

ACCEPTED = Path(__file__).parent / "accepted"
# The edge of a cell in pixels, and by how much of 255 its mean may differ. Measured on all of them:
# drawing shifted by a third of a pixel and few tints make 28 and 4 at most; a badge that is gone
# makes 70, another tint of the firm's answers 21.
_CELLS = ((8, 32), (64, 5))
_TINTS = 24
_FACES = {
    "Pictured Serif": ("font_source_serif_pro", "SourceSerifPro", ("Regular", "Bold")),
    "Pictured Sans": ("font_source_sans_pro", "SourceSansPro", ("Regular", "Semibold", "Bold")),
}
_WEIGHTS = {"Regular": 400, "Semibold": 600, "Bold": 700}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is of: so much of a case from an element on, at a width, light or dark."""

    case: str
    start: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"

    @property
    def name(self) -> str:
        """What its file is called."""
        part = self.start.strip("#.") or "top"
        return f"{self.case}-{part}-{self.width}-{self.scheme}"

    @property
    def file(self) -> Path:
        """Where the accepted picture is."""
        return ACCEPTED / f"{self.name}.png"


SUBJECTS = (
    Subject("home", "", 390, 844),
    Subject("home", "", 1280, 640, "dark"),
    Subject("post", "", 390, 844, "dark"),
    Subject("post", "", 1280, 640),
    Subject("post", "#conversation", 390, 1000),
    Subject("post", "#conversation", 1280, 640, "dark"),
    Subject("post-form", "#join", 390, 900),
    Subject("conversations", "", 1280, 640),
    Subject("person-firm", "", 390, 844),
)


def take(visit: Visit, subject: Subject, style: str = "") -> Image.Image:
    """A picture, with a style on top of the theme's; raises LookupError without the fonts."""
    visit.page.emulate_media(color_scheme=subject.scheme, reduced_motion="reduce")
    page = visit.open(subject.case, subject.width, subject.height)
    page.add_style_tag(content=f"{_fonts()}\n{style}")
    _lettered(page)
    box = page.locator(subject.start or "html").first.bounding_box()
    top = box["y"] if box and subject.start else 0
    clip = {"x": 0, "y": round(top), "width": subject.width, "height": subject.height}
    shot = page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type] # its keys
    visit.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    return Image.open(BytesIO(shot)).convert("RGB")


def _fonts() -> str:
    """The style that has every page set in the fonts of two packages."""
    roles = ':root { --serif: "Pictured Serif"; --sans: "Pictured Sans" }'
    code = 'code, pre { font-family: "Pictured Sans" !important }'
    return "\n".join((*_faces(), roles, code))


def _faces() -> Iterator[str]:
    for family, (package, name, weights) in _FACES.items():
        for weight in weights:
            yield (
                f'@font-face {{ font-family: "{family}"; font-weight: {_WEIGHTS[weight]}; '
                f'src: url("/fonts/{package}/{name}-{weight}.ttf") }}'
            )


def _lettered(page: Page) -> None:
    """See to it that the fonts are there: a picture in others is no picture of ours."""
    page.evaluate("Promise.all([...document.fonts].map(face => face.load()))")
    page.evaluate("document.fonts.ready")
    count = page.evaluate("[...document.fonts].filter(face => face.status == 'loaded').length")
    if count != sum(len(weights) for _, _, weights in _FACES.values()):
        raise LookupError("The fonts of the pictures did not load: nothing can be compared.")


def differing(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """Where two pictures differ by more than noise: the left upper corners of cells, in pixels.

    Pictures of different sizes differ everywhere.
    """
    if one.size != other.size:
        return [(0, 0)]
    # A difference of means is no mean of differences: what moved inside a cell cancels out.
    return [place for edge, limit in _CELLS for place in _cells(one, other, edge, limit)]


def _cells(
    one: Image.Image, other: Image.Image, edge: int, limit: int
) -> Iterator[tuple[int, int]]:
    means = [picture.convert("RGB").reduce(edge) for picture in (one, other)]
    apart = ImageChops.difference(*means)
    bands = zip(*(band.tobytes() for band in apart.split()), strict=True)
    for at, pixel in enumerate(bands):
        if max(pixel) > limit:
            yield at % apart.width * edge, at // apart.width * edge


def save(picture: Image.Image, file: Path) -> None:
    """Write a picture in few tints, which is small, and no change beside the noise."""
    file.parent.mkdir(exist_ok=True)
    few = picture.quantize(_TINTS, kmeans=3, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def main() -> int:
    """Take every picture and accept it."""
    chromium = found()
    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path=chromium, chromium_sandbox=False, args=list(FLAGS)
        )
        visit = Visit(browser.new_page())
        visit.page.route("**/*", visit.answer)
        for subject in SUBJECTS:
            save(take(visit, subject), subject.file)
            sys.stdout.write(f"{subject.file.name}: {subject.file.stat().st_size:,} bytes\n")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
