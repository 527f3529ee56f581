"""What a rule looks at, and how it says what it finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from rapport.audit.places import Places
from rapport.audit.readers import Readers
from rapport.model import Comment, Facts, Field, Finding, Post, Severity, Site, Span, Thread
from rapport.settings import Settings


class Case(NamedTuple):
    """One post to be judged. `speaks` is true for the one post that stands for its thread.

    Translations share a thread; what is wrong with it is said once. `places` and `readers` are the
    site's, the same for every post.
    """

    post: Post
    facts: Facts
    thread: Thread
    settings: Settings
    now: datetime
    speaks: bool = True
    places: Places = Places()
    readers: Readers = Readers()

    @property
    def title(self) -> Span:
        """The place for what is wrong with the post as a whole: its title."""
        return field_span(self.post.header.get("title"))

    def late(self, comment: Comment) -> bool:
        """Whether a waiting comment has waited longer than the firm allows itself."""
        return self.now - comment.date > timedelta(days=self.settings.answer_days)


class PostRule(NamedTuple):
    """A rule about a post and its conversation. `page` is its manual page as written."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Case], Iterator[Finding]]
    page: str


class SiteRule(NamedTuple):
    """A rule about headers and files: reading found the faults, the rule explains them."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Site], Iterator[Finding]]
    page: str


Rule = PostRule | SiteRule


def field_span(field: Field | None) -> Span:
    """The value of a header line, the file's first line when there is none."""
    if field is None:
        return Span(1, 1, 1, 1)
    return Span(field.line, field.column, field.line, field.column + len(field.value))


def finding(  # noqa: PLR0913 - a Finding has that many parts
    code: str,
    severity: Severity,
    path: str,
    span: Span,
    message: str,
    *,
    about: str = "",
    exact: bool = True,
) -> Finding:
    """A Finding with its fingerprint; `about` are the words it is about, if not the whole file."""
    mark = fingerprint(code, path, about)
    return Finding(code, severity, path, span, message, mark, exact, about)


_NO_LETTERS = re.compile(r"[\W_]+")
# Which of the two reports a sentence is a matter of its place alone.
_ONE_WITH = {"SEL402": "SEL401", "SEL403": "SEL401"}


def fingerprint(code: str, path: str, about: str) -> str:
    """What a finding is known by when its line has moved: 20 hexadecimal digits.

    Made of the rule, the file and the words it is about, whatever their case, spacing and
    punctuation. Rules that say the same of a sentence by where it stands are one here: a pitch that
    moves to the end of its post is still the one that was known. The same words twice in a file
    give the same fingerprint twice: whoever compares two reports counts them (a multiset), so
    mending one of the two is seen.
    """
    plain = unicodedata.normalize("NFKC", about).casefold()
    said = _NO_LETTERS.sub(" ", plain).strip()
    code = _ONE_WITH.get(code, code)
    digest: str = _sha256()(f"{code}\n{path}\n{said}".encode("utf-8", "replace")).hexdigest()
    return digest[:20]


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Python's own, where it can be had alone: hashlib brings OpenSSL, which takes 6 ms to load."""
    for module in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError, AttributeError):
            return import_module(module).sha256  # type: ignore[no-any-return]
    raise ImportError("this Python has no SHA-256")
