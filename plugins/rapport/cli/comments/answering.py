"""What somebody writes here: an answer of the firm's, or a comment that was given by hand."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from rapport.arrivals import NO_CONTACT, Contact, Pending
from rapport.cli.comments.kept import Kept, Refused
from rapport.cli.comments.telling import Done
from rapport.cli.comments.writing import (
    draft_answers,
    draft_published,
    keep_contact,
    log,
    public_path,
    readable,
    write_checked,
    write_post_ids,
)
from rapport.conversation import new_id, pending_text, signed, to_text
from rapport.errors import UsageError
from rapport.model import Comment, Person
from rapport.sources import draft_path, inbox_path
from rapport.store import inside, write_text

_RANDOM = 10


@dataclass(frozen=True, slots=True)
class Given:
    """A comment that somebody gives by hand; `wait` puts it into the inbox."""

    comment: Comment
    by: str
    now: datetime
    contact: Contact = NO_CONTACT
    namesake: bool = False
    wait: bool = False
    also: tuple[Comment, ...] = ()


def fresh_id(moment: datetime) -> str:
    """A new id for a comment of that moment."""
    return new_id(moment, secrets.token_bytes(_RANDOM))


def give(kept: Kept, given: Given) -> Done:
    """Write a comment, published or (if it must wait) into the inbox; once only.

    Raises Refused, with nothing written, when the site could not read it.
    """
    comment = given.comment
    before = _same(kept, comment)
    if before is not None:
        return _there(kept, given, before)
    second = kept.settings.second_approver and comment.role in ("firm", "brand")
    if given.wait or second:
        return _into_inbox(kept, given)
    comment, goal, text = _ready(kept, given)
    notes = [*write_post_ids(kept, comment.post)]
    keep_contact(kept, comment, given.contact)
    written = write_checked(kept, text, goal)
    log(kept, comment.id, given.now, given.by, "approved", once=True)
    return Done(
        comment.id,
        "answered" if comment.role == "firm" and comment.reply_to else "added",
        comment.post,
        comment.author,
        kept.shown_path(goal),
        _drafted(kept, written, given),
        tuple(notes),
    )


def _ready(kept: Kept, given: Given) -> tuple[Comment, Path, str]:
    """The comment as it will be published, its file and its text; raises Refused for a fault."""
    comment = replace(given.comment, approved=signed(given.by, given.now))
    goal = public_path(kept, comment.post, comment.id)
    text = _text(comment, given.namesake)
    _, faults = readable(kept, text, goal)
    errors = [fault.message for fault in faults if fault.severity == "error"]
    if errors:
        raise Refused(" ".join(errors))
    return comment, goal, text


def firm_person(kept: Kept, slug: str) -> Person:
    """The named person of the firm with this slug; raises UsageError with the near miss."""
    person = kept.roster.get(slug)
    if person is not None and person.role == "firm":
        return person
    names = ", ".join(each.slug for each in kept.roster.firm) or "nobody yet"
    if person is not None:
        raise UsageError(
            f"{slug} is on the roster as {person.role}; the firm answers by a person of its own: "
            f"{names}."
        )
    raise UsageError(unknown(kept, slug) or f"Nobody is called {slug!r}. The firm is: {names}.")


def speaker(kept: Kept, slug: str | None, by: str) -> Person:
    """Who of the firm answers: the one that is named, else whoever gives the command.

    Raises UsageError when that is nobody of the firm.
    """
    if slug is not None:
        return firm_person(kept, slug)
    person = kept.roster.named(by)
    if person is not None and person.role == "firm":
        return person
    names = ", ".join(each.slug for each in kept.roster.firm) or "nobody yet"
    raise UsageError(
        f"{by} is nobody of the firm on the roster. Say who answers: --as SLUG. The firm is: "
        f"{names}."
    )


def unknown(kept: Kept, slug: str) -> str:
    """The message for a slug that nobody on the roster has, empty for one that somebody has."""
    if kept.roster.get(slug) is not None:
        return ""
    near = kept.roster.nearest(slug) or ""
    person = kept.roster.get(near) or kept.roster.named(near) or kept.roster.handle(near)
    hint = f"Did you mean {person.slug}?" if person else "They need a file in content/people."
    return f"Nobody on the roster is called {slug!r}. {hint}"


def _same(kept: Kept, comment: Comment) -> Comment | None:
    """The comment that says this already: a command given twice writes once."""
    every: Iterable[Comment] = (
        *kept.opened.site.comments,
        *(pending.comment for pending in kept.inbox.pending),
    )
    key = _key(comment)
    return next((each for each in every if _key(each) == key), None)


def _key(comment: Comment) -> tuple[object, ...]:
    body = comment.body.strip()
    return comment.post, comment.author, comment.person, comment.reply_to, body


def _there(kept: Kept, given: Given, before: Comment) -> Done:
    """What is there already; if it is of the same day and hand, the last steps may be lacking."""
    draft = inside(kept.settings.private, draft_path(before.id))
    if before.approved == signed(given.by, given.now) and not draft.exists():
        log(kept, before.id, given.now, given.by, "approved", once=True)
        keep_contact(kept, before, given.contact)
        _drafted(kept, before, given)
    note = f"{before.author} has said this there already."
    if given.also:
        missing = [each.id for each in given.also if each.id not in before.answers]
        note += f" It does not name {', '.join(missing)} in Answers." * bool(missing)
    return Done(before.id, "nothing", before.post, before.author, before.path, notes=(note,))


def _into_inbox(kept: Kept, given: Given) -> Done:
    """Into `pending`, checked as if it were published."""
    comment = given.comment
    _ready(kept, given)
    firm = comment.role in ("firm", "brand")
    pending = Pending(
        comment,
        "pending",
        received=given.now,
        contact=given.contact,
        written_by=given.by if firm else "",
    )
    path = inside(kept.settings.private, inbox_path("pending", comment.id))
    write_text(path, pending_text(pending), private=True)
    log(kept, comment.id, given.now, given.by, "written", once=True)
    second = firm and kept.settings.second_approver
    note = f"Somebody else than {given.by} and {comment.author} approves it."
    return Done(
        comment.id,
        "pending",
        comment.post,
        comment.author,
        kept.shown_path(path),
        notes=(note,) * second,
    )


def _text(comment: Comment, namesake: bool) -> str:
    """The file; `Person: none` stands in no Comment but in its header."""
    from rapport.conversation import with_keys  # noqa: PLC0415 - only a namesake needs it

    text = to_text(comment)
    return with_keys(text, {"Person": ["none"]}) if namesake else text


def _drafted(kept: Kept, comment: Comment, given: Given) -> str:
    if comment.role == "firm":
        return draft_answers(kept, comment, given.also)
    return draft_published(kept, comment, given.contact)
