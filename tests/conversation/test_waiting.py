"""Who is waiting: the design's truth table, and an oracle that knows nothing of the sweep."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rapport.conversation import answered_by, arrange, is_courtesy, thread, waiting
from rapport.model import Comment
from tests.conversation.talk import START, comment, firm, ids

TRUTH = {
    "alone waits": ([comment("r")], ["r"]),
    "a firm person's reply below ends it": ([comment("r"), firm("f", "r")], []),
    "a firm person's reply below ends it at any depth": (
        [comment("r"), comment("a", "r", role="brand"), comment("b", "a", role="brand"),
         firm("f", "b")],
        [],
    ),
    "a firm person's reply ends it for every reader above": (
        [comment("r"), comment("s", "r"), firm("f", "s")],
        [],
    ),
    "the brand's does not": (
        [comment("r"), comment("b", "r", role="brand", person="firm")],
        ["r"],
    ),
    "another reader's does not": ([comment("r"), comment("s", "r", day=1)], ["r", "s"]),
    "a peer's does not": ([comment("r"), comment("p", "r", role="peer", day=1)], ["r", "p"]),
    "a sibling branch's does not": (
        [comment("r"), comment("s", "r"), firm("f", "r")],
        ["s"],
    ),
    "another thread's does not": ([comment("r"), comment("s"), firm("f", "s")], ["r"]),
    "a firm person above does not": ([firm("f"), comment("r", "f")], ["r"]),
    "a reader who writes again below the answer waits again": (
        [comment("r"), firm("f", "r"), comment("again", "f")],
        ["again"],
    ),
    "and the next answer ends that too": (
        [comment("r"), firm("f", "r"), comment("again", "f"), firm("g", "again")],
        [],
    ),
    "firm people never wait": ([firm("f"), firm("g", "f", person="ben")], []),
    "the brand never waits": ([comment("b", role="brand", person="firm")], []),
    "a peer waits as a reader does": ([comment("p", role="peer", person="mia")], ["p"]),
    "likes never wait": ([comment("l", kind="like")], []),
    "reposts never wait": ([comment("l", kind="repost")], []),
    "mentions never wait": ([comment("l", kind="mention")], []),
    "removed never wait": ([comment("r", status="removed", body="")], []),
    "a firm person's removed reply does not end it": (
        [comment("r"), firm("f", "r", status="removed", body="")],
        ["r"],
    ),
    "a firm person's like does not end it": ([comment("r"), firm("f", "r", kind="like")], ["r"]),
    "an answer below a removed reply still ends it": (
        [comment("r"), comment("x", "r", status="removed", body=""), firm("f", "x")],
        [],
    ),
    "a short word of thanks that asks nothing is a courtesy and does not wait": (
        [comment("r", body="Thank you, that helps.")],
        [],
    ),
    "a word of thanks that asks something waits": (
        [comment("r", body="Thank you! And in Scotland?")],
        ["r"],
    ),
    "named in a firm person's Answers": ([comment("r"), firm("f", answers=("r",))], []),
    "Answers of one comment, reply to another": (
        [comment("r"), comment("s"), firm("f", "r", answers=("s",))],
        [],
    ),
    "the brand's Answers do not end it": (
        [comment("r"), comment("b", role="brand", answers=("r",))],
        ["r"],
    ),
    "a reader's Answers do not end it": (
        [comment("r"), comment("s", answers=("r",), day=1)],
        ["r", "s"],
    ),
    "a removed answer's Answers do not end it": (
        [comment("r"), firm("f", answers=("r",), status="removed")],
        ["r"],
    ),
    "Answers end it for the one they name, not for those above it": (
        [comment("r"), comment("s", "r"), firm("f", answers=("s",))],
        ["r"],
    ),
    "Answer: not-needed": ([comment("r", not_needed="answered by phone")], []),
    "Answer: not-needed without a reason": ([comment("r", not_needed="")], []),
    "not-needed holds for that comment only": (
        [comment("r", not_needed="x"), comment("s", "r")],
        ["s"],
    ),
    "structure decides, not dates: an answer that is older ends it": (
        [comment("r", day=9), firm("f", "r", day=1)],
        [],
    ),
    "structure decides, not dates: a newer comment elsewhere does not": (
        [comment("r", day=1), firm("f", day=9)],
        ["r"],
    ),
    "no comments at all": ([], []),
}  # fmt: skip


@pytest.mark.parametrize("sentence", TRUTH)
def test_truth_table(sentence: str) -> None:
    comments, expected = TRUTH[sentence]
    assert ids(waiting(arrange(comments).turns)) == expected
    assert ids(thread("costs", comments).waiting) == expected


def test_imported_history_is_excused_and_not_counted_as_answered() -> None:
    comments = [comment("old", day=0), comment("edge", day=10), comment("new", day=11)]
    found = thread("costs", comments, waiting_since=START + timedelta(days=10))
    assert ids(found.waiting) == ["edge", "new"]
    assert (found.answerable, found.answered, found.excused) == (3, 0, 1)
    assert ids(waiting(found.turns, START + timedelta(days=11))) == ["new"]


def test_history_that_was_answered_counts_as_answered() -> None:
    comments = [comment("old"), firm("f", "old", day=1)]
    found = thread("costs", comments, waiting_since=START + timedelta(days=10))
    assert (found.answerable, found.answered, found.excused) == (1, 1, 0)


def test_answerable_is_outsiders_shown_comments_less_courtesies_and_not_needed() -> None:
    found = thread(
        "costs",
        [
            comment("waits"),
            comment("peer", role="peer"),
            comment("answered"),
            firm("f", "answered"),
            comment("brand", role="brand"),
            comment("like", kind="like"),
            comment("gone", status="removed", body=""),
            comment("polite", body="Many thanks!"),
            comment("settled", not_needed="by phone"),
        ],
    )
    assert (found.answerable, found.answered) == (3, 1)
    assert ids(found.waiting) == ["peer", "waits"]


@pytest.mark.parametrize(
    ("comments", "days"),
    [
        ([comment("a"), comment("b", day=5)], None),
        ([comment("a"), firm("f", "a", day=3), firm("g", "a", day=2)], 2),
        ([comment("a"), comment("b", day=1), firm("f", "b", day=4)], 4),
        ([comment("a"), comment("b", "a", day=1), comment("c", "b", day=2, role="brand"),
          firm("f", "c", day=3)], 3),
        ([comment("a"), firm("f", day=1), firm("g", day=2, answers=("a",))], 2),
        ([comment("a", body="Many thanks!"), firm("f", "a", day=1)], None),
        ([comment("a"), firm("f", "a", day=1, status="removed", body="")], None),
        ([comment("a"), firm("f", "a", day=1, kind="like")], None),
        ([firm("f"), comment("a", "f", day=1), firm("g", "f", day=2)], None),
        ([firm("f"), comment("a", "f", day=1), firm("g", "a", day=2)], 1),
        ([comment("a", day=9), firm("f", "a", day=1)], 0),
    ],
)  # fmt: skip
def test_how_long_the_first_answer_took(comments: list[Comment], days: int | None) -> None:
    expected = None if days is None else timedelta(days=days)
    assert thread("costs", comments).first_answer == expected


def test_the_open_question_is_the_newest_waiting_comment_that_asks() -> None:
    found = thread(
        "costs",
        [
            comment("asked", body="Who pays?", day=1),
            comment("newer", body="And who pays the expert?", day=2),
            comment("answered", body="Which form?", day=3),
            firm("f", "answered", day=4),
            comment("tells", body="We paid.", day=5),
        ],
    )
    assert found.open_question is not None
    assert found.open_question.id == "newer"
    assert thread("costs", [comment("tells", body="We paid.")]).open_question is None


def test_an_answer_given_under_another_post_counts() -> None:
    here, there = comment("r"), firm("f", post="other", answers=("r",))
    assert answered_by([here, there]) == {"r"}
    assert thread("costs", [here], answered=answered_by([here, there])).waiting == ()


def test_turns_and_odd_comments_are_handed_on() -> None:
    arranged = arrange([comment("r"), comment("lost", "gone")])
    assert thread("costs", arranged).turns == arranged.turns


def test_an_answer_a_hundred_thousand_replies_down() -> None:
    chain = [comment(f"{n:06}", f"{n - 1:06}" if n else None) for n in range(100_000)]
    assert len(thread("costs", chain).waiting) == 100_000
    assert thread("costs", [*chain, firm("x", "099999")]).waiting == ()


NAMES = [f"c{n}" for n in range(8)]
COMMENTS = st.lists(
    st.builds(
        lambda id_, to, day, who, kind, status, body, answers, note: comment(
            id_, to, day=day, role=who, kind=kind, status=status, body=body,
            answers=tuple(answers), not_needed=note,
        ),
        st.sampled_from(NAMES),
        st.sampled_from([*NAMES, *NAMES, "gone", None, None]),
        st.integers(0, 4),
        st.sampled_from(["reader", "reader", "reader", "peer", "brand", "firm", "firm"]),
        st.sampled_from(["comment"] * 5 + ["like", "mention"]),
        st.sampled_from(["shown"] * 5 + ["removed"]),
        st.sampled_from(["We had that.", "Who pays?", "Thanks!"]),
        st.lists(st.sampled_from(NAMES), max_size=1),
        st.sampled_from([None, None, None, None, "by phone"]),
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)  # fmt: skip


def _above(one: Comment, comments: dict[str, Comment]) -> list[str]:
    """Ids on the way up from a comment; a circle is cut above its oldest member."""
    way: list[str] = []
    at = one
    while at.reply_to in comments and not _cut(at, comments):
        at = comments[at.reply_to]
        way.append(at.id)
    return way


def _cut(one: Comment, comments: dict[str, Comment]) -> bool:
    ring, at = [one], comments.get(one.reply_to or "")
    while at is not None and at is not one and at not in ring:
        ring.append(at)
        at = comments.get(at.reply_to or "")
    return at is one and one is min(ring, key=lambda c: (c.date, c.id))


def _oracle(comments: list[Comment]) -> set[str]:
    """The definition, read aloud, comment by comment."""
    by_id = {entry.id: entry for entry in comments}
    answers = [
        c for c in comments if c.role == "firm" and c.kind == "comment" and c.status == "shown"
    ]
    return {
        c.id
        for c in comments
        if c.kind == "comment"
        and c.status == "shown"
        and c.role in {"reader", "peer"}
        and c.not_needed is None
        and not is_courtesy(c.body)
        and not any(c.id in answer.answers for answer in answers)
        and not any(c.id in _above(answer, by_id) for answer in answers)
    }


@given(COMMENTS)
@hypothesis_settings(max_examples=500)
def test_the_sweep_agrees_with_the_definition(comments: list[Comment]) -> None:
    assert set(ids(waiting(arrange(comments).turns))) == _oracle(comments)


@given(COMMENTS)
def test_the_numbers_of_a_thread_hang_together(comments: list[Comment]) -> None:
    found = thread("costs", comments, waiting_since=START + timedelta(days=2))
    assert found.answered + len(found.waiting) + found.excused == found.answerable
    assert found.answered >= 0
    assert [c.date for c in found.waiting] == sorted(c.date for c in found.waiting)
    assert found.open_question is None or found.open_question in found.waiting
