"""The five lights: every cell of the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rapport.audit.case import Case
from rapport.audit.lights import lights
from rapport.model import Comment, Lights, Thread, Turn
from tests.audit.posts import SETTINGS, facts, post

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SPECIFIC = "What did the clerk ask you for?"
CREDIT = "[Marta Kowal](https://kowal.example) wrote a note."


def lit(
    text: str, lang: str = "en", *, closed: bool = False, thread: Thread | None = None
) -> Lights:
    head = f"Title: A\nDate: 2026-01-05\nLang: {lang}\nAuthors: Lena Brandt\n"
    whole = head + ("Comments: closed\n" if closed else "") + f"\n{text}"
    return lights(Case(post(whole), facts(whole), thread or Thread("a"), SETTINGS, NOW))


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        (SPECIFIC, "green"),
        (f"What do you think? {SPECIFIC}", "green"),
        ("What do you think?", "amber"),
        ("Should Parliament mend it, or the courts?", "amber"),
        ("Tell us in the comments.", "amber"),
        ("It rained.", "red"),
        ("Is it fair? No.", "red"),
        ("> What did the clerk ask you for?", "red"),
    ],
)
def test_ask(text: str, colour: str) -> None:
    assert lit(text).ask == colour


def test_ask_is_grey_when_comments_are_closed() -> None:
    assert lit(SPECIFIC, closed=True).ask == "grey"
    assert lit("It rained.", closed=True).ask == "grey"


def test_a_question_in_the_header_is_green_unless_it_is_vague() -> None:
    def asked(question: str) -> str:
        text = f"Title: A\nDate: 2026-01-05\nAuthors: L\nQuestion: {question}\n\nIt rained."
        return lights(Case(post(text), facts(text), Thread("a"), SETTINGS, NOW)).ask

    assert asked("Who paid yours?") == "green"
    assert asked("What do you think?") == "amber"


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        (CREDIT, "green"),
        (f"{CREDIT} Jonas Lind disagreed.", "amber"),
        ("It rained.", "red"),
        ("Lena Brandt wrote it.", "red"),
        (f"{CREDIT}\n\nIt rained.\n\n> A letter is a letter.\n\nIt stopped.", "red"),
        (f"{CREDIT}\n\n> A letter is a letter.", "green"),
    ],
)
def test_credit(text: str, colour: str) -> None:
    assert lit(text).credit == colour


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("[the guidance](https://r.example)", "green"),
        ("[here](https://r.example) and [the rules](https://r.example)", "green"),
        ("It is [here](https://r.example).", "amber"),
        ("[ours](/x) and [shared](https://x.com/intent/post?text=a)", "red"),
        ("It rained.", "red"),
    ],
)
def test_link_out(text: str, colour: str) -> None:
    assert lit(text).link_out == colour


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("It rained.", "green"),
        ("Call us today.\n\nIt rained.", "amber"),
        ("It rained. Call us today.", "red"),
        ("Call us today.\n\nOur award-winning team knows.\n\nIt rained.", "red"),
    ],
)
def test_pitch(text: str, colour: str) -> None:
    assert lit(text).pitch == colour


def test_what_cannot_be_judged_in_a_language_is_grey() -> None:
    found = lit("Call us today. Marta Kowal. @kowal [x](https://r.example)", "fi")
    assert (found.credit, found.pitch, found.link_out) == ("grey", "grey", "green")


def comment(age: timedelta) -> Comment:
    return Comment("01k0000000000000000000000a", "a", "c.md", "Ann", NOW - age, "Why?")


@pytest.mark.parametrize(
    ("age", "colour"),
    [
        (timedelta(hours=1), "amber"),
        (timedelta(days=3), "amber"),
        (timedelta(days=3, seconds=1), "red"),
        (timedelta(days=-1), "amber"),
    ],
)
def test_answer_goes_by_the_oldest_who_waits(age: timedelta, colour: str) -> None:
    oldest, newest = comment(age), replace(comment(timedelta(0)), id="01k0000000000000000000000b")
    turns = (Turn(oldest, 0, None), Turn(newest, 0, None))
    thread = Thread("a", turns, (oldest, newest), 2)
    assert lit("It rained.", thread=thread).answer == colour


def test_answer_is_green_when_nobody_waits_and_grey_without_comments() -> None:
    here = comment(timedelta(days=9))
    assert lit("", thread=Thread("a", (Turn(here, 0, None),), (), 1)).answer == "green"
    assert lit("").answer == "grey"
    like = replace(here, kind="like")
    removed = replace(here, status="removed", id="b")
    turns = (Turn(like, 0, None), Turn(removed, 0, None))
    assert lit("", thread=Thread("a", turns)).answer == "grey"
