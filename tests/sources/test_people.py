"""The roster's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.sites import MARIA, errors, message, only_person, read, told


def test_a_whole_person(tmp_path: Path) -> None:
    text = (
        "Name: Maria Keller\nRole: Peer\nUrl: https://keller.example/a b\n"
        "Handles: @mkeller, @maria@social.example, linkedin:m-keller\nAlso: M. Keller, Mia\n"
        "Page: yes\nWorks-at: Keller Notaries\nConsent: 2026-03-02 by mail\n\nWrites.\r\nA lot.\n"
    )
    site = read(tmp_path, {"people/maria-keller.md": text})
    person = only_person(site)
    assert told(site) == []
    assert (person.slug, person.name, person.role) == ("maria-keller", "Maria Keller", "peer")
    assert person.url == "https://keller.example/a%20b"
    assert person.handles == ("@mkeller", "@maria@social.example", "linkedin:m-keller")
    assert person.also == ("M. Keller", "Mia")
    assert (person.page, person.works_at) == (True, "Keller Notaries")
    assert (person.consent, person.bio) == ("2026-03-02 by mail", "Writes.\nA lot.")


@pytest.mark.parametrize(
    ("role", "page", "expected"),
    [("firm", "", True), ("firm", "Page: no\n", True), ("peer", "", False), ("brand", "", False)],
)
def test_the_firms_people_always_have_a_page(
    tmp_path: Path, role: str, page: str, expected: bool
) -> None:
    site = read(tmp_path, {"people/x.md": f"Name: X\nRole: {role}\n{page}\nBio.\n"})
    assert only_person(site).page is expected


@pytest.mark.parametrize(
    ("text", "told_", "said"),
    [
        ("Role: peer\n\nx", "1 CFG902", "Name: "),
        ("Name: M\n\nx", "1 CFG902", "firm, brand, peer or reader"),
        ("Name: M\nRole: pear\n\nx", "2 CFG903", "mean peer?"),
        ("Name: M\nRole: reader\n\nx", "1 CFG902", "consent"),
        ("Name: M\nRole: reader\nConsent:\n\nx", "1 CFG902", "consent"),
        ("Name: M\nRole: peer\n\nWrite to m.k+x@keller.example!", "1 CFG903", "private folder"),
        ("Name: M\nRole: peer\nHandles: m@keller.example\n\nx", "3 CFG903", "private folder"),
        ("Name: M\nRole: peer\n\nm%40keller.example", "1 CFG903", "private folder"),
        ("Name: M\nRole: peer\n\nm&#64;keller.example", "1 CFG903", "private folder"),
    ],
)
def test_who_cannot_be_shown_is_left_out(tmp_path: Path, text: str, told_: str, said: str) -> None:
    site = read(tmp_path, {"people/maria.md": text})
    assert site.people == ()
    assert f"people/maria.md:{told_}" in errors(site)
    assert any(said in fault.message for fault in site.problems)


@pytest.mark.parametrize(
    ("line", "told_", "said"),
    [
        ("Url: keller.example", "3 CFG903", "https://"),
        ("Url: javascript:alert(1)", "3 CFG903", "https://"),
        ("Handles: @ok, maria", "3 CFG903", "'maria' is no handle"),
        ("Page: perhaps", "3 CFG903", "yes or no"),
        ("Consnt: 2026", "3 CFG902", "mean Consent?"),
    ],
)
def test_a_faulty_value_costs_that_value_alone(
    tmp_path: Path, line: str, told_: str, said: str
) -> None:
    site = read(tmp_path, {"people/maria.md": f"Name: M\nRole: peer\n{line}\n\nx"})
    person = only_person(site)
    assert errors(site) == [f"people/maria.md:{told_}"]
    assert said in site.problems[0].message
    assert (person.url, person.page) == ("", False)
    assert person.handles == (("@ok",) if "Handles" in line else ())


@pytest.mark.parametrize("name", ["Maria Keller", "maria_keller", "MARIA", "mária", "-x"])
def test_a_file_name_that_makes_no_address(tmp_path: Path, name: str) -> None:
    site = read(tmp_path, {f"people/{name}.md": MARIA})
    assert errors(site) == [f"people/{name}.md:1 CFG903"]
    assert "maria-keller.md" in message(site, "CFG903")


@pytest.mark.parametrize(
    "bio",
    [
        "Find her as @maria@social.example.",
        "At https://social.example/@maria@other.example she writes.",
        "Cost 5@3 a piece, or user@localhost.",
    ],
)
def test_a_handle_is_no_address(tmp_path: Path, bio: str) -> None:
    assert told(read(tmp_path, {"people/maria.md": f"Name: M\nRole: peer\n\n{bio}\n"})) == []


@pytest.mark.parametrize("role", ["firm", "brand"])
def test_the_firms_own_addresses_are_its_own(tmp_path: Path, role: str) -> None:
    site = read(tmp_path, {"people/x.md": f"Name: X\nRole: {role}\n\nx@firm.example\n"})
    assert told(site) == []
