"""What a report tells of a post beside its findings: what it asks, whom it credits, who waits."""

from __future__ import annotations

from rapport.audit.asking import question_of
from rapport.audit.case import Case
from rapport.model import Comment, Entry, Lights, Waiter, one_line

_EXCERPT = 160


def entry(case: Case, lit: Lights, *, excerpts: bool) -> Entry:
    """One post, for the reports. Who waits is told once where translations share a thread.

    With `excerpts` their first words are told too: each comment that waits is rendered for that.
    """
    post, thread = case.post, case.thread
    return Entry(
        path=post.path,
        title=one_line(post.title),
        date=post.date,
        authors=tuple(map(one_line, post.authors)),
        status=post.status,
        lights=lit,
        lang=post.lang,
        question=question_of(case.post, case.facts),
        credited=tuple(one_line(person.name) for person in case.facts.people if person.credited),
        comments=len(thread.shown),
        answerable=thread.answerable,
        answered=thread.answered,
        waiting=tuple(_waiter(each, excerpts) for each in thread.waiting) if case.speaks else (),
    )


def _waiter(comment: Comment, with_excerpt: bool) -> Waiter:
    from rapport.conversation import excerpt, plain  # noqa: PLC0415 - few posts have who waits

    words = excerpt(plain(comment.body), _EXCERPT) if with_excerpt else ""
    return Waiter(comment.path, one_line(comment.author), comment.date, words)
