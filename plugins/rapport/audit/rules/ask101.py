"""No question to readers.

What it checks
    The post asks its readers nothing: no question that could be meant for them, no invitation to
    write, no `Question:` line. Questions in headings, quotations and code do not count, nor do
    those the text answers at once or asks for effect. Posts with closed comments are left alone.

Why
    Evidence: medium. Posts with a question get more comments, in studies that observe; an
    experiment with vague requests found no effect, one with specific ones did. A reader who is
    asked nothing has nothing to answer.

Example
    The new form takes effect on 1 May. It asks for two more signatures than the old one.

Better
    The new form takes effect on 1 May. Which of its fields has a clerk sent back to you so far?

When to ignore
    When nothing is open: a note about office hours, an obituary. Or close the comments.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.lights import ask
from rapport.model import Finding, Severity

CODE = "ASK101"
NAME = "no question to readers"
SEVERITY: Severity = "error"

_MESSAGE = (
    "This post asks its readers nothing, so they have nothing to answer. Ask one thing that only "
    "they know: what they saw, did or would do. Put it last in the text or in a line "
    "`Question: ...` in the header."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding when the light "ask" is red."""
    if ask(case.post, case.facts) == "red":
        yield finding(CODE, SEVERITY, case.post.path, case.title, _MESSAGE)
