"""The firm's answers and comments given by hand: whose they are, once only, and who is told."""

from __future__ import annotations

import io
import sys
from email import message_from_string
from email.policy import default
from pathlib import Path

import click
import pytest

from rapport.cli.comments import answering
from tests.cli.comments.inbox import (
    HELD,
    LOCK,
    OTHER,
    POST,
    WAITS,
    faults,
    held,
    private,
    public,
    tree,
)
from tests.cli.quay import CONF, Run
from tests.sites import Write, git

TEXT = ("--text", "On Sundays too.")
REPLY = ("comments", "reply", WAITS, "--as", "ida", "--by", "Ida", *TEXT)
PEOPLE = {"content/people/quay.md": "Name: Quay & Co\nRole: brand\n"}


class Pipe(io.TextIOWrapper):
    """Standard input that is no terminal."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> object:
    return lambda data: monkeypatch.setattr(sys, "stdin", Pipe(data))


def the_answer(site: Path, post: str = POST) -> Path:
    (found,) = (
        path
        for path in (site / "content/comments" / post).iterdir()
        if "Person: ida" in path.read_text("utf-8")
    )
    return found


def test_an_answer_ends_the_wait(run: Run, site: Path) -> None:
    assert "Noor" in run("waiting")[1]
    code, out, err = run(*REPLY)
    assert (code, err) == (0, "")
    assert "answered: Ida Brandt" in out
    text = the_answer(site).read_text("utf-8")
    assert "Author: Ida Brandt\nPerson: ida\n" in text
    assert f"Reply-To: {WAITS}\n" in text
    assert "Approved: " in text
    assert text.endswith("\n\nOn Sundays too.\n")
    assert "Noor" not in run("waiting")[1]
    assert faults(run) == []


def test_answered_twice_is_answered_once(run: Run, site: Path) -> None:
    run(*REPLY)
    before = tree(site)
    code, out, _ = run(*REPLY)
    assert code == 0
    assert "has said this there already" in out
    assert tree(site) == before


def test_an_answer_can_answer_others_too(run: Run, site: Path) -> None:
    held(site, OTHER, author="Ola Berg", more="Email: ola@berg.example")
    run("comments", "approve", OTHER, "--by", "Ida")
    code, _, _ = run(*REPLY, "--also", OTHER, "--also", LOCK)
    assert code == 0
    answer = the_answer(site)
    assert f"Answers: {OTHER}\nAnswers: {LOCK}\n" in answer.read_text("utf-8")
    assert run("waiting")[1] == "Nobody is waiting for an answer.\n"
    letter = private(site, "drafts", f"{answer.stem}.{OTHER}.eml")
    assert "To: Ola Berg <ola@berg.example>" in letter


def test_the_writer_can_be_told_with_both_their_words(run: Run, site: Path, write: Write) -> None:
    write(
        {
            "pelicanconf.py": f'{CONF}RAPPORT_COMMENT_MAIL = "talk@quay.example"\n',
            "publishconf.py": 'from pelicanconf import *\nSITEURL = "https://quay.example"\n',
        }
    )
    held(site)
    code, _, _ = run("comments", "reply", HELD, "--as", "ida", "--by", "Ida", "--approve", *TEXT)
    assert code == 0
    answer = the_answer(site)
    letter = message_from_string(private(site, "drafts", f"{answer.stem}.eml"), policy=default)
    assert letter["To"] == "Noor Haddad <noor@rivers.example>"
    assert letter["From"] == "talk@quay.example"
    assert letter["Subject"] == f"Re: Who pays the toll [{POST} {answer.stem}]"
    told = letter.get_content()  # type: ignore[attr-defined]
    assert "On Sundays too." in told
    assert "> Does it count on *Sundays*?" in told
    assert f"https://quay.example/who-pays-the-toll.html#c-{answer.stem}" in told
    assert public(site).exists()


def test_what_is_not_published_is_not_answered_by_the_way(run: Run, site: Path) -> None:
    held(site)
    before = tree(site)
    code, _, err = run("comments", "reply", HELD, "--as", "ida", "--by", "Ida", *TEXT)
    assert code == 2
    assert "--approve" in err
    assert tree(site) == before


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("ana", "ana is on the roster as peer"),
        ("quay", "quay is on the roster as brand"),
        ("idda", "Did you mean ida?"),
        ("nobody-at-all", "Nobody on the roster is called 'nobody-at-all'."),
    ],
)
def test_only_a_named_person_of_the_firm_answers(
    run: Run, site: Path, write: Write, slug: str, told: str
) -> None:
    write(PEOPLE)
    before = tree(site)
    code, _, err = run("comments", "reply", WAITS, "--as", slug, "--by", "Ida", *TEXT)
    assert code == 2
    assert told in err
    assert tree(site) == before


def test_whoever_is_on_the_roster_need_not_say_who_they_are(run: Run, site: Path) -> None:
    git(site, "init", "-q")
    git(site, "config", "user.name", "Ida Brandt")
    assert run("comments", "reply", WAITS, *TEXT)[0] == 0
    assert the_answer(site)
    code, _, err = run("comments", "reply", WAITS, "--by", "Tom", *TEXT)
    assert code == 2
    assert "Say who answers: --as SLUG. The firm is: ida." in err


def test_cut_short_before_the_mail_nothing_is_said_twice(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:

        def cut(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(answering, "draft_answers", cut)
        assert run(*REPLY)[0] == 130
    assert run(*REPLY)[0] == 0
    assert private(site, "drafts", f"{the_answer(site).stem}.eml")


# --- the words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [(), ("--file", "-")])
def test_words_come_from_standard_input(
    run: Run, site: Path, typed: object, more: tuple[str, ...]
) -> None:
    typed("\ufeffGrüße,\r\n\r\nIda\n\n".encode())  # type: ignore[operator]
    assert run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida", *more)[0] == 0
    assert the_answer(site).read_text("utf-8").endswith("\n\nGrüße,\n\nIda\n")


def test_words_come_from_a_file(run: Run, site: Path) -> None:
    (site / "answer.md").write_text("From a file.", encoding="utf-8")
    assert (
        run("comments", "reply", WAITS, "--as", "ida", "--by", "I", "--file", "answer.md")[0] == 0
    )
    assert the_answer(site).read_text("utf-8").endswith("\n\nFrom a file.\n")


def test_words_come_from_an_editor_that_shows_what_is_answered(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []

    def edit(text: str, **_: object) -> str:
        shown.append(text)
        return "Written in the editor." + text

    pipe = Pipe(b"")
    pipe.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", pipe)
    monkeypatch.setattr(click, "edit", edit)
    assert run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida")[0] == 0
    assert "What about the *rivers*?" in shown[0]
    assert the_answer(site).read_text("utf-8").endswith("\n\nWritten in the editor.\n")
    monkeypatch.setattr(click, "edit", lambda *_, **__: None)
    before = tree(site)
    code, _, err = run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida")
    assert code == 2
    assert "nothing is changed" in err
    assert tree(site) == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "There are no words"),
        (b" \n\t\n", "There are no words"),
        (b"one\ntwo \xff", "not UTF-8 in line 2"),
        (b"x" * 1_000_000, "A comment may have"),
        (b"Write to me@quay.example", "An e-mail address"),
    ],
)
def test_words_that_cannot_be_a_comment(
    run: Run, site: Path, typed: object, data: bytes, told: str
) -> None:
    typed(data)  # type: ignore[operator]
    before = tree(site)
    code, _, err = run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida")
    assert code in (1, 2)
    assert told in err
    assert tree(site) == before


def test_words_given_twice_are_a_question_back(run: Run, site: Path) -> None:
    code, _, err = run(*REPLY, "--file", "x.md")
    assert code == 2
    assert "give one" in err


# --- by hand --------------------------------------------------------------------------------------

ADD = ("comments", "add", POST, "--by", "Tom", "--text", "We keep a list.")


def added(site: Path) -> str:
    (found,) = (
        path.read_text("utf-8")
        for path in (site / "content/comments" / POST).iterdir()
        if "We keep a list." in path.read_text("utf-8")
    )
    return found


def test_a_comment_given_by_hand(run: Run, site: Path) -> None:
    words = ("--author", "Ola Berg", "--date", "2026-03-05 20:12+02:00", "--source", "letter",
             "--url", "https://berg.example/", "--reply-to", WAITS, "--email",
             "o@berg.example")  # fmt: skip
    code, out, _ = run(*ADD, *words)
    assert code == 0
    assert "added: Ola Berg" in out
    text = added(site)
    assert text.startswith("Author: Ola Berg\nUrl: https://berg.example/\n")
    assert "Date: 2026-03-05T20:12:00+02:00\n" in text
    assert f"Reply-To: {WAITS}\n" in text
    assert "Source: letter\n" in text
    assert "Tom\n" in text
    assert "o@berg.example" not in text
    assert faults(run) == []
    before = tree(site)
    code, out, _ = run(*ADD, *words)
    assert code == 0
    assert "already" in out
    assert tree(site) == before


def test_a_comment_given_by_hand_may_wait(run: Run, site: Path) -> None:
    code, _, _ = run(*ADD, "--author", "Ola Berg", "--pending", "--email", "o@berg.example")
    assert code == 0
    assert "Ola Berg on Who pays the toll" in run("comments", "list")[1]
    code, out, _ = run(*ADD, "--author", "Ola Berg", "--pending")
    assert "already" in out
    (held_file,) = (site / ".rapport/inbox/pending").iterdir()
    assert "Email: o@berg.example" in held_file.read_text("utf-8")


def test_a_roster_entry_may_be_named(run: Run, site: Path) -> None:
    assert run(*ADD, "--person", "ana")[0] == 0
    assert added(site).startswith("Author: Ana Solis\nPerson: ana\n")


def test_the_firms_own_comment_waits_for_a_second_approver(
    run: Run, site: Path, write: Write
) -> None:
    write({"pelicanconf.py": f"{CONF}RAPPORT_SECOND_APPROVER = True\n"})
    code, out, _ = run(*ADD, "--person", "ida")
    assert code == 0
    assert "Somebody else than Tom and Ida Brandt approves it." in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--author NAME"),
        (("--author", "Ida Brandt"), "a name of the firm's"),
        (("--author", "O", "--person", "annaa"), "Did you mean ana?"),
        (("--author", "O", "--date", "2026-03-05 20:12"), "has no time zone"),
        (("--author", "O", "--date", "soon"), "is no date"),
        (("--author", "O", "--url", "javascript:alert(1)"), "cannot be linked"),
        (("--author", "O", "--source", "Über Post"), "Source"),
        (("--author", "O", "--lang", "x y"), "Lang"),
        (("--author", "O", "--email", "nobody"), "no e-mail address"),
        (("--author", "O", "--reply-to", LOCK), "is on 'the-lock'"),
        (("--author", "o@berg.example"), "An e-mail address"),
    ],
)
def test_what_cannot_be_added(run: Run, site: Path, words: tuple[str, ...], told: str) -> None:
    before = tree(site)
    code, _, err = run(*ADD, *words)
    assert code in (1, 2)
    assert told in err
    assert tree(site) == before
    code, _, err = run(*ADD, *words, "--pending")
    assert told in err
    assert tree(site) == before


def test_a_fault_does_not_touch_the_post(run: Run, site: Path, write: Write) -> None:
    write({"content/posts/fees.md": "Title: Fees\nDate: 2026-03-05\n\nWhat did you pay?\n"})
    before = tree(site)
    words = ("--author", "O", "--text", "x", "--by", "T", "--url", "javascript:x")
    assert run("comments", "add", "fees", *words)[0] == 1
    assert tree(site) == before


def test_a_post_that_does_not_exist(run: Run, site: Path) -> None:
    code, _, err = run("comments", "add", "the-loc", "--author", "O", "--text", "x", "--by", "T")
    assert code == 2
    assert "Did you mean the-lock?" in err


def test_a_namesake_says_so(run: Run, site: Path) -> None:
    assert run(*ADD, "--author", "Ida Brandt", "--namesake")[0] == 0
    assert "Person: none\n" in added(site)
    assert faults(run) == []


def test_a_post_with_a_fault_is_mended_before_anything_on_it_is_answered(
    run: Run, site: Path
) -> None:
    post = site / "content/posts/tolls.md"
    post.write_text(post.read_text("utf-8").replace("Date: ", "Date: 2x"))
    before = tree(site)
    code, out, err = run("comments", "reply", WAITS, "--as", "ida", "--by", "Ida", "--text", "No.")
    assert code == 1
    assert "tolls.md:" in out + err
    assert tree(site) == before


def test_an_approval_that_was_cut_short_is_ended_by_the_answer(run: Run, site: Path) -> None:
    waits = held(site)
    before = waits.read_bytes()
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    waits.write_bytes(before)
    (site / f".rapport/drafts/{HELD}.eml").unlink()
    reply = ("comments", "reply", HELD, "--as", "ida", "--by", "Ida", "--text", "Yes.")
    assert run(*reply, "--approve")[0] == 0
    assert not waits.exists()
    assert (site / f".rapport/drafts/{HELD}.eml").is_file()
    assert len(list(public(site).parent.glob("*.md"))) == 3
