"""Changed, excused, taken down, refused: what stays in public, what stays private, what goes."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
import pytest

from rapport.cli.comments import remove
from tests.cli.comments.inbox import HELD, LOCK, WAITS, faults, held, private, public, tree
from tests.cli.quay import FIRST, Run

WHY = ("--why", "names a client", "--by", "Ida")


def words(site: Path) -> str:
    return (site / FIRST).read_text("utf-8")


def test_other_words_with_day_and_reason(run: Run, site: Path) -> None:
    before = words(site)
    change = ("comments", "edit", WAITS, "--text", "What about the canals?", "--by", "Ida")
    code, _, _ = run(*change, "--why", "the writer asked")
    assert code == 0
    header, _, body = words(site).partition("\n\n")
    assert body == "What about the canals?\n"
    kept, _, edited = header.partition("\nEdited: ")
    assert before.startswith(kept)
    assert edited.endswith(" - the writer asked")
    assert private(site, "reasons", f"{WAITS}.md").endswith("Ida - edited - the writer asked\n")
    after = tree(site)
    code, out, _ = run(*change, "--why", "again")
    assert code == 0
    assert "The words are the same" in out
    assert tree(site) == after
    assert faults(run) == []


def test_what_waits_can_be_changed_too(run: Run, site: Path) -> None:
    path = held(site, author="Ida Brandt")
    code, _, _ = run(
        "comments", "edit", HELD, "--text", "Shorter.", "--reason", "too long", "--by", "T"
    )
    assert code == 0
    text = path.read_text("utf-8")
    assert "Email: noor@rivers.example\n" in text
    assert text.endswith(" - too long\n\nShorter.\n")


def test_an_editor_gets_all_the_words_and_nothing_else(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "<!-- What stands below this line is only for you and is left out. -->"
    path = held(site, words=f"Before.\n\n{line}\n\nBehind.")
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(click, "edit", lambda text, **_: text.replace("Before", "First"))
    assert run("comments", "edit", HELD, *WHY)[0] == 0
    assert path.read_text("utf-8").endswith(f"\n\nFirst.\n\n{line}\n\nBehind.\n")


@pytest.mark.parametrize("text", ["", "  \n", "Write to x@y.example"])
def test_words_nobody_may_put_there(run: Run, site: Path, text: str) -> None:
    held(site)
    before = tree(site)
    for id_ in (WAITS, HELD):
        assert run("comments", "edit", id_, "--text", text, *WHY)[0] in (1, 2)
    assert tree(site) == before


@pytest.mark.parametrize("command", ["edit", "remove", "not-needed"])
def test_a_reason_is_needed(run: Run, site: Path, command: str) -> None:
    before = tree(site)
    more = ("--text", "x") if command == "edit" else ()
    assert run("comments", command, WAITS, *more, "--by", "Ida")[0] == 2
    assert run("comments", command, WAITS, *more, "--why", " \n", "--by", "Ida")[0] == 2
    assert tree(site) == before


def test_nobody_has_to_answer(run: Run, site: Path) -> None:
    excuse = ("comments", "not-needed", WAITS, "--reason", "said at lunch", "--by", "Ida")
    assert run(*excuse)[0] == 0
    assert "Answer: not-needed - said at lunch\n" in words(site)
    assert "Noor" not in run("waiting")[1]
    before = tree(site)
    code, out, _ = run(*excuse)
    assert code == 0
    assert "It says so already." in out
    assert tree(site) == before
    assert faults(run) == []


def test_who_does_not_wait_needs_no_excuse(run: Run, site: Path) -> None:
    run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida", "--text", "Yes.")
    held(site)
    (answer,) = {path.stem for path in (site / FIRST).parent.iterdir()} - {WAITS}
    run("comments", "remove", LOCK, *WHY)
    for id_, told in ((answer, "the firm's own"), (HELD, "not published"), (LOCK, "was removed")):
        code, _, err = run("comments", "not-needed", id_, *WHY)
        assert code == 1
        assert told in err


# --- taken down -----------------------------------------------------------------------------------


def test_a_stone_stays_and_the_words_are_private(run: Run, site: Path) -> None:
    before = words(site)
    code, _, _ = run("comments", "remove", WAITS, *WHY)
    assert code == 0
    assert "rivers" not in words(site)
    assert "names a client" not in words(site)
    assert words(site).endswith("Status: removed\n\n")
    assert private(site, "refused", f"{WAITS}.md") == before
    assert private(site, "reasons", f"{WAITS}.md").endswith("Ida - removed - names a client\n")
    assert faults(run) == []
    after = tree(site)
    code, out, _ = run("comments", "remove", WAITS, *WHY)
    assert code == 0
    assert "It was removed before." in out
    assert tree(site) == after


def test_erased_nothing_says_who_it_was(run: Run, site: Path) -> None:
    held(site)
    run("comments", "approve", HELD, "--by", "Ida")
    run("comments", "remove", HELD, *WHY)
    assert "Noor" in public(site).read_text("utf-8")
    code, out, _ = run("comments", "remove", HELD, *WHY, "--erase")
    assert code == 0
    assert "git's history" in out
    kept = b"".join(tree(site / ".rapport").values()) + public(site).read_bytes()
    assert b"Noor" not in kept
    assert b"Sundays" not in kept
    assert b"rivers" not in kept
    assert faults(run) == []


@pytest.mark.parametrize("who", ["Noor Haddad", HELD, "noor@rivers.example", "noor"])
@pytest.mark.parametrize("where", ["public", "pending", "refused", "removed"])
def test_a_legal_hold_keeps_the_words(run: Run, site: Path, who: str, where: str) -> None:
    held(site)
    if where in ("public", "removed"):
        run("comments", "approve", HELD, "--by", "Ida")
    if where in ("refused", "removed"):
        run("comments", "remove", HELD, *WHY)
    (site / ".rapport/legal-hold").write_text(f"{who} - Ida Brandt, the weir suit\n")
    (site / "content/people/noor.md").write_text(
        "Name: Noor Haddad\nRole: reader\nConsent: 2026-03-02 by mail\n\n"
    )
    before = tree(site)
    code, out, err = run("comments", "remove", HELD, *WHY, "--erase")
    assert code == 1
    assert "legal-hold:1" in out + err
    assert tree(site) == before
    if where in ("public", "pending"):
        assert run("comments", "edit", HELD, *WHY, "--text", "Other words.")[0] == 1
        assert tree(site) == before
        assert run("comments", "remove", HELD, *WHY)[0] == 0
        assert "Sundays" in private(site, "refused", f"{HELD}.md")


def test_erased_nothing_is_left_in_a_letter(run: Run, site: Path) -> None:
    held(site)
    reply = ("comments", "reply", HELD, "--as", "ida", "--by", "Ida", "--text", "Yes.")
    run(*reply, "--approve")
    run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida", "--text", "Also.", "--also", HELD)
    assert len(list((site / ".rapport/drafts").iterdir())) == 4
    run("comments", "remove", HELD, *WHY, "--erase")
    (left,) = (site / ".rapport/drafts").iterdir()
    assert "Noor Haddad" in left.read_text("utf-8"), "the other Noor, whose comment stays"
    assert "rivers.example" not in left.read_text("utf-8")


def test_a_refused_comment_never_shows_and_is_not_lost(run: Run, site: Path) -> None:
    path = held(site)
    before = path.read_text("utf-8")
    code, out, _ = run("comments", "remove", HELD, *WHY)
    assert code == 0
    assert "refused: Noor Haddad" in out
    assert not path.exists()
    assert private(site, "refused", f"{HELD}.md") == before
    assert private(site, "reasons", f"{HELD}.md").endswith("Ida - refused - names a client\n")
    assert not public(site).exists()
    code, out, _ = run("comments", "remove", HELD, *WHY)
    assert code == 0
    assert "It was refused before." in out
    code, _, err = run("comments", "approve", HELD, "--by", "Ida")
    assert code == 1
    assert "It was refused" in err
    assert run("comments", "remove", HELD, *WHY, "--erase")[0] == 0
    assert not private(site, "refused", f"{HELD}.md")


@pytest.mark.parametrize("step", ["write_text", "log", "remove_file"])
@pytest.mark.parametrize("erase", [(), ("--erase",)])
@pytest.mark.parametrize("id_", [WAITS, HELD])
def test_cut_short_anywhere_a_second_run_takes_it_down(  # noqa: PLR0917 - all the ways
    run: Run,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    erase: tuple[str, ...],
    id_: str,
) -> None:
    held(site)
    with monkeypatch.context() as patched:

        def cut(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(remove, step, cut)
        run("comments", "remove", id_, *WHY, *erase)
    assert run("comments", "remove", id_, *WHY, *erase)[0] == 0
    assert private(site, "reasons", f"{id_}.md").count("names a client") == 1
    assert not private(site, "inbox", "pending", f"{WAITS}.md")
    assert bool(private(site, "refused", f"{id_}.md")) == (not erase)
    if id_ == WAITS:
        assert "Status: removed" in words(site)
    assert faults(run) == []


def test_a_removed_comment_has_no_words_to_change_or_answer(run: Run, site: Path) -> None:
    run("comments", "remove", WAITS, *WHY)
    before = tree(site)
    assert run("comments", "edit", WAITS, "--text", "x", *WHY)[0] == 1
    assert run("comments", "reply", WAITS, "--as", "ida", "--by", "I", "--text", "x")[0] == 1
    assert "It was removed." in run("comments", "approve", WAITS, "--by", "Ida")[1]
    assert tree(site) == before


def test_a_public_file_with_a_fault_is_left_alone(run: Run, site: Path) -> None:
    (site / FIRST).write_text(words(site).replace("Author:", "Autor:"), encoding="utf-8")
    before = tree(site)
    for command in (
        ("remove", WAITS, *WHY),
        ("not-needed", WAITS, *WHY),
        ("edit", WAITS, "--text", "x", *WHY),
        ("reply", WAITS, "--as", "ida", "--by", "I", "--text", "x"),
    ):
        code, _, err = run("comments", *command)
        assert code == 1
        assert f"{FIRST}:1: There is no key Autor here. Did you mean Author?" in err
    assert tree(site) == before


def test_two_files_with_one_id_are_left_alone(run: Run, site: Path) -> None:
    twin = site / f"content/comments/the-lock/{WAITS}.md"
    twin.write_text(words(site), encoding="utf-8")
    before = tree(site)
    code, _, err = run("comments", "remove", WAITS, *WHY)
    assert code == 1
    assert "same id" in err
    assert tree(site) == before


def test_somebody_else_is_writing(run: Run, site: Path) -> None:
    from rapport.store import locked

    before = tree(site)
    with locked(site / ".rapport"):
        code, _, err = run("comments", "remove", WAITS, *WHY)
    assert code == 1
    assert "Another command is writing" in err
    assert tree(site) == before
