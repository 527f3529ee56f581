"""Long branches fold, and never over an answer, a question that waits, or a last word."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rapport.building.folding import fold
from rapport.building.views import CommentView
from tests.theme.samples import ANNA, JONAS, MARIA, PRIYA, arranged, comment


def branch(deep: int, **changes: object) -> tuple[CommentView, ...]:
    """A comment, a reply, and so many replies at the deepest level; then the next comment."""
    depths = (0, 1, *(place + 2 for place in range(deep)), 0)
    made = [comment(place + 1, (MARIA, JONAS)[place % 2]) for place in range(len(depths))]
    for place, change in changes.items():
        number = int(place.removeprefix("n"))
        assert isinstance(change, dict)
        made[number - 1] = replace(made[number - 1], **change)
    return arranged(depths, made)


def folded(comments: tuple[CommentView, ...]) -> list[list[int]]:
    """The numbers of the comments in each fold."""
    found: list[list[int]] = []
    inside = False
    for view in fold(comments):
        if view.folds:
            found.append([])
            inside = True
        if inside:
            found[-1].append(view.number)
        inside = inside and not view.unfolds
    assert not inside
    return found


def test_a_short_branch_is_shown_whole() -> None:
    assert folded(branch(8)) == []


def test_of_a_long_branch_its_beginning_and_its_last_word_are_shown() -> None:
    assert folded(branch(9)) == [[5, 6, 7, 8, 9, 10]]


def test_a_fold_says_how_many_and_whose() -> None:
    found = fold(branch(9, n6={"author": PRIYA}, n7={"removed": True, "author": ANNA}))
    assert (found[4].folds, found[4].folded) == (6, (MARIA, PRIYA, JONAS))


def test_what_the_firm_says_is_never_folded() -> None:
    found = folded(branch(14, n8={"author": ANNA, "firm": True}))
    assert found == [[5, 6, 7], [9, 10, 11, 12, 13, 14, 15]]


def test_an_open_question_is_never_folded() -> None:
    assert folded(branch(10, n7={"open_question": True})) == [[8, 9, 10, 11]]


def test_replies_higher_up_are_never_folded() -> None:
    depths = (0, *(1 for _ in range(30)))
    wide = arranged(depths, [comment(place + 1) for place in range(31)])
    assert folded(wide) == []


def test_each_branch_is_counted_by_itself() -> None:
    depths = (0, 1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2)
    two = arranged(depths, [comment(place + 1) for place in range(len(depths))])
    assert folded(two) == []


@given(
    st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans(), st.booleans()), max_size=60)
)
def test_folds_lie_inside_one_list_and_hide_nothing_that_matters(
    shape: list[tuple[int, bool, bool, bool]],
) -> None:
    depths, made = [], []
    for place, (depth, firm, asks, removed) in enumerate(shape):
        depths.append(min(depth, depths[-1] + 1) if depths else 0)
        made.append(comment(place + 1, firm=firm, open_question=asks, removed=removed))
    comments = arranged(depths, made)
    found = fold(comments)
    assert len(found) == len(comments)
    assert sum(view.inside for view in found) == sum(view.folds for view in found)
    for stretch in folded(comments):
        inside = [found[number - 1] for number in stretch]
        assert all(
            view.inside and view.level == 2 and not view.firm and not view.open_question
            for view in inside
        )
        assert not any(view.opens or view.closes for view in inside)
        assert len(stretch) == inside[0].folds >= 3
