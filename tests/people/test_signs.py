"""Where a text names somebody, and what is left when that is taken out."""

from __future__ import annotations

import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.people import Signs, signs_in, without_signs

NOOR = Signs(
    names=("Noor Haddad", "N. Haddad-Élan"),
    handles=("@noor", "@noor@social.example", "linkedin:noor"),
    emails=("noor@mail.example",),
    urls=("https://noor.example/",),
    slug="noor-haddad",
)


def kinds(text: str, signs: Signs = NOOR, *, parts: bool = False) -> list[tuple[str, str]]:
    found = signs_in(text, signs, parts=parts)
    return [(sign.kind, text[sign.start : sign.end]) for sign in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As Noor Haddad said.", [("name", "Noor Haddad")]),
        ("as NOOR\nHADDAD's note", [("name", "NOOR\nHADDAD")]),
        ("> as Noor\n> Haddad said", [("name", "Noor\n> Haddad")]),
        ("**Noor** Haddad", [("name", "Noor** Haddad")]),
        ("Noor&nbsp;Haddad", [("name", "Noor&nbsp;Haddad")]),
        ("N. Haddad\u2010Élan", [("name", "N. Haddad\u2010Élan")]),
        ("Noor Haddads and Anoor Haddad", []),
        ("Ask @noor, or @noor@social.example.", [("handle", "@noor"),
                                                 ("handle", "@noor@social.example")]),
        ("@noortje and a@noor.example", []),
        ("Write to noor@mail.example.", [("email", "noor@mail.example")]),
        ("her [page](https://noor.example/a?b=1)", [("link", "https://noor.example/a?b=1")]),
        ("https://social.example/@noor", [("link", "https://social.example/@noor")]),
        ("https://noor.example.org/ https://anoor.example/", []),
        ("Thanks, Noor. A noor is a light.", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_text_holds(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


def test_another_composition_of_letters_is_the_same_name() -> None:
    assert kinds(unicodedata.normalize("NFD", "N. Haddad-Élan wrote"))[0][0] == "name"


def test_html_spells_a_name_its_own_way() -> None:
    signs = Signs(names=("Mary O'Dell", "Ann & Co Reeve"))
    assert len(kinds("Mary O&#x27;Dell, Mary O\u2019Dell, Ann &amp; Co Reeve", signs)) == 3


def test_a_script_without_spaces_needs_no_edges() -> None:
    assert kinds("昨日水守葉子様から", Signs(names=("水守 葉子", "水守葉子"))) == [
        ("perhaps", "水守葉子")
    ]


def test_parts_of_a_name_are_there_perhaps() -> None:
    assert kinds("Thanks, Noor.", parts=True) == [("perhaps", "Noor")]
    assert kinds("a noor", parts=True) == []


def test_a_name_of_one_word_is_there_perhaps_and_stays() -> None:
    mark = Signs(names=("Mark",))
    assert kinds("Mark my words.", mark) == [("perhaps", "Mark")]
    assert without_signs("Mark my words.", mark) == "Mark my words."


def test_everything_is_taken_out() -> None:
    text = "[Noor Haddad](https://noor.example/x 'her page') (@noor, noor@mail.example) wrote."
    assert without_signs(text, NOOR) == "(name removed) ((name removed), [address]) wrote."


def test_their_entry_here_is_theirs() -> None:
    signs = Signs(names=("Noor Haddad",), slug="noor-haddad")
    text = "[Noor]({filename}/people/noor-haddad.md) or [her](/people/noor-haddad/), noor-haddad."
    assert without_signs(text, signs) == "Noor or her, (name removed)."
    assert kinds("people/noor-haddad-b noor-haddads people/noor", signs) == []


def test_a_slug_of_one_word_is_only_a_page() -> None:
    assert kinds("noor, /people/noor/", Signs(slug="noor")) == [("link", "/people/noor/")]


def test_a_bare_address_of_theirs_is_taken_out() -> None:
    assert without_signs("See <https://noor.example/x>.", NOOR) == "See <(link removed)>."


def test_a_label_of_a_link_stays_one() -> None:
    text = "As [Noor Haddad] said.\n\n[Noor Haddad]: https://weirs.example\n"
    assert without_signs(text, NOOR).count("[(name removed)]") == 2


@given(st.text())
def test_any_text_goes_in_and_nothing_is_left(text: str) -> None:
    without = without_signs(f"{text} Noor Haddad {text} @noor {text}", NOOR)
    assert all(sign.kind == "perhaps" for sign in signs_in(without, NOOR))


@given(st.lists(st.text(min_size=1), max_size=3), st.text())
def test_any_name_can_be_looked_for(names: list[str], text: str) -> None:
    signs_in(text, Signs(tuple(names), tuple(names), tuple(names), tuple(names)), parts=True)


@pytest.mark.untraced  # a tracer would be measured too
@pytest.mark.parametrize("nasty", ["Noor ", "[", "@noor@", "https://noor.example/", "noor@mail.",
                                   "/", "people/"])  # fmt: skip
def test_a_nasty_text_takes_a_time_in_proportion(nasty: str) -> None:
    def time(many: int) -> float:
        begun = process_time()
        without_signs(nasty * many, NOOR)
        return process_time() - begun

    assert min(time(20_000) for _ in range(3)) < 40 * max(time(2_000) for _ in range(3))
