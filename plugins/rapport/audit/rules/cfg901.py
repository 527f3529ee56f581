"""A file that cannot be read.

What it checks
    A file of the site that is not UTF-8, is empty, too long, a link to nowhere, or lies where it is
    not looked for. (The last is a warning.)

Why
    Evidence: convention. Pelican leaves such files out, or stops, and readers miss what stands in
    them.

Example
    A post saved by an old editor as Windows-1252, with an apostrophe that no longer means one.

Better
    The same file saved as UTF-8.

When to ignore
    Never: mend the file, or move it out of the content folder.
"""

from __future__ import annotations

from rapport.audit.rules.faults import faults_with
from rapport.model import Severity

CODE = "CFG901"
NAME = "file that cannot be read"
SEVERITY: Severity = "error"

check = faults_with(CODE)
