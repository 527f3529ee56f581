"""The firm's own look: its colour can be read everywhere, or the build says which to take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.building import build
from rapport.building.colours import ENOUGH, contrast, parse, schemes, written
from rapport.building.look import additions
from rapport.errors import BuildError, SettingsError
from rapport.settings import Settings, from_mapping
from tests.building.small_site import write_site

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "theme" / "static" / "css" / "rapport.css").read_text("utf-8")


def look(**values: str) -> str:
    given_ = {f"RAPPORT_{name.upper()}": value for name, value in values.items()}
    return additions(from_mapping(given_, Path("/site")), CSS)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_nothing_is_added_where_nothing_is_said() -> None:
    assert additions(Settings(root=Path("/site")), CSS) == ""


def test_our_own_accents_can_be_read() -> None:
    light, dark = schemes("#0f5c4c", "#74d3b8", CSS)
    assert (written(light.accent), written(dark.accent)) == ("#0f5c4c", "#74d3b8")


def test_a_dark_accent_is_made_of_the_light_one() -> None:
    added = look(accent="#7a1f2b")
    light, dark = re.findall(r"--accent:(#\w+)", added)
    assert light == "#7a1f2b"
    assert dark != light
    assert added.index("prefers-color-scheme") < added.index(dark)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"accent": "#ffd400"}, r"RAPPORT_ACCENT is #ffd400.*has 1\.\d.*nearest.*#[0-9a-f]{6}"),
        ({"accent": "#0f5c4c", "accent_dark": "#0f5c4c"}, r"RAPPORT_ACCENT_DARK is #0f5c4c"),
        ({"accent": "green"}, "should be a colour such as #0f5c4c"),
        ({"accent": "#12345"}, "should be a colour"),
        ({"accent": "red;}body{display:none"}, "should be a colour"),
    ],
)
def test_a_colour_that_cannot_be_used_is_refused(values: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        look(**values)


@given(st.integers(0, 0xFFFFFF))
def test_whatever_is_proposed_can_be_read(number: int) -> None:
    colour = f"#{number:06x}"
    try:
        light, dark = schemes(colour, "", CSS)
    except SettingsError as fault:
        (proposed,) = re.findall(r"nearest that can be read is (#\w+)", str(fault))
        light, dark = schemes(proposed, "", CSS)
    assert contrast(light.accent, parse("#ffffff") or (0, 0, 0)) >= ENOUGH
    assert contrast(light.accent, light.author) >= ENOUGH
    assert contrast(dark.accent, dark.author) >= ENOUGH


def test_letters_are_serif_or_sans() -> None:
    assert "--serif:var(--sans)" in look(letters="sans")
    with pytest.raises(SettingsError, match='"serif" or "sans"'):
        look(letters="comic")


def test_a_build_wears_it_in_one_sheet(tmp_path: Path) -> None:
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a") as file:
        file.write('\nRAPPORT_ACCENT = "#7a1f2b"\nRAPPORT_LETTERS = "sans"\n')
    sheet = build(tmp_path / "pelicanconf.py").output / "theme" / "css" / "rapport.css"
    text = sheet.read_text("utf-8")
    assert text.startswith(CSS)
    assert text.count("--accent:#7a1f2b") == 1


def test_a_build_refuses_a_colour_before_it_begins(tmp_path: Path) -> None:
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a") as file:
        file.write('\nRAPPORT_ACCENT = "#ffd400"\n')
    with pytest.raises(SettingsError, match="nearest that can be read"):
        build(tmp_path / "pelicanconf.py")
    assert not (tmp_path / "output").exists()


LOGO = {"content/images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"/>'}


def test_the_logo_stands_beside_the_name_on_every_page(tmp_path: Path) -> None:
    conf = 'RAPPORT_LOGO = "images/logo.svg"\nSTATIC_PATHS = ["images"]'
    output = build(write_site(tmp_path, LOGO, conf)).output
    assert (output / "images/logo.svg").is_file()
    for page in output.rglob("*.html"):
        text = page.read_text("utf-8")
        assert re.search(r'<img class="logo" src="[^"]*images/logo\.svg" alt=""[^>]*>', text), page


def test_a_logo_that_is_not_there_or_not_published_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"images/logo\.svg, and there is no such file"):
        build(write_site(tmp_path / "one", conf='RAPPORT_LOGO = "images/logo.svg"'))
    conf = 'RAPPORT_LOGO = "images/logo.svg"\nSTATIC_PATHS = ["other"]'
    with pytest.raises(BuildError, match="which is not published"):
        build(write_site(tmp_path / "two", LOGO, conf))
    with pytest.raises(SettingsError, match="RAPPORT_LOGO"):
        from_mapping({"RAPPORT_LOGO": "../secret.svg"}, Path("/site"))


FONT = {"content/fonts/ours.woff2": "not read by anybody here"}
FONTS = 'RAPPORT_FONTS = {"article": "fonts/ours.woff2"}\n'


def test_a_font_of_the_firms_own_comes_first_from_its_own_site(tmp_path: Path) -> None:
    conf = FONTS + 'STATIC_PATHS = ["fonts", "images"]\nSITEURL = "https://quay.example"'
    output = build(write_site(tmp_path, FONT, conf)).output
    sheet = (output / "theme/css/rapport.css").read_text("utf-8")
    assert 'src:url("../../fonts/ours.woff2") format("woff2")' in sheet
    assert '--serif:"firm-article",Charter, "Bitstream Charter"' in sheet
    home = (output / "index.html").read_text("utf-8")
    link = '<link rel="preload" as="font" type="font/woff2" href="https://quay.example/fonts/ours'
    assert link in home
    assert "font-src 'self'" in home
    assert "font-src 'self'" in (output / "_headers").read_text("utf-8")


def test_a_font_that_is_not_there_not_published_or_no_font_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"RAPPORT_FONTS names fonts/ours\.woff2, and there"):
        build(write_site(tmp_path / "one", conf=FONTS))
    with pytest.raises(BuildError, match="which is not published"):
        build(write_site(tmp_path / "two", FONT, FONTS + 'STATIC_PATHS = ["other"]'))
    for fonts in ({"article": "ours.ttf"}, {"title": "ours.woff2"}, {"talk": "../o.woff2"}, ["a"]):
        with pytest.raises(SettingsError, match="RAPPORT_FONTS"):
            from_mapping({"RAPPORT_FONTS": fonts}, Path("/site"))


def test_a_heavy_font_is_named(tmp_path: Path) -> None:
    heavy = {"content/fonts/ours.woff2": "x" * 90_000}
    conf = FONTS + 'STATIC_PATHS = ["fonts", "images"]'
    said = [each.text for each in build(write_site(tmp_path, heavy, conf)).messages]
    assert [text for text in said if "fonts/ours.woff2 has 90 kB" in text]


def test_the_firms_places_elsewhere_are_named_as_its_own(tmp_path: Path) -> None:
    social = (
        'SOCIAL = (("Mastodon", "https://social.example/@quay"), ("Bad", "javascript:alert(1)"), '
        '("You can add links", "#"))\nSITEURL = "https://quay.example"'
    )
    home = (build(write_site(tmp_path, conf=social)).output / "index.html").read_text("utf-8")
    assert '<a href="https://social.example/@quay" rel="me noopener">Mastodon</a>' in home
    assert '"sameAs":["https://social.example/@quay"]' in home
    assert "javascript" not in home
    assert "You can add links" not in home
