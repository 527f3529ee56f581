"""A reader's words are used without thanks.

What it checks
    `Prompted-by:` names a reader's comment, or a quotation of the post holds ten words in a row
    that a reader wrote in a comment older than the post; and the post nowhere thanks the writer
    (`Thanks:`), names them, or links to them or to the comment. What a comment itself quotes, and
    words that two readers wrote, are nobody's.

Why
    Evidence: convention: nobody has measured thanks alone. What is known is that newcomers who got
    a reply wrote again in 56 of 100 cases, others in 44; to be taken up in a post is more than a
    reply, and to find one's words there without one's name is less.

Example
    A reader wrote: "our registry stamps the day it opens the envelope, not the day it arrives".

Better
    Thanks: 01jvkqz3m8h2r6t9w4x5y7c1bd - for asking which day the registry stamps

When to ignore
    When the writer asked not to be named: say that in the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.audit.case import Case, field_span, finding
from rapport.audit.languages import fold_name
from rapport.model import Comment, Finding, Severity, clean_text

CODE = "TLK504"
NAME = "a reader's words are used without thanks"
SEVERITY: Severity = "warning"

_PROMPTED = (
    "A comment by {author} led to this post. The page says so in a line of its own, and you say "
    "nothing: readers notice whether somebody thanks. Add a line `Thanks: {id} - what for`, or "
    "name {author} in the text."
)
_QUOTED = (
    "These are words that {author} wrote here in a comment, and the post says nowhere whose they "
    "are. Name {author} beside them, or add a line `Thanks: {id} - what for`."
)
_SHORTEST = 3
_WORD = re.compile(r"\w+")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each `Prompted-by:` and each quotation without thanks."""
    for field in case.post.header.all("prompted-by"):
        comment = case.readers.comments.get(field.value)
        if comment is not None and not _thanked(case, comment):
            message = _said(_PROMPTED, comment)
            place = field_span(field)
            yield finding(CODE, SEVERITY, case.post.path, place, message, about=comment.id)
    for quoted, comment in case.readers.quoted.get(case.post.path, ()):
        if not _thanked(case, comment):
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                quoted.span,
                _said(_QUOTED, comment),
                about=quoted.text,
                exact=quoted.exact,
            )


def _said(message: str, comment: Comment) -> str:
    return message.format(author=clean_text(comment.author), id=comment.id)


def _thanked(case: Case, comment: Comment) -> bool:
    """Whether the post thanks, names or links to whoever wrote a comment."""
    comments = case.readers.comments
    for thanks in case.post.thanks:
        other = comments.get(thanks.to)
        if thanks.to == comment.person or (other and other.author == comment.author):
            return True
    return _named(case, comment) or _linked(case, comment)


def _named(case: Case, comment: Comment) -> bool:
    """Whether the text holds the name, or the first or last name with its capital."""
    text = case.post.text[case.post.body :]
    name = fold_name(" ".join(comment.author.split()))
    if name and name in fold_name(" ".join(text.split())):
        return True
    parts = {p for p in _WORD.findall(comment.author) if len(p) >= _SHORTEST and p[0].isupper()}
    return not parts.isdisjoint(_WORD.findall(text))


def _linked(case: Case, comment: Comment) -> bool:
    """Whether a link leads to the comment, to where it came from, or to its writer's own page."""
    places = {url.rstrip("/") for url in (comment.url, comment.source_url) if url}
    return any(
        comment.id in link.url or link.url.rstrip("/") in places for link in case.facts.links
    )
