"""What the theme sees of the audit and of the inbox: in the preview alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class FindingView:
    """One place in the panel of the preview that something is to be mended at.

    `id` is its anchor, `number` its place in the panel. `where` says in words what it is about
    ("Line 12"), `words` are the first of it. `place` is the anchor on the same page of the words it
    marks, or of the comment; empty where there is none.
    """

    id: str
    number: int
    where: str
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What a rule has to say, once, and the places it says it of.

    When a rule says different things they follow each other. `rule` is the address
    of the rule's page, `name` what the rule is called.
    """

    code: str
    name: str
    severity: str
    message: Markup
    rule: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class CountedView:
    """Something that counted in a post's favour: its line, its words, and why it did."""

    line: int
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class PanelView:
    """The audit of one post, for the preview only.

    `lights` are (name, word): good, partly, poor, or "not judged". `advice` comes most important
    first. `questions`, `people` and `links` are what counted: the questions to readers, the people
    who are credited, the links to others.
    """

    lights: tuple[tuple[str, str], ...]
    advice: tuple[AdviceView, ...]
    questions: tuple[CountedView, ...] = ()
    people: tuple[CountedView, ...] = ()
    links: tuple[CountedView, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleView:
    """The manual page of one rule, for the preview only: `anchor` is its id on the page of all."""

    anchor: str
    code: str
    name: str
    severity: str
    evidence: str
    what: Markup
    why: Markup
    example: str
    better: str
    ignore: Markup


@dataclass(frozen=True, slots=True)
class HeldView:
    """A comment that waits to be approved, on the desk. `post` is the title, where one is known.

    `flags` are what to look at first; `received` is when it came in.
    """

    id: str
    author: str
    post: str
    received: datetime
    days: int
    excerpt: str
    lang: str = ""
    flags: tuple[str, ...] = ()
