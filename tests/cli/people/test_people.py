"""The roster as a list, everything about one person, and what is given to them."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.people.folk import FIVE, ONE, SEVEN, THREAD, THREE, TWO, tree
from tests.cli.quay import CONF, GOOD, Run
from tests.sites import Write


def told(out: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(out)
    return made


# --- the list -------------------------------------------------------------------------------------


def test_the_roster_as_a_table(run: Run, site: Path) -> None:
    code, out, err = run("people")
    assert (code, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["name", "role", "page", "comments", "mentions", "thanks", "last", "seen"]
    assert lines[3] == ["Noor", "Haddad", "reader", "-", "2", "2", "2", "2026-03-02"]


def test_the_roster_for_a_program(run: Run, site: Path) -> None:
    made = told(run("people", "--json")[1])
    assert made["schema"] == 1
    assert [each["slug"] for each in made["people"]] == ["bo", "ida", "noor"]
    assert made["people"][1] == {
        "slug": "ida", "name": "Ida Brandt", "role": "firm", "page": "/people/ida/",
        "comments": 1, "mentions": 0, "thanks": 0, "last_seen": "2026-03-02T11:00:00+00:00",
    }  # fmt: skip


def test_nobody_on_the_roster(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"pelicanconf.py": CONF, "content/posts/tolls.md": GOOD}))
    assert run("people")[:2] == (0, "Nobody is on the roster: content/people is empty.\n")


# --- one person -----------------------------------------------------------------------------------


def test_everything_about_one(run: Run, site: Path) -> None:
    code, out, err = run("people", "Noor", "Haddad")
    assert (code, err) == (0, "")
    assert out.startswith("Noor Haddad  reader  content/people/noor.md\n")
    assert "Comments: 2\n" in out
    assert f"{THREAD}/{ONE}.md  (a mail that it is published is prepared)" in out
    assert f"{THREAD}/{THREE}.md  (left no address)" in out
    assert "Answers to them: 1\n  2026-03-02  Ida Brandt: herons know why Do they, Noor?" in out
    assert "In the inbox: 1\n" in out
    assert "content/posts/tolls.md:3  thanks: Thanks: noor" in out


def test_everything_about_one_for_a_program(run: Run, site: Path, write: Write) -> None:
    for words in (("people", "@noor", "--json"), ("people", "--json", "N. Haddad")):
        made = told(run(*words)[1])
        assert (made["schema"], made["person"]["slug"]) == (1, "noor")
        assert [(c["id"], c["told"]) for c in made["comments"]] == [(ONE, "draft"), (THREE, "no")]
        assert [(each["id"], each["draft"]) for each in made["answers"]] == [(TWO, False)]
    write({f".rapport/drafts/{TWO}.eml": "To: noor@mail.example\n\nAn answer.\n"})
    assert told(run("people", "@noor", "--json")[1])["answers"][0]["draft"] is True
    assert "(a mail about it is prepared)" in run("people", "@noor")[1]


def test_somebody_who_only_wrote(run: Run, site: Path) -> None:
    (site / f"{THREAD}/01jqm5f0000000000000000012.md").write_text(
        "Author: Ute Vahl\nDate: 2026-03-05 09:00+00:00\nSource-Url: https://s.example/1\n\nYes.\n"
    )
    out = run("people", "ute  vahl")[1]
    assert out.startswith("Ute Vahl  not on the roster\n")
    assert "(can be told where it came from)" in out


@pytest.mark.parametrize(
    ("words", "near"),
    [(("Nor", "Hadad"), "Noor Haddad"), (("@nor",), "noor"), (("exprt",), "")],
)
def test_a_near_miss(run: Run, site: Path, words: tuple[str, ...], near: str) -> None:
    code, out, err = run("people", *words)
    assert (code, out) == (2, "")
    assert f"Nobody here is called {' '.join(words)!r}." in err
    assert near in err


def test_two_on_the_roster_of_one_name(run: Run, site: Path, write: Write) -> None:
    write({"content/people/noor-b.md": "Name: Noor Haddad\nRole: peer\n"})
    code, _, err = run("people", "Noor Haddad")
    assert (code, "--id noor-b" in err) == (2, True)
    assert run("people", "noor-b")[1].startswith("Noor Haddad  peer")


def test_a_namesake_is_counted_apart(run: Run, site: Path) -> None:
    (site / f"{THREAD}/01jqm5f0000000000000000012.md").write_text(
        "Author: Noor Haddad\nPerson: none\nDate: 2026-03-05 09:00+00:00\n\nI am another.\n"
    )
    out = run("people", "noor")[1]
    assert "Comments: 2\n" in out
    assert "1 more under this name, which may be somebody else's" in out


def test_a_command_wins_over_a_name_and_show_finds_the_name(
    run: Run, site: Path, write: Write
) -> None:
    write({"content/people/forget.md": "Name: Export\nRole: peer\n"})
    assert run("people", "forget")[0] == 2
    assert run("people", "show", "forget")[1].startswith("Export  peer")


def test_what_a_stranger_wrote_reaches_no_terminal_raw(run: Run, site: Path) -> None:
    (site / f"{THREAD}/01jqm5f0000000000000000012.md").write_text(
        "Author: Eve \x1b]0;x\x07Oak\nDate: 2026-03-05 09:00+00:00\n\n\x1b[2JWords.\n"
    )
    for words in (("people", "Eve ]0;xOak"), ("people", "export", "Eve ]0;xOak")):
        code, out, _ = run(*words)
        assert code == 0
        assert "Words." in out
        assert "\x1b" not in out
        assert "\x07" not in out


# --- for the person -------------------------------------------------------------------------------


def test_what_is_held_about_somebody(run: Run, site: Path) -> None:
    before = tree(site)
    code, out, err = run("people", "export", "noor", "--json")
    assert (code, err) == (0, "")
    made = told(out)
    assert made["schema"] == 1
    assert made["person"]["consent"] == "2026-01-02 by mail"
    assert [each["id"] for each in made["comments"]] == [ONE, THREE]
    assert [(e["id"], e["email"]) for e in made["pending"]] == [(FIVE, "noor@mail.example")]
    assert [(e["id"], e["ip"], e["agreed"]) for e in made["contacts"]] == [
        (ONE, "192.0.2.7", "the usual notice")
    ]
    private = {each["path"]: each["text"] for each in made["private"]}
    assert "Noor is known to us" in private[f".rapport/reasons/{ONE}.md"]
    assert "quarrelsome" in private[f".rapport/refused/{SEVEN}.md"]
    assert f".rapport/drafts/{ONE}.eml" in private
    others = {(each["kind"], each["path"]) for each in made["others"]}
    assert ("mention", ".rapport/ledger.json") in others
    assert ("quotation", "content/posts/tolls.md") in others
    # What somebody else sent in, and nobody has published, is not hers.
    assert "well?" not in out
    assert "bo@mail.example" not in out
    assert tree(site) == before


def test_the_same_to_read(run: Run, site: Path) -> None:
    out = run("people", "export", "noor")[1]
    assert out.startswith("What is held about noor\n")
    for word in ("sketchbook", "moonlight", "192.0.2.7", "Draws sluices", "known to us"):
        assert word in out


def test_into_a_file_that_only_its_owner_reads(run: Run, site: Path, tmp_path: Path) -> None:
    code, out, err = run("people", "export", "noor", "--to", "noor.json")
    assert (code, out) == (0, "")
    assert "noor.json" in err
    assert told((site / "noor.json").read_text("utf-8"))["schema"] == 1
    assert stat.S_IMODE((site / "noor.json").stat().st_mode) == 0o600
    run("people", "export", "noor", "--to", "noor.txt")
    assert (site / "noor.txt").read_text("utf-8").startswith("What is held")


@pytest.mark.parametrize("place", ["content/extra/noor.json", "output/noor.json"])
def test_it_is_never_written_where_it_would_be_published(run: Run, site: Path, place: str) -> None:
    code, _, err = run("people", "export", "noor", "--to", place)
    assert (code, "would be published" in err) == (2, True)
    assert not (site / place).exists()


def test_an_address_is_looked_up_among_the_private_ones(run: Run, site: Path) -> None:
    made = told(run("people", "export", "--email", "Noor@MAIL.example", "--json")[1])
    assert [each["id"] for each in made["comments"]] == [ONE, THREE]
    assert made["person"]["slug"] == "noor"


def test_nothing_is_held(run: Run, site: Path) -> None:
    code, out, err = run("people", "export", "Una Pell", "--json")
    assert (code, told(out)["comments"]) == (0, [])
    assert "Nothing is held about 'Una Pell'." in err
