"""What the web page is made of: frozen values that its template reads, all of them plain text."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.model import Colour
from rapport.reports.drawing import Picture
from rapport.reports.shares import Part, Share


@dataclass(frozen=True, slots=True)
class Tile:
    """One light over all posts, in large figures: `12 of 24` posts do `label`."""

    label: str
    share: Share


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody who waits: for how long, under which post, whose, with their first words."""

    author: str
    time: str
    late: bool
    title: str
    lang: str
    writers: str
    excerpt: str
    path: str


@dataclass(frozen=True, slots=True)
class Example:
    """A post that does it well: what it asks and whom it credits."""

    title: str
    lang: str
    writers: str
    question: str
    credited: str
    comments: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a finding, with the words in question where they are known."""

    where: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Note:
    """What one finding says; `pieces` are its words in turn as text and as code."""

    code: str
    severity: str
    pieces: tuple[str, ...]
    places: tuple[Place, ...]
    explained: bool


@dataclass(frozen=True, slots=True)
class Lit:
    """One light as it is shown."""

    name: str
    colour: Colour
    word: str


@dataclass(frozen=True, slots=True)
class Row:
    """One post, or any other file, with its lights and what was found in it."""

    title: str
    lang: str
    meta: str
    path: str
    draft: bool
    lights: tuple[Lit, ...]
    count: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """The manual page of a rule, texts in paragraphs of pieces as in a Note."""

    code: str
    name: str
    what: tuple[tuple[str, ...], ...]
    why: tuple[tuple[str, ...], ...]
    better: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    headline: str
    lead: tuple[str, ...]
    next: str
    notes: tuple[str, ...]
    tiles: tuple[Tile, ...]
    waiting: tuple[Wait, ...]
    examples: tuple[Example, ...]
    columns: tuple[str, ...]
    periods: tuple[Part, ...]
    pictures: tuple[Picture, ...]
    authors: tuple[Part, ...]
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
    rules: tuple[Explained, ...]
