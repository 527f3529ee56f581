"""What follows from it: threads, shout-outs, mentions, and the whole site as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapport.model.judged import Finding
from rapport.model.written import Comment, Person, Post


@dataclass(frozen=True, slots=True)
class Turn:
    """A comment in its thread: how deep it stands (0 opens), and the comment it answers."""

    comment: Comment
    depth: int
    parent: Comment | None


@dataclass(frozen=True, slots=True)
class Thread:
    """The conversation under one post: turns flat and in reading order, numbers derived once.

    `answerable` counts outsiders' shown comments that expect an answer; those of them that still
    do are in `waiting`, oldest first. `excused` counts those nobody answered that are older than
    `RAPPORT_WAITING_SINCE`: they do not wait, and nobody may claim to have answered them.
    `open_question` is the newest waiting comment that asks.
    """

    post: str
    turns: tuple[Turn, ...] = ()
    waiting: tuple[Comment, ...] = ()
    answerable: int = 0
    open_question: Comment | None = None
    excused: int = 0

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


@dataclass(frozen=True, slots=True)
class ShoutOut:
    """A word of thanks in a post: to whom (a person, or the writer of a comment), and why."""

    post: Post
    name: str
    reason: str
    person: Person | None = None
    comment: Comment | None = None


@dataclass(frozen=True, slots=True)
class Mention:
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
