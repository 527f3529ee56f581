"""A person or comment nobody knows.

What it checks
    `Thanks:`, `Prompted-by:` and `Person:` that name no entry of content/people and no comment. An
    author of a post who is not on the roster is a warning, and so are thanks to a comment that was
    removed: they are shown nowhere.

Why
    Evidence: convention. Thanks that name nobody thank nobody, and a badge nobody earned misleads.

Example
    Thanks: pryia-raman - for the counter-example

Better
    Thanks: priya-raman - for the counter-example

When to ignore
    Never for thanks. An author's warning goes away with a file under content/people.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG905"
NAME = "person or comment nobody knows"
SEVERITY: Severity = "error"

check = faults_with(CODE)
