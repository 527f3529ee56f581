"""Which file of the site an address means, and what its smaller pictures are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.pictures import address, file_of, name_for, sizes_for, widths_for

PAGE, HOME, BELOW = "tolls/index.html", "https://quay.example", "https://quay.example/blog"


@pytest.mark.parametrize(
    ("src", "base", "path"),
    [
        ("/images/weir.jpg", "", "images/weir.jpg"),
        ("/images/weir.jpg?v=2#top", "", "images/weir.jpg"),
        ("/images/the%20weir.jpg", "", "images/the weir.jpg"),
        ("https://quay.example/images/weir.jpg", HOME, "images/weir.jpg"),
        ("http://QUAY.example/images/weir.jpg", HOME, "images/weir.jpg"),
        ("//quay.example/images/weir.jpg", HOME, "images/weir.jpg"),
        ("https://quay.example/blog/images/weir.jpg", BELOW, "images/weir.jpg"),
        ("/blog/images/weir.jpg", BELOW, "images/weir.jpg"),
        ("weir.jpg", "", "tolls/weir.jpg"),
        ("../images/weir.jpg", HOME, "images/weir.jpg"),
        ("/images/weir.jpg", BELOW, ""),
        ("https://weirs.example/weir.jpg", HOME, ""),
        ("//weirs.example/weir.jpg", HOME, ""),
        ("data:image/png;base64,AA", HOME, ""),
        ("https:/images/weir.jpg", HOME, ""),
        ("../../etc/passwd", HOME, ""),
        ("/%2e%2e/%2e%2e/etc/passwd", HOME, ""),
        ("/images/a%00.jpg", HOME, ""),
        ("https://[broken/weir.jpg", HOME, ""),
        ("", HOME, ""),
        ("?x", HOME, ""),
    ],
)
def test_the_file_an_address_means(src: str, base: str, path: str) -> None:
    assert file_of(src, PAGE, base) == path


@pytest.mark.parametrize(
    ("src", "base", "named"),
    [
        ("/images/weir.jpg", "", "/pictures/a%20b.avif"),
        (
            "https://quay.example/blog/images/weir.jpg",
            BELOW,
            "https://quay.example/blog/pictures/a%20b.avif",
        ),
        ("../images/weir.jpg", HOME, "../pictures/a%20b.avif"),
    ],
)
def test_another_picture_is_named_in_the_same_manner(src: str, base: str, named: str) -> None:
    assert address("pictures/a b.avif", src, PAGE, base) == named
    assert file_of(named, PAGE, base) == "pictures/a b.avif"


@given(st.text(), st.text())
def test_no_address_leads_out_of_the_site(src: str, page: str) -> None:
    path = file_of(src, page, HOME)
    assert not path.startswith(("..", "/"))
    assert "\0" not in path


def test_a_picture_is_never_made_larger() -> None:
    assert widths_for(300) == (300,)
    assert widths_for(480) == (480,)
    assert widths_for(1200) == (480, 960, 1200)
    assert widths_for(6000) == (480, 960, 1440)


def test_sizes_follow_the_measure_or_the_picture() -> None:
    assert sizes_for(1600) == "(min-width: 38.5rem) 34rem, calc(100vw - 2rem)"
    assert sizes_for(300) == "(min-width: 372px) 300px, calc(100vw - 2rem)"


def test_names_are_plain() -> None:
    assert (
        name_for("images/Am Kai (é).JPG", "0123456789", 480, "avif")
        == "pictures/am-kai-e-01234567-480.avif"
    )
    assert (
        name_for("images/堤防.png", "0123456789", 480, "webp")
        == "pictures/picture-01234567-480.webp"
    )
