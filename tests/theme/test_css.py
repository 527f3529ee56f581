"""The style sheet: its tokens, its contrast, its habits, its weight."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.theme.document import classes, elements, lenient
from tests.theme.ink import INKS, SURFACES, colours, contrast
from tests.theme.pages import THEME, pages

CSS = (THEME / "static" / "css" / "rapport.css").read_text("utf-8")
PREVIEW = (THEME / "preview" / "css" / "preview.css").read_text("utf-8")


def bare(sheet: str) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


RULES = bare(CSS)
SHEETS = {"rapport": RULES, "preview": bare(PREVIEW)}
every_sheet = pytest.mark.parametrize("sheet", SHEETS)

LIGHT = {
    "bg": "#ffffff",
    "surface": "#f6f5f2",
    "author": "#eaf3f0",
    "mark": "#fff3c4",
    "text": "#1c1b19",
    "muted": "#57534e",
    "link": "#0b4a7f",
    "visited": "#6b3f7d",
    "accent": "#0f5c4c",
    "open": "#8a4b00",
    "border": "#7d7770",
}
DARK = {
    "bg": "#141513",
    "surface": "#1d1f1c",
    "author": "#17302a",
    "mark": "#4a3f10",
    "text": "#ecebe7",
    "muted": "#b5b1aa",
    "link": "#8ec1f2",
    "visited": "#d0aee0",
    "accent": "#74d3b8",
    "open": "#f0b45f",
    "border": "#8b867e",
}


def schemes() -> dict[str, dict[str, str]]:
    tokens = RULES[RULES.index("@layer tokens {") : RULES.index("@layer base {")]
    light, _, rest = tokens.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("@media (prefers-contrast: more)")[0]
    return {"light": colours(light), "dark": colours(dark)}


def test_the_tokens_are_the_ones_that_were_measured() -> None:
    found = schemes()
    assert {key: found["light"][key] for key in LIGHT} == LIGHT
    assert {key: found["dark"][key] for key in DARK} == DARK


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    found = schemes()[scheme]
    assert contrast(found["text"], found["bg"]) >= 7
    for ink in INKS:
        for surface in SURFACES:
            assert contrast(found[ink], found[surface]) >= 4.5, (ink, surface)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_that_mean_something_can_be_seen(scheme: str) -> None:
    found = schemes()[scheme]
    for line in ("border", "accent", "link"):
        for surface in ("bg", "surface", "author"):
            assert contrast(found[line], found[surface]) >= 3, (line, surface)
    assert contrast(found["bg"], found["accent"]) >= 4.5


def test_the_layers_come_in_their_order() -> None:
    assert "@layer reset, tokens, base, layout, parts, print;" in CSS
    assert re.findall(r"^@layer (\w+) \{", RULES, re.MULTILINE) == [
        *("reset", "tokens", "base", "layout", "parts", "print")
    ]
    assert RULES.count("{") == RULES.count("}")


def test_it_weighs_six_kilobytes_at_most() -> None:
    assert len(gzip.compress(CSS.encode(), 9)) <= 6_000


@pytest.mark.parametrize(
    "physical",
    [
        r"(margin|padding|border)-(left|right|top|bottom)\b",
        r"(?<![-\w])(left|right|top|bottom):",
        r"(?<![-\w(])(width|height|min-width|max-width|min-height|max-height):",
        r"text-align:\s*(left|right)",
        r"float:",
        r"border-(top|bottom)-(left|right)-radius",
    ],
)
@every_sheet
def test_directions_are_logical(physical: str, sheet: str) -> None:
    assert re.findall(physical, SHEETS[sheet]) == []


@pytest.mark.parametrize(
    "habit",
    ["smooth", "@import", "url(", "animation", "transition", "!important", "sticky", "fixed"],
)
@every_sheet
def test_what_the_sheet_never_does(habit: str, sheet: str) -> None:
    assert habit not in SHEETS[sheet]


@pytest.mark.parametrize(
    "care",
    [
        ":focus-visible",
        ":target",
        "prefers-color-scheme: dark",
        "prefers-contrast: more",
        "@media print",
        "details::details-content",
        "color-scheme: light dark",
    ],
)
def test_what_the_sheet_takes_care_of(care: str) -> None:
    assert care in RULES


@every_sheet
def test_every_class_of_the_sheet_is_on_some_page(sheet: str) -> None:
    used = {
        word
        for html in pages().values()
        for one in elements(lenient(html))
        for word in classes(one)
    }
    plain = re.sub(r"\d*\.\d+|\{[^{}]*\}", "", SHEETS[sheet])
    styled = set(re.findall(r"\.([a-z][\w-]*)", plain))
    assert len(styled) > 10
    assert styled - used == set()


def test_the_previews_sheet_has_no_colours_or_layers_of_its_own() -> None:
    """So whoever changes the theme's tokens changes the panel with them."""
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", SHEETS["preview"]) == []
    layers = set(re.findall(r"@layer (\w+)", SHEETS["preview"]))
    assert layers <= set(re.findall(r"@layer (\w+) \{", RULES))
    assert SHEETS["preview"].count("{") == SHEETS["preview"].count("}")


def test_only_the_preview_asks_for_its_sheet() -> None:
    asks = {case for case, html in pages().items() if "preview.css" in html}
    assert asks == {"desk", "desk-empty", "post-draft", "post-nothing-to-mend", "rules"}


def test_no_microformat_is_styled_by_layout() -> None:
    """Marks for machines and marks for the eye stay apart; an address in print is the exception."""
    assert set(re.findall(r"\.((?:p|u|e|dt|h)-[\w-]+)", RULES)) == {"u-url"}
