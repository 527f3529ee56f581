"""A suppression that is unused or unexplained.

What it checks
    `Audit-ignore: CODE - reason` in a post's header, and `<!-- rapport: ignore CODE - reason -->`
    in its text (`.. rapport: ignore CODE - reason` in reStructuredText): each code must be that of
    one rule that can be ignored, the reason must be there, and there must be something it silences.
    Without a reason it silences nothing. In the text it is for the block it stands in, and for the
    next one when it stands alone.

Why
    Evidence: convention. A suppression nobody can explain hides the next fault too, and one that
    silences nothing any more misleads whoever reads it.

Example
    Audit-ignore: PEO201

Better
    Audit-ignore: PEO201 - the subject of this post is a form, and nobody made it

When to ignore
    It cannot be ignored: mend the line, or remove it.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG913"
NAME = "suppression that is unused or unexplained"
SEVERITY: Severity = "warning"

check = faults_with(CODE)
