"""The pictures of a whole site: cleaned, told their size, offered in smaller ones, made once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rapport.building import Built, build
from tests.building.small_site import write_site
from tests.pictures.drawn import MARK, encoded, exif, opened, scene

POST = """\
Title: Pictures of the quay
Date: 2026-03-06 09:00
Author: Ida Brandt
Slug: quay

First ![quay]({static}/images/quay.jpg) then ![again](/images/quay.jpg?v=2)

<figure><img src="{static}/images/small.png" alt="a > b" width="300">
<figcaption>Photo: Maud</figcaption></figure>

![broken]({static}/images/broken.png) and ![gone](/images/gone.png)

![elsewhere](https://weirs.example/images/quay.jpg)
"""


def write_pictures(folder: Path) -> Path:
    write_site(folder)
    images = folder / "content/images"
    (images / "quay.jpg").write_bytes(encoded(scene(1200, 800), "JPEG", exif=exif(6), quality=90))
    (images / "small.png").write_bytes(encoded(scene(600, 400), "PNG", exif=exif()))
    (images / "broken.png").write_bytes(encoded(scene(90, 60), "PNG")[:4000])
    (folder / "content/posts/quay.md").write_text(POST, encoding="utf-8")
    page = POST.replace("Slug: quay", "Slug: about").replace("Pictures of", "About")
    (folder / "content/pages").mkdir(exist_ok=True)
    (folder / "content/pages/about.md").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built, dict[str, bytes]]:
    """The site published twice, and what the first time gave."""
    folder = write_pictures(tmp_path_factory.mktemp("published"))
    first = build(folder / "publishconf.py", publish=True)
    given = {
        path.relative_to(first.output).as_posix(): path.read_bytes()
        for path in first.output.rglob("*")
        if path.is_file()
    }
    return first, build(folder / "publishconf.py", publish=True), given


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = write_pictures(tmp_path_factory.mktemp("plain"))
    return build(folder / "pelicanconf.py")


def images(page: Path) -> list[str]:
    text = page.read_text("utf-8").partition("<main")[2]
    return re.findall(r"<picture>.*?</picture>|<img(?:\"[^\"]*\"|[^>\"])*>", text, re.DOTALL)


def test_a_plain_build_tells_sizes_and_makes_nothing(plain: Built) -> None:
    first, again, small, broken, gone, other = images(plain.output / "quay/index.html")
    assert 'width="800" height="1200"' in first
    assert "loading" not in first
    assert 'width="800" height="1200" loading="lazy" decoding="async"' in again
    assert 'width="300" height="200"' in small
    assert 'width="90" height="60"' in broken
    assert "width" not in gone + other
    assert not (plain.output / "pictures").exists()


def test_pages_are_treated_as_posts_are(plain: Built) -> None:
    assert 'width="800" height="1200"' in images(plain.output / "about/index.html")[0]


def test_publishing_offers_smaller_ones(twice: tuple[Built, Built, dict[str, bytes]]) -> None:
    output = twice[0].output
    first, again, *_ = images(output / "quay/index.html")
    for kind in ("avif", "webp"):
        found = re.search(rf'<source type="image/{kind}" srcset="([^"]*)" sizes="[^"]+">', first)
        assert found
        for part, width in zip(found[1].split(", "), (480, 800), strict=True):
            address, told = part.split(" ")
            assert told == f"{width}w"
            made = opened((output / address.removeprefix("https://quay.example/")).read_bytes())
            assert (made.width, made.format) == (width, kind.upper())
    assert "/pictures/quay-" in again
    assert 'src="/images/quay.jpg?v=2"' in again


def test_nothing_of_the_camera_is_published(
    twice: tuple[Built, Built, dict[str, bytes]], plain: Built
) -> None:
    for output in (twice[1].output, plain.output):
        for file in output.rglob("*"):
            assert not file.is_file() or MARK.encode() not in file.read_bytes(), file
        served = opened((output / "images/quay.jpg").read_bytes())
        assert served.size == (800, 1200)
        assert not served.getexif()


def test_the_authors_own_file_stays_as_it_was(plain: Built) -> None:
    assert MARK.encode() in (plain.output.parent / "content/images/quay.jpg").read_bytes()


def test_the_second_time_makes_nothing_and_gives_the_same(
    twice: tuple[Built, Built, dict[str, bytes]],
) -> None:
    first, second, given = twice
    assert first.pictures > 0
    assert second.pictures == 0
    for name, data in given.items():
        if name.startswith("pagefind/"):  # its own order each time
            continue
        assert (second.output / name).read_bytes() == data, name


def test_what_is_wrong_is_told_with_its_line_once(plain: Built) -> None:
    said = [message.text for message in plain.messages]
    for name, line, what in (("broken.png", 11, "cut short"), ("gone.png", 11, "no such file")):
        place = f"content/posts/quay.md:{line} shows images/{name}"
        assert sum(text.startswith(place) and what in text for text in said) == 1, said


def test_the_policy_allows_no_more_than_before(
    twice: tuple[Built, Built, dict[str, bytes]],
) -> None:
    headers = (twice[0].output / "_headers").read_text("utf-8")
    assert "img-src 'self' https://weirs.example;" in headers


@pytest.mark.parametrize("code", ["import rapport.pictures", "import rapport.building.picturing"])
def test_the_room_is_entered_without_pillow(code: str) -> None:
    """A build meets it all the same: docutils asks for it where it is installed."""
    run = [sys.executable, "-c", f"import sys\n{code}\nsys.exit(40 + ('PIL' in sys.modules))"]
    assert subprocess.run(run, check=False).returncode == 40


@pytest.mark.parametrize("words", [["--help"], ["audit", "content/posts/tolls.md"]])
def test_commands_that_show_no_picture_never_ask_pillow(tmp_path: Path, words: list[str]) -> None:
    write_pictures(tmp_path)
    code = (
        "import sys\n"
        "from rapport.cli import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "sys.exit(40 + ('PIL' in sys.modules))\n"
    )
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, cwd=tmp_path, capture_output=True, check=False).returncode == 40


def test_a_drawing_is_told_its_size_and_stays_as_it_is(tmp_path: Path) -> None:
    write_site(tmp_path)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400">' + "<g/>" * 2_000
    (tmp_path / "content/images/weir.svg").write_text(f"{drawing}</svg>", encoding="utf-8")
    built = build(tmp_path / "publishconf.py", publish=True)
    (shown,) = images(built.output / "who-pays-the-toll-why/index.html")
    assert 'width="1200" height="400"' in shown
    assert "<picture>" not in shown
    assert not (built.output / "pictures").exists()
