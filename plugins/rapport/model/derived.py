"""What follows from it: threads, shout-outs, mentions, and the whole site as one value."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from rapport.model.hygiene import one_line
from rapport.model.judged import Finding
from rapport.model.written import Comment, Person, Post


class Turn(NamedTuple):
    """A comment in its thread: how deep it stands (0 opens), and the comment it answers."""

    comment: Comment
    depth: int
    parent: Comment | None


class Thread(NamedTuple):
    """The conversation under one post: turns flat and in reading order, numbers derived once.

    `answerable` counts outsiders' shown comments that expect an answer; those of them that still
    do are in `waiting`, oldest first. `excused` counts those nobody answered that are older than
    `RAPPORT_WAITING_SINCE`: they do not wait, and nobody may claim to have answered them.
    `open_question` is the newest waiting comment that asks. `first_answer` is how long after the
    oldest answerable comment a named person of the firm first answered any of them here; None when
    nobody has.
    """

    post: str
    turns: tuple[Turn, ...] = ()
    waiting: tuple[Comment, ...] = ()
    answerable: int = 0
    open_question: Comment | None = None
    excused: int = 0
    first_answer: timedelta | None = None

    @property
    def shown(self) -> tuple[Comment, ...]:
        """The comments a reader can read: no removed ones, no likes, reposts or mentions."""
        return tuple(
            turn.comment
            for turn in self.turns
            if turn.comment.status == "shown" and turn.comment.kind == "comment"
        )

    @property
    def answered(self) -> int:
        """How many of the answerable comments have been answered."""
        return self.answerable - len(self.waiting) - self.excused

    @property
    def latest(self) -> Comment | None:
        """The newest comment a reader can read."""
        return max(self.shown, key=lambda comment: (comment.date, comment.id), default=None)

    @property
    def voices(self) -> tuple[Comment, ...]:
        """The first comment of each person a reader can read, the oldest first."""
        return once(sorted(self.shown, key=lambda comment: (comment.date, comment.id)))


def once(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The first comment of each of those who wrote them, in the order given.

    One and the same are those whom `Person:` names alike, and those without one whose names are
    written alike but for case and form.
    """
    first: dict[str, Comment] = {}
    for comment in comments:
        first.setdefault(_identity(comment), comment)
    return tuple(first.values())


def _identity(comment: Comment) -> str:
    if comment.person:
        return f"person {comment.person}"
    return "name " + unicodedata.normalize("NFKC", one_line(comment.author)).casefold()


class ShoutOut(NamedTuple):
    """A word of thanks in a post: to whom (a person, or the writer of a comment), and why."""

    post: Post
    name: str
    reason: str
    person: Person | None = None
    comment: Comment | None = None


class Mention(NamedTuple):
    """A person of the roster whose handle stands in a post."""

    post: Post
    person: Person


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that was read: what the audit judges and the pages show.

    `threads` is keyed by thread id: the post's id, or `<id>.<lang>` when each language has its
    own. `problems` are the faults of headers and files found while reading (CFG9xx). `files` are
    all files below the content folder by their path in it, without comments, people and what is
    hidden; None where they are not known. `whole` is false when only a few posts were read, with
    what concerns them: then nothing can be said of what is not there.
    """

    posts: tuple[Post, ...] = ()
    people: tuple[Person, ...] = ()
    comments: tuple[Comment, ...] = ()
    threads: Mapping[str, Thread] = field(default_factory=dict)
    shout_outs: tuple[ShoutOut, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Finding, ...] = ()
    files: frozenset[str] | None = None
    whole: bool = True
