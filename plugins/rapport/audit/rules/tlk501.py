"""A comment has waited too long.

What it checks
    A reader's comment is shown and nobody of the firm has answered it for longer than
    RAPPORT_ANSWER_DAYS (3 unless set otherwise). An answer is a shown reply below it by a person of
    the firm, or one that names it in `Answers:`. A short word of thanks expects none. Posts without
    comments are never at fault. The finding stands on the comment's file.

Why
    Evidence: strong. Newcomers who got a reply wrote again in 56 of 100 cases, those who got none
    in 44; on a newspaper's site, where more comments were answered, more new writers came back.

Example
    A reader asks on Monday how the deadline is counted; on Friday nobody has said a word.

Better
    "I do not know yet; I have asked the registry and will say here what they answer." - signed by a
    person, the same day.

When to ignore
    When no answer is called for: write `Answer: not-needed - why` into the comment's file.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, field_span, finding
from rapport.model import Finding, Severity, clean_text

CODE = "TLK501"
NAME = "a comment has waited too long"
SEVERITY: Severity = "warning"

_MESSAGE = (
    '{author} has waited {days} days for an answer under "{title}". Readers who are answered come '
    "back, others do not. One of the firm's people should reply; when no reply is called for, add "
    "the line `Answer: not-needed - why` to this file."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each comment that has waited too long, the oldest first."""
    if not case.speaks:
        return
    for comment in case.thread.waiting:
        if case.late(comment):
            message = _MESSAGE.format(
                author=clean_text(comment.author),
                days=(case.now - comment.date).days,
                title=clean_text(case.post.title),
            )
            place = field_span(comment.header.get("author"))
            yield finding(CODE, SEVERITY, comment.path, place, message, about=comment.id)
