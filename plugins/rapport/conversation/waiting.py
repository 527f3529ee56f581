"""Who is waiting for the firm. Structure decides, not dates.

A shown comment by someone outside the firm waits until a named person of the firm has a shown
reply anywhere below it, or names it in `Answers:`, or somebody notes `Answer: not-needed`. The
brand's account, other readers and replies on another branch do not end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from rapport.conversation.arranging import Arrangement, arrange
from rapport.conversation.manners import asks, is_courtesy
from rapport.model import Comment, Thread, Turn

_OUTSIDE = ("peer", "reader")


def thread(
    post_id: str,
    comments: Iterable[Comment] | Arrangement,
    waiting_since: datetime | None = None,
    *,
    answered: Iterable[str] = (),
) -> Thread:
    """The conversation under one post, with who waits in it.

    `comments` may already be arranged. Comments older than `waiting_since` never wait. `answered`
    are ids that `answered_by` found in other threads.
    """
    arranged = comments if isinstance(comments, Arrangement) else arrange(comments)
    expecting = _expecting(arranged.turns)
    unanswered = _unanswered(arranged.turns, expecting, answered)
    owed = _oldest_first(c for c in unanswered if not _excused(c, waiting_since))
    return Thread(
        post=post_id,
        turns=arranged.turns,
        waiting=owed,
        answerable=sum(expecting),
        excused=len(unanswered) - len(owed),
        open_question=next((comment for comment in reversed(owed) if asks(comment.body)), None),
        first_answer=_first_answer(arranged.turns, expecting),
    )


def waiting(
    turns: Sequence[Turn], since: datetime | None = None, *, answered: Iterable[str] = ()
) -> tuple[Comment, ...]:
    """The comments of one thread's turns (in `arrange`'s order) that wait, oldest first."""
    unanswered = _unanswered(turns, _expecting(turns), answered)
    return _oldest_first(comment for comment in unanswered if not _excused(comment, since))


def answered_by(comments: Iterable[Comment]) -> frozenset[str]:
    """The ids that named people of the firm name in `Answers:`, in whatever thread they write."""
    return frozenset(name for c in comments if _is_answer(c) for name in c.answers)


def _expecting(turns: Sequence[Turn]) -> list[bool]:
    """For each turn whether it expects an answer at all, given or not."""
    return [_expects(turn.comment) for turn in turns]


def _expects(comment: Comment) -> bool:
    return (
        _is_said(comment)
        and comment.role in _OUTSIDE
        and comment.not_needed is None
        and not is_courtesy(comment.body)
    )


def _is_said(comment: Comment) -> bool:
    return comment.kind == "comment" and comment.status == "shown"


def _is_answer(comment: Comment) -> bool:
    return comment.role == "firm" and _is_said(comment)


def _unanswered(
    turns: Sequence[Turn], expecting: list[bool], answered: Iterable[str]
) -> list[Comment]:
    """Those who expect an answer and have none: one sweep from the last turn to the first.

    `below[d]` says whether an answer stands at depth d or deeper under the turn the sweep will
    reach next at depth d - 1: what comes after a turn in reading order, deeper, is below it.
    """
    done = answered_by(turn.comment for turn in turns).union(answered)
    below = [False] * (max((turn.depth for turn in turns), default=0) + 2)
    open_: list[Comment] = []
    for turn, expects in zip(reversed(turns), reversed(expecting), strict=True):
        answered_below = below[turn.depth + 1]
        below[turn.depth + 1] = False
        below[turn.depth] |= answered_below or _is_answer(turn.comment)
        if expects and not answered_below and turn.comment.id not in done:
            open_.append(turn.comment)
    return open_


def _first_answer(turns: Sequence[Turn], expecting: list[bool]) -> timedelta | None:
    """From the oldest word that expects an answer to the first answer to any; None without one.

    One sweep from the first turn to the last: `roof` is the depth of the outermost turn above that
    expects an answer. An answer that is dated before the question, as imports have them, came at
    once.
    """
    asked = {
        turn.comment.id: turn.comment.date
        for turn, due in zip(turns, expecting, strict=True)
        if due
    }
    given: list[datetime] = []
    roof: int | None = None
    for turn, expects in zip(turns, expecting, strict=True):
        if roof is not None and turn.depth <= roof:
            roof = None
        if _is_answer(turn.comment) and (
            roof is not None or not asked.keys().isdisjoint(turn.comment.answers)
        ):
            given.append(turn.comment.date)
        if expects and roof is None:
            roof = turn.depth
    return max(timedelta(), min(given) - min(asked.values())) if given else None


def _excused(comment: Comment, since: datetime | None) -> bool:
    return since is not None and comment.date < since


def _oldest_first(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    return tuple(sorted(comments, key=lambda comment: (comment.date, comment.id)))
