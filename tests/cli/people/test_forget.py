"""Forgetting somebody: what is shown, what is written, what stays for a person to decide."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from rapport.store import locked
from tests.cli.people.folk import (
    FIVE,
    FOUR,
    ONE,
    SECRETS,
    SEVEN,
    SITE,
    SIX,
    THREAD,
    THREE,
    TWO,
    holding,
    tree,
)
from tests.cli.quay import Run
from tests.sites import Write, commit, git


def told(out: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(out)
    return made


def by_fate(traces: list[dict[str, Any]]) -> dict[str, set[tuple[str, str, int | None]]]:
    fates: dict[str, set[tuple[str, str, int | None]]] = {}
    for each in traces:
        place = (each["kind"], each["path"], each["line"])
        fates.setdefault(each["becomes"], set()).add(place)
    return fates


# --- what is shown --------------------------------------------------------------------------------


def test_every_trace_is_shown_and_nothing_is_written(run: Run, site: Path) -> None:
    before = tree(site)
    code, out, err = run("people", "forget", "Noor", "Haddad", "--json")
    assert (code, err) == (0, "")
    fates = by_fate(told(out)["traces"])
    assert fates["tombstone"] == {
        ("comment", f"{THREAD}/{ONE}.md", 1),
        ("comment", f"{THREAD}/{THREE}.md", 1),
    }
    assert fates["removed"] == {
        ("roster", "content/people/noor.md", 1),
        ("contact", f".rapport/contacts/{ONE}.md", 1),
        ("pending", f".rapport/inbox/pending/{FIVE}.md", 1),
        ("draft", f".rapport/drafts/{ONE}.eml", 1),
        ("draft", ".rapport/drafts/later.eml", 1),
        ("reasons", f".rapport/reasons/{ONE}.md", 1),
        ("refused", f".rapport/refused/{SEVEN}.md", 1),
        ("output", ".rapport/preview", None),
    }
    assert fates["cleared"] == {
        ("mention", f".rapport/reasons/{FOUR}.md", 1),
        ("mention", ".rapport/ledger.json", 1),
        ("address", ".rapport/ledger.json", 1),
    }
    assert fates["decide"] == {
        ("thanks", "content/posts/tolls.md", 3),
        ("mention", "content/posts/tolls.md", 4),
        ("mention", "content/posts/tolls.md", 5),
        ("mention", "content/posts/tolls.md", 7),
        ("link", "content/posts/tolls.md", 7),
        ("quotation", "content/posts/tolls.md", 9),
        ("mention", "content/pages/about.md", 3),
        ("mention", "content/people/bo.md", 4),
        ("quotation", f"{THREAD}/{TWO}.md", 6),
        ("mention", f"{THREAD}/{TWO}.md", 8),
        ("mention", f".rapport/inbox/pending/{SIX}.md", 6),
    }
    assert fates["hand"] == {
        ("thanks", "content/posts/old.rst", 5),
        ("mention", "content/posts/old.rst", 7),
    }
    assert fates["look"] == {
        ("perhaps", "content/posts/tolls.md", 11),
        ("perhaps", f"{THREAD}/{TWO}.md", 8),
    }
    assert set(fates) == {"tombstone", "removed", "cleared", "decide", "hand", "look"}
    assert tree(site) == before


def test_it_is_said_in_words(run: Run, site: Path) -> None:
    code, out, _ = run("people", "forget", "noor")
    assert code == 0
    assert "Nothing has been changed." in out
    assert f"{THREAD}/{ONE}.md:1  comment: Nobody crosses" in out
    assert "--posts" in out
    assert "Quotations are found by the words of the comments" in out


@pytest.mark.parametrize("name", ["noor", "@noor", "N. Haddad", "noor  HADDAD"])
def test_a_person_is_found_by_all_they_go_by(run: Run, site: Path, name: str) -> None:
    assert told(run("people", "forget", name, "--json")[1])["names"][0] == "Noor Haddad"


# --- what is written ------------------------------------------------------------------------------


def test_forgetting_leaves_tombstones_and_what_others_wrote(run: Run, site: Path) -> None:
    before = tree(site)
    code, out, err = run(
        "people", "forget", "noor", "--write", "--why", "Noor Haddad asked", "--by", "Ida Brandt"
    )
    assert (code, err) == (0, "")
    assert "Left for you: 16" in out
    after = tree(site)
    assert after[f"{THREAD}/{ONE}.md"].decode() == (
        "Author:\nDate: 2026-03-02 10:00+00:00\nStatus: removed\n\n"
    )
    assert f"Reply-To: {TWO}" in after[f"{THREAD}/{THREE}.md"].decode()
    gone = {name for name in before if name not in after}
    assert gone == {
        "content/people/noor.md",
        f".rapport/contacts/{ONE}.md",
        f".rapport/inbox/pending/{FIVE}.md",
        f".rapport/drafts/{ONE}.eml",
        ".rapport/drafts/later.eml",
        ".rapport/preview/index.html",
    }
    # Nothing but the id is left, so that no later import brings them back.
    assert after[f".rapport/refused/{SEVEN}.md"] == b"Status: removed\n\n"
    assert after[f".rapport/refused/{FIVE}.md"] == b"Status: removed\n\n"
    changed = {name for name in before if name in after and before[name] != after[name]}
    assert changed == {
        f"{THREAD}/{ONE}.md",
        f"{THREAD}/{THREE}.md",
        f".rapport/reasons/{ONE}.md",
        f".rapport/reasons/{FOUR}.md",
        f".rapport/refused/{SEVEN}.md",
        ".rapport/ledger.json",
    }
    assert json.loads(after[".rapport/ledger.json"]) == {
        "told": [{"who": "(name removed)", "at": "[address]"}]
    }
    log = after[f".rapport/reasons/{ONE}.md"].decode()
    assert re.fullmatch(r"2\d{3}-\S+ - Ida Brandt - forgotten - \(name removed\) asked\n", log)


def test_with_posts_nothing_is_left_anywhere(run: Run, site: Path) -> None:
    """The files, and a site that is built from them, hold no name, no address and no word."""
    (site / "content/posts/old.rst").unlink()
    (site / f"{THREAD}/{TWO}.md").write_text(
        (site / f"{THREAD}/{TWO}.md").read_text("utf-8").replace("Do they, Noor? ", "Do they? ")
    )
    run("build")
    assert holding(site / "output", ("haddad", "moonlight"))
    code, out, _ = run("people", "forget", "noor", "--write", "--posts", "--json")
    assert code == 0
    left = by_fate(told(out)["left"])
    assert {fate: {kind for kind, *_ in places} for fate, places in left.items()} == {
        "look": {"perhaps"}, "rebuild": {"output"},
    }  # fmt: skip
    post = (site / "content/posts/tolls.md").read_text("utf-8")
    assert "Thanks: bo - the lantern, and what (name removed) said of it\nSummary:" in post
    assert "as (name removed) showed; (name removed) drew it" in post
    assert "> (words removed).\n" in post
    assert run("build")[0] == 0
    assert holding(site) == []


@pytest.mark.parametrize(
    "where",
    [
        "content/.arriving/2.before",
        "content/comments/.arriving/1",
        "content/posts/.tolls.md.ba9876543210.tmp",
        ".rapport/.arriving/0",
        ".rapport/contacts/.x.md.0123456789ab.tmp",
    ],
)
def test_what_a_kill_has_left_of_them_goes_too(
    run: Run, site: Path, write: Write, where: str
) -> None:
    write({where: "Author: Noor Haddad\nEmail: noor@mail.example\n\nWords.\n"})
    assert run("people", "forget", "noor", "--write", "--posts")[0] == 0
    assert not (site / where).exists()


def test_a_second_time_nothing_is_left(run: Run, site: Path) -> None:
    (site / "content/posts/old.rst").unlink()
    run("people", "forget", "noor", "--write", "--posts")
    before = tree(site)
    code, out, err = run("people", "forget", "Noor Haddad", "--write", "--posts")
    assert (code, err) == (0, "")
    assert "Nothing is left of 'Noor Haddad' here." in out
    assert tree(site) == before


def test_a_second_time_says_what_was_left_to_decide(run: Run, site: Path) -> None:
    run("people", "forget", "noor", "--write")
    code, out, _ = run("people", "forget", "Noor Haddad", "--write")
    assert code == 0
    assert "Nothing was left to write." in out
    assert "content/posts/tolls.md:7  mention" in out


def test_somebody_who_is_not_on_the_roster(run: Run, site: Path, write: Write) -> None:
    (site / "content/people/noor.md").unlink()
    for name in (ONE, THREE):
        file = site / f"{THREAD}/{name}.md"
        file.write_text(file.read_text("utf-8").replace("Person: noor\n", ""))
    file = site / f".rapport/inbox/pending/{FIVE}.md"
    file.write_text(file.read_text("utf-8").replace("Person: noor\n", ""))
    code, out, _ = run("people", "forget", "--email", "NOOR@mail.example", "--json")
    assert code == 0
    assert {p for k, p, _ in by_fate(told(out)["traces"])["tombstone"]} == {f"{THREAD}/{ONE}.md"}
    assert run("people", "forget", "Noor Haddad", "--write")[0] == 0
    assert "Status: removed" in (site / f"{THREAD}/{ONE}.md").read_text("utf-8")
    assert not (site / f".rapport/contacts/{ONE}.md").exists()


def test_a_run_that_was_cut_short_is_ended_by_the_next(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rapport.cli.people import erasing

    def stopped(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(erasing, "remove_file", stopped)
        assert run("people", "forget", "noor", "--write", "--posts")[0] == 130
    assert "Status: removed" in (site / f"{THREAD}/{ONE}.md").read_text("utf-8")
    assert run("people", "forget", "Noor Haddad", "--write", "--posts")[0] == 0
    assert not (site / "content/people/noor.md").exists()
    assert not (site / f".rapport/contacts/{ONE}.md").exists()
    assert holding(site / ".rapport") == []


def test_one_of_the_firm_keeps_the_posts(run: Run, site: Path, write: Write) -> None:
    write(
        {"content/posts/signed.md": "Title: Signed\nDate: 2026-03-03\nAuthor: Ida Brandt\n\nA?\n"}
    )
    fates = by_fate(told(run("people", "forget", "ida", "--json")[1])["traces"])
    assert ("author", "content/posts/signed.md", 3) in fates["hand"]
    assert ("mention", "pelicanconf.py", 2) in fates["hand"]
    assert "waits again" in run("people", "forget", "ida")[1]


def test_what_else_lies_in_the_private_folder(run: Run, site: Path, write: Write) -> None:
    feed = f"<feed><entry><id>urn:{ONE}</id><title>Nobody you know</title></entry></feed>"
    write({
        ".rapport/waiting.atom.xml": feed,
        ".rapport/notes.xml": "<p>Noor Haddad</p>",
        ".rapport/other.xml": "<p>Bo Lind</p>",
        ".rapport/drafts/bo.eml": "To: bo@mail.example\nContent-Type: text/plain; charset=utf-8\n"
                                  "Content-Transfer-Encoding: base64\n\nTm9vciBIYWRkYWQ=\n",
    })  # fmt: skip
    (site / ".rapport/old.mbox").write_bytes(b"\xff From: Noor Haddad")
    fates = by_fate(told(run("people", "forget", "noor", "--write", "--json")[1])["traces"])
    assert ("output", ".rapport/waiting.atom.xml", None) in fates["removed"]
    assert not (site / ".rapport/waiting.atom.xml").exists()
    assert {place for place in fates["hand"] if place[1].startswith(".rapport")} == {
        ("file", ".rapport/notes.xml", None),
        ("file", ".rapport/old.mbox", None),
        ("draft", ".rapport/drafts/bo.eml", 1),
    }


def test_a_comment_under_a_post_that_is_gone_goes_too(run: Run, site: Path, write: Write) -> None:
    gone = f"content/comments/no-such-post/{SEVEN}.md"
    twin = f"content/comments/the-lock/{THREE}.md"
    text = "Author: Noor Haddad\nPerson: noor\nDate: 2026-03-02 09:00Z\n\nOld anvils.\n"
    write({gone: text, twin: text})
    assert run("people", "forget", "noor", "--write")[0] == 0
    assert "Author:\n" in (site / gone).read_text("utf-8")
    assert "anvils" not in (site / twin).read_text("utf-8")
    assert "Status: removed" in (site / f"{THREAD}/{THREE}.md").read_text("utf-8")


def test_a_private_folder_somewhere_else(
    run: Run, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    private = tmp_path_factory.mktemp("firm") / "private"
    shutil.move(site / ".rapport", private)
    with (site / "pelicanconf.py").open("a") as conf:
        conf.write(f'RAPPORT_PRIVATE_PATH = "{os.path.relpath(private, site)}"\n')
    assert run("people", "forget", "noor", "--write")[0] == 0
    assert not (private / f"contacts/{ONE}.md").exists()
    assert "(name removed)" in (private / "ledger.json").read_text("utf-8")
    assert "forgotten" in (private / f"reasons/{ONE}.md").read_text("utf-8")


# --- what forbids it ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["Noor Haddad", "noor", "@noor", ONE, "noor@MAIL.example"])
def test_a_legal_hold_refuses_and_says_who_holds(
    run: Run, site: Path, write: Write, who: str
) -> None:
    write({".rapport/legal-hold": f"# holds\n\n{who} - Ida Brandt, the weir suit\n"})
    before = tree(site)
    code, out, _ = run("people", "forget", "noor", "--write", "--posts")
    assert code == 1
    assert f"legal-hold:3): {who} - Ida Brandt, the weir suit" in out
    assert "Nothing was changed." in out
    assert tree(site) == before
    code, out, _ = run("people", "forget", "noor", "--json")
    assert (code, [h["reason"] for h in told(out)["held"]]) == (0, ["Ida Brandt, the weir suit"])


@pytest.mark.parametrize(
    "line",
    ["Noor Haddad: the weir suit", "- Noor Haddad \u2014 the weir suit", "NOOR haddad (weir suit)"],
)
def test_a_hold_holds_however_it_is_written(run: Run, site: Path, write: Write, line: str) -> None:
    write({".rapport/legal-hold.md": f"{line}\n"})
    code, out, _ = run("people", "forget", "noor", "--write")
    assert (code, "weir suit" in out) == (1, True)


def test_a_hold_without_a_reason_holds_too(run: Run, site: Path, write: Write) -> None:
    write({".rapport/legal-hold": "Noor Haddad\n"})
    code, out, _ = run("people", "forget", "noor", "--write")
    assert (code, "no reason is written" in out) == (1, True)


def test_somebody_elses_hold_holds_nobody_else(run: Run, site: Path, write: Write) -> None:
    write({".rapport/legal-hold": "Bo Lind - a quarrel with Noor Haddad\nNoor Haddadsen - no\n"})
    assert run("people", "forget", "noor", "--write")[0] == 0


def test_a_hold_that_is_no_text_is_no_permission(run: Run, site: Path) -> None:
    (site / ".rapport/legal-hold").write_bytes(b"\xff\xfe\x00")
    before = tree(site)
    code, _, err = run("people", "forget", "noor", "--write")
    assert code == 1
    assert "legal-hold" in err
    assert tree(site) == before


def test_a_file_of_theirs_that_cannot_be_read_comes_first(run: Run, site: Path) -> None:
    broken = site / f"{THREAD}/01jqm5f0000000000000000009.md"
    broken.write_text("Author: Noor Haddad\nDate: yesterday\n\nWords.\n")
    before = tree(site)
    code, out, _ = run("people", "forget", "noor", "--write")
    assert code == 1
    assert "0009.md may be theirs and cannot be read: line 2: Date is 'yesterday'" in out
    assert tree(site) == before


def test_another_writer_is_waited_for(run: Run, site: Path) -> None:
    before = tree(site)
    with locked(site / ".rapport"):
        code, _, err = run("people", "forget", "noor", "--write")
    assert code == 1
    assert "Another command is writing" in err
    assert tree(site) == before


# --- who is meant ---------------------------------------------------------------------------------


def two_people(site: Path) -> None:
    """Another Noor Haddad, who left another address."""
    (site / f"content/comments/the-lock/{SEVEN}.md").write_text(
        "Author: Noor Haddad\nPerson: none\nDate: 2026-03-04 09:00+00:00\n\nA stranger's anvil.\n"
    )
    (site / f".rapport/refused/{SEVEN}.md").unlink()
    (site / f".rapport/contacts/{SEVEN}.md").write_text(
        "Author: Noor Haddad\nEmail: other@mail.example\n"
    )


def test_two_people_of_one_name_are_told_apart_and_not_guessed(run: Run, site: Path) -> None:
    two_people(site)
    before = tree(site)
    code, out, err = run("people", "forget", "Noor Haddad", "--write")
    assert (code, out) == (2, "")
    assert "--id noor  on the roster (reader), 3 comments" in err
    assert "--email other@mail.example  1 comment" in err
    assert tree(site) == before


def test_only_the_one_who_is_meant_is_forgotten(run: Run, site: Path) -> None:
    two_people(site)
    code, out, _ = run("people", "forget", "Noor Haddad", "--id", "noor", "--write", "--posts")
    assert code == 0
    stranger = (site / f"content/comments/the-lock/{SEVEN}.md").read_text("utf-8")
    assert "Author: Noor Haddad" in stranger
    assert "anvil" in stranger
    assert (site / f".rapport/contacts/{SEVEN}.md").exists()
    assert "Status: removed" in (site / f"{THREAD}/{ONE}.md").read_text("utf-8")
    # The name in a post may be the stranger's: it stays for a person to look at.
    assert "Noor Haddad" in (site / "content/posts/tolls.md").read_text("utf-8")
    assert "may mean somebody else" in out
    code, out, _ = run("people", "forget", "--email", "other@mail.example", "--write")
    assert code == 0
    assert "Author:\n" in (site / f"content/comments/the-lock/{SEVEN}.md").read_text("utf-8")


def test_a_comment_says_who_of_the_roster_is_meant(run: Run, site: Path) -> None:
    """All that names them goes with them: a comment of nobody on the roster would be a fault."""
    assert run("people", "forget", "--id", ONE, "--write", "--posts")[0] == 0
    assert "Status: removed" in (site / f"{THREAD}/{THREE}.md").read_text("utf-8")
    assert not (site / "content/people/noor.md").exists()
    assert "CFG905" not in run("audit", "content/posts/tolls.md", "--fail-on", "never")[1]


def test_all_of_it_is_one_persons_when_it_is_said(run: Run, site: Path) -> None:
    two_people(site)
    assert run("people", "forget", "Noor Haddad", "--all", "--write", "--posts")[0] == 0
    assert "Author:\n" in (site / f"content/comments/the-lock/{SEVEN}.md").read_text("utf-8")
    assert not (site / "content/people/noor.md").exists()


def test_two_of_the_roster_are_never_one(run: Run, site: Path, write: Write) -> None:
    write({"content/people/noor-b.md": "Name: Noor Haddad\nRole: peer\n"})
    code, _, err = run("people", "forget", "Noor Haddad", "--all")
    assert code == 2
    assert "--id noor  on" in err
    assert "--id noor-b  on" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say who is meant"),
        (("--id", "nor"), "Did you mean noor?"),
        (("--email", "nobody@mail.example"), "Nothing came from nobody@mail.example"),
        (("Bo", "Lind", "--email", "noor@mail.example"), "Nothing by 'Bo Lind' came from"),
        (("--id", "noor", "--id", "bo"), "not one person: bo, noor"),
    ],
)
def test_wrong_words(run: Run, site: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run("people", "forget", *words, "--write")
    assert (code, out) == (2, "")
    assert said in err


def test_somebody_who_is_not_here_brings_the_near_miss(run: Run, site: Path) -> None:
    code, out, _ = run("people", "forget", "Nora Hadad", "--write")
    assert code == 0
    assert out == "Nothing is left of 'Nora Hadad' here. A name like it: Noor Haddad.\n"


def test_a_hostile_name_is_only_a_name(run: Run, site: Path) -> None:
    code, out, _ = run("people", "forget", "../.*[\x1b[31m(", "--write")
    assert code == 0
    assert "\x1b" not in out


# --- git ------------------------------------------------------------------------------------------


def test_what_git_holds_is_named_with_what_to_do(run: Run, site: Path) -> None:
    git(site, "init", "-q", "-b", "main")
    first = commit(site)
    code, out, _ = run("people", "forget", "noor", "--write")
    assert code == 0
    assert git(site, "rev-parse", "--short", first) in out
    assert "git filter-repo" in out
    assert "clone, fork and backup" in out


def test_without_git_nothing_is_said_of_it(run: Run, site: Path) -> None:
    assert "git" not in run("people", "forget", "noor")[1]


def test_the_words_that_are_looked_for_are_there_at_first(site: Path) -> None:
    """So that a test which finds none of them says something."""
    assert {line.split(": ")[1] for line in holding(site)} == set(SECRETS)
    assert len(SITE) == len(tree(site))
