"""What cameras write beside a picture goes; the picture stays as it is, dot for dot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from rapport.pictures import stripped
from tests.pictures.drawn import MARK, encoded, exif, opened, scene

NOTED = PngInfo()
NOTED.add_text("Author", MARK)
FRAMES = [Image.new("RGB", (30, 20), (number * 90, 0, 0)) for number in range(3)]
FILES = {
    "jpeg": encoded(scene(), "JPEG", exif=exif(), comment=MARK.encode()),
    "progressive jpeg": encoded(scene(), "JPEG", exif=exif(), progressive=True),
    "jpeg with restarts": encoded(scene(), "JPEG", exif=exif(), restart_marker_blocks=1),
    "cmyk jpeg": encoded(scene(mode="CMYK"), "JPEG", exif=exif()),
    "png": encoded(scene(), "PNG", exif=exif(), pnginfo=NOTED),
    "clear png": encoded(scene(mode="RGBA"), "PNG", exif=exif()),
    "webp": encoded(scene(), "WEBP", exif=exif(), xmp=MARK.encode()),
    "moving gif": encoded(
        FRAMES[0], "GIF", save_all=True, append_images=FRAMES[1:], comment=MARK.encode(), loop=0
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_the_camera_is_left_and_every_dot_is(name: str) -> None:
    data = FILES[name]
    bare = stripped(data)
    assert bare is not None
    assert MARK.encode() in data
    assert MARK.encode() not in bare
    assert not opened(bare).getexif()
    assert opened(bare).convert("RGBA").tobytes() == opened(data).convert("RGBA").tobytes()
    assert stripped(bare) == bare


def test_a_colour_profile_stays() -> None:
    profile = b"\0" * 128
    data = encoded(scene(), "JPEG", exif=exif(), icc_profile=profile)
    assert opened(stripped(data) or b"").info["icc_profile"] == profile


def test_what_lies_behind_a_jpeg_goes() -> None:
    assert (stripped(FILES["jpeg"] + b"a film with " + MARK.encode()) or b"").endswith(b"\xff\xd9")


def test_a_gif_moves_as_before() -> None:
    assert getattr(opened(stripped(FILES["moving gif"]) or b""), "n_frames", 1) == 3


def test_what_is_not_known_here_is_left_to_others() -> None:
    assert stripped(b"BM....") is None


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_told(name: str) -> None:
    with pytest.raises(ValueError, match=r"cut short|damaged"):
        stripped(FILES[name][: len(FILES[name]) * 2 // 3])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_whatever_a_file_holds_the_answer_is_bytes_or_a_reason(
    name: str, data: st.DataObject
) -> None:
    broken = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        bare = stripped(bytes(broken))
    except ValueError:
        return
    assert bare is None or len(bare) <= len(broken) + len(broken) // 8 + 16
