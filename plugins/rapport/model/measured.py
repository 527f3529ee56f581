"""What one post does, measured and not judged.

Facts are made, sent from process to process and kept by the thousand: each is a tuple.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapport.model.text import Span


class Question(NamedTuple):
    """An interrogative sentence and whether it invites readers; `why` is the reason in words.

    `words_after` are the words of the post that stand behind one that does (0 for any other).
    """

    text: str
    span: Span
    for_reader: Literal["yes", "no", "unclear"]
    why: str
    vague: bool = False
    exact: bool = True
    words_after: int = 0


class Told(NamedTuple):
    """An invitation, or a pitch: a sentence by what it does.

    Of a pitch, `closing` says that the post ends on it, `kind` what it does: ask to hire, call or
    book, or boast.
    """

    text: str
    span: Span
    closing: bool = False
    exact: bool = True
    kind: Literal["", "hire", "boast"] = ""


class Named(NamedTuple):
    """A natural person outside the firm, once a post."""

    name: str
    span: Span
    credited: bool
    exact: bool = True


class Quoted(NamedTuple):
    """A quotation of six words or more, or a blockquote, and whether it says where it is from."""

    text: str
    span: Span
    source: bool
    exact: bool = True


class Link(NamedTuple):
    """A link and whose place it leads to; `says_where` is false for "here" and the like."""

    url: str
    text: str
    span: Span
    to: Literal["other", "own", "share"]
    says_where: bool = True
    exact: bool = True


class Image(NamedTuple):
    """An image, whether it credits its maker and whether it has alternative text."""

    src: str
    span: Span
    credit: bool
    alt: bool
    exact: bool = True


class Handle(NamedTuple):
    """An @handle in the post's own words; `leads` is false when nobody knows where to."""

    name: str
    span: Span
    leads: bool
    exact: bool = True


class Addressed(NamedTuple):
    """How often the post's own prose says "you", "we" and "I", in whatever form.

    `as_firm` are those "we" that are plainly the firm: their sentence also names it, its people or
    those it works for. In a guide or a proof "we" are the writer and the reader.
    """

    you: int = 0
    we: int = 0
    i: int = 0
    as_firm: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What one post does, measured and not judged.

    `language` is what the post's header says, else what its words are plainly in, else the site's.
    """

    path: str
    language: str
    words: int
    questions: tuple[Question, ...] = ()
    invitations: tuple[Told, ...] = ()
    people: tuple[Named, ...] = ()
    pitch: tuple[Told, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    handles: tuple[Handle, ...] = ()
    addressed: Addressed = Addressed()
