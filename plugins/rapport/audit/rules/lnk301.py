"""No link out.

What it checks
    The post links to nobody: neither to somebody else's site nor anywhere else. (Links to the
    firm's own pages and share buttons alone are LNK302.)

Why
    Evidence: weak as a driver of comments: nobody has measured it for blogs. It is what makes a
    web of pages out of them: who sends readers on is sent readers, and a claim with a link can be
    checked.

Example
    The regulator has published its guidance on lockouts.

Better
    The regulator has published its [guidance on lockouts](https://regulator.example/lockouts).

When to ignore
    When there is nothing to link to: a personal note, a change of address.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, Severity

CODE = "LNK301"
NAME = "no link out"
SEVERITY: Severity = "error"

_MESSAGE = (
    "This post links to nobody, so readers cannot follow it any further and nobody learns that "
    "they were read. Link to one page of somebody else's that you read while writing it."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding when there is no link at all."""
    if not case.facts.links:
        yield finding(CODE, SEVERITY, case.post.path, case.title, _MESSAGE)
