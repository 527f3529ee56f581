"""Replies in a circle.

What it checks
    Comments whose `Reply-To:` lines lead back to where they began.

Why
    Evidence: convention. Such a thread has no beginning, so no reader can be shown one.

Example
    A comment that replies to its own reply.

Better
    No `Reply-To:` in the oldest of them.

When to ignore
    Never.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG909"
NAME = "replies in a circle"
SEVERITY: Severity = "error"

check = faults_with(CODE)
