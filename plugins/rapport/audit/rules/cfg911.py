"""A reply to nothing.

What it checks
    A `Reply-To:` or `Answers:` that names no comment, or one on another post.

Why
    Evidence: convention. The reply opens a thread of its own, and whoever it answers is shown as
    waiting still.

Example
    Reply-To: 01hz... of a comment that was deleted by hand.

Better
    The comment kept as a file with `Status: removed`: its replies keep their place.

When to ignore
    When the thread reads well without it; then remove the line.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG911"
NAME = "reply to nothing"
SEVERITY: Severity = "warning"

check = faults_with(CODE)
