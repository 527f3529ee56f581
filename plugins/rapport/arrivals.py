"""What comes from elsewhere before it is ours: by mail, by a form, out of another system.

The nouns of arriving, beside those of `model`: most commands meet none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from rapport.model import Comment, CommentKind

ArrivedState = Literal["shown", "pending", "removed", "spam"]
PendingState = Literal["pending", "spam", "aside"]


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a writer and what they agreed to: kept in the private folder alone.

    `agreed` is the wording that stood beside the form when they wrote.
    """

    email: str = ""
    ip: str = ""
    agreed: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is known."""
        return not (self.email or self.ip or self.agreed)


NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Place:
    """A thread somewhere else, with everything that may say which post it stood under.

    `keys` are the names it goes by there (identifiers, slugs, paths), the surest first.
    """

    id: str
    title: str = ""
    url: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """A comment out of our own export, which is what it was: with its id, its parent, its person.

    `file` is the text of its file where that is not as Rapport would write it, else empty.
    """

    comment: Comment
    file: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One comment as another system knows it; nothing in it has been trusted yet.

    `id` is its id there, `place` that of its Place, `parent` the id there of what it answers.
    `date` is aware; `zoneless` says that none was given there and the site's zone was taken.
    `body` is restricted Markdown; `dropped` names the markup that it cannot hold ("image").
    `account` is the writer as that system tells them apart, for a mapping that says who is who.
    `why` is the reason for a state that is not "shown". `own` is there when it was ours before:
    then nothing about it is made anew.
    """

    id: str
    place: str
    author: str
    date: datetime
    body: str
    state: ArrivedState = "shown"
    why: str = ""
    parent: str = ""
    account: str = ""
    url: str = ""
    source_url: str = ""
    kind: CommentKind = "comment"
    lang: str = ""
    edited: datetime | None = None
    contact: Contact = NO_CONTACT
    zoneless: bool = False
    dropped: tuple[str, ...] = ()
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry of another system's export that becomes no comment, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Export:
    """Everything another system gave: `source` is its name as `Source:` has it.

    `notes` are sentences about what the file itself lacks or says that no comment can hold.
    """

    source: str
    places: tuple[Place, ...] = ()
    comments: tuple[Arrived, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pending:
    """A comment in the private inbox: one that waits for approval, spam, or of no known post.

    `comment` is what it would be once approved; its `post` is empty while that is not known
    ("aside"), and `place` says where it stood. `flags` say what a person should look at first, each
    "word - explanation". `parent` is the id, where it came from, of what it answers, while that
    has no id here. `written_by` is who at the firm wrote it, when somebody else has to approve it.
    """

    comment: Comment
    state: PendingState
    received: datetime
    flags: tuple[str, ...] = ()
    place: Place | None = None
    parent: str = ""
    contact: Contact = field(default=NO_CONTACT)
    written_by: str = ""
