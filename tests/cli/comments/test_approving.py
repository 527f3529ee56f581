"""From the inbox to the page, and everything that keeps a comment from getting there."""

from __future__ import annotations

import json
from email import message_from_string
from pathlib import Path

import pytest

from rapport.cli.comments import approving
from tests.cli.comments.inbox import (
    CONTACT,
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


def test_a_comment_is_published_and_its_writer_can_be_told(run: Run, site: Path) -> None:
    source = held(site)
    code, out, err = run("comments", "approve", HELD, "--by", "Ida Brandt")
    assert (code, err) == (0, "")
    assert public(site).read_text("utf-8").partition("Approved:")[0] == (
        "Author: Noor Haddad\nDate: 2026-04-02 09:58+00:00\nSource: mail\n"
    )
    assert "Ida Brandt\n\nDoes it count on *Sundays*?\n" in public(site).read_text("utf-8")
    assert not source.exists()
    contact = private(site, "contacts", f"{HELD}.md")
    assert "Email: noor@rivers.example\nAgreed: I agree to be published.\n" in contact
    assert private(site, "reasons", f"{HELD}.md").endswith(" - Ida Brandt - approved\n")
    letter = message_from_string(private(site, "drafts", f"{HELD}.eml"))
    assert letter["To"] == "Noor Haddad <noor@rivers.example>"
    assert f"drafts/{HELD}.eml" in out
    assert (site / ".rapport/contacts" / f"{HELD}.md").stat().st_mode & 0o077 == 0


def test_nothing_private_is_published(run: Run, site: Path) -> None:
    held(site, words="Call me: noor@rivers.example")
    run("comments", "approve", HELD, "--by", "Ida")
    written = b"".join(tree(site / "content").values())
    assert b"rivers.example" not in written
    assert b"I agree" not in written
    assert faults(run) == []


def test_twice_is_once(run: Run, site: Path) -> None:
    held(site)
    run("comments", "approve", HELD, "--by", "Ida")
    before = tree(site)
    code, out, _ = run("comments", "approve", HELD[:12], "--by", "Tom")
    assert code == 0
    assert "nothing to do" in out
    assert "It is published already." in out
    assert tree(site) == before


@pytest.mark.parametrize("step", ["keep_contact", "write_checked", "log", "draft_published",
                                  "remove_file"])  # fmt: skip
def test_cut_short_anywhere_a_second_run_finishes(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    held(site)
    with monkeypatch.context() as patched:

        def cut(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(approving, step, cut)
        assert run("comments", "approve", HELD, "--by", "Ida")[0] == 130
    assert private(site, "inbox", "pending", f"{HELD}.md")
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    assert public(site).exists()
    assert not private(site, "inbox", "pending", f"{HELD}.md")
    assert private(site, "drafts", f"{HELD}.eml")
    assert private(site, "contacts", f"{HELD}.md")
    assert private(site, "reasons", f"{HELD}.md").count("approved") == 1
    assert faults(run) == []


def test_the_first_comment_writes_the_id_into_its_post(run: Run, site: Path, write: Write) -> None:
    body = b"Title: Fees\r\nDate: 2026-03-05\r\n\r\nWhat did you pay?\r\n"
    (site / "content/posts/fees.md").write_bytes(body)
    held(site, post="fees")
    code, out, _ = run("comments", "approve", HELD, "--by", "Ida")
    assert code == 0
    assert "Id: fees now stands in content/posts/fees.md" in out
    changed = (site / "content/posts/fees.md").read_bytes()
    assert changed == body.replace(b"05\r\n", b"05\r\nId: fees\r\n", 1)
    assert "Id:" not in (site / "content/posts/tolls.md").read_text("utf-8")


def test_several_at_once_of_which_one_must_not(run: Run, site: Path) -> None:
    held(site, more="Flag: matter - asks what to do in a case of their own")
    held(site, OTHER)
    code, out, err = run("comments", "approve", HELD, OTHER, "--by", "Ida")
    assert code == 1
    assert OTHER in out
    assert HELD in err
    assert "answer it privately" in err
    assert public(site, OTHER).exists()
    assert not public(site).exists()


def test_a_matter_can_be_published_anyway(run: Run, site: Path) -> None:
    held(site, more="Flag: matter - asks what to do")
    assert run("comments", "approve", HELD, "--by", "Ida", "--anyway")[0] == 0
    assert public(site).exists()


@pytest.mark.parametrize("author", ["Ida Brandt", "IDA BRANDT", "ldа Brandt", "Quay & Co"])
def test_a_name_of_the_firms_needs_a_word(run: Run, site: Path, author: str) -> None:
    held(site, author=author)
    before = tree(site)
    code, _, err = run("comments", "approve", HELD, "--by", "Tom")
    assert code == 1
    assert "--namesake" in err
    assert tree(site) == before
    assert run("comments", "approve", HELD, "--by", "Tom", "--namesake")[0] == 0
    assert "Person: none\n" in public(site).read_text("utf-8")
    assert faults(run) == []


@pytest.mark.parametrize(
    ("post", "told"),
    [
        ("", "Nobody knows which post it is on. It stood under Tolls, old site. Say so: --post ID"),
        ("who-pays-the-tol", "There is no post 'who-pays-the-tol'. Did you mean who-pays-the-toll"),
        ("../../etc", "There is no post"),
    ],
)
def test_a_comment_needs_a_post(run: Run, site: Path, post: str, told: str) -> None:
    held(site, state="aside", post=post, more="Place-Title: Tolls, old site")
    before = tree(site)
    code, _, err = run("comments", "approve", HELD, "--by", "Ida")
    assert code == 1
    assert told in err
    assert tree(site) == before
    assert run("comments", "approve", HELD, "--by", "Ida", "--post", POST)[0] == 0
    assert public(site).exists()
    assert not private(site, "inbox", "aside", f"{HELD}.md")


def test_what_it_answers_can_be_said(run: Run, site: Path) -> None:
    held(site)
    code, _, err = run("comments", "approve", HELD, "--reply-to", LOCK, "--by", "Ida")
    assert code == 1
    assert "is on 'the-lock'" in err
    assert run("comments", "approve", HELD, "--by", "Ida", "--reply-to", WAITS)[0] == 0
    assert f"Reply-To: {WAITS}\n" in public(site).read_text("utf-8")


def test_an_answer_to_what_is_not_published_is_told(run: Run, site: Path) -> None:
    held(site)
    held(site, OTHER, more=f"Reply-To: {HELD}")
    _, out, _ = run("comments", "approve", OTHER, "--by", "Ida")
    assert f"It answers {HELD}, which waits for approval" in out


def test_who_approves_is_gits_user(run: Run, site: Path) -> None:
    git(site, "init", "-q")
    git(site, "config", "user.name", "Tom Okafor")
    held(site)
    assert run("comments", "approve", HELD)[0] == 0
    assert "Tom Okafor\n" in public(site).read_text("utf-8")


def test_somebody_has_to_approve(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    held(site)
    code, _, err = run("comments", "approve", HELD)
    assert code == 2
    assert "--by NAME" in err


def test_an_address_is_no_name(run: Run, site: Path) -> None:
    git(site, "init", "-q")
    git(site, "config", "user.name", "tom@quay.example")
    held(site)
    before = tree(site)
    code, _, err = run("comments", "approve", HELD)
    assert code == 2
    assert "Give a name: --by NAME" in err
    assert tree(site) == before


def test_a_content_folder_may_lie_elsewhere(run: Run, site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-words")
    (site / "content").rename(elsewhere)
    (site / "content").symlink_to(elsewhere)
    path = held(site)
    text = path.read_bytes()
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    path.write_bytes(text)
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    assert not path.exists()


def test_a_like_needs_no_letter(run: Run, site: Path) -> None:
    held(site, more=f"Kind: like\n{CONTACT.strip()}", words="")
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    assert not private(site, "drafts", f"{HELD}.eml")


def test_a_program_hears_the_same(run: Run, site: Path) -> None:
    held(site)
    held(site, OTHER, more="Flag: matter - asks")
    told = json.loads(run("comments", "approve", HELD, OTHER, "--by", "Ida", "--json")[1])
    assert told["schema"] == 1
    assert [(each["id"], each["what"], each["post"]) for each in told["done"]] == [
        (HELD, "approved", POST)
    ]
    assert [each["id"] for each in told["refused"]] == [OTHER]


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("01jr00000000000000000000xx", "Did you mean 01jr000"),
        ("01jr", "too short"),
        ("01jr0000", "the beginning of several ids"),
        ("zzzzzzzzzzzz", "comments list --all"),
        ("", "There is no comment"),
        ("../../../etc/passwd", "There is no comment"),
        ("\x1b[2J\x00", "There is no comment"),
    ],
)
def test_an_id_that_names_no_comment(run: Run, site: Path, word: str, told: str) -> None:
    held(site)
    held(site, HELD[:-1] + "2")
    code, _, err = run("comments", "approve", word, "--by", "Ida")
    assert code == 2
    assert told in err
    assert "\x1b" not in err


def test_the_path_of_a_file_names_it_too(run: Run, site: Path) -> None:
    path = held(site)
    assert run("comments", "approve", str(path.relative_to(site)), "--by", "Ida")[0] == 0


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b"Author: Noor Haddad\n", b"", ":1: This comment has no author"),
        (b"Source:", b"Sorce:", "There is no key Sorce here. Did you mean Source?"),
        (b"Does it", b"\xff\xfe", "is not UTF-8"),
        (b"2026-04-02 09:58+00:00", b"yesterday", ":6: Date is 'yesterday'"),
    ],
)
def test_a_file_with_a_fault_is_left_alone(
    run: Run, site: Path, before: bytes, after: bytes, told: str
) -> None:
    path = held(site)
    path.write_bytes(path.read_bytes().replace(before, after))
    kept = tree(site)
    code, _, err = run("comments", "approve", HELD, "--by", "Ida")
    assert code == 1
    assert f".rapport/inbox/pending/{HELD}.md:" in err
    assert told in err
    assert tree(site) == kept


