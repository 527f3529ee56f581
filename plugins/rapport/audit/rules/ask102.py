"""Only a vague question.

What it checks
    The only questions to readers are of the kind "What do you think?" or "Any thoughts?": they
    name nothing to have a view on.

Why
    Evidence: medium. In field experiments specific requests were answered more often; a general
    request for comments made no difference.

Example
    The court has cut the costs by half. What do you think?

Better
    The court has cut the costs by half. When did a judge last cut yours, and what reason was given?

When to ignore
    When the whole post is one question already and the last line only hands over.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.lights import ask
from rapport.model import Finding, Severity

CODE = "ASK102"
NAME = "only a vague question"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "This question names nothing, so a reader has to find the subject as well as the answer. Ask "
    "for one experience, example or decision instead: when did it last happen to them, and what "
    "did they do?"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the last vague question, when there is no specific one."""
    vague = [q for q in case.facts.questions if q.for_reader == "yes" and q.vague]
    if vague and ask(case.post, case.facts) == "amber":
        last = vague[-1]
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            last.span,
            _MESSAGE,
            about=last.text,
            exact=last.exact,
        )
