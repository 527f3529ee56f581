"""Two comments with one id.

What it checks
    Comment files of one name under different posts.

Why
    Evidence: convention. Replies, thanks and links find a comment by its id alone.

Example
    A file that was copied to another post's folder.

Better
    The file moved, not copied; or a fresh id for the newer comment.

When to ignore
    Never.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG908"
NAME = "two comments with one id"
SEVERITY: Severity = "error"

check = faults_with(CODE)
