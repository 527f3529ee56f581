"""Loose comments to turns in reading order, whatever they say they answer."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import arrange
from rapport.model import Comment
from tests.conversation.talk import comment, ids


def test_nothing_to_arrange() -> None:
    arranged = arrange([])
    assert (arranged.turns, arranged.orphans, arranged.cycles) == ((), (), ())


def test_openers_oldest_first_and_replies_below_their_parent_oldest_first() -> None:
    arranged = arrange(
        [
            comment("late", day=5),
            comment("b", "first", day=4),
            comment("a", "first", day=2),
            comment("a1", "a", day=6),
            comment("first", day=1),
        ]
    )
    assert [(turn.comment.id, turn.depth) for turn in arranged.turns] == [
        ("first", 0), ("a", 1), ("a1", 2), ("b", 1), ("late", 0),
    ]  # fmt: skip
    assert [turn.parent and turn.parent.id for turn in arranged.turns] == [
        None, "first", "a", "first", None,
    ]  # fmt: skip


def test_of_one_moment_the_id_decides() -> None:
    assert ids(arrange([comment("b"), comment("c"), comment("a")]).turns) == ["a", "b", "c"]


def test_a_reply_older_than_what_it_answers_still_stands_below_it() -> None:
    arranged = arrange([comment("reply", "opener", day=1), comment("opener", day=2)])
    assert [(turn.comment.id, turn.depth) for turn in arranged.turns] == [
        ("opener", 0),
        ("reply", 1),
    ]


def test_an_orphan_opens_a_thread_and_is_reported() -> None:
    arranged = arrange([comment("a"), comment("lost", "gone", day=1), comment("below", "lost")])
    assert [(t.comment.id, t.depth, t.parent and t.parent.id) for t in arranged.turns] == [
        ("a", 0, None),
        ("lost", 0, None),
        ("below", 1, "lost"),
    ]
    assert ids(arranged.orphans) == ["lost"]


def test_a_circle_is_broken_at_its_oldest_comment_and_nothing_is_lost() -> None:
    arranged = arrange(
        [
            comment("a", "c", day=3),
            comment("b", "a", day=1),
            comment("c", "b", day=2),
            comment("tail", "c", day=4),
            comment("free", day=9),
        ]
    )
    assert [(turn.comment.id, turn.depth) for turn in arranged.turns] == [
        ("b", 0), ("c", 1), ("a", 2), ("tail", 2), ("free", 0),
    ]  # fmt: skip
    assert [ids(cycle) for cycle in arranged.cycles] == [["b", "c", "a"]]
    assert arranged.orphans == ()


def test_two_circles_and_one_that_answers_itself() -> None:
    arranged = arrange(
        [comment("a", "b"), comment("b", "a"), comment("x", "y"), comment("y", "x"),
         comment("self", "self")]
    )  # fmt: skip
    assert [ids(cycle) for cycle in arranged.cycles] == [["a", "b"], ["self"], ["x", "y"]]
    assert len(arranged.turns) == 5


def test_two_comments_with_one_id_both_stay_and_replies_go_to_the_older() -> None:
    arranged = arrange(
        [comment("twin", day=2), comment("twin", day=1), comment("reply", "twin", day=3)]
    )
    assert [(turn.comment.id, turn.comment.date.day, turn.depth) for turn in arranged.turns] == [
        ("twin", 2, 0),
        ("reply", 4, 1),
        ("twin", 3, 0),
    ]


def test_a_hundred_thousand_replies_below_each_other() -> None:
    chain = [comment(f"{n:06}", f"{n - 1:06}" if n else None) for n in range(100_000)]
    random.Random(1).shuffle(chain)  # noqa: S311 -- an order, not a secret
    turns = arrange(chain).turns
    assert [turn.depth for turn in turns] == list(range(100_000))
    assert turns[-1].parent is not None
    assert turns[-1].parent.id == "099998"


def test_a_circle_of_a_hundred_thousand() -> None:
    ring = [comment(f"{n:06}", f"{(n + 1) % 100_000:06}") for n in range(100_000)]
    arranged = arrange(ring)
    assert len(arranged.cycles) == 1
    assert arranged.turns[0].comment.id == "000000"
    assert arranged.turns[-1].depth == 99_999


def test_a_hundred_thousand_comments_that_branch() -> None:
    """Nothing is timed: with a cost that grew by the square, this would not end in an hour."""
    tree = [comment(f"{n:06}", f"{n // 2:06}" if n else None) for n in range(100_000)]
    assert len(arrange(tree).turns) == 100_000


NAMES = [f"c{n}" for n in range(9)]
LOOSE = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from([*NAMES, "gone", None]), st.integers(0, 5)),
    max_size=14,
).map(
    lambda rows: [
        comment(id_, to, day=day, path=f"content/comments/{number}/{id_}.md")
        for number, (id_, to, day) in enumerate(rows)
    ]
)


@given(LOOSE)
def test_every_comment_comes_out_once_below_what_it_answers(comments: list[Comment]) -> None:
    arranged = arrange(comments)
    assert sorted(map(repr, comments)) == sorted(repr(turn.comment) for turn in arranged.turns)
    above: list[Comment] = []
    broken = {id(cycle[0]) for cycle in arranged.cycles}
    for turn in arranged.turns:
        del above[turn.depth :]
        assert turn.depth == len(above)
        assert turn.parent is (above[-1] if above else None)
        if turn.parent is None:
            lost = turn.comment in arranged.orphans or id(turn.comment) in broken
            assert turn.comment.reply_to is None or lost
        else:
            assert turn.comment.reply_to == turn.parent.id
        above.append(turn.comment)


@given(LOOSE)
def test_the_order_in_which_files_are_read_does_not_matter(comments: list[Comment]) -> None:
    one, other = arrange(comments), arrange(list(reversed(comments)))
    assert ids(one.turns) == ids(other.turns)
    assert [ids(cycle) for cycle in one.cycles] == [ids(cycle) for cycle in other.cycles]
