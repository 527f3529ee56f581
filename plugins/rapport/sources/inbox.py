"""The private inbox: comments that are not public, each file to a Pending.

Its folders say what became of them: `pending` waits for approval, `spam` is kept apart, `aside`
is of no post that is known. What is wrong with a file is a problem of that file alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import get_args

from rapport.arrivals import Contact, Pending, PendingState, Place
from rapport.conversation import CONTACT_KEYS, PENDING_KEYS, PRIVATE_KEYS
from rapport.model import Field, Finding, Header, Person
from rapport.people import Roster
from rapport.settings import Settings
from rapport.sources.comments import Company, comment_of
from rapport.sources.dates import GOOD_WITH_ZONE, comment_date
from rapport.sources.headers import parse_strict, strict_keys
from rapport.sources.loading import COMMENT_LIMIT, load
from rapport.sources.privacy import firm_names
from rapport.sources.problems import Problems
from rapport.store import files

INBOX = "inbox"
CONTACTS = "contacts"
_KEYS = strict_keys(PENDING_KEYS)
_CONTACT_KEYS = strict_keys(CONTACT_KEYS)
_PRIVATE = frozenset(key.lower() for key in PRIVATE_KEYS)
_STATES: tuple[PendingState, ...] = get_args(PendingState)


@dataclass(frozen=True, slots=True)
class Inbox:
    """What is in the private inbox, oldest first; `problems` are files that could not be read."""

    pending: tuple[Pending, ...] = ()
    problems: tuple[Finding, ...] = ()


def company_of(people: tuple[Person, ...], settings: Settings) -> Company:
    """Who is who, for reading comments apart from the site."""
    return Company(Roster(people), (), firm_names(people, settings.firm_names))


def inbox_path(state: PendingState, comment_id: str) -> str:
    """Where a comment of the inbox lies, relative to the private folder."""
    return f"{INBOX}/{state}/{comment_id}.md"


def contact_path(comment_id: str) -> str:
    """Where the contact of a comment's writer lies, relative to the private folder."""
    return f"{CONTACTS}/{comment_id}.md"


def reasons_path(comment_id: str) -> str:
    """Where the log of what was decided about a comment lies, relative to the private folder."""
    return f"reasons/{comment_id}.md"


def refused_path(comment_id: str) -> str:
    """Where the words of a refused or removed comment are kept, relative to the private folder."""
    return f"refused/{comment_id}.md"


def draft_path(comment_id: str) -> str:
    """Where the draft of a mail about a comment lies, relative to the private folder."""
    return f"drafts/{comment_id}.eml"


def read_inbox(settings: Settings, people: tuple[Person, ...]) -> Inbox:
    """Every comment of the private inbox; `people` are the roster's.

    Raises Unreadable for a folder that cannot be read; one that is not there holds nothing.
    """
    company = company_of(people, settings)
    found: list[Pending] = []
    problems: list[Finding] = []
    for state in _STATES:
        for file in files(settings.private / INBOX / state, (".md",)):
            log = Problems(_relative(file, settings))
            pending = _read(file, state, company, log)
            problems += log.found
            if pending is not None:
                found.append(pending)
    found.sort(key=lambda each: (each.received, each.comment.id))
    return Inbox(tuple(found), tuple(problems))


def read_contact(settings: Settings, comment_id: str) -> Contact:
    """How to reach the writer of a published comment; empty when nothing is known."""
    file = settings.private / contact_path(comment_id)
    loaded = load(str(file), COMMENT_LIMIT, Problems(str(file))) if file.is_file() else None
    if loaded is None:
        return Contact()
    header, _ = parse_strict(loaded[0], _CONTACT_KEYS, Problems(str(file)))
    return _contact({field.key: field for field in header.fields})


def _relative(file: Path, settings: Settings) -> str:
    """A path as findings have it: relative to the settings file, if it lies below."""
    inside = file.is_relative_to(settings.root)
    return (file.relative_to(settings.root) if inside else file).as_posix()


def _read(file: Path, state: PendingState, company: Company, problems: Problems) -> Pending | None:
    loaded = load(str(file), COMMENT_LIMIT, problems)
    if loaded is None:
        return None
    text = loaded[0]
    header, start = parse_strict(text, _KEYS, problems, repeatable=("answers", "flag"))
    first = {field.key: field for field in reversed(header.fields)}
    own = Header(tuple(field for field in header.fields if field.key not in _PRIVATE))
    post = _value(first, "post")
    comment = comment_of(own, text[start:], (post, file.stem), company, problems)
    pending = Pending(
        comment=replace(comment, path=problems.path),
        state=state,
        received=_received(first, comment.date, problems),
        flags=tuple(field.value for field in header.all("flag")),
        place=_place(first),
        parent=_value(first, "parent"),
        contact=_contact(first),
        written_by=_value(first, "written-by"),
    )
    return None if problems.bad else pending


def _value(first: Mapping[str, Field], key: str) -> str:
    field = first.get(key)
    return field.value if field else ""


def _received(first: Mapping[str, Field], written: datetime, problems: Problems) -> datetime:
    """When it came in; a file somebody laid there by hand may leave that out."""
    field = first.get("received")
    if field is None or not field.value:
        return written
    moment = comment_date(field.value)
    if isinstance(moment, datetime):
        return moment
    problems.error(
        "CFG904",
        f"Received is {field.value!r}, which {moment}. A good one looks like {GOOD_WITH_ZONE}.",
        field,
    )
    return written


def _place(first: Mapping[str, Field]) -> Place | None:
    name, title, url = (_value(first, key) for key in ("place", "place-title", "place-url"))
    return Place(name, title, url) if name or title or url else None


def _contact(first: Mapping[str, Field]) -> Contact:
    return Contact(*(_value(first, key) for key in ("email", "ip", "agreed")))
