"""Boasts.

What it checks
    A sentence that praises the firm or its people in its own voice: "leading", "award-winning",
    decades of experience, cases won.

Why
    Evidence: medium. Puffery is read as advertising, and advertising lowers replies. Many bars also
    restrict comparisons that cannot be verified.

Example
    Our award-winning team has recovered millions for clients like you.

Better
    Three of the seven claims we took to a hearing last year failed on the same point.

When to ignore
    When the praise is somebody else's and linked, or the sentence reports a fact a reader needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.rules.selling import reported
from rapport.model import Finding, Severity

CODE = "SEL403"
NAME = "boasts"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "This sentence praises the firm, and readers take it for advertising. Say what happened "
    "instead: one case, one number, one mistake."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such sentence."""
    for told in reported(case.facts, "boast"):
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            told.span,
            _MESSAGE,
            about=told.text,
            exact=told.exact,
        )
