"""A date that cannot be relied on.

What it checks
    Dates that cannot be read, or that different programs read differently.

Why
    Evidence: convention. The order of posts and replies, and who has waited how long, hang on them.

Example
    Date: 03.04.26

Better
    Date: 2026-04-03 09:30

When to ignore
    Never.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG904"
NAME = "date that cannot be relied on"
SEVERITY: Severity = "error"

check = faults_with(CODE)
