"""The question stands far from where readers stop.

What it checks
    The only specific questions to readers have three hundred words of the post or more behind
    them, no invitation follows, and there is no `Question:` line.

Why
    Evidence: convention. A specific question gets more answers (see ASK101), but only from whoever
    still has it in mind: three hundred words are a minute and a half of reading. The page does
    show the last question of the text again, above the article and beside the comments, word for
    word; torn out of a paragraph in the middle it rarely says what it asks about, and feeds and
    other themes do not repeat it at all.

Example
    Has anyone had this refused? (And then seven paragraphs on fees.)

Better
    Question: Has a registry refused your bundle over its page numbers, and what did they say?

When to ignore
    When the question is meant for a pause in the reading and not for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.lights import ask
from rapport.model import Facts, Finding, Severity

CODE = "ASK104"
NAME = "the question stands far from where readers stop"
SEVERITY: Severity = "warning"

FAR = 300  # words; the questions of real posts have either fewer than 210 behind them or over 1,000

_MESSAGE = (
    "This is the only thing the post asks its readers, and {words} words follow: whoever reaches "
    "the comments has forgotten it. Put it into a line `Question: ...` in the header, in words "
    "that stand on their own, or ask it again where the post ends."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the last of them, when every specific question is far from the end."""
    facts = case.facts
    if case.post.question or ask(case.post, facts) != "green":
        return
    asked = [q for q in facts.questions if q.for_reader == "yes" and not q.vague]
    last = asked[-1]
    if min(q.words_after for q in asked) >= FAR and not _invites_after(facts, last.span.line):
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            last.span,
            _MESSAGE.format(words=f"{last.words_after:,}"),
            about=last.text,
            exact=last.exact,
        )


def _invites_after(facts: Facts, line: int) -> bool:
    """Whether readers are sent back to it: a vague question or an invitation further down."""
    vague = (q.span for q in facts.questions if q.for_reader == "yes" and q.vague)
    return any(span.line > line for span in (*vague, *(told.span for told in facts.invitations)))
