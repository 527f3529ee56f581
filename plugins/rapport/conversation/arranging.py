"""Loose comments to turns in reading order: flat, with depths, however deep they nest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from rapport.model import Comment, Turn


class Arrangement(NamedTuple):
    """The turns of one thread, and what was odd about them.

    `turns`: openers oldest first, each followed by its replies depth-first, oldest first.
    `orphans` reply to a comment that is not there and open a thread of their own. `cycles` reply
    to each other in a circle, oldest first, each followed by the one that answers it; the oldest
    opens a thread so that the others hang below it.
    """

    turns: tuple[Turn, ...] = ()
    orphans: tuple[Comment, ...] = ()
    cycles: tuple[tuple[Comment, ...], ...] = ()


def arrange(comments: Iterable[Comment]) -> Arrangement:
    """The comments of one thread in reading order. Every comment given comes out exactly once.

    Of comments that share an id the oldest is the one replies belong to. Time is O(n log n) and
    nothing recurses: a chain of 100,000 replies is as good as a flat list.
    """
    ordered = sorted(comments, key=_age)
    first: dict[str, int] = {}
    for index, comment in enumerate(ordered):
        first.setdefault(comment.id, index)
    parents = [first.get(comment.reply_to) if comment.reply_to else None for comment in ordered]
    orphans = tuple(c for c, up in zip(ordered, parents, strict=True) if c.reply_to and up is None)
    circles = _circles(parents)
    for circle in circles:
        parents[circle[0]] = None
    return Arrangement(
        turns=_turns(ordered, parents),
        orphans=orphans,
        cycles=tuple(tuple(ordered[index] for index in circle) for circle in circles),
    )


def _age(comment: Comment) -> tuple[datetime, str, str]:
    return comment.date, comment.id, comment.path


def _circles(parents: list[int | None]) -> list[list[int]]:
    """Every cycle, its oldest (lowest) number first, then along the replies."""
    walked = [0] * len(parents)
    circles = []
    for start in range(len(parents)):
        at: int | None = start
        while at is not None and not walked[at]:
            walked[at] = start + 1
            at = parents[at]
        if at is not None and walked[at] == start + 1:
            circles.append(_circle(parents, at))
    return sorted(circles)


def _circle(parents: list[int | None], start: int) -> list[int]:
    """The cycle through `start`, turned so that it begins at its lowest number."""
    members = [start]
    at = parents[start]
    while at is not None and at != start:
        members.append(at)
        at = parents[at]
    members.reverse()
    low = members.index(min(members))
    return members[low:] + members[:low]


def _turns(ordered: list[Comment], parents: list[int | None]) -> tuple[Turn, ...]:
    replies: list[list[int]] = [[] for _ in ordered]
    openers: list[int] = []
    for index, parent in enumerate(parents):
        (openers if parent is None else replies[parent]).append(index)
    turns = []
    pending = [(index, 0) for index in reversed(openers)]
    while pending:
        index, depth = pending.pop()
        parent = parents[index]
        turns.append(Turn(ordered[index], depth, None if parent is None else ordered[parent]))
        pending += [(reply, depth + 1) for reply in reversed(replies[index])]
    return tuple(turns)
