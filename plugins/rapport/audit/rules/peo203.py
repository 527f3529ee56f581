"""A quotation without a source.

What it checks
    A blockquote, or six quoted words or more, with no link, person, case or statute in its own
    paragraph or the one before or after it. What a word is said to mean is no quotation. Posts in
    a language whose names and citations the audit cannot tell are left alone.

Why
    Evidence: convention. Whoever is quoted is owed their name, and a reader who wants to read on
    needs to know where.

Example
    As somebody put it, "a letter in a drawer is knowledge all the same".

Better
    As [Judge Achterberg put it](https://judgments.example/brightwater), "a letter in a drawer is
    knowledge all the same".

When to ignore
    When the words are nobody's: a sample clause, a sentence made up to make a point.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.languages import known
from rapport.model import Finding, Severity

CODE = "PEO203"
NAME = "quotation without a source"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "These are somebody's words, and the post does not say whose. Readers cannot check them, and "
    "whoever said them gets no credit. Name the speaker, the case or the statute beside them, or "
    "link to where they stand. A note or example of your own needs no quotation marks and no `>`."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each quotation without a source."""
    if not known(case.facts.language):
        return
    for quoted in case.facts.quotations:
        if not quoted.source:
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                quoted.span,
                _MESSAGE,
                about=quoted.text,
                exact=quoted.exact,
            )
