"""What people wrote, as their files say it: posts, people, comments and their headers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from rapport.model.text import Span

Role = Literal["firm", "brand", "peer", "reader"]
PostStatus = Literal["published", "draft", "hidden"]
MarkupKind = Literal["markdown", "rst", "html"]
CommentKind = Literal["comment", "like", "repost", "mention"]


class Field(NamedTuple):
    """One line of a header: the key in lower case, the value as written, where the value begins."""

    key: str
    value: str
    line: int
    column: int = 1


class Header(NamedTuple):
    """The `Key: value` lines of a file, in order; repeated keys stay repeated."""

    fields: tuple[Field, ...] = ()

    def get(self, key: str) -> Field | None:
        """The first line with this (lower-case) key."""
        return next((entry for entry in self.fields if entry.key == key), None)

    def all(self, key: str) -> tuple[Field, ...]:
        """Every line with this (lower-case) key, in order."""
        return tuple(entry for entry in self.fields if entry.key == key)


class Thanks(NamedTuple):
    """`Thanks: <person or comment id> - reason`: `to` names a person's slug or a comment's id."""

    to: str
    reason: str
    line: int


class Update(NamedTuple):
    """`Updated: date - what changed`."""

    date: datetime
    what: str


class Ignore(NamedTuple):
    """`Audit-ignore: CODE - reason`."""

    code: str
    reason: str
    line: int


class Note(NamedTuple):
    """A comment in a text that speaks to the audit: `<!-- rapport: words -->`.

    `about` is the block it is about, the one it stands in or else the next; None when none follows.
    """

    words: str
    span: Span
    about: Span | None


@dataclass(frozen=True, slots=True)
class Post:
    """One article as its file says it.

    `path` is relative to the settings file, `source` to the content folder (Pelican's key for it).
    `id` names the comment folder; it is the slug unless `Id:` says otherwise. `text` is the whole
    file decoded, `body` the offset in it at which the text after the header begins.
    """

    path: str
    source: str
    id: str
    slug: str
    lang: str
    title: str
    status: PostStatus
    date: datetime
    authors: tuple[str, ...]
    markup: MarkupKind
    text: str
    body: int
    header: Header
    tags: tuple[str, ...] = ()
    question: str = ""
    comments_open: bool = True
    thanks: tuple[Thanks, ...] = ()
    prompted_by: tuple[str, ...] = ()
    updates: tuple[Update, ...] = ()
    superseded_by: str = ""
    ignores: tuple[Ignore, ...] = ()
    notes: tuple[Note, ...] = ()


class Person(NamedTuple):
    """One entry of the roster. `handles` are as written: `@ana`, `@ana@host`, `linkedin:ana`."""

    slug: str
    name: str
    role: Role
    path: str
    url: str = ""
    handles: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    page: bool = False
    works_at: str = ""
    consent: str = ""
    bio: str = ""
    header: Header = Header()


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as its file says it.

    `role` is the role of the roster entry that `Person:` names, else `reader`: nothing else earns
    the firm's badge. `not_needed` is the reason after `Answer: not-needed -`, None when absent.
    """

    id: str
    post: str
    path: str
    author: str
    date: datetime
    body: str
    person: str | None = None
    role: Role = "reader"
    url: str = ""
    reply_to: str | None = None
    answers: tuple[str, ...] = ()
    kind: CommentKind = "comment"
    source: str = "form"
    source_id: str = ""
    source_url: str = ""
    status: Literal["shown", "removed"] = "shown"
    not_needed: str | None = None
    approved: str = ""
    edited: str = ""
    lang: str = ""
    header: Header = Header()
