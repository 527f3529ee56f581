"""An image without alternative text.

What it checks
    An image whose alternative text is missing or empty.

Why
    Evidence: convention, and WCAG 1.1.1. Readers who listen to the page, and those whose images do
    not load, miss what it shows.

Example
    ![](/images/queue.jpg)

Better
    ![A queue of eleven people outside a door](/images/queue.jpg)

When to ignore
    When the image is pure decoration and shows nothing a reader would miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, MarkupKind, Severity

CODE = "IMG602"
NAME = "image without alternative text"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "This image has no alternative text, so readers who cannot see it are left out. Say {} what it "
    "shows, as you would on the telephone."
)
_WHERE: dict[MarkupKind, str] = {
    "markdown": "between the square brackets",
    "rst": "behind :alt: below it",
    "html": 'in its alt="..."',
}


def check(case: Case) -> Iterator[Finding]:
    """One finding for each image without alternative text."""
    message = _MESSAGE.format(_WHERE[case.post.markup])
    for image in case.facts.images:
        if not image.alt:
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                image.span,
                message,
                about=image.src,
                exact=image.exact,
            )
