"""Comments without a post.

What it checks
    A folder under content/comments that no post has as its `Id:` (or slug).

Why
    Evidence: convention. The conversation in it is shown nowhere; mostly the post was renamed.

Example
    content/comments/lockouts/ beside a post that is now called `weekend-lockouts`.

Better
    `Id: lockouts` in the post: its address may change, its conversation stays.

When to ignore
    Never: rename the folder, give the post its id, or remove the comments on purpose.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG906"
NAME = "comments without a post"
SEVERITY: Severity = "error"

check = faults_with(CODE)
