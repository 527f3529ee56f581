"""A date in the future.

What it checks
    A post that is no draft and is dated later than now.

Why
    Evidence: convention. Pelican publishes it all the same, today, and readers see a date to come.

Example
    Date: 2062-03-11

Better
    Date: 2026-03-11, or `Status: draft` until the day.

When to ignore
    When the post is to stand at the top with that date.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG912"
NAME = "date in the future"
SEVERITY: Severity = "warning"

check = faults_with(CODE)
