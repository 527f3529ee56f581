"""A broken link to our own site.

What it checks
    A link or an image of the post that leads to no file and no post of this site: `{filename}`,
    `{static}` and `{attach}` (and the older `|filename|`) with a path that is not there, or to a
    draft; a `{tag}` or `{author}` no post has; the file a post is written in where its page is
    meant; an address that can only be a post's, and is none's. All of it is told from the files,
    without the network. Other addresses on our hosts may be made by a plugin or the server: they
    are left alone, and so is everything where INTRASITE_LINK_REGEX is set.

Why
    Evidence: convention. A reader who follows a broken link leaves, and takes it that nobody here
    reads what stands here.

Example
    [The table]({filename}/posts/late-payments.md)

Better
    [The table]({filename}/posts/late-payment-in-one-table.md)

When to ignore
    When the file comes only with the build: something a plugin makes while the site is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.model import Finding, Image, Link, Severity, clean_text

CODE = "LNK305"
NAME = "a broken link to our own site"
SEVERITY: Severity = "error"

_MESSAGE = "{what} leads nowhere: {why}. {mend}"


def check(case: Case) -> Iterator[Finding]:
    """One finding for each such link and image."""
    for link in case.facts.links:
        if link.to == "own":
            yield from _finding(case, link, link.url, "This link")
    for image in case.facts.images:
        yield from _finding(case, image, image.src, "This image")


def _finding(case: Case, fact: Link | Image, url: str, what: str) -> Iterator[Finding]:
    broken = case.places.broken(url, case.post, page=isinstance(fact, Link))
    if broken is not None:
        message = _MESSAGE.format(what=what, why=broken.why, mend=broken.mend)
        yield finding(
            CODE,
            SEVERITY,
            case.post.path,
            fact.span,
            clean_text(message),
            about=url,
            exact=fact.exact,
        )
