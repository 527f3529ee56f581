"""Answered only by the firm's account.

What it checks
    A reader's comment got a reply from the firm's brand account (`Role: brand`) and none from a
    named person of the firm, so it still waits. The finding stands on the comment's file.

Why
    Evidence: strong. In a field experiment a reporter who answered comments under their own name
    cut incivility by 15 per cent; the organisation's account had no effect.

Example
    Harrow Lane Law: "Thank you for your comment!"

Better
    Lena Brandt: "You are right about the second deadline; I have corrected the table."

When to ignore
    When the account only passed on a fact and the writer wanted no more: write
    `Answer: not-needed - why` into the comment's file.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, field_span, finding
from rapport.model import Comment, Finding, Severity, Thread, clean_text

CODE = "TLK502"
NAME = "answered only by the firm's account"
SEVERITY: Severity = "warning"

_MESSAGE = (
    'Under "{title}" only {account} has answered {author}. Readers talk to people, not to '
    "accounts. Let one of the firm's people reply under their own name."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each waiting comment that has a brand account's reply below it."""
    if not case.speaks or not case.thread.waiting:
        return
    replies = _brand_replies(case.thread)
    for comment in case.thread.waiting:
        account = replies.get(comment.id)
        if account is not None:
            message = _MESSAGE.format(
                title=clean_text(case.post.title),
                account=clean_text(account.author),
                author=clean_text(comment.author),
            )
            place = field_span(comment.header.get("author"))
            yield finding(CODE, SEVERITY, comment.path, place, message, about=comment.id)


def _brand_replies(thread: Thread) -> dict[str, Comment]:
    """For each comment, the first brand reply somewhere below it; turns are depth-first."""
    found: dict[str, Comment] = {}
    above: list[tuple[int, Comment]] = []
    for turn in thread.turns:
        while above and above[-1][0] >= turn.depth:
            above.pop()
        if turn.comment.role == "brand" and turn.comment.status == "shown":
            for _, comment in above:
                found.setdefault(comment.id, turn.comment)
        above.append((turn.depth, turn.comment))
    return found
