"""Words in the firm's name that come with a change.

What it checks
    With `--since`: a comment that the change adds or alters and that says `Person:` of one of the
    firm's people or its account. What comes from outside (`--change-from outside`, as the
    workflow says of forks) is an error, whoever `Person:` names, and `Person: none` too. In the
    firm's own change (`--change-from firm`) a comment that somebody approved (`Approved:`) is
    passed over. So is checked who becomes one of the firm's: a file in content/people with `Role:
    firm` or `Role: brand`.

Why
    Evidence: convention. `Person:` gives the firm's badge, and anybody who can propose a change can
    write that line, and the line that approves it. Who wrote the words is not in the file: only
    whoever merges the change can know.

Example
    Author: Lena Brandt
    Person: lena-brandt

Better
    Ask the person before you merge; a reader's own comment has no `Person:` line.

When to ignore
    It cannot be ignored, and it is not there any more once the change is merged.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG914"
NAME = "words in the firm's name that come with a change"
SEVERITY: Severity = "warning"

check = faults_with(CODE)
