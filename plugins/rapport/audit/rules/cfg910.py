"""An author who claims to be of the firm.

What it checks
    A comment whose author is called, or nearly called, as the firm or one of its people, and that
    does not say `Person:`.

Why
    Evidence: convention. Readers trust the firm's word; only `Person:` gives the badge, and nobody
    should pass for the firm by a name.

Example
    Author: Lena Brandt

Better
    `Person: lena-brandt` if she wrote it, `Person: none` if somebody else has her name.

When to ignore
    Never: one line settles it.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG910"
NAME = "author who claims to be of the firm"
SEVERITY: Severity = "error"

check = faults_with(CODE)
