"""Names nobody outside the firm.

What it checks
    The post names no person outside the firm, neither by full name nor by @handle. Firms, courts,
    cases, statutes, places and products are no people, and the firm's own are left out. Posts in a
    language whose names the audit cannot tell are left alone.

Why
    Evidence: weak as a driver of comments: no study isolates it. It is the custom of every good
    conversation: whoever is named has a reason to come and answer, and readers see that others are
    listened to here.

Example
    Several commentators have doubted the new deadline.

Better
    [Beatrix Oyelaran](https://oyelaran.example/month) doubts the new deadline, and I think she is
    right.

When to ignore
    When the subject leaves nobody to name: a change of address, a list of dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.languages import known
from rapport.model import Finding, Severity

CODE = "PEO201"
NAME = "names nobody outside the firm"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "This post names nobody outside the firm, so nobody has a reason to join in. Name one person "
    "who wrote, argued or did something about this, and link to it. (Somebody is named, and was "
    "missed? Give them an entry in content/people, or use their @handle.)"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding when no person is named."""
    if not case.facts.people and known(case.facts.language):
        yield finding(CODE, SEVERITY, case.post.path, case.title, _MESSAGE)
