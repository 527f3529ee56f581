"""Only own links and share buttons.

What it checks
    The post has links, and every one leads to the firm's own pages, letterbox or telephone, or is
    a share or "intent" address that only passes the page on.

Why
    Evidence: weak as a driver of comments: nobody has measured it for blogs. A text that only
    points to its own house reads as a brochure. Share buttons lead to nobody.

Example
    We wrote about this [in May](/2026/05/costs.html). [Share](https://x.com/intent/post?text=costs)

Better
    We wrote about this [in May](/2026/05/costs.html), after [Dana Whitlock's
    piece](https://whitlock.example/costs).

When to ignore
    When the post is about the site itself: where to find what.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.lights import link_out
from rapport.model import Finding, Severity

CODE = "LNK302"
NAME = "only own links and share buttons"
SEVERITY: Severity = "error"

_MESSAGE = (
    "Every link of this post leads back to us or only shares the page, so readers are sent to "
    "nobody. Link to one page of somebody else's that you read while writing it. (This is "
    "somebody else's? Then a host in RAPPORT_OWN_HOSTS is too wide.)"
)


def check(case: Case) -> Iterator[Finding]:
    """One finding, on the first link, when no link leads to others."""
    links = case.facts.links
    if links and link_out(case.facts) == "red":
        first = links[0]
        yield finding(CODE, SEVERITY, case.post.path, first.span, _MESSAGE, exact=first.exact)
