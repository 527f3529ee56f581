"""About us more than about you.

What it checks
    The post's own prose says "we", "us" or "our" four times or more, in three of every hundred
    words or more, at least twice for each "you" and four times for each "I"; in half of these
    places or more "we" is plainly the firm, since the sentence also names it, its people or its
    clients; and no specific question asks readers anything. Quotations do not count. A story told
    as "I", a guide or a proof in which "we" are writer and reader, and a post that asks are left
    alone, and so are posts in a language the audit does not know.

Why
    Evidence: weak: nobody has counted "we" and "you" in blog posts against comments. On company
    pages of social networks, offers alone lowered likes and comments, and what had a person in it
    raised both. Readers look for themselves in a text, and here find only the firm.

Example
    We are delighted with our new offices. Our team has grown, and we look back on our best year.

Better
    The new door is on the quay side. If you come with a pram or a wheelchair, which way is easier?

When to ignore
    When readers asked for it: a note on who has joined, or what has changed at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.lights import ask
from rapport.model import Finding, Severity

CODE = "SEL404"
NAME = "about us more than about you"
SEVERITY: Severity = "warning"

# Chosen on 1,074 posts of four blogs that sell nothing, of which none is reported, and on the gold
# posts that sell. By "we" and "you" alone 21 would be: exercises in which "we" solve something.
_LEAST = 4
_PER_HUNDRED = 3
_FOR_EACH_YOU = 2
_FOR_EACH_I = 4
_AS_FIRM = 3
_ONE_IN = 2

_MESSAGE = (
    'This post speaks of the firm {we} times ("we", "our") and to the reader {you}. Readers look '
    "for themselves in it and find us. Turn one passage round: say what it changes for them, or "
    "ask them how it is where they are."
)
_TIMES = {0: "not once", 1: "once", 2: "twice"}


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the title."""
    said, words = case.facts.addressed, case.facts.words
    of_us = (
        said.we >= max(_LEAST, _FOR_EACH_YOU * said.you, _FOR_EACH_I * said.i)
        and said.we * 100 >= _PER_HUNDRED * words
        and said.as_firm >= max(_AS_FIRM, said.we / _ONE_IN)
    )
    if of_us and ask(case.post, case.facts) != "green":
        message = _MESSAGE.format(we=said.we, you=_TIMES.get(said.you, f"{said.you} times"))
        yield finding(CODE, SEVERITY, case.post.path, case.title, message)
