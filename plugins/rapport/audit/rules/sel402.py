"""Closes on a pitch.

What it checks
    The last thing the post says in its own voice sells the firm, and no question or invitation to
    readers follows. A disclaimer behind it makes no difference.

Why
    Evidence: medium to strong, from company pages on social networks: offers lower comments. The
    last line is where readers decide whether to write; an offer ends the conversation there.

Example
    So keep the inventory. If you would like us to draw one up, please get in touch.

Better
    So keep the inventory. What did the last one you signed forget to mention?

When to ignore
    Hardly ever: what a reader needs to find you stands on every page already.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.rules.selling import closing
from rapport.model import Finding, Severity

CODE = "SEL402"
NAME = "closes on a pitch"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "The post ends with an offer, exactly where readers decide whether to write. End with a "
    "question to them instead."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the last pitch."""
    told = closing(case.facts)
    if told is not None:
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            told.span,
            _MESSAGE,
            about=told.text,
            exact=told.exact,
        )
