"""The plan of an import, as values: what is held back, what was ours, what a map may say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapport.arrivals import Arrived, Export, Own, Place
from rapport.conversation import Here, Plan, Target, account_of, plan, who_key
from rapport.model import Comment

DATE = datetime(2026, 3, 1, 10, 0, 5, tzinfo=UTC)
NOW = datetime(2026, 4, 1, tzinfo=UTC)
TOLL = Target("toll", "toll", "Who pays the toll", "https://quay.example/toll.html", "en")
HERE = Here((TOLL,), {}, frozenset(), {}, frozenset(), lambda _: "", NOW)
PLACE = Place("1", keys=("toll",))


def arrived(number: str = "11", **more: object) -> Arrived:
    return replace(Arrived(number, "1", "Wren Pask", DATE, "Words."), **more)  # type: ignore[arg-type]


def export(*comments: Arrived, source: str = "mastodon") -> Export:
    return Export(source, (PLACE,), comments)


def states(planned: Plan) -> tuple[list[str], list[str]]:
    return (
        [row.arrived.id for row in planned.publish],
        [f"{pending.comment.source_id} {pending.state}" for pending in planned.pend],
    )


@pytest.mark.parametrize("source", ["mastodon", "bluesky", "webmention"])
def test_what_was_written_elsewhere_waits_unless_told_otherwise(source: str) -> None:
    given = export(arrived(), source=source)
    assert states(plan(given, HERE)) == ([], ["11 pending"])
    assert states(plan(given, replace(HERE, publish=True))) == (["11"], [])


def test_a_later_publish_lets_out_what_waited_for_that_alone() -> None:
    given = export(arrived(), arrived("12", state="pending", why="unlisted"))
    first = plan(given, HERE)
    inbox = {pending.comment.id: pending for pending in first.pend}
    second = plan(given, replace(HERE, inbox=inbox, publish=True))
    assert states(second) == (["11"], [])
    assert [state for state, _ in second.settled] == ["pending"]


def test_words_that_were_mended_in_the_inbox_stay_mended() -> None:
    given = export(arrived())
    (held,) = plan(given, HERE).pend
    mended = replace(held, comment=replace(held.comment, body="Mended."))
    here = replace(HERE, inbox={held.comment.id: mended}, publish=True)
    assert [row.comment.body for row in plan(given, here).publish] == ["Mended."]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Wren Pask (of the weirs)", "Wren Pask (of the weirs)"),
        ("'Wren'", "'Wren'"),
        ("Wren <w@mail.example>", "Wren"),
        ("w@mail.example", "Anonymous"),
        ("\u200d", "Anonymous"),
    ],
)
def test_a_name_is_shown_as_it_was_written_unless_it_holds_an_address(
    written: str, shown: str
) -> None:
    planned = plan(export(arrived(author=written), source="disqus"), HERE)
    assert [row.comment.author for row in planned.publish] == [shown]


def test_nobody_is_of_the_firm_but_by_the_map() -> None:
    given = export(arrived(account="ida@social.example"), source="disqus")
    here = replace(HERE, claims=lambda _: "Wren Pask")
    assert states(plan(given, here)) == ([], ["11 pending"])
    (row,) = plan(given, replace(here, who={who_key(" IDA@social.example"): "ida"})).publish
    assert row.comment.person == "ida"


def test_what_was_ours_is_as_it_was() -> None:
    own = Comment("01jqm5f0000000000000000001", "toll", "", "Ida", DATE, "Ours.", person="ida",
                  source="form")  # fmt: skip
    gone = replace(own, id="01jqm5f0000000000000000002", body="", status="removed")
    given = export(*(arrived(each.id, own=Own(each)) for each in (own, gone)), source="rapport")
    planned = plan(given, replace(HERE, claims=lambda _: "Ida"))
    assert [row.comment for row in planned.publish] == [own, gone]
    account = account_of(planned, written=False)
    assert (account["shown"], account["removed"]) == (1, 1)


def test_an_id_that_is_none_is_never_the_name_of_a_file() -> None:
    own = Comment("../../x", "toll", "", "Ida", DATE, "Ours.")
    planned = plan(export(arrived(own=Own(own)), source="rapport"), HERE)
    assert states(planned) == ([], [])
    assert account_of(planned, written=False)["skipped"]


def test_an_answer_does_not_leave_its_article() -> None:
    lock = Target("lock", "lock", "The lock", "/lock.html")
    given = Export(
        "disqus",
        (PLACE, Place("2", keys=("lock",))),
        (arrived(), arrived("12", place="2", parent="11")),
    )
    planned = plan(given, replace(HERE, posts=(TOLL, lock)))
    assert [row.comment.reply_to for row in planned.publish] == [None, None]
    assert [reason for _, reason in planned.linked.orphans] == [
        "what it answers stands under another article"
    ]


def test_a_thread_of_a_translation_keeps_its_language_where_each_has_its_own() -> None:
    german = Target("toll", "zoll", "Wer den Zoll zahlt", "/zoll.html", "de")
    given = Export("disqus", (Place("1", keys=("zoll",)),), (arrived(),))
    posts = (TOLL, german)
    assert plan(given, replace(HERE, posts=posts)).publish[0].comment.lang == ""
    (row,) = plan(given, replace(HERE, posts=posts, language="en")).publish
    assert (row.comment.post, row.comment.lang) == ("toll", "de")


@pytest.mark.parametrize(
    ("written", "kept"), [("pt-BR", "pt-BR"), ("w@mail.example", ""), ("<b>", "")]
)
def test_a_language_that_is_none_is_left_out(written: str, kept: str) -> None:
    planned = plan(export(arrived(lang=written), source="disqus"), HERE)
    assert [row.comment.lang for row in planned.publish] == [kept]
