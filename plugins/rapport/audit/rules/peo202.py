"""Named, but not credited.

What it checks
    A person outside the firm is named, and nowhere in the post is the name part of a link to
    somebody else's site, an @handle, or alone with a link in its sentence.

Why
    Evidence: convention. A link is how the web says thank you: it sends readers to the person, and
    tells the person that they were heard.

Example
    Marta Kowal made this point last year.

Better
    Marta Kowal [made this point last year](https://kowal.example/lockout).

When to ignore
    When the person has no place on the web, or should not be found: a client, a witness.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.languages import known
from rapport.model import Finding, Severity, clean_text

CODE = "PEO202"
NAME = "named but not credited"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "{name} is named and not linked to, so readers cannot go and see, and {name} will not know. "
    "Link the name, or what they said or did, to a page of theirs, or use their @handle."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each person who is not credited, where they are named first."""
    if not known(case.facts.language):
        return
    for person in case.facts.people:
        if not person.credited:
            message = _MESSAGE.format(name=clean_text(person.name))
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                person.span,
                message,
                about=person.name,
                exact=person.exact,
            )
