"""Comments are closed under a question.

What it checks
    The post asks its readers something, and its comments are closed.

Why
    Evidence: convention. Who asks and does not listen is not asked back.

Example
    Comments: closed, and at the end: Where has this happened to you?

Better
    Open the comments, or end with where the conversation goes on.

When to ignore
    When readers are to answer elsewhere, and the post says where.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, field_span, finding
from rapport.model import Finding, Severity

CODE = "TLK503"
NAME = "comments are closed under a question"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "The comments are closed, and the post asks its readers something in line {line}: they cannot "
    "answer. Open the comments, or take the question out."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the header line that closes the comments."""
    if case.post.comments_open:
        return
    asked = next((q for q in case.facts.questions if q.for_reader == "yes"), None)
    if asked is not None:
        place = field_span(case.post.header.get("comments"))
        message = _MESSAGE.format(line=asked.span.line)
        yield finding(CODE, SEVERITY, case.post.path, place, message)
