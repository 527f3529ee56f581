"""Images are found in a page as a browser finds them, and keep what they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.pictures import Change, Element, rewritten

WIDE = Change({"width": "60"})


def found(html: str) -> list[Element]:
    met: list[Element] = []
    rewritten(html, met.append)
    return met


def test_an_image_gets_what_it_lacks_and_keeps_the_rest() -> None:
    html = "<p>A <img src='a.jpg' alt=\"x > y\"> B</p>"
    done = rewritten(html, lambda _: Change({"width": "60", "alt": "other"}))
    assert done == '<p>A <img src=\'a.jpg\' alt="x > y" width="60"> B</p>'


def test_sources_stand_around_it_in_order() -> None:
    change = Change(
        sources=(("image/avif", "a.avif 60w", "100vw"), ("image/webp", "a.webp 60w", ""))
    )
    assert rewritten("<img src=a.jpg>", lambda _: change) == (
        '<picture><source type="image/avif" srcset="a.avif 60w" sizes="100vw">'
        '<source type="image/webp" srcset="a.webp 60w" sizes=""><img src=a.jpg></picture>'
    )


@pytest.mark.parametrize(
    ("tag", "done"),
    [
        ('<img src="a.jpg"/>', '<img src="a.jpg" width="60" />'),
        ('<img src="a.jpg" />', '<img src="a.jpg" width="60" />'),
        ("<img src=a/>", '<img src=a/ width="60">'),
        ("<IMG SRC=a.jpg>", '<IMG SRC=a.jpg width="60">'),
        ("<img\nsrc=a.jpg\n>", '<img\nsrc=a.jpg width="60">'),
    ],
)
def test_however_it_is_written(tag: str, done: str) -> None:
    assert rewritten(tag, lambda _: WIDE) == done


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <img src=a.jpg> -->",
        "<!-- never closed <img src=a.jpg>",
        "<script>'<img src=a.jpg>'</script>",
        "<style>/* <img src=a.jpg> */</style>",
        "<template><img src=a.jpg></template>",
        "<textarea><img src=a.jpg></textarea>",
        "<title><img src=a.jpg></title>",
        '<a title="<img src=a.jpg>">x</a>',
        "<code>&lt;img src=a.jpg&gt;</code>",
        "<imgs src=a.jpg>",
    ],
)
def test_what_is_no_image_is_left(html: str) -> None:
    assert rewritten(html, lambda _: WIDE) == html


def test_addresses_are_decoded() -> None:
    assert found('<img src="a.jpg?x=1&amp;y=2">')[0].given["src"] == "a.jpg?x=1&y=2"


def test_of_two_attributes_the_first_holds() -> None:
    assert found("<img src=a src=b>")[0].given["src"] == "a"


def test_those_of_main_are_counted() -> None:
    html = "<header><img src=logo></header><main><img src=a><img src=b></main><img src=c>"
    assert [each.number for each in found(html)] == [0, 1, 2, 0]


def test_without_a_main_all_are_counted() -> None:
    assert [each.number for each in found("<img src=a><img src=b>")] == [1, 2]


def test_what_somebody_chose_is_known() -> None:
    html = "<picture><source srcset=b><img src=a></picture><img src=b><img src=c srcset='d 2x'>"
    assert [each.chosen for each in found(html)] == [True, False, True]


@given(st.text(alphabet="<>\"'=/ imgsrca-!\n"))
def test_any_text_stays_what_it_is_where_nothing_is_chosen(text: str) -> None:
    assert rewritten(text + "<img", lambda _: None) == text + "<img"
