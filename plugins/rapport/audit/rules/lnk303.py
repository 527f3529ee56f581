"""Link text that says nothing.

What it checks
    A link whose text does not say where it leads: "here", "this post", "read more", a number, or
    nothing. Share links are left alone, and so are links on an image.

Why
    Evidence: medium. People scan a page by its links, and screen readers list them without the
    sentence around (WCAG 2.4.4 and 2.4.9). A name in the link is also the credit.

Example
    Samir Haddad has a list of numbers, which is [here](https://haddad.example/hours).

Better
    [Samir Haddad's list of out-of-hours numbers](https://haddad.example/hours)

When to ignore
    When the text is the whole point, as in a post about links.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, Image, Link, Severity, clean_text

CODE = "LNK303"
NAME = "link text that says nothing"
SEVERITY: Severity = "warning"

_MESSAGE = (
    'The link text "{text}" does not say where the link leads, so readers who scan or listen miss '
    "it. Make the words that name the person or the page the link."
)
_EMPTY = (
    "This link has no text, so nobody sees it. Give it the name of the person or the page it "
    "leads to."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such link."""
    for link in case.facts.links:
        if link.says_where or link.to == "share" or _is_image(link, case.facts.images):
            continue
        text = clean_text(link.text).strip()
        message = _MESSAGE.format(text=text) if text else _EMPTY
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            link.span,
            message,
            about=f"{link.text} {link.url}",
            exact=link.exact,
        )


def _is_image(link: Link, images: tuple[Image, ...]) -> bool:
    start = link.span.line, link.span.column
    end = link.span.end_line, link.span.end_column
    return any(start <= (i.span.line, i.span.column) < end for i in images)
