"""Looking at pictures of lines: how large an SVG stands, by its first element alone.

Lengths are CSS's (https://www.w3.org/TR/css-values-3/#absolute-lengths); how a browser sizes a
drawing that names none is CSS's too (https://www.w3.org/TR/CSS22/visudet.html#inline-replaced-width).
"""

from __future__ import annotations

import math
import re
from io import BytesIO
from pathlib import Path

from rapport.pictures.raster import Raster

SUFFIX = ".svg"
KIND = "SVG"
# The first element stands here, whatever a program wrote before it.
_BEGINNING = 65_536
_LENGTH = re.compile(
    r"\s*\+?([0-9]+\.?[0-9]*|\.[0-9]+)(?:e\+?([0-9]))?(px|pt|pc|in|cm|mm|q|em|rem)?\s*",
    re.IGNORECASE,
)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "em": 16.0,
    "rem": 16.0,
}
# A drawing without a size of its own fills the line; a browser makes it no wider than that.
_FILLS = 544
_MOST = 100_000


def drawing(file: Path) -> Raster | None:
    """An SVG as a browser shows it, in pixels; None where it does not say, or is none."""
    with file.open("rb") as text:
        told = _root(text.read(_BEGINNING))
    width, height = _length(told.get("width", "")), _length(told.get("height", ""))
    across, down = _box(told.get("viewBox", ""))
    if across and down:
        if not width and not height:
            width = max(across, _FILLS)
        width, height = width or height * across / down, height or width * down / across
    sides = round(width), round(height)
    return Raster(*sides, KIND) if all(0 < side <= _MOST for side in sides) else None


def _root(beginning: bytes) -> dict[str, str]:
    """The attributes of the first element if that is a drawing; hostile XML has none."""
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only where there is an SVG

    try:
        for _, element in iterparse(BytesIO(beginning), events=("start",)):
            return dict(element.attrib) if element.tag.rpartition("}")[2] == "svg" else {}
    except (SyntaxError, ValueError, LookupError):
        pass
    return {}


def _length(text: str) -> float:
    """A length in pixels; 0 for none, and for a share of something else."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return 0
    number, power, unit = found.groups()
    return float(f"{number}e{power or 0}") * _PIXELS[(unit or "").lower()]


def _box(text: str) -> tuple[float, float]:
    """The two sides of a viewBox; zeros for none, and for one that is malformed."""
    try:
        _, _, across, down = (float(each) for each in re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return 0, 0
    whole = math.isfinite(across) and math.isfinite(down) and across > 0 and down > 0
    return (across, down) if whole else (0, 0)
