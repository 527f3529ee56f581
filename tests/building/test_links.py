"""Every link of a site to itself leads somewhere, wherever the site is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.building import Built, build
from tests.building.small_site import Page, broken_links, write_site


def test_at_the_root_without_an_address(output: Path) -> None:
    assert list(broken_links(output, "https://any.example")) == []


def test_in_the_preview(previewed: Built) -> None:
    assert list(broken_links(previewed.output, "http://127.0.0.1:8000")) == []


@pytest.mark.parametrize("url", ["https://quay.example", "https://host.example/blog"])
def test_at_an_address_and_under_a_folder(tmp_path: Path, url: str) -> None:
    done = build(write_site(tmp_path, conf=f"SITEURL = {url!r}"))
    assert list(broken_links(done.output, url)) == []
    for path in done.output.rglob("*.html"):
        inner = [link for link in Page(path.read_text("utf-8")).links if link.startswith("/")]
        assert inner == [], path


@pytest.mark.parametrize("url", ["", "https://host.example/blog"])
def test_with_addresses_relative_to_each_page(tmp_path: Path, url: str) -> None:
    conf = f'RELATIVE_URLS = True\nSITEURL = {url!r}\nDIRECT_TEMPLATES = ["index", "tags"]'
    done = build(write_site(tmp_path, conf=conf))
    base = url or "https://any.example"
    assert list(broken_links(done.output, base)) == []
    post = (done.output / "who-pays-the-toll-why" / "index.html").read_text("utf-8")
    assert 'src="../images/weir.svg"' in post
    german = (done.output / "de" / "who-pays-the-toll-why" / "index.html").read_text("utf-8")
    assert 'href="../../theme/css/' in german


def test_with_the_home_page_moved(tmp_path: Path) -> None:
    """A blog that lives below another site's front page: its name must not lead to the front."""
    conf = 'INDEX_SAVE_AS = "blog/index.html"\nINDEX_URL = "blog/"'
    done = build(write_site(tmp_path, conf=conf))
    assert not (done.output / "index.html").exists()
    assert list(broken_links(done.output, "https://any.example")) == []


def test_a_crawl_that_finds_nothing_is_none(tmp_path: Path) -> None:
    """The crawl itself can fail."""
    (tmp_path / "index.html").write_text('<a href="gone/">x</a><a href="#no">y</a><p id="a">')
    found = list(broken_links(tmp_path, "https://any.example"))
    assert [fault.split(": ")[1] for fault in found] == [
        "gone/ is not there",
        "#no has no such place",
    ]
