"""No question to readers.

What it checks
    The post asks its readers nothing: no question that could be meant for them, no invitation to
    write, no `Question:` line. Questions in headings, quotations and code do not count, nor do
    those the text answers at once or asks for effect; a post that has such questions and no other
    is told why the likeliest of them does not count. Posts with closed comments are left alone.

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
from rapport.audit.languages import language, words
from rapport.audit.lights import ask
from rapport.model import Facts, Finding, Question, Severity

CODE = "ASK101"
NAME = "no question to readers"
SEVERITY: Severity = "error"

_LONGEST = 120
_ASK = (
    "Ask one thing that only they know: what they saw, did or would do. Put it last in the text or "
    "in a line `Question: ...` in the header."
)
_MESSAGE = f"This post asks its readers nothing, so they have nothing to answer. {_ASK}"
_NOT_THEIRS = f'No question here counts as one to readers: "{{text}}" {{why}}. {_ASK}'


def check(case: Case) -> Iterator[Finding]:
    """One finding when the light "ask" is red."""
    if ask(case.post, case.facts) == "red":
        likeliest = _likeliest(case.facts)
        message = _MESSAGE
        if likeliest is not None:
            message = _NOT_THEIRS.format(text=_short(likeliest.text), why=likeliest.why)
        yield finding(CODE, SEVERITY, case.post.path, case.title, message)


def _likeliest(facts: Facts) -> Question | None:
    """The question that its author may take for one to readers: to "you" before any, then late."""
    spoken = language(facts.language)
    if spoken is None or not facts.questions:
        return None
    addressed = [q for q in facts.questions if spoken.addresses(words(q.text, spoken.cased))]
    return (addressed or facts.questions)[-1]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3].rstrip()}..."
