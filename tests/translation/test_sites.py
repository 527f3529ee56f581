"""Whole sites in each of our languages, and pages in another language than their site's."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from rapport.building import build
from rapport.errors import SettingsError
from tests.building.small_site import CONF, SITE, tree, write_site
from tests.sites import write_files
from tests.translation.test_catalogues import told


class Spoken(HTMLParser):
    """What a page says: its text, and the attributes that are read aloud."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.said: set[str] = set()
        self.feed(page.decode())

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said |= {value or "" for name, value in attrs if name in {"aria-label", "title"}}

    def handle_data(self, data: str) -> None:
        self.said.add(data.strip(" ,:\n"))


def pages(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder / "output").items() if name.endswith(".html")}


@pytest.mark.parametrize(
    ("language", "nav", "day"),
    [
        ("de", "Gespräche", ". März 2026"),
        ("fr", "Conversations", " mars 2026"),
        ("es", "Conversaciones", " de marzo de 2026"),
    ],
)
def test_a_site_speaks_its_language(tmp_path: Path, language: str, nav: str, day: str) -> None:
    conf = f"DEFAULT_LANG = {language!r}\nRAPPORT_COMMENT_FORM = '/say'"
    build(write_site(tmp_path, conf=conf))
    english = {
        ids[0].strip(" ,:")
        for ids, strings in told(language)
        if ids[0] != strings[0] and "%" not in ids[0] and len(ids[0]) > 4
    }
    found = pages(tmp_path)
    assert len(found) > 8
    for name, page in found.items():
        said = Spoken(page).said
        if f'lang="{language}"'.encode() in page[:100]:
            assert nav in said, name
            assert not said & english, name
    assert day.encode() in found["posts/index.html"]


def test_a_post_in_another_language_has_its_words_and_the_site_its_own(tmp_path: Path) -> None:
    build(write_site(tmp_path))
    found = pages(tmp_path)
    german = found["de/who-pays-the-toll-why/index.html"].decode()
    assert '<html lang="de">' in german
    assert "4. März 2026" in german
    assert 'lang="en" dir="ltr">Quay &amp; Co</a>' in german
    assert "Kommentare sind öffentlich" in german
    home = found["index.html"].decode()
    assert '<html lang="en">' in home
    assert "Conversations under way" in home


def test_a_page_in_a_language_without_words_says_so_once(tmp_path: Path) -> None:
    text = "Date: 2026-03-05\nLang: it\n\nChe cosa ne dite?\n"
    site = write_site(tmp_path)
    names = ("uno", "due")
    write_files(tmp_path, {f"content/posts/{n}.md": f"Title: {n}\n{text}" for n in names})
    said = [each.text for each in build(site).messages]
    assert sum("translations/it.po" in each for each in said) == 1
    assert '<html lang="it">' in (tmp_path / "output/it/uno/index.html").read_text("utf-8")


def test_a_site_says_it_in_its_own_words(tmp_path: Path) -> None:
    own = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    own += 'msgid "Conversations under way"\nmsgstr "Talk of the <em>quay</em>"\n'
    site = write_site(tmp_path)
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations/en.po").write_text(own)
    build(site)
    assert "Talk of the <em>quay</em></h1>" in (tmp_path / "output/index.html").read_text("utf-8")


def test_a_slip_in_the_sites_words_stops_the_build(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations/en.po").write_text('msgid "By %(names)s"\nmsgstr "By %(name)s"\n')
    with pytest.raises(SettingsError, match=r"translations/en\.po:1"):
        build(site)


def test_the_small_site_has_what_these_tests_ask_for() -> None:
    assert "DEFAULT_LANG" in CONF
    assert any("Lang: de" in text for text in SITE.values())
