"""Pictures of every kind are looked at and made smaller, upright, in the colours of screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PIL.Image import Resampling

from rapport.pictures import NoPicture, look, sized, upright
from tests.pictures.drawn import MARK, encoded, exif, opened, scene

FRAMES = [Image.new("RGB", (30, 20), (number * 90, 0, 0)) for number in range(3)]
MODES = ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a picture"


def test_what_lies_on_its_side_is_told_upright(file: Path) -> None:
    file.write_bytes(encoded(scene(60, 40), "JPEG", exif=exif(6)))
    found = look(file)
    assert (found.width, found.height, found.turned) == (40, 60, True)


def test_what_moves_is_known(file: Path) -> None:
    file.write_bytes(encoded(FRAMES[0], "GIF", save_all=True, append_images=FRAMES[1:]))
    assert look(file).moves


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xe0", b"<svg/>"])
def test_what_is_no_picture_is_told(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(NoPicture, match="cannot be read"):
        look(file)


def test_a_bomb_is_told_before_it_goes_off(file: Path) -> None:
    data = bytearray(encoded(Image.new("L", (8, 8)), "PNG"))
    head = b"IHDR" + (40_000).to_bytes(4) * 2 + bytes(data[24:29])
    from zlib import crc32

    data[12:33] = head + crc32(head).to_bytes(4)
    file.write_bytes(data)
    with pytest.raises(NoPicture, match="too large"):
        look(file)


def test_turned_as_it_was_held_and_nothing_beside_it(file: Path) -> None:
    file.write_bytes(encoded(scene(60, 40), "JPEG", exif=exif(3), quality=95))
    turned = opened(upright(file))
    assert not turned.getexif()
    assert MARK.encode() not in upright(file)
    right = turned.convert("RGB").getpixel((55, 20))
    assert isinstance(right, tuple)
    assert right[0] > 200, "the bright half stands on the other side"


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_becomes_a_picture_for_screens(file: Path, mode: str) -> None:
    image = scene(mode="L").convert("I").point(lambda value: value * 257).convert("I;16")
    image = image if mode == "I;16" else scene(mode=mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    file.write_bytes(encoded(image, kind))
    made = sized(file, [(30, "avif"), (30, "webp")])
    assert sorted(made) == [(30, "avif"), (30, "webp")]
    for data in made.values():
        small = opened(data).convert("RGB")
        assert small.size == (30, 20)
        # Of black and white alone grey is made of dots: what counts is what they come to.
        bright, dark = (
            small.crop((left, 2, left + 10, 18)).resize((1, 1), Resampling.BOX).getpixel((0, 0))
            for left in (0, 20)
        )
        assert isinstance(bright, tuple)
        assert isinstance(dark, tuple)
        assert bright[0] > dark[0] + 60, "light stays light"


def test_what_is_clear_stays_clear(file: Path) -> None:
    image = scene(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    file.write_bytes(encoded(image, "PNG"))
    for data in sized(file, [(30, "avif"), (30, "webp")]).values():
        assert opened(data).mode == "RGBA"


def test_the_same_file_gives_the_same_bytes_and_no_camera(file: Path) -> None:
    file.write_bytes(encoded(scene(), "JPEG", exif=exif(8)))
    first = sized(file, [(30, "avif"), (30, "webp")])
    assert first == sized(file, [(30, "webp"), (30, "avif")])
    assert not any(MARK.encode() in data for data in first.values())


def test_a_picture_cut_short_is_told(file: Path) -> None:
    data = encoded(scene(200, 200), "JPEG")
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(NoPicture, match="cut short"):
        sized(file, [(30, "avif")])
