"""sitemap.xml and robots.txt: every page a search engine may show, and no other."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from rapport.building import build
from rapport.building.sitemaps import robots, sitemap
from tests.building.small_site import write_site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HOST = "https://quay.example/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("published")
    write_site(root)
    return build(root / "publishconf.py", publish=True).output


def found(text: str) -> dict[str, str]:
    """The addresses, each with when it last changed."""
    tree = fromstring(text)
    return {
        entry.findtext("s:loc", "", NAMES): entry.findtext("s:lastmod", "", NAMES)
        for entry in tree.findall("s:url", NAMES)
    }


def test_every_address_is_a_page_and_every_page_has_one(published: Path) -> None:
    addresses = found((published / "sitemap.xml").read_text("utf-8"))
    pages = {
        HOST + path.relative_to(published).as_posix().removesuffix("index.html")
        for path in published.rglob("*.html")
        if 'content="noindex"' not in path.read_text("utf-8")
    }
    hidden = f"{HOST}an-aside/"
    assert set(addresses) == pages - {f"{HOST}404.html", hidden}


def test_a_post_changes_with_its_conversation(published: Path) -> None:
    addresses = found((published / "sitemap.xml").read_text("utf-8"))
    changed = datetime.fromisoformat(addresses[f"{HOST}who-pays-the-toll-why/"])
    page = (published / "who-pays-the-toll-why" / "index.html").read_text("utf-8")
    times = re.findall(r'<(?:time[^>]*) datetime="([^"]+)"', page)
    assert changed.date() == max(datetime.fromisoformat(each).date() for each in times)


def test_robots_are_told_of_it(published: Path) -> None:
    text = (published / "robots.txt").read_text("utf-8")
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://quay.example/sitemap.xml\n"
    assert robots("https://quay.example") == text


def test_a_site_without_an_address_has_neither(tmp_path: Path) -> None:
    write_site(tmp_path)
    output = build(tmp_path / "pelicanconf.py").output
    assert not (output / "sitemap.xml").exists()
    assert not (output / "robots.txt").exists()


def test_a_robots_txt_of_the_sites_own_stays(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "content" / "images" / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    with (tmp_path / "pelicanconf.py").open("a") as file:
        file.write('\nEXTRA_PATH_METADATA = {"images/robots.txt": {"path": "robots.txt"}}\n')
    output = build(tmp_path / "publishconf.py", publish=True).output
    assert "Disallow: /" in (output / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("a&b/", "a&amp;b/"),
        ("größe/", "gr%C3%B6%C3%9Fe/"),
        ("gr%C3%B6%C3%9Fe/", "gr%C3%B6%C3%9Fe/"),
        ("a<b>/", "a%3Cb%3E/"),
    ],
)
def test_any_address_is_well_formed(url: str, written: str) -> None:
    text = sitemap([(url, None)], "https://quay.example")
    assert f"<loc>https://quay.example/{written}</loc>" in text
    assert len(found(text)) == 1
