"""No question that is clearly for readers.

What it checks
    The post holds a question that may be meant for readers, or an invitation to write, but nothing
    that clearly asks them: the question addresses nobody, opens the post like a hook, or says
    "you" and means anybody. Posts in a language whose questions the audit cannot tell apart are
    left alone.

Why
    Evidence: medium. What gets answered is a specific question to whoever is reading; an open one
    in passing reads as a way of speaking.

Example
    Should the court or Parliament mend this?

Better
    Who mends this sooner where you practise, the court or Parliament, and what makes you say so?

When to ignore
    When you are sure that readers take the question as theirs. A `Question:` line in the header
    says the same to the page and to the audit.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.languages import known
from rapport.audit.lights import ask
from rapport.model import Finding, Severity

CODE = "ASK103"
NAME = "no question clearly for readers"
SEVERITY: Severity = "warning"

_UNCLEAR = (
    "It is not clear that this question is for your readers: it {why}. Readers answer what is "
    "asked of them. Say whom you ask and what for, or put the question into a line `Question: ...` "
    "in the header."
)
_INVITATION = (
    "This invites readers to write and asks them nothing, so they have to find a subject. Put a "
    "question before it: one experience, example or decision of theirs."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the last unclear question or else the last invitation."""
    facts = case.facts
    if not known(facts.language):
        return
    if ask(case.post, facts) != "amber" or any(q.for_reader == "yes" for q in facts.questions):
        return
    unclear = [question for question in facts.questions if question.for_reader == "unclear"]
    best = (unclear or facts.invitations)[-1]
    message = _UNCLEAR.format(why=unclear[-1].why) if unclear else _INVITATION
    yield finding(
        CODE, SEVERITY, case.post.path, best.span, message, about=best.text, exact=best.exact
    )
