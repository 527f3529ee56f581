"""Who is one person, and who only shares a name."""

from __future__ import annotations

from rapport.people import Roster, Writing, called, fold, names_of, together, voices
from tests.people.folk import person

ANA = person("ana-solis", handles=("@ana",), also=("A. Solis",))
IDS = list("abcdefgh")


def groups(*writings: Writing, names: tuple[str, ...] = ("Ana Solis",), people=()) -> list[str]:
    return ["".join(w.id for w in voice.writings) for voice in voices(names, people, writings)]


def test_two_addresses_are_two_people_until_somebody_says_otherwise() -> None:
    assert groups(
        Writing("a", "Ana Solis", email="ana@one.example"),
        Writing("b", "ana  SOLIS", email="ana@two.example"),
        Writing("c", "Ana Solis", email="ana@one.example"),
    ) == ["ac", "b"]


def test_what_has_no_address_is_of_whoever_it_may_be() -> None:
    assert groups(
        Writing("a", "Ana Solis"), Writing("b", "Ana Solis", email="ana@one.example")
    ) == ["b", "a"]


def test_one_name_and_one_page_are_one_hand() -> None:
    page = "https://ana.example"
    assert groups(
        Writing("a", "Ana Solis", url=page),
        Writing("b", "Ana Solis", url=page, email="ana@one.example"),
    ) == ["ab"]


def test_a_page_that_two_addresses_sign_with_joins_nobody() -> None:
    page = "https://office.example"
    found = groups(
        Writing("a", "Ana Solis", url=page),
        Writing("b", "Ana Solis", url=page, email="ana@one.example"),
        Writing("c", "Ana Solis", url=page, email="ana@two.example"),
    )
    assert sorted(found) == ["a", "b", "c"]


def test_the_roster_is_joined_by_what_names_it_and_by_an_address_only() -> None:
    writings = (
        Writing("a", "Ana S.", person="ana-solis", email="ana@one.example"),
        Writing("b", "Ana Solis", email="ana@one.example"),
        Writing("c", "Ana Solis", url=ANA.url),
        Writing("d", "Ana Solis", person="none", email="ana@one.example"),
    )
    assert groups(*writings, people=(ANA,)) == ["ab", "d", "c"]


def test_a_comment_of_somebody_else_on_the_roster_is_never_theirs() -> None:
    assert groups(Writing("a", "Ana Solis", person="bo"), people=(ANA,)) == [""]


def test_somebody_on_the_roster_who_never_wrote_is_one_voice() -> None:
    assert [voice.person for voice in voices(("Ana Solis",), (ANA,), ())] == [ANA]


def test_nobody_is_no_voice() -> None:
    assert voices(("Bo Lind",), (), (Writing("a", "Ana Solis"),)) == ()


def test_whom_a_name_can_mean() -> None:
    twin = person("ana-b", name="Ana Solis")
    roster = Roster((ANA, twin))
    assert called("ana  solis", roster) == (ANA, twin)
    assert called("@ANA", roster) == called("A. Solis", roster) == (ANA,)
    assert called("ana-b", roster) == (twin,)
    assert called("Bo", roster) == ()


def test_which_names_are_looked_for() -> None:
    assert names_of("@ana", (ANA,)) == ("Ana Solis", "A. Solis")
    assert names_of("Bo Lind", ()) == ("Bo Lind",)


def test_voices_that_are_one_person_are_put_together() -> None:
    parts = voices(
        ("Ana Solis",),
        (ANA,),
        [Writing("a", "Ana Solis", person="ana-solis"), Writing("b", "Ana Solis", email="x@y.ex")],
    )
    one = together(parts)
    assert (one.person, [w.id for w in one.writings], one.emails) == (ANA, ["a", "b"], ("x@y.ex",))


def test_names_are_compared_as_the_roster_compares_them() -> None:
    assert fold(" Ana\u200b  SOLIS ") == "ana solis"
