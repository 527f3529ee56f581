"""A comment that came in by mail or by a form: which post it belongs to, what speaks against it.

Everything that arrives waits for a person. What is plainly noise is kept apart as spam, with the
reason; what belongs to no post that is known is kept aside. Nothing here makes anybody the firm's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from rapport.arrivals import Arrived, Pending, PendingState, Place, Skipped
from rapport.conversation.entries import FIRM_NAME, LONGEST, public_name, public_url
from rapport.conversation.ids import id_for_import, valid_id
from rapport.conversation.matters import FLAG, looks_like_matter
from rapport.model import Comment, clean_text, one_line, without_addresses

_LINK = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"]{3,}|<a\s|\[url[=\]]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_HASH = 16

Marks = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Door:
    """What an arrival meets.

    `posts` says of each post's id and slug whether it takes comments, with its id; `comments` are
    the posts' ids by comment. `taken` are the ids of everything that is or was a comment here.
    `claims` says which name of the firm's a writer's name equals or passes for.
    """

    posts: Mapping[str, tuple[str, bool]]
    comments: Mapping[str, str]
    taken: AbstractSet[str]
    claims: Callable[[str], str]
    now: datetime
    link_limit: int = 3
    spam_words: Sequence[str] = ()


def received(
    arrived: Arrived, place: Place, source: str, door: Door, marks: Marks = ()
) -> Pending | Skipped:
    """The comment as it waits in the inbox; Skipped when it is there already or says nothing.

    `source` is `mail` or `form`; `marks` are other places (post, comment) where it may belong: the
    first that is known counts. The same arrival has the same id again, whatever its date says.
    """
    name = id_for_import(arrived.date, source, arrived.id)
    known = next((each for each in sorted(door.taken) if each[-_HASH:] == name[-_HASH:]), "")
    if known:
        return Skipped(known, "it has come in before")
    body = without_addresses(clean_text(arrived.body)).strip("\n").rstrip()
    if not body.strip():
        return Skipped(name, "it has no text")
    if len(body.encode("utf-8", "replace")) > LONGEST:
        return Skipped(name, f"it is longer than {LONGEST / 1e6:.1f} MB")
    arrived = _placed(arrived, door, marks)
    post, parent, doubts = _home(arrived, door)
    comment = Comment(
        id=name,
        post=post,
        path="",
        author=public_name(arrived.author),
        date=arrived.date,
        body=body,
        url=public_url(arrived.url),
        reply_to=parent or None,
        source=source,
    )
    spam = tuple(_spam(arrived, door))
    state: PendingState = "spam" if spam else "pending" if post else "aside"
    return Pending(
        comment,
        state,
        received=door.now,
        flags=(*spam, *doubts, *_flags(comment, arrived, door)),
        place=None if post else place,
        parent="" if post else one_line(arrived.parent)[:100],
        contact=arrived.contact,
    )


def _placed(arrived: Arrived, door: Door, marks: Marks) -> Arrived:
    for post, parent in ((arrived.place, arrived.parent), *marks):
        if post in door.posts or (not post and parent in door.comments):
            return replace(arrived, place=post, parent=parent)
    return arrived


def _home(arrived: Arrived, door: Door) -> tuple[str, str, tuple[str, ...]]:
    """The post's id, the id of the comment that is answered, and what is doubtful about them."""
    parent = arrived.parent if valid_id(arrived.parent) else ""
    post, open_ = door.posts.get(arrived.place, ("", True))
    if not arrived.place and parent in door.comments:
        post, open_ = door.posts.get(door.comments[parent], ("", True))
    doubts = [] if open_ else ["closed - this post takes no comments any more"]
    if not post:
        return "", "", ()
    if arrived.parent and door.comments.get(parent) != post:
        told = one_line(arrived.parent)[:40]
        doubts.append(f"parent - it answers {told!r}, which is no comment on this post")
        parent = ""
    return post, parent, tuple(doubts)


def _spam(arrived: Arrived, door: Door) -> Iterator[str]:
    if arrived.state == "spam":
        yield f"spam - {arrived.why or 'it was marked so where it came from'}"
    links = len(_LINK.findall(arrived.body))
    if links > door.link_limit:
        yield f"spam - {links} links, and RAPPORT_LINK_LIMIT is {door.link_limit}"
    said = _words(f"{arrived.author} {arrived.body} {arrived.url}")
    for word in door.spam_words:
        bare = _words(word)
        if bare.strip() and bare in said:
            yield f"spam - it holds {one_line(word)!r} of RAPPORT_SPAM_WORDS"
            return


def _words(text: str) -> str:
    """The words of a text in small letters, with one space around each: a word is found whole."""
    found = " ".join(_WORD.findall(text.casefold()))
    return f" {found} "


def _flags(comment: Comment, arrived: Arrived, door: Door) -> Iterator[str]:
    if looks_like_matter(comment.body):
        yield FLAG
    firm = door.claims(comment.author)
    if firm:
        yield (
            f"{FIRM_NAME} - {comment.author!r} is, or looks like, {firm}, a name of the firm's; "
            "only a line `Person:` makes it theirs"
        )
    if arrived.dropped:
        yield f"left out - {', '.join(dict.fromkeys(arrived.dropped))}"