def test_another_comment_with_its_id_is_not_overwritten(run: Run, site: Path) -> None:
    held(site, WAITS)
    before = tree(site)
    code, _, err = run("comments", "approve", WAITS, "--by", "Ida")
    assert code == 1
    assert "has the same id and says something else" in err
    assert tree(site) == before


def test_windows_files_stay_windows_files(run: Run, site: Path) -> None:
    path = held(site)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("comments", "approve", HELD, "--by", "Ida")[0] == 0
    written = public(site).read_bytes()
    assert written.startswith(b"\xef\xbb\xbfAuthor")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert faults(run) == []


def test_a_folder_that_cannot_be_written_loses_nothing(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write anywhere: a file in the place of the folder stops root too."""
    (site / "content/posts/fees.md").write_text(
        "Title: Fees\nDate: 2026-03-05\nId: fees\n\nWhat did you pay?\n", encoding="utf-8"
    )
    (site / "content/comments/fees").write_text("", encoding="utf-8")
    held(site, post="fees")
    code, _, err = run("comments", "approve", HELD, "--by", "Ida")
    assert code == 1
    assert "cannot be written" in err
    assert private(site, "inbox", "pending", f"{HELD}.md")
    assert not private(site, "reasons", f"{HELD}.md")


# --- a second pair of eyes ------------------------------------------------------------------------


@pytest.fixture
def careful(site: Path, write: Write) -> Path:
    write({"pelicanconf.py": f"{CONF}RAPPORT_SECOND_APPROVER = True\n"})
    return site


def test_nobody_approves_their_own_answer(run: Run, careful: Path) -> None:
    code, out, _ = run(
        "comments", "reply", WAITS, "--as", "ida", "--text", "On Sundays too.", "--by", "Tom"
    )
    assert code == 0
    assert "waits for approval" in out
    answer = next((careful / ".rapport/inbox/pending").iterdir()).stem
    for writer in ("Tom", "tom", "Ida Brandt", "ida"):
        code, _, err = run("comments", "approve", answer, "--by", writer)
        assert code == 1
        assert "somebody else lets it out" in err
    code, out, _ = run("comments", "approve", answer, "--by", "Ana Solis")
    assert code == 0
    assert "It carries the firm's badge: Person is ida." in out
    text = public(careful, answer).read_text("utf-8")
    assert "Person: ida\n" in text
    assert "Written-By" not in text
    assert private(careful, "drafts", f"{answer}.eml").count("On Sundays too.") == 1
    log = private(careful, "reasons", f"{answer}.md")
    assert [line.split(" - ")[1:] for line in log.splitlines()] == [
        ["Tom", "written"], ["Ana Solis", "approved"]
    ]  # fmt: skip
    assert "Noor" not in run("waiting")[1]


def test_whoever_changes_the_firms_words_has_written_them(run: Run, careful: Path) -> None:
    run("comments", "reply", WAITS, "--as", "ida", "--text", "On Sundays too.", "--by", "Tom")
    answer = next((careful / ".rapport/inbox/pending").iterdir()).stem
    edit = ("comments", "edit", answer, "--why", "clearer")
    assert run(*edit, "--text", "On Sundays.", "--by", "Ana")[0] == 0
    assert "Written-By: Tom; Ana\n" in private(careful, "inbox", "pending", f"{answer}.md")
    assert run("comments", "approve", answer, "--by", "ana")[0] == 1
    assert run("comments", "approve", answer, "--by", "Bo")[0] == 0
    for by in ("Ida Brandt", "Ana", "Bo", "Somebody"):
        assert run(*edit, "--text", "Never on Sundays.", "--by", by)[0] == 1
    assert "On Sundays.\n" in public(careful, answer).read_text("utf-8")
    held(careful, author="Bo Lind")
    assert run("comments", "approve", HELD, "--by", "Bo")[0] == 0
    words = ("--text", "On *Mondays*?", "--by", "Bo")
    assert run("comments", "edit", HELD, "--why", "clearer", *words)[0] == 0


def test_readers_need_one_approver_only(run: Run, careful: Path) -> None:
    held(careful, author="Bo Lind")
    assert run("comments", "approve", HELD, "--by", "Bo Lind")[0] == 0
