"""The picture that stands for a page where its address is shared: 1200 x 630 dots, as Open Graph's
readers expect (https://ogp.me/; large summary cards of X have nearly this shape).

It shows what the page shows first: the title, what it asks, and who is talking, by initials.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.pictures.lettering import fitted, letters_lacking, line_height

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
Rgb = tuple[int, int, int]
_EDGE, _RULE, _INDENT, _FACE, _GAP = 76, 20, 34, 76, 14
_ROOM = SIZE[0] - 2 * _EDGE
_TOP, _FOOT = 136, 456
_MOST_FACES = 6
_PLAIN, _BOLD = 400, 700
CARD_RECIPE = "3"
# From paper to ink: what the edges of letters are drawn in.
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by the names of the style sheet's tokens, and the fonts of the firm and of talk.

    `bold` and `serif` write titles and questions, `sans` all else; the first of each that has the
    letters is taken.
    """

    accent: Rgb
    author: Rgb
    bg: Rgb
    text: Rgb
    muted: Rgb
    bold: tuple[Path, ...]
    serif: tuple[Path, ...]
    sans: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says. `faces` are initials, each with whether they are the firm's."""

    firm: str
    title: str
    question: str = ""
    talk: str = ""
    faces: tuple[tuple[str, bool], ...] = ()
    more: int = 0
    back: bool = False


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name; empty when it has no letters."""
    words = [[sign for sign in word if sign.isalnum()] for word in name.split()]
    first = [word[0] for word in words if word]
    chosen = "".join(first[:1] + first[1:][-1:])
    return unicodedata.normalize("NFC", chosen).upper()


def faces_of(names: list[tuple[str, bool]]) -> tuple[tuple[tuple[str, bool], ...], int]:
    """The faces that a card has room for, and how many more there are."""
    known = [(initials(name), firm) for name, firm in names if initials(name)]
    most = _MOST_FACES if len(known) <= _MOST_FACES else _MOST_FACES - 1
    return tuple(known[:most]), len(known) - len(known[:most])


def lacking(card: Card, look: Look) -> str:
    """Letters of a card's title or question that no font has: it cannot be drawn."""
    return letters_lacking(card.title, look.bold) + letters_lacking(card.question, look.serif)


def draw(card: Card, look: Look) -> bytes:
    """The picture, as a PNG of few colours. The same card and look give the same bytes."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only for pictures

    image = Image.new("RGB", SIZE, look.bg)
    sheet = _Sheet(image, ImageDraw.Draw(image), look, back=card.back)
    sheet.rule(0, _RULE, (0, SIZE[1]))
    if card.firm:
        sheet.one_line(card.firm, (_EDGE, 62), 34, look.accent)
    _draw_words(sheet, card)
    _draw_faces(sheet, card)
    out = BytesIO()
    image.quantize(palette=_palette(look), dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


@cache
def _palette(look: Look) -> Image:
    """Every colour of a picture: to choose them anew for each takes longer than to draw it."""
    from PIL import Image  # noqa: PLC0415 - only for pictures

    inks = ((look.bg, look.text), (look.author, look.text), (look.bg, look.accent),
            (look.bg, look.muted))  # fmt: skip
    colours = dict.fromkeys(colour for paper, ink in inks for colour in _between(paper, ink))
    palette = Image.new("P", (1, 1))
    palette.putpalette(bytes(part for colour in colours for part in colour))
    return palette


def _between(paper: Rgb, ink: Rgb) -> Iterator[Rgb]:
    for step in range(_STEPS):
        red, green, blue = (
            round(one + (other - one) * step / (_STEPS - 1))
            for one, other in zip(paper, ink, strict=True)
        )
        yield red, green, blue


def _draw_words(sheet: _Sheet, card: Card) -> None:
    """Title and question below each other; without a question the title has all the room."""
    look, room = sheet.look, _FOOT - _TOP
    tall = round(room * 0.45) if card.question else room
    font, lines = fitted(card.title, look.bold, (_ROOM, tall), range(76, 35, -4), _BOLD)
    bottom = sheet.lines(lines, font, (_EDGE, _TOP))
    if not card.question:
        return
    box = _ROOM - 2 * _INDENT, _FOOT - bottom - 74
    font, lines = fitted(card.question, look.serif, box, range(54, 27, -2), _PLAIN)
    top = bottom + 26
    end = top + line_height(font) * len(lines) + 34
    sheet.pen.rectangle((_EDGE, top, SIZE[0] - _EDGE, end), look.author)
    sheet.rule(_EDGE, 8, (top, end))
    sheet.lines(lines, font, (_EDGE + _INDENT, top + 14))


def _draw_faces(sheet: _Sheet, card: Card) -> None:
    """Who is talking, as initials in circles: the firm's people filled, and how much is said."""
    top, at = SIZE[1] - 60 - _FACE, _EDGE
    for letters, firm in [*card.faces, *([(f"+{card.more}", False)] if card.more else [])]:
        sheet.face(letters, (at, top), firm=firm)
        at += _FACE + _GAP
    if card.talk:
        sheet.one_line(card.talk, (at + _GAP, top + 18), 32, sheet.look.muted)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is drawn on. Places count from where the language begins: `back` is the right edge."""

    image: Image
    pen: ImageDraw
    look: Look
    back: bool

    def rule(self, at: int, wide: int, tall: tuple[int, int]) -> None:
        """An upright bar in the firm's colour."""
        left = SIZE[0] - at - wide if self.back else at
        self.pen.rectangle((left, tall[0], left + wide - 1, tall[1]), self.look.accent)

    def lines(self, lines: list[str], font: FreeTypeFont, at: tuple[int, int]) -> int:
        """Lines below each other; where the next would stand."""
        x, top = (SIZE[0] - at[0] if self.back else at[0]), at[1]
        anchor, way = ("ra", "rtl") if self.back else ("la", "ltr")
        for line in lines:
            self.pen.text((x, top), line, self.look.text, font, anchor=anchor, direction=way)
            top += line_height(font)
        return top

    def one_line(self, text: str, at: tuple[int, int], size: int, ink: Rgb) -> None:
        """A line that may be in another language than the title, and goes its own way."""
        box = SIZE[0] - _EDGE - at[0], round(size * 1.3)
        font, lines = fitted(text, self.look.sans, box, range(size, size - 9, -2), _BOLD)
        x = SIZE[0] - at[0] if self.back else at[0]
        self.pen.text((x, at[1]), lines[0], ink, font, anchor="ra" if self.back else "la")

    def face(self, letters: str, at: tuple[int, int], *, firm: bool) -> None:
        """Initials in a circle."""
        look, left = self.look, SIZE[0] - at[0] - _FACE if self.back else at[0]
        self.image.paste(look.accent, (left, at[1]), _disk(_FACE))
        if not firm:
            self.image.paste(look.bg, (left + 3, at[1] + 3), _disk(_FACE - 6))
        ink = look.bg if firm else look.accent
        font, lines = fitted(letters, look.sans, (_FACE - 12, 50), (32, 26, 20, 14), _BOLD)
        self.pen.text((left + _FACE / 2, at[1] + _FACE / 2), lines[0], ink, font, anchor="mm")


@cache
def _disk(size: int) -> Image:
    """A round mask with a smooth edge, which Pillow's own circles have not."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only for pictures

    large = Image.new("L", (size * 4, size * 4))
    ImageDraw.Draw(large).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
    return large.resize((size, size), Image.Resampling.LANCZOS)
