"""A handle that leads nowhere.

What it checks
    An @handle in the post's own words that names no host (`@ana@social.example` and `@ana.example`
    do), is not on the roster, is no link, and belongs to nobody the post links to by name. Each
    handle once a post; what stands in code is left alone.

Why
    Evidence: convention. Handles are the same on no two networks: without its host a page cannot
    turn one into a link, readers cannot follow it, and whoever is meant is not told.

Example
    The best answer came from @kowal.

Better
    The best answer came from [@kowal](https://social.example/@kowal).

When to ignore
    When the handle itself is the subject, as in a post about names.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, Severity, clean_text

CODE = "PEO204"
NAME = "a handle that leads nowhere"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "Nobody can tell on which network {handle} is, so the page cannot link to them and they will "
    "not hear of this. Make it a link, or write the host too, {handle}@host, or add a file to "
    "content/people with this handle. (No person? Then set it as code: `{handle}`.)"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such handle, where it stands first."""
    for handle in case.facts.handles:
        if not handle.leads:
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                handle.span,
                _MESSAGE.format(handle=clean_text(handle.name)),
                about=handle.name,
                exact=handle.exact,
            )
