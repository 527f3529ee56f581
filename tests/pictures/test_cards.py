"""The picture that stands for a shared page: what it says, and that it takes any words."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rapport.pictures import Card, Look, draw, faces_of, initials, lacking, letters_readable
from rapport.pictures.lettering import fitted, letters_lacking

GREEN, QUIET, WHITE, BLACK, GREY = (15, 92, 76), (234, 243, 240), (255,) * 3, (28,) * 3, (90,) * 3


def font(package: str, name: str) -> Path:
    found = find_spec(package)
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0], "files", name)


SERIF = font("font_source_serif_pro", "SourceSerifPro-Regular.ttf")
SANS = font("font_source_sans_pro", "SourceSansPro-Bold.ttf")
LOOK = Look(GREEN, QUIET, WHITE, BLACK, GREY, (SERIF,), (SERIF,), (SANS,))
CARD = Card(
    "Quay & Co",
    "Who pays the toll & why",
    "Have you ever paid it twice?",
    "9 comments from 4 people",
    (("IB", True), ("AS", False)),
    3,
)


def drawn(card: Card, look: Look = LOOK) -> Image.Image:
    return Image.open(BytesIO(draw(card, look))).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many dots of a box are not of the commonest colour there."""
    colours = image.crop(box).getcolors(maxcolors=10**6)
    return (box[2] - box[0]) * (box[3] - box[1]) - max(count for count, _ in colours)


def test_it_is_a_small_picture_of_the_expected_size_and_always_the_same() -> None:
    data = draw(CARD, LOOK)
    assert Image.open(BytesIO(data)).size == (1200, 630)
    assert len(data) < 40_000
    assert draw(CARD, LOOK) == data


def test_it_begins_with_the_firms_colour_and_writes_from_there() -> None:
    image = drawn(CARD)
    assert image.getpixel((5, 300)) == GREEN
    assert image.getpixel((1195, 300)) == WHITE
    assert ink(image, (70, 130, 600, 260)) > ink(image, (900, 130, 1200, 260))


def test_what_is_written_from_right_to_left_begins_there() -> None:
    image = drawn(replace(CARD, back=True))
    assert image.getpixel((1195, 300)) == GREEN
    assert image.getpixel((5, 300)) == WHITE
    assert ink(image, (600, 130, 1130, 260)) > ink(image, (20, 130, 300, 260))


@pytest.mark.parametrize(
    ("less", "box"),
    [
        (replace(CARD, firm=""), (70, 50, 1100, 110)),
        (replace(CARD, question=""), (76, 250, 1124, 450)),
        (replace(CARD, faces=(), more=0, talk=""), (70, 480, 1124, 600)),
    ],
    ids=["firm", "question", "talk"],
)
def test_what_is_not_there_leaves_its_place_empty(
    less: Card, box: tuple[int, int, int, int]
) -> None:
    assert ink(drawn(CARD), box) > 0
    assert ink(drawn(less), box) == 0


def test_the_firms_people_are_filled_and_others_are_not() -> None:
    image = drawn(replace(CARD, faces=(("I", True), ("A", False)), more=0))
    assert image.getpixel((76 + 38, 494 + 8)) == GREEN
    assert image.getpixel((76 + 38 + 90, 494 + 8)) == WHITE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida Brandt", "IB"),
        ("Ludwig van der Weir", "LW"),
        ("@tom", "T"),
        ("cher", "C"),
        ("🦊 Fox 🦊", "F"),
        ("<b>Eve</b> & Sons", "BS"),
        ("\u202eevil name", "EN"),
        ("E\u0301lise Ødegård", "EØ"),
        ("שרה לוי", "של"),
        ("!!! ???", ""),
        ("", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_more_faces_than_have_room_are_counted() -> None:
    names = [(f"Person {letter}", False) for letter in "ABCDEFG"]
    assert faces_of(names[:6]) == (tuple((f"P{each}", False) for each in "ABCDEF"), 0)
    assert faces_of(names) == (tuple((f"P{each}", False) for each in "ABCDE"), 2)
    assert faces_of([("???", False), ("Ida", True)]) == ((("I", True),), 0)


def test_letters_that_no_font_has_are_named_and_signs_are_not() -> None:
    assert lacking(replace(CARD, title="שלום world"), LOOK) == "שלום"
    assert lacking(replace(CARD, question="Warum 🦊 → so?"), LOOK) == ""
    assert lacking(replace(CARD, question="Почему? Γιατί;"), LOOK) == ""


def test_the_first_font_that_has_all_letters_writes_them() -> None:
    assert letters_lacking("quay", (SERIF, SANS)) == ""
    chosen, _ = fitted("quay", (SANS, SERIF), (900, 100), (40,), 400)
    assert chosen.path == str(SANS)


def test_a_file_that_is_no_font_is_no_font(tmp_path: Path) -> None:
    (tmp_path / "ours.woff2").write_bytes(b"wOF2 and nothing else")
    assert not letters_readable(tmp_path / "ours.woff2")
    assert not letters_readable(tmp_path / "gone.woff2")
    assert letters_readable(SANS)


def test_lines_are_about_as_long_as_each_other() -> None:
    text = "Costs follow the event, except when they do not, and nobody knows"
    chosen, lines = fitted(text, (SERIF,), (1000, 180), (60,), 400)
    widths = [chosen.getlength(line) for line in lines]
    assert " ".join(lines) == text
    assert min(widths) > 0.6 * max(widths)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_keeps_within_its_box_and_loses_nothing_but_its_end(text: str) -> None:
    chosen, lines = fitted(text, (SERIF,), (500, 200), (60, 40, 24), 400)
    assert 1 <= len(lines) <= 200 // (chosen.size * 1.24)
    assert all(chosen.getlength(line) <= 500 for line in lines)


@settings(max_examples=12, deadline=None)
@given(st.text(), st.text(), st.text(), st.lists(st.text(max_size=9), max_size=4), st.booleans())
def test_any_words_can_be_drawn(
    firm: str, title: str, question: str, names: list[str], back: bool
) -> None:
    faces, more = faces_of([(name, False) for name in names])
    assert drawn(Card(firm, title, question, firm, faces, more, back)).size == (1200, 630)


def test_a_larger_box_takes_larger_letters() -> None:
    sizes = [
        fitted("A question of tolls", (SERIF,), (wide, 300), range(76, 35, -4), 400)[0].size
        for wide in (200, 400, 900)
    ]
    assert all(one < other for one, other in pairwise(sizes[:2]))
    assert sizes[-1] == 76
