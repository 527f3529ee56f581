"""The question stands far from where readers stop.

What it checks
    Every specific question to readers has three hundred words of the post or more behind it, one
    of them plainly asks for what readers know ("has anyone ...", "have you ever ...", "correct
    me"), no vague one and no invitation follows, and there is no `Question:` line. A "you" in the
    middle of a long text mostly means anybody: such questions alone are left alone.

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
from rapport.audit.languages import language, words
from rapport.audit.lights import ask
from rapport.model import Facts, Finding, Question, Severity

CODE = "ASK104"
NAME = "the question stands far from where readers stop"
SEVERITY: Severity = "warning"

FAR = 300  # words: a minute and a half of reading
_PLAIN = frozenset({"anyone", "tried", "correction"})

_MESSAGE = (
    "No later question here could be for your readers, and {words} words follow this one: whoever "
    "reaches the comments has forgotten it. Put what you want to know into a line `Question: ...` "
    "in the header, in words that stand on their own, or ask it where the post ends."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the last that is plainly one, when every specific question is far."""
    facts = case.facts
    if case.post.question or ask(case.post, facts) != "green":
        return
    asked = [q for q in facts.questions if q.for_reader == "yes" and not q.vague]
    if min(q.words_after for q in asked) < FAR or _invites_after(facts, asked[-1].span.line):
        return
    plain = [question for question in asked if _is_plain(question, facts.language)]
    if plain:
        last = plain[-1]
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            last.span,
            _MESSAGE.format(words=f"{last.words_after:,}"),
            about=last.text,
            exact=last.exact,
        )


def _is_plain(question: Question, tag: str) -> bool:
    spoken = language(tag)
    return spoken is not None and not _PLAIN.isdisjoint(spoken.asks.find(words(question.text)))


def _invites_after(facts: Facts, line: int) -> bool:
    """Whether readers are sent back to it: a vague question or an invitation further down."""
    vague = (q.span for q in facts.questions if q.for_reader == "yes" and q.vague)
    return any(span.line > line for span in (*vague, *(told.span for told in facts.invitations)))
