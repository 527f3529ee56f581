"""Which replies of a long branch are folded away until a reader asks for them.

Replies below the third level stand in one list, however deep they are, and two readers who talk to
each other can fill it. What is worth seeing stays: how the branch begins, its last word, what the
firm says, and questions that are open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapport.building.views import CommentView

# Replies that stand at the deepest level are of one branch; up to so many are shown.
_LONG = 8
_FIRST = 2
# Fewer than these are no trouble to read past.
_WORTH = 3
_DEEPEST = 2


def fold(comments: Sequence[CommentView]) -> tuple[CommentView, ...]:
    """The comments of a thread in printing order, with those marked that are folded away."""
    found = list(comments)
    for start, end in _stretches(comments):
        names = tuple(dict.fromkeys(v.author for v in comments[start:end] if not v.removed))
        found[start:end] = [replace(view, inside=True) for view in comments[start:end]]
        found[start] = replace(found[start], folds=end - start, folded=names)
        found[end - 1] = replace(found[end - 1], unfolds=True)
    return tuple(found)


def _stretches(comments: Sequence[CommentView]) -> Iterator[tuple[int, int]]:
    """Where replies that fold begin and end, each stretch of them inside one list."""
    for start, end in _branches(comments):
        if end - start <= _LONG:
            continue
        inner = range(start + _FIRST, end - 1)
        for dull, places in groupby(inner, lambda at: _may_fold(comments[at])):
            stretch = list(places)
            if dull and len(stretch) >= _WORTH:
                yield stretch[0], stretch[-1] + 1


def _branches(comments: Sequence[CommentView]) -> Iterator[tuple[int, int]]:
    """The lists at the deepest level."""
    start = 0
    for at, view in enumerate(comments):
        if view.level < _DEEPEST or view.opens:
            start = at
        last = at + 1 == len(comments) or comments[at + 1].level < _DEEPEST
        if view.level == _DEEPEST and last:
            yield start, at + 1


def _may_fold(view: CommentView) -> bool:
    return not view.firm and not view.open_question
