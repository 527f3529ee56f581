"""What a published site says of itself where its addresses are shared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from rapport.building import Built, build
from tests.building.small_site import HOST, SITE, write_site
from tests.sites import write_files

TOLLS = "who-pays-the-toll-why/index.html"


def told(page: Path) -> dict[str, str]:
    """What a page says by `property` or `name` in its head."""
    head = page.read_text("utf-8").partition("</head>")[0]
    found = re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', head)
    return dict(found)


def picture(built: Built, page: str) -> str:
    return told(built.output / page).get("og:image", "").removeprefix(f"{HOST}/")


def shared(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((output / "share").iterdir())}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    write_site(folder)
    return folder


@pytest.fixture(scope="module")
def first(folder: Path) -> Built:
    return build(folder / "publishconf.py", publish=True)


def test_a_post_is_shared_with_its_question_and_its_own_picture(first: Built) -> None:
    said = told(first.output / TOLLS)
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:url"] == f"{HOST}/who-pays-the-toll-why/"
    assert said["og:image:alt"].startswith("Who pays the toll &amp; why: Have you ever paid")
    own = picture(first, TOLLS)
    with Image.open(first.output / own) as image:
        assert (str(image.width), str(image.height)) == ("1200", "630")
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert f'"image":"{HOST}/{own}"' in (first.output / TOLLS).read_text("utf-8")


def test_every_other_page_is_shared_with_the_sites(first: Built) -> None:
    home = picture(first, "index.html")
    assert (first.output / home).is_file()
    assert picture(first, "conversations/index.html") == picture(first, "about/index.html") == home
    assert home != picture(first, TOLLS) != picture(first, "locks/index.html")
    assert told(first.output / "index.html")["og:image:alt"] == "Quay &amp; Co"


def test_every_picture_is_named_by_a_page(first: Built) -> None:
    named = {
        Path(picture(first, page.relative_to(first.output).as_posix())).name
        for page in first.output.rglob("*.html")
        if "og:image" in page.read_text("utf-8")
    }
    assert set(shared(first.output)) == named


def test_a_new_comment_makes_a_new_picture_of_its_post_and_no_more(
    folder: Path, first: Built
) -> None:
    before, tolls, locks = (
        shared(first.output),
        picture(first, TOLLS),
        picture(first, "locks/index.html"),
    )
    again = build(folder / "publishconf.py", publish=True)
    assert again.pictures == 0
    assert shared(again.output) == before
    comment = next((folder / "content/comments").glob("*/*.md"))
    text = comment.read_text("utf-8")
    new = comment.with_name("01jqm5f0000000000000000099.md")
    new.write_text(re.sub(r"(?m)^Author: .*$", "Author: Zoë Unheard", text), encoding="utf-8")
    after = build(folder / "publishconf.py", publish=True)
    assert picture(after, TOLLS) != tolls
    assert picture(after, "locks/index.html") == locks
    new.unlink()


def test_a_site_that_is_not_published_has_none(tmp_path: Path) -> None:
    write_site(tmp_path)
    built = build(tmp_path / "pelicanconf.py")
    said = told(built.output / TOLLS)
    assert said["twitter:card"] == "summary"
    assert not {"og:image", "og:url"} & said.keys()
    assert not (built.output / "share").exists()


def published(folder: Path, conf: str = "", **files: str) -> Built:
    write_site(folder)
    write_files(folder, {"publishconf.py": SITE["publishconf.py"] + conf, **files})
    return build(folder / "publishconf.py", publish=True)


HEBREW = """
    Title: מי משלם
    Date: 2026-03-07 09:00
    Slug: hebrew
    Lang: he

    מי משלם כאן?
    """


def test_where_no_font_has_the_letters_the_sites_picture_stands(tmp_path: Path) -> None:
    built = published(tmp_path, **{"content/posts/hebrew.md": HEBREW})
    assert picture(built, "he/hebrew/index.html") == picture(built, "index.html")
    (said,) = [each.text for each in built.messages if "picture for where" in each.text]
    assert said.startswith("content/posts/hebrew.md has no picture")
    assert "RAPPORT_FONTS" in said
    assert "מי" in said


def test_a_font_that_nobody_can_read_is_named_and_not_used(tmp_path: Path) -> None:
    conf = """
        RAPPORT_FONTS = {"article": "fonts/ours.woff2"}
        STATIC_PATHS = ["fonts", "images"]
        """
    built = published(tmp_path, conf, **{"content/fonts/ours.woff2": "no font"})
    assert (built.output / picture(built, TOLLS)).is_file()
    assert [each.text for each in built.messages if "fonts/ours.woff2 cannot be read" in each.text]


def test_it_wears_the_firms_colour(tmp_path: Path) -> None:
    built = published(tmp_path, '\n        RAPPORT_ACCENT = "#7a1f2b"\n')
    with Image.open(built.output / picture(built, TOLLS)) as image:
        assert image.convert("RGB").getpixel((5, 300)) == (0x7A, 0x1F, 0x2B)


def test_a_hostile_name_stays_words(tmp_path: Path) -> None:
    post = SITE["content/posts/tolls.md"].replace(
        "Who pays the toll & why", 'Who "pays" <script>alert(1)</script>'
    )
    built = published(tmp_path, **{"content/posts/tolls.md": post})
    page = next(page for page in built.output.glob("*/index.html") if "pays" in page.parent.name)
    assert "<script>alert" not in page.read_text("utf-8").partition("</head>")[0]
    assert "&#34;pays&#34;" in told(page)["og:image:alt"]
