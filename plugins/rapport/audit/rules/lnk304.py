"""A share link that poses as a link out.

What it checks
    A share or "intent" address, which only passes the page on, under a text that promises
    something to read: a name, a title, words of the sentence. A plain share link, whose text says
    what it does ("Share on LinkedIn", "Tweet this", "Facebook", "Tell a friend"), is left alone,
    and so are one on an image and one in a language whose words the audit does not know. Where
    share links and the firm's own are all there is, plain or not, LNK302 says so too.

Why
    Evidence: convention. Whoever follows a name expects the person, and gets a form that asks them
    to advertise; the person gets nothing.

Example
    Read [Dana Whitlock's piece](https://www.linkedin.com/sharing/share-offsite/?url=whitlock.example).

Better
    Read [Dana Whitlock's piece](https://whitlock.example/costs).

When to ignore
    When the text does say that the link shares, in words the audit does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.audit.case import Case, finding
from rapport.audit.languages import language, words
from rapport.audit.languages.shared import NETWORKS, SHARING
from rapport.model import Finding, Link, Severity, clean_text

CODE = "LNK304"
NAME = "a share link that poses as a link out"
SEVERITY: Severity = "warning"

_MESSAGE = (
    '"{text}" promises something to read, and the link only opens a form to share a page. Readers '
    "find nothing, and whoever is meant gets no visitors. Link to the page itself."
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each share link whose text promises something else."""
    for link in case.facts.links:
        if link.to == "share" and _poses(link, case.facts.language):
            text = clean_text(link.text).strip()
            yield finding(
                CODE,
                SEVERITY,
                case.post.path,
                link.span,
                _MESSAGE.format(text=text),
                about=f"{link.text} {link.url}",
                exact=link.exact,
            )


def _poses(link: Link, tag: str) -> bool:
    """Whether a link's text says something, and nothing of sharing."""
    spoken, english = language(tag), language("en")
    if spoken is None or not link.says_where or "://" in link.text:
        return False
    said = {word for word in words(link.text) if word.isalnum()}
    if not said.isdisjoint(SHARING | spoken.sharing):
        return False
    empty = NETWORKS | spoken.nowhere | (english.nowhere if english else frozenset())
    return bool(said - empty)
