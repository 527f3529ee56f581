"""The private inbox: what is written there reads the same again, whatever a stranger wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.arrivals import Contact, Pending, Place
from rapport.conversation import PENDING_KEYS, contact_text, pending_text
from rapport.model import Comment
from rapport.settings import Settings
from rapport.sources import contact_path, inbox_path, read_contact, read_inbox
from rapport.store import write_text

ID = "01m6xb478wm0smrwvs2p7zqpn7"
WHEN = datetime(2026, 5, 5, 20, 12, tzinfo=UTC)
COMMENT = Comment(
    id=ID,
    post="notice",
    path="",
    author="Harl Osgood",
    date=WHEN,
    body="From which day?\n\nI ask because nobody says.",
    source="mail",
)
PENDING = Pending(
    comment=COMMENT,
    state="pending",
    received=datetime(2026, 5, 6, 8, 0, tzinfo=UTC),
    flags=("matter - asks for advice on own facts", "links - 4 links"),
    place=Place("17", "Notice, but when?", "https://old.example/notice"),
    parent="9",
    contact=Contact("harl@osgood.example", "192.0.2.7", "not legal advice"),
)


def kept(settings: Settings, pending: Pending) -> Pending:
    path = settings.private / inbox_path(pending.state, pending.comment.id)
    write_text(path, pending_text(pending), private=True)
    inbox = read_inbox(settings, ())
    assert not inbox.problems, inbox.problems
    (found,) = inbox.pending
    return replace(found, comment=replace(found.comment, header=COMMENT.header, path=""))


@pytest.mark.parametrize("state", ["pending", "spam", "aside"])
def test_what_is_written_reads_the_same(tmp_path: Path, state: str) -> None:
    pending = replace(PENDING, state=state)  # type: ignore[arg-type]
    assert kept(Settings(root=tmp_path), pending) == pending


def test_one_of_no_post_and_no_place(tmp_path: Path) -> None:
    pending = replace(
        PENDING, comment=replace(COMMENT, post=""), place=None, flags=(), contact=Contact()
    )
    assert kept(Settings(root=tmp_path), pending) == pending


@given(st.text(), st.text(), st.text())
def test_no_field_can_add_a_line(name: str, title: str, flag: str) -> None:
    place = Place("1", title)
    hostile = replace(
        PENDING, comment=replace(COMMENT, author=name), flags=(flag,), place=place, parent=title
    )
    head = pending_text(hostile).split("\n\n", 1)[0]
    keys = [line.partition(":")[0] for line in head.split("\n")]
    assert set(keys) <= set(PENDING_KEYS)
    assert len(keys) == len(set(keys))


def test_a_bad_file_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    write_text(settings.private / inbox_path("pending", ID), pending_text(PENDING), private=True)
    other = settings.private / inbox_path("pending", ID[:-1] + "8")
    write_text(other, "Author: Ana\nDate: yesterday\n\nHello?\n", private=True)
    inbox = read_inbox(settings, ())
    assert [each.comment.id for each in inbox.pending] == [ID]
    assert [
        (each.code, each.line if hasattr(each, "line") else each.span.line)
        for each in inbox.problems
    ] == [("CFG904", 2)]


def test_no_inbox_holds_nothing(tmp_path: Path) -> None:
    assert read_inbox(Settings(root=tmp_path), ()).pending == ()


def test_a_contact_is_kept_apart(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path)
    contact = Contact("harl@osgood.example", agreed="not legal\nadvice")
    text = contact_text("Harl", "notice", contact)
    write_text(settings.private / contact_path(ID), text, private=True)
    assert read_contact(settings, ID) == replace(contact, agreed="not legal advice")
    assert read_contact(settings, ID[:-1] + "8").empty
