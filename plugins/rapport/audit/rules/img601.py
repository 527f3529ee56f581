"""An image without a credit.

What it checks
    An image that says nowhere who made it: not in its caption, its title, or the line after it.

Why
    Evidence: convention, and often the licence or the law. Whoever made the picture is one more
    person to name.

Example
    ![The old registry](/images/registry.jpg)

Better
    ![The old registry](/images/registry.jpg "Photo: Wen Zhao")

    Or in the line after it, with a link, since whoever is named in the text is owed one:
    Photo: [Wen Zhao](https://zhao.example/).

When to ignore
    When the picture is a diagram or a screenshot of your own; or credit yourself.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, MarkupKind, Severity

CODE = "IMG601"
NAME = "image without a credit"
SEVERITY: Severity = "warning"

_MESSAGE = (
    "Nothing says who made this image, so its maker gets no credit and readers cannot tell whether "
    "you may show it. Say so {}."
)
_WHERE: dict[MarkupKind, str] = {
    "markdown": 'in the title, ![...](... "Photo: Name"), or in the line after it, with a link: '
    "Photo: [Name](address)",
    "rst": "in the caption of a figure or in the line after it, with a link: "
    "Photo: `Name <address>`_",
    "html": 'in the title, <img title="Photo: Name" ...>, or in a figcaption, with a link: '
    'Photo: <a href="address">Name</a>',
}


def check(case: Case) -> Iterator[Finding]:
    """One finding for each image without a credit."""
    message = _MESSAGE.format(_WHERE[case.post.markup])
    for image in case.facts.images:
        if not image.credit:
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                image.span,
                message,
                about=image.src,
                exact=image.exact,
            )
