"""A mail finds its post and what it answers, whatever was done to its subject on the way."""

from __future__ import annotations

from email import message_from_string
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.comments.inbox import HELD, POST, WAITS, held, private
from tests.cli.comments.test_receive import give, waiting
from tests.cli.quay import Run


def reply(subject: str, body: str, more: str = "") -> bytes:
    return (
        "From: Noor Haddad <noor@rivers.example>\nMessage-ID: <two@rivers.example>\n"
        f"Date: Thu, 02 Apr 2026 11:58:00 +0200\nSubject: {subject}\n{more}\n{body}\n"
    ).encode()


@pytest.fixture
def draft(site: Path, run: Run) -> str:
    """The letter that tells a writer that they are published."""
    held(site)
    assert run("comments", "approve", HELD, "--by", "Ida Brandt")[0] == 0
    return private(site, "drafts", f"{HELD}.eml")


def quoted(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())


def test_an_answer_to_a_draft_by_its_message_id_alone(site: Path, run: Run, draft: str) -> None:
    name = message_from_string(draft)["Message-ID"]
    assert HELD in name
    give(site, run, reply("My answer", "Thank you.", f"In-Reply-To: {name}\n"))
    (text,) = waiting(site)
    assert f"Post: {POST}\n" in text
    assert f"Reply-To: {HELD}\n" in text


def test_an_answer_to_a_draft_by_the_line_it_quotes_alone(site: Path, run: Run, draft: str) -> None:
    said = message_from_string(draft, policy=default).get_content()
    intro = "On Mon, May 4, 2026 at 9:12 AM Quay Law <post@quay.example> wrote:"
    give(site, run, reply("hello", f"Thank you.\n\n{intro}\n{quoted(said)}"))
    (text,) = waiting(site)
    assert f"Reply-To: {HELD}\n" in text
    assert text.endswith("\n\nThank you.\n")


@pytest.mark.parametrize(
    "subject",
    [
        "[EXTERNAL] Re: Who pays the toll [{post} {id}]",
        "AW: [ext] Who pays the toll [{post} {id}] [SPAM?]",
        "RE: Who pays [{post}\n {id}]",
        "TR : Who pays [ {post}  {ID} ]",
        "=?utf-8?q?R=C3=A9=3A_Who_pays_=5B{post}_{id}=5D?=",
    ],
)
def test_what_programs_do_to_a_subject(site: Path, run: Run, subject: str) -> None:
    told = subject.format(post=POST, id=WAITS, ID=WAITS.upper())
    give(site, run, reply(told, "Really?"))
    assert f"Reply-To: {WAITS}\n" in waiting(site)[0]


@pytest.mark.parametrize("notice", ["", "This is no advice, and\nno secret is safe here."])
def test_the_link_of_the_page_finds_home_without_its_subject(
    site: Path, run: Run, notice: str
) -> None:
    body = link_body(notice, f"[{POST} {WAITS}]")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8") + f"RAPPORT_COMMENT_NOTICE = {notice!r}\n")
    give(site, run, reply("A question", "Really?" + body))
    (text,) = waiting(site)
    assert f"Reply-To: {WAITS}\n" in text
    assert text.endswith("\n\nReally?\n")


def test_who_writes_below_what_was_filled_in_is_read_too(site: Path, run: Run) -> None:
    notice = "This is no advice, and no secret is safe here."
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8") + f"RAPPORT_COMMENT_NOTICE = {notice!r}\n")
    below = link_body(notice, f"[{POST} {WAITS}]").replace("and no", "and\r\nno")
    give(site, run, reply("A question", below + "\r\n\r\nReally?\r\nOn Sundays?"))
    (text,) = waiting(site)
    assert f"Reply-To: {WAITS}\n" in text
    assert text.endswith("\n\nReally?\nOn Sundays?\n")
    assert f"Agreed: {notice}\n" in text


def link_body(notice: str, mark: str) -> str:
    """What the site's links put into a mail (checked against them in tests/building)."""
    return "\r\n\r\n-- \r\n" + "\r\n".join(filter(None, (" ".join(notice.split()), mark)))


def test_a_line_in_brackets_that_is_no_place_is_words(site: Path, run: Run) -> None:
    give(site, run, reply(f"Hm [{POST}]", "See\n[1]\nand\n[the-lock]"))
    (text,) = waiting(site)
    assert f"Post: {POST}\n" in text
    assert "[the-lock]" in text
