"""What a report tells of each post beside its findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapport.audit import judge
from rapport.model import Comment, Entry, Facts, Post, Report, Site, Thread, Turn
from tests.audit.posts import SETTINGS, facts, post

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HEAD = "Title: The   keys\nDate: 2026-01-05\nAuthor: Lena Brandt\n"
TEXT = (
    "[Marta Kowal](https://kowal.example/keys) wrote a note on keys, and so did Piotr Lis.\n\n"
    "How many keys did you lose last year? What do you think?\n"
)


def judged(head: str = HEAD, text: str = TEXT, *comments: Comment) -> Report:
    made = post(f"{head}\n{text}", "content/posts/keys.md")
    turns = tuple(Turn(comment, 0, None) for comment in comments)
    thread = Thread(made.id, turns, comments, len(comments))
    site = Site(posts=(made,), comments=comments, threads={made.id: thread})
    return judge(site, {made.path: told(made)}, SETTINGS, NOW)


def told(made: Post) -> Facts:
    return replace(facts(made.text), path=made.path)


def entry(report: Report) -> Entry:
    (only,) = report.entries
    return only


def test_an_entry_says_what_the_file_says_and_has_its_lights() -> None:
    report = judged()
    told = entry(report)
    assert (told.path, told.title) == ("content/posts/keys.md", "The keys")
    assert (told.authors, told.status) == (("Lena Brandt",), "published")
    assert told.lights is report.lights[0]


def test_only_people_who_are_credited_are_named() -> None:
    assert entry(judged()).credited == ("Marta Kowal",)


@pytest.mark.parametrize(
    ("head", "text", "question"),
    [
        (HEAD, TEXT, "What do you think?"),
        (HEAD + "Question: Who has   the key?\n", TEXT, "Who has the key?"),
        (HEAD, "A note on keys.\n", ""),
    ],
    ids=["the last of the text, as on the page", "the header's", "none"],
)
def test_an_entry_quotes_the_question_to_readers(head: str, text: str, question: str) -> None:
    assert entry(judged(head, text)).question == question


def test_who_waits_is_told_with_the_first_words() -> None:
    body = "What about **spare** keys? " + "They rust. " * 40
    path = "content/comments/keys/a.md"
    date = datetime(2026, 5, 1, tzinfo=UTC)
    told = entry(judged(HEAD, TEXT, Comment("a", "keys", path, "Ann\u202e B", date, body)))
    (waiter,) = told.waiting
    assert (waiter.path, waiter.author, waiter.date) == (path, "Ann B", date)
    assert waiter.excerpt.startswith("What about spare keys? They rust.")
    assert len(waiter.excerpt) <= 160
    assert (told.comments, told.answerable, told.answered) == (1, 1, 0)


def test_the_pages_of_the_rules_that_found_something_travel_with_the_report() -> None:
    report = judged(HEAD, "A note on keys.\n")
    assert [page.code for page in report.rules] == ["ASK101", "PEO201", "LNK301"]
    assert all(page.what and page.why and page.better for page in report.rules)
