"""A thread as its page prints it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.building.threads import feed_url, state, thread_view
from rapport.building.views import CommentView, ThreadView
from rapport.model import Comment
from tests.building.nouns import DAY, comment, identifier, manner, place, post, talk


def view(*comments: Comment, **values: Any) -> ThreadView:
    return thread_view(talk(*comments), place(**values), manner())[0]


def shape(view: ThreadView) -> list[tuple[int, int, bool, bool, int]]:
    return [(c.number, c.level, c.opens, c.leaf, c.closes) for c in view.comments]


def printed(view: ThreadView) -> str:
    """The list as the theme prints it, by the rule in views.CommentView."""
    out = []
    for one in view.comments:
        out.append("<ol>" * one.opens + f"<li>{one.number}")
        if one.leaf:
            out.append("</li>" + "</ol></li>" * one.closes)
    return "".join(out) + "</ol>" * bool(view.comments)


def test_no_comments_are_an_empty_view() -> None:
    empty = view()
    assert (empty.state, empty.count, empty.people, empty.comments) == ("none", 0, 0, ())
    assert empty.feed == "feeds/conversation/tolls.atom.xml"


def test_replies_stand_in_lists_of_their_own() -> None:
    found = view(comment(1), comment(2, 1), comment(3, 2), comment(4, 1), comment(5))
    assert printed(found) == (
        "<ol><li>1<ol><li>2<ol><li>3</li></ol></li><li>4</li></ol></li><li>5</li></ol>"
    )


def test_deep_replies_are_siblings_that_say_whom_they_answer() -> None:
    found = view(*(comment(n, n - 1 if n > 1 else None) for n in range(1, 6)))
    assert [c.level for c in found.comments] == [0, 1, 2, 2, 2]
    assert [c.depth for c in found.comments] == [0, 1, 2, 3, 4]
    assert printed(found) == (
        "<ol><li>1<ol><li>2<ol><li>3</li><li>4</li><li>5</li></ol></li></ol></li></ol>"
    )
    last = found.comments[-1]
    assert (last.to, last.to_number) == ("Reader 4", 4)
    assert last.to_url == f"tolls/#c-{identifier(4)}"


@given(st.lists(st.integers(0, 30), max_size=40))
def test_every_thread_prints_balanced_lists_in_order(parents: list[int]) -> None:
    comments = [
        comment(n, parent if 0 < parent < n else None) for n, parent in enumerate(parents, 1)
    ]
    found = view(*comments)
    assert [c.number for c in found.comments] == list(range(1, len(parents) + 1))
    text, deepest, depth = printed(found), 0, 0
    for tag in ("ol", "li"):
        assert text.count(f"<{tag}>") == text.count(f"</{tag}>")
    for piece in text.replace("<", "\n<").splitlines():
        depth += piece.startswith("<ol>") - piece.startswith("</ol>")
        deepest = max(deepest, depth)
        assert depth >= 0
    assert depth == 0
    assert deepest <= 3


def test_a_removed_comment_stays_only_where_somebody_answered_it() -> None:
    gone = {"status": "removed", "body": "", "author": "Sorry"}
    found = view(comment(1, **gone), comment(2, 1), comment(3, **gone), comment(4, 3, **gone))
    assert [c.id for c in found.comments] == [identifier(1), identifier(2)]
    first, second = found.comments
    assert first.removed
    assert (first.author.name, first.mailto, str(first.body)) == ("[removed]", "", "")
    assert second.to == "[removed]"
    assert found.count == 1
    assert [c.id for c in found.latest] == [identifier(2)]


def test_likes_and_mentions_are_counted_apart_and_hold_no_place() -> None:
    found = view(
        comment(1, kind="like"),
        comment(2, kind="repost"),
        comment(3, kind="mention", source_url="https://away.example/1", body="Said *this*."),
        comment(4, 3),
        comment(5, kind="like", status="removed", body=""),
    )
    assert (found.likes, found.reposts, found.count) == (1, 1, 1)
    assert [m.source_url for m in found.mentions] == ["https://away.example/1"]
    assert shape(found) == [(1, 0, True, True, 0)]
    assert found.comments[0].to == ""


def test_the_badge_says_author_under_ones_own_post_and_else_the_firm() -> None:
    found = view(
        comment(1, person="ida", author="Ida Brandt"),
        comment(2, person="tom", author="Tom Quist"),
        comment(3, person="quay", author="Quay & Co"),
        comment(4, person="ana", author="Ana Solis"),
        comment(5, author="Ida Brandt"),
    )
    assert [c.author.badge for c in found.comments] == ["author", "firm", "firm", "", ""]
    assert [c.firm for c in found.comments] == [True, True, True, False, False]
    assert [c.author.url for c in found.comments] == ["people/ida/", "people/tom/", "", "", ""]
    assert found.comments[3].author.site == "https://weirs.example"


def test_a_guest_who_wrote_the_post_is_its_author() -> None:
    found = view(comment(1, person="ana", author="Ana"), authors=frozenset({"ana"}))
    assert found.comments[0].author.badge == "author"
    assert not found.comments[0].firm


def test_numbers_of_people_and_answers() -> None:
    found = view(
        comment(1, author="Noor"),
        comment(2, 1, person="ida"),
        comment(3, author="NOOR "),
        comment(4, author="Sam", body="Is it so?"),
    )
    assert (found.count, found.people) == (4, 3)
    assert (found.answered, found.answerable) == (1, 3)
    assert [name.name for name in found.answerers] == ["Ida Brandt"]
    assert [name.name for name in found.participants] == ["Noor", "Ida Brandt", "Sam"]
    assert found.open_question is not None
    assert found.open_question.id == identifier(4)
    assert [c.open_question for c in found.comments] == [False, False, False, True]


def test_the_latest_four_come_newest_first() -> None:
    found = view(*(comment(n) for n in range(1, 7)))
    assert [c.number for c in found.latest] == [6, 5, 4, 3]


def test_times_are_those_of_the_site() -> None:
    assert view(comment(1)).comments[0].date.isoformat() == "2026-03-02T11:00:00+01:00"


def test_the_subject_of_a_mail_says_post_and_comment() -> None:
    found = view(comment(1))
    assert unquote(found.mailto) == (
        "mailto:talk@quay.example?subject=Re: Tolls & weirs [tolls]&body=\r\n\r\n-- \r\n[tolls]"
    )
    mark = f"[tolls {identifier(1)}]"
    assert unquote(found.comments[0].mailto).count(mark) == 2
    assert found.mailto.count("&") == 1
    assert " " not in found.mailto


@pytest.mark.parametrize(
    ("closed", "mail"), [(True, "talk@quay.example"), (False, "")], ids=["closed", "no address"]
)
def test_nobody_is_asked_to_write_where_nobody_can(closed: bool, mail: str) -> None:
    where = place(post=post(comments_open=not closed))
    found, _ = thread_view(talk(comment(1)), where, manner(mail=mail))
    assert found.mailto == ""
    assert found.comments[0].mailto == ""
    assert found.closed is closed


def test_a_mail_begins_with_what_its_writer_is_told_and_where_it_belongs() -> None:
    found = thread_view(talk(comment(1)), place(), manner(notice="No advice."))[0]
    (body,) = parse_qs(urlsplit(found.comments[0].mailto).query)["body"]
    assert body == f"\r\n\r\n-- \r\nNo advice.\r\n[tolls {identifier(1)}]"


def test_a_long_title_makes_a_short_subject() -> None:
    found = thread_view(talk(), place(title=place().title * 30), manner())[0]
    assert len(found.mailto) < 300


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ((), "none"),
        ((comment(1, status="removed", body=""),), "none"),
        ((comment(1, kind="like"),), "none"),
        ((comment(1, body="Is it so?"),), "open"),
        ((comment(1, body="It is so."),), "active"),
        ((comment(1, body="Is it so?"), comment(2, 1, person="ida")), "active"),
    ],
)
def test_how_a_conversation_stands(comments: tuple[Comment, ...], expected: str) -> None:
    assert state(talk(*comments), DAY + timedelta(days=29)) == expected


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ((comment(1, body="Is it so?"),), "open"),
        ((comment(1, body="It is so."),), "quiet"),
        ((comment(1, body="Is it so?"), comment(2, 1, person="ida")), "answered"),
        ((comment(1, person="ida"),), "quiet"),
        ((comment(1, body="It is."), comment(2), comment(3, 2, person="ida")), "quiet"),
    ],
)
def test_how_it_stands_a_month_later(comments: tuple[Comment, ...], expected: str) -> None:
    assert state(talk(*comments), DAY + timedelta(days=90)) == expected


def test_nobody_claims_to_have_answered_what_is_excused() -> None:
    old = talk(comment(1, body="Is it so?"), waiting_since=DAY + timedelta(days=30))
    assert state(old, DAY + timedelta(days=90)) == "quiet"


def test_a_thread_id_of_any_letters_is_an_address() -> None:
    assert feed_url("zölle & mehr") == "feeds/conversation/z%C3%B6lle%20%26%20mehr.atom.xml"


def test_hostile_names_are_text() -> None:
    found: CommentView = view(
        comment(1, author="A\u202e<b>\x00\nB", url="javascript:alert(1)", edited="x\x07y")
    ).comments[0]
    assert found.author.name == "A<b> B"
    assert found.author.site == ""
    assert found.edited == "xy"
