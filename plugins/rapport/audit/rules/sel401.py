"""Asks to hire or call.

What it checks
    A sentence of the post's own that asks the reader to hire, instruct, call, book or contact the
    firm, or offers its services. Inviting comments or corrections is none, nor is a disclaimer, nor
    an advert that is quoted in order to discuss it. Where the post ends on it, SEL402 says so.

Why
    Evidence: medium to strong, from company pages on social networks (more than 100,000 messages):
    offers and prices lower likes, comments and shares. Nobody at a good gathering answers a
    question with a business card.

Example
    If you need advice on leases, call us today for a free consultation.

Better
    Leave it out: who reads to the end knows where to find you. Or ask: What does your lease say
    about this?

When to ignore
    When the sentence is about getting in touch and not about being hired: whom to write to for a
    talk, how to complain.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.rules.selling import reported
from rapport.model import Finding, Severity

CODE = "SEL401"
NAME = "asks to hire or call"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "This sentence sells. A reader who feels sold to does not answer. Leave it out, or say in its "
    "place what you would like to hear from readers."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such sentence."""
    for told in reported(case.facts, "hire"):
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            told.span,
            _MESSAGE,
            about=told.text,
            exact=told.exact,
        )
