"""What was judged: findings in words for whoever wrote the file, and the five lights."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from rapport.model.text import Span
from rapport.model.written import PostStatus

Severity = Literal["error", "warning"]
Colour = Literal["green", "amber", "red", "grey"]


class Finding(NamedTuple):
    """One fault, in words for whoever wrote the file: what, why it matters, what to do next.

    `about` are the words that the fingerprint is made of, beside rule and path.
    """

    code: str
    severity: Severity
    path: str
    span: Span
    message: str
    fingerprint: str = ""
    exact: bool = True
    about: str = ""


class Lights(NamedTuple):
    """The five lights of one post."""

    path: str
    ask: Colour
    credit: Colour
    link_out: Colour
    pitch: Colour
    answer: Colour


class Manual(NamedTuple):
    """The manual page of one rule; texts are Markdown, several paragraphs at most.

    `evidence` is the grade (strong, medium to strong, medium, weak, convention), `why` what follows
    it, the grade's own sentence included.
    """

    code: str
    name: str
    severity: Severity
    title: str
    what: str
    why: str
    evidence: str
    example: str
    better: str
    ignore: str


class Waiter(NamedTuple):
    """A comment that waits for a word from the firm.

    `excerpt` are its first words, as text; empty in a report that does not show them.
    """

    path: str
    author: str
    date: datetime
    excerpt: str


class Entry(NamedTuple):
    """One post as a report tells of it, beside its findings.

    `question` is what it asks its readers, `credited` are the people outside the firm whom it names
    and credits. `comments` counts those readers can read, `answerable` those of them that expected
    an answer, `answered` those that have one.
    """

    path: str
    title: str
    date: datetime
    authors: tuple[str, ...]
    status: PostStatus
    lights: Lights
    lang: str = ""
    question: str = ""
    credited: tuple[str, ...] = ()
    comments: int = 0
    answerable: int = 0
    answered: int = 0
    waiting: tuple[Waiter, ...] = ()


class Report(NamedTuple):
    """What one audit says: every finding in order of path and place, the lights of each post.

    `notes` are sentences about the audit itself, such as what it could not judge: no faults.
    `entries` tell of the same posts as `lights`, in the same order; `rules` are the pages of the
    rules that found something, by code. `now` is the moment that waiting was counted at, `firm` the
    first of the firm's names. `base` is the folder of the settings file within the repository it
    lies in ("" for its root, else ending in a slash), for what reads paths from there.
    """

    findings: tuple[Finding, ...] = ()
    lights: tuple[Lights, ...] = ()
    posts: int = 0
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    rules: tuple[Manual, ...] = ()
    now: datetime | None = None
    firm: str = ""
    base: str = ""
