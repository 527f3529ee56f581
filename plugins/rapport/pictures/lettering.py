"""Text in pictures: which font has its letters, where lines break, and how large it may stand.

Pillow draws and shapes; it breaks lines at spaces alone and knows no largest size, so that is done
here. A font is the first of a list that has every letter of a text. Signs that none has (pictures
of faces, arrows) are left out; letters are not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# Nobody reads more of a picture, and a line of any length is measured word by word.
_LONGEST = 300
# No font has a letter for this: what stands for it stands for whatever is missing.
_NOBODYS = "\U0010ffff"
_HEIGHT = 1.24


def letters_readable(font: Path) -> bool:
    """Whether a file is a font that can be drawn with."""
    try:
        opened(font, 24, 400)
    except OSError:
        return False
    return True


def letters_lacking(text: str, fonts: Sequence[Path]) -> str:
    """The letters of a text that the best of these fonts lacks; empty when one has all."""
    return min((_lacking(text, font) for font in fonts), key=len, default=text)


def fitted(
    text: str, fonts: Sequence[Path], box: tuple[int, int], sizes: Iterable[int], weight: int
) -> tuple[FreeTypeFont, list[str]]:
    """A text in lines that fit into a box (width, height in dots), as large as that allows.

    `sizes` are tried in order, the largest first; at the last the text is cut short.
    """
    path = min(fonts, key=lambda each: len(_lacking(text, each)))
    plain = _writable(text[:_LONGEST], path).strip() or "…"
    font, lines, most = opened(path, 1, weight), [""], 1
    for size in sizes:
        font, most = opened(path, size, weight), max(1, int(box[1] // (size * _HEIGHT)))
        lines = list(_lines(plain, font, box[0]))
        if len(lines) <= most:
            return font, list(_balanced(plain, font, box[0], len(lines)))
    return font, [*lines[: most - 1], _cut(lines[most - 1], font, box[0])]


def line_height(font: FreeTypeFont) -> int:
    """From one line to the next, in dots."""
    return round(font.size * _HEIGHT)


@lru_cache(maxsize=64)
def opened(path: Path, size: int, weight: int) -> FreeTypeFont:
    """A font of a size in dots; of one that has all weights in one file, that weight."""
    from PIL import ImageFont  # noqa: PLC0415 - only for pictures

    font = ImageFont.truetype(str(path), size)
    with suppress(OSError):
        axes = font.get_variation_axes()
        font.set_variation_by_axes(
            [
                min(max(weight, axis["minimum"] or 0), axis["maximum"] or weight)
                if axis["name"] in (b"Weight", b"wght")
                else axis["default"] or 0
                for axis in axes
            ]
        )
    return font


@lru_cache(maxsize=4096)
def _length(font: FreeTypeFont, text: str) -> float:
    """How wide a text is; lines are broken at several widths, and begin alike."""
    return font.getlength(text)


def _lines(text: str, font: FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _length(font, longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, font, width)
        yield from whole
    if line:
        yield line


def _pieces(word: str, font: FreeTypeFont, width: float) -> Iterator[str]:
    """A word that no line can hold, cut where lines are full; others whole."""
    begin = 0
    for at in range(1, len(word)):
        if at > begin and _length(font, word[begin : at + 1]) > width:
            yield word[begin:at]
            begin = at
    yield word[begin:]


def _balanced(text: str, font: FreeTypeFont, width: int, count: int) -> list[str]:
    """So many lines of about one length, for a last line of one word looks like an accident."""
    narrow, wide = width // 2, width
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        if len(list(_lines(text, font, middle))) <= count:
            wide = middle
        else:
            narrow = middle
    return list(_lines(text, font, wide))


def _cut(line: str, font: FreeTypeFont, width: int) -> str:
    while line and _length(font, f"{line}…") > width:
        line = line[:-1].rstrip()
    return f"{line}…"


def _lacking(text: str, font: Path) -> str:
    letters = (sign for sign in text[:_LONGEST] if unicodedata.category(sign)[0] in "LN")
    needed = dict.fromkeys(letters)
    return "".join(sign for sign in needed if not _has(font, sign))


def _writable(text: str, font: Path) -> str:
    return "".join(sign if _is_blank(sign) or _has(font, sign) else " " for sign in text)


def _is_blank(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) == "Cf"


@lru_cache(maxsize=4096)
def _has(font: Path, sign: str) -> bool:
    return _shape(font, sign) != _shape_of_none(font)


@cache
def _shape_of_none(font: Path) -> tuple[object, bytes]:
    return _shape(font, _NOBODYS)


def _shape(font: Path, sign: str) -> tuple[object, bytes]:
    mask = opened(font, 24, 400).getmask(sign)
    return mask.size, bytes(mask)
