"""A value that is not allowed.

What it checks
    Header values from a fixed list or of a fixed shape: `Status`, `Comments`, `Role`, `Kind`, ids,
    addresses; and private addresses where they would be published.

Why
    Evidence: convention. A status nobody knows hides a post from its readers; an e-mail address in
    a comment would be published for good.

Example
    Status: publish

Better
    Status: published

When to ignore
    Never: the message names what can stand there.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG903"
NAME = "value that is not allowed"
SEVERITY: Severity = "error"

check = faults_with(CODE)
