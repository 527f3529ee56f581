"""A header that is malformed or incomplete.

What it checks
    The `Key: value` lines at the top of posts, people and comments: an unknown key, a key twice, a
    missing title, author or date, a line that is none, a header that does not begin on the first
    line, values in YAML's quotation marks or brackets.

Why
    Evidence: convention. Pelican drops such a post without a word, or shows the header as text.

Example
    Titel: The landlord who kept the keys

Better
    Title: The landlord who kept the keys

When to ignore
    Never: what cannot be read cannot be published.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG902"
NAME = "header that is malformed or incomplete"
SEVERITY: Severity = "error"

check = faults_with(CODE)
