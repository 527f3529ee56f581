"""Two posts that would be one.

What it checks
    Posts with one slug, or one id, in one language.

Why
    Evidence: convention. One page would overwrite the other, and which one is chance.

Example
    Two posts with `Slug: costs`, both in English.

Better
    `Slug: costs-2026` in the newer one; or `Lang: de` if it is a translation.

When to ignore
    Never.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG907"
NAME = "two posts that would be one"
SEVERITY: Severity = "error"

check = faults_with(CODE)
