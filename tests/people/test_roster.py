"""Who is known, by what name."""

from __future__ import annotations

import pickle

import pytest

from rapport.people import Roster
from tests.people.folk import person

ANA = person("ana-rossi", role="firm", also=("A. Rossi",), handles=("@ana", "@ana@host.example"))
JOSE = person("jose", name="José  Nuñez", handles=("linkedin:jnunez",))
FIRM = person("firm", name="Rossi & Partners", role="brand")
ROSTER = Roster((JOSE, ANA, FIRM))


def test_by_slug() -> None:
    assert ROSTER.get("ana-rossi") is ANA
    assert ROSTER.get("Ana-Rossi") is None
    assert ROSTER.get("") is None


@pytest.mark.parametrize(
    "name",
    ["Ana Rossi", "ana rossi", "ANA  ROSSI", " Ana\u00a0Rossi\n", "a. rossi", "Ana\u200b Rossi",
     "\u202eAna Rossi", "Ａｎａ Rossi"],
)  # fmt: skip
def test_by_name_however_it_is_typed(name: str) -> None:
    assert ROSTER.named(name) is ANA


@pytest.mark.parametrize("name", ["José Nuñez", "Jose\u0301 Nun\u0303ez", "JOSÉ NUÑEZ"])
def test_by_name_however_its_accents_are_composed(name: str) -> None:
    assert ROSTER.named(name) is JOSE


@pytest.mark.parametrize("name", ["", " ", "Ana", "Rossi", "Jose Nunez", "\u200b"])
def test_nobody_is_guessed(name: str) -> None:
    assert ROSTER.named(name) is None


@pytest.mark.parametrize("handle", ["@ana", "ana", "@ANA", "@ana@host.example", "ana@host.example"])
def test_by_handle_with_or_without_its_at(handle: str) -> None:
    assert ROSTER.handle(handle) is ANA


@pytest.mark.parametrize("handle", ["", "@", "@an", "@ana@other.example", "@@ana", "jnunez"])
def test_no_handle_of_anybody(handle: str) -> None:
    assert ROSTER.handle(handle) is None


def test_a_handle_elsewhere_is_found_as_it_is_written() -> None:
    assert ROSTER.handle("linkedin:jnunez") is JOSE


def test_one_of_the_firm_is_found_before_a_namesake() -> None:
    reader = person("another-ana", name="Ana Rossi", role="reader", handles=("@ana",))
    for people in ((reader, ANA), (ANA, reader)):
        assert Roster(people).named("Ana Rossi") is ANA
        assert Roster(people).handle("@ana") is ANA


def test_the_firm_is_its_named_people_and_not_its_brand() -> None:
    assert ROSTER.firm == (ANA,)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("ana-rosi", "ana-rossi"),
        ("Ana Rosi", "Ana Rossi"),
        ("jose nunez", "José  Nuñez"),
        ("@anna", "@ana"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_near_miss(typed: str, near: str | None) -> None:
    assert ROSTER.nearest(typed) == near


def test_it_travels_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(ROSTER)).named("Ana Rossi") == ANA  # noqa: S301 -- ours


def test_hundreds_of_strangers_are_not_compared_one_by_one() -> None:
    roster = Roster((person("ana-rossi"),))
    assert roster.nearest("ana-rosi") == "ana-rossi"
    for at in range(600):
        roster.nearest(f"stranger-{at}")
    assert roster.nearest("ana-rosi") == "ana-rossi"
    assert roster.nearest("anna-rossi") is None
