"""Looking at pictures of dots, and making others of them: the one place that asks Pillow.

Pillow is imported when the first picture is met. No picture is opened in full that says it is
larger than `_MOST_DOTS`: a few kilobytes can unpack to the memory of a machine.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from rapport import store

if TYPE_CHECKING:
    from PIL.Image import Image

Kind = Literal["avif", "webp"]
KINDS: tuple[Kind, ...] = ("avif", "webp")
SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp"))
# A photograph of a camera of today has 60 million; twice that is a mistake or an attack.
_MOST_DOTS = 120_000_000
# Usual values, not measured against others. A kind whose largest picture is no smaller than the
# original is not offered, whatever they are.
_AVIF = {"quality": 60, "speed": 7, "max_threads": 1}
_WEBP = {"quality": 78, "method": 4}
# What is turned has to be compressed again: hardly to be told from the first time.
_AGAIN: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "subsampling": 0, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92, "method": 4},
    "AVIF": {"quality": 85, "speed": 7, "max_threads": 1},
    "TIFF": {"compression": "tiff_lzw"},
}
RECIPE = f"1 {_AVIF} {_WEBP} {_AGAIN}"
_ORIENTATION = 0x0112


def key_of(*parts: bytes | str) -> str:
    """The name of what is made of these parts, by the recipe and the Pillow of today."""
    from PIL import __version__ as version  # noqa: PLC0415 - only for pictures

    return store.key_of(f"{RECIPE} {version}", *parts)


class NoPicture(ValueError):  # noqa: N818 - a state, named as callers say it
    """What lies in a file is no picture that can be used; the text says why, without the file."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as it is seen: upright, in dots. `kind` is Pillow's word for its format.

    `turned` says that it lies on its side in the file and is turned by its metadata; `moves` that
    it has several frames.
    """

    width: int
    height: int
    kind: str
    turned: bool = False
    moves: bool = False


def look(file: Path) -> Raster:
    """What a picture is, by its beginning. Raises NoPicture."""
    from PIL import Image  # noqa: PLC0415 - only for pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file) as image:
                # Asked for its Exif, a PNG that has none at its head would be read in full.
                told = image.format != "PNG" or "exif" in image.info
                turn = image.getexif().get(_ORIENTATION, 1) if told else 1
                width, height = image.size
                moves = getattr(image, "n_frames", 1) > 1
                kind = str(image.format)
    except Image.DecompressionBombError as fault:
        raise NoPicture("it has too many dots, and is too large to look at") from fault
    except Exception as fault:
        # Pillow's readers raise nearly anything for hostile files.
        raise NoPicture("it cannot be read as a picture") from fault
    if width * height > _MOST_DOTS:
        raise NoPicture(f"it has {width} x {height} dots, which is too large to look at")
    if turn in (5, 6, 7, 8):
        width, height = height, width
    return Raster(width, height, kind, turn in range(2, 9), moves)


def upright(file: Path) -> bytes:
    """The same picture turned as its metadata says and without them. Raises NoPicture."""
    image = _opened(file)
    kind = str(image.format)
    profile = image.info.get("icc_profile")
    from PIL import ImageOps  # noqa: PLC0415 - only for pictures

    made = ImageOps.exif_transpose(image).copy()
    made.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    told = {"icc_profile": profile} if profile else {}
    return _saved(made, kind, {**_AGAIN.get(kind, {}), **told})


def sized(file: Path, sizes: Iterable[tuple[int, Kind]]) -> dict[tuple[int, Kind], bytes]:
    """The picture in other widths and kinds, upright, in the colours of screens, nothing beside it.

    Heights keep its shape. The same file gives the same bytes. Raises NoPicture.
    """
    wanted = sorted(sizes, reverse=True)
    image = _for_screens(_opened(file))
    made: dict[tuple[int, Kind], bytes] = {}
    smaller = image
    for width, kind in wanted:
        if smaller.width != width:
            smaller = _scaled(image, width)
        made[width, kind] = _saved(smaller, kind.upper(), _AVIF if kind == "avif" else _WEBP)
    return made


def _opened(file: Path) -> Image:
    from PIL import Image  # noqa: PLC0415 - only for pictures

    look(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(file.read_bytes()))
            image.load()
    except Exception as fault:
        raise NoPicture("it is damaged or cut short") from fault
    return image


def _for_screens(image: Image) -> Image:
    """Upright, RGB or RGBA with eight bits, sRGB."""
    from PIL import ImageOps  # noqa: PLC0415 - only for pictures

    try:
        turned = ImageOps.exif_transpose(image)
        clear = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
        mode = "RGBA" if clear else "RGB"
        if turned.mode.startswith(("I", "F")):
            turned = _eight_bits(turned)
        return _srgb(turned, mode)
    except Exception as fault:
        raise NoPicture("its colours cannot be read") from fault


def _eight_bits(image: Image) -> Image:
    """Greys of sixteen bits as greys of eight; Pillow alone would cut off all that is bright."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _srgb(image: Image, mode: str) -> Image:
    """Wide colours told in those of any screen: what has no profile is taken for sRGB."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        from PIL import ImageCms  # noqa: PLC0415 - only for pictures that have a profile

        with suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            done = ImageCms.profileToProfile(
                image if image.mode != "RGBA" else image.convert("RGB"),
                source,
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if done is not None:
                if image.mode == "RGBA":
                    done.putalpha(image.getchannel("A"))
                return done.convert(mode)
    return image.convert(mode)


def _scaled(image: Image, width: int) -> Image:
    from PIL.Image import Resampling  # noqa: PLC0415 - only for pictures

    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)


def _saved(image: Image, kind: str, options: dict[str, Any]) -> bytes:
    out = BytesIO()
    try:
        image.save(out, kind, **options)
    except Exception as fault:
        raise NoPicture(f"it cannot be written as {kind}") from fault
    return out.getvalue()
