"""The audit: facts are measured once, rules judge them, lights sum them up.

    Context.of(site, settings)                what measuring needs to know of the site
    measure(post, document, context)          one post's Facts
    measure_shown(post, document, page, ...)  the same, no more than its page shows
    judge(site, facts, settings, now)         the Report: findings and lights
    compare_with_baseline(...)                which findings are new
    manual(code), manual_text, rules_page     what a rule says, from its docstring

Everything is a function of its arguments: no files, no clock. `RULES` lists every rule.
"""

from typing import TYPE_CHECKING

from rapport.audit.case import PostRule, Rule, SiteRule, fingerprint
from rapport.audit.context import Context
from rapport.audit.judging import judge
from rapport.audit.manuals import manual, manual_text, rules_page
from rapport.audit.measuring import measure
from rapport.audit.rules import RULES
from rapport.doors import later
from rapport.model import Manual

if TYPE_CHECKING:
    from rapport.audit.asking import question_of
    from rapport.audit.baseline import (
        Compared,
        Known,
        baseline_text,
        check_baseline,
        compare_with_baseline,
        known_as,
        read_baseline,
    )
    from rapport.audit.shown import measure_shown

# What one post from the shell does not need: its author would wait for the import.
_LATER = {
    "Compared": "baseline",
    "Known": "baseline",
    "baseline_text": "baseline",
    "check_baseline": "baseline",
    "compare_with_baseline": "baseline",
    "known_as": "baseline",
    "measure_shown": "shown",
    "question_of": "asking",
    "read_baseline": "baseline",
}

__all__ = [
    "RULES",
    "Compared",
    "Context",
    "Known",
    "Manual",
    "PostRule",
    "Rule",
    "SiteRule",
    "baseline_text",
    "check_baseline",
    "compare_with_baseline",
    "fingerprint",
    "judge",
    "known_as",
    "manual",
    "manual_text",
    "measure",
    "measure_shown",
    "question_of",
    "read_baseline",
    "rules_page",
]

__getattr__ = later(__name__, _LATER)
