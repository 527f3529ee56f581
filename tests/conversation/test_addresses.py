"""Which addresses may be linked, and which characters may stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import clean_text, safe_url
from rapport.model import address_in, without_addresses
from tests.conversation.hostile import ALL
from tests.conversation.safety import FORBIDDEN, REL, faults

GOOD = {
    "https://a.example": "https://a.example",
    "http://a.example/": "http://a.example/",
    "  https://a.example/x  ": "https://a.example/x",
    "HTTPS://A.Example/X": "https://A.Example/X",
    "https://a.example:8080/x?y=1&z=2#top": "https://a.example:8080/x?y=1&z=2#top",
    "https://a.example/@ana/1": "https://a.example/@ana/1",
    "https://bücher.example/ä": "https://bücher.example/ä",
    "https://a.example/(x)_[y]": "https://a.example/(x)_[y]",
    "https://a.example/\"<x>'": "https://a.example/%22%3Cx%3E%27",
    "https://a.example/a b": "https://a.example/a%20b",
    "https://a.example/%2e%2e/": "https://a.example/%2e%2e/",
    "http://[2001:db8::1]/": "http://[2001:db8::1]/",
    "http://localhost:8000": "http://localhost:8000",
    "https://a.example.": "https://a.example.",
}
BAD = [
    "", " ", "a.example", "//a.example", "/a", "a", "#a", "?a", "https:", "https://", "https:///a",
    "https:a.example", "https:/a.example", "https:\\\\a.example", "https://a.example\\@b.example",
    "https://a@b.example", "https://a:b@c.example", "https://a.example:99999", "https://a.example:x",
    "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:x", "data:text/html,x", "ftp://a",
    "mailto:a@b.example", "httpſ://a.example", "https://a\nb.example", "https://a.example/\x00",
    "https://a.example/\t", "\thttps://a.example", "https://a.example/\u202e", "https://a..example",
    "https://.example", "https://evil／a.example",
    "https://a⅓.example", "http://0א", "https://a⑴.example", "https://a%2fb.example", "https://a.example/\xa0",
    "https://a.example/\ud800", "https://[zz]/", "https://" + "a" * 3000, "https://a b.example",
    "https://a.example/" + "x" * 2048, 'https://a.example"x', "https://a.example<x",
]  # fmt: skip


@pytest.mark.parametrize("url", GOOD)
def test_an_address_to_link(url: str) -> None:
    assert safe_url(url) == GOOD[url]


@pytest.mark.parametrize("url", BAD)
def test_an_address_to_refuse(url: str) -> None:
    assert safe_url(url) == ""


@given(st.one_of(st.text(st.characters()), st.sampled_from([payload for _, _, payload in ALL])))
def test_what_is_accepted_can_stand_in_an_attribute(rest: str) -> None:
    for url in (rest, "https://a.example/" + rest, "https://" + rest):
        safe = safe_url(url)
        assert safe_url(safe) == safe
        if safe:
            attribute = safe.replace("&", "&amp;")
            assert faults(f'<a href="{attribute}" rel="{REL}">x</a>') == []


def test_control_characters_go_and_words_stay() -> None:
    assert clean_text("a\x00b\x1b[31mc\x7fd\x85e") == "ab[31mcde"
    assert clean_text("\u202eevil\u202c \u2066x\u2069") == "evil x"
    assert clean_text("\ufffe\uffff\ufdd0\U0001ffff\ud800x") == "x"
    assert clean_text("a\tb\nc\r\nd\re") == "a\tb\nc\nd\ne"


def test_what_names_and_scripts_need_stays() -> None:
    for text in (
        "שלום\u200f!",
        "\u0915\u094d\u200d\u0937",
        "👩\u200d💻",
        "e\u0301",
        "a\xa0b",
        "\u2028",
    ):
        assert clean_text(text) == text


@given(st.text(st.characters()))
def test_cleaning_leaves_nothing_to_clean(text: str) -> None:
    cleaned = clean_text(text)
    assert not FORBIDDEN.search(cleaned)
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    "written",
    ["liv@mail.example", "liv\\@mail.example", "liv\\_b@mail\\.example", "liv\u200b@mail.example",
     "li\u00adv@ma\u00adil.example", "liv@\u2060mail.example", "liv&#064;mail.example",
     "liv&#x00040;mail.example", "x@liv@mail.example", "x\uff20liv\uff20mail.example",
     "liv@mail\u3002example", "liv@mail\uff0eexample", "liv**@mail**.example",
     "liv`@mail`.example"],
)  # fmt: skip
def test_an_address_that_a_page_would_show_is_found_and_taken_out(written: str) -> None:
    text = f"Write to {written}, or not."
    assert address_in(text)
    bare = without_addresses(text)
    assert "mail" not in bare
    assert "liv" not in bare
    assert bare.startswith("Write to ")
    assert bare.endswith("[address], or not.")
    assert address_in(bare) == ""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**liv**@mail.example", "**[address]"),
        ("**liv@mail.example**", "**[address]**"),
        ("*see* `liv@mail.example`.", "*see* `[address]`."),
        ("宛先はa@b.example。次は明日。", "宛先は[address]。次は明日。"),
    ],
)
def test_what_stands_around_an_address_stays(text: str, bare: str) -> None:
    assert without_addresses(text) == bare


@pytest.mark.parametrize("piece", ["a*", "*", "a@", "@*", "a@*", "a.", "a@a.", "`@", "a\\"])
def test_long_texts_of_marks_take_no_time(piece: str) -> None:
    """Each would take minutes if a mark could be read in two ways."""
    assert without_addresses(piece * 20_000 + "@") is not None


@pytest.mark.parametrize(
    "written",
    [
        "@liv@social.example",
        "https://s.example/@liv@social.example",
        "C:\\dir\\file",
        "me @ home.example",
        "a\\*b",
        "5 @ 3.50",
    ],
)
def test_a_handle_is_no_address(written: str) -> None:
    assert address_in(written) == ""
    assert without_addresses(written) == written
