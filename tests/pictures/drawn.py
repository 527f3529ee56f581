"""Small pictures of every kind, drawn for a test."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
MARK = "Kamera von Ida"


def exif(turn: int = 1) -> Image.Exif:
    """What a camera writes: who made it, where, and which way it was held."""
    made = Image.Exif()
    made[ORIENTATION], made[MAKER] = turn, MARK
    made[PLACE] = {1: "N", 2: (54.0, 5.0, 6.0)}
    return made


def scene(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture with a bright left half and a dark right one, and some grain."""
    image = Image.effect_noise((width, height), 20).convert("RGB")
    image.paste((250, 240, 90), (0, 0, width // 2, height))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image
