"""One file of content/comments to a Comment, with everything that is wrong with it.

Comments are read strictly: a slip in a header may be a `Status: removed` that does not take hold,
so a comment with an error is left out until it is mended. Warnings leave it in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple, get_args

from rapport.conversation import COMMENT_KEYS
from rapport.model import (
    LANGUAGE,
    Comment,
    CommentKind,
    Field,
    Header,
    Person,
    address_in,
    clean_text,
)
from rapport.people import Roster
from rapport.sources.dates import COMMENT_YEARS, GOOD_WITH_ZONE, comment_date, in_zone
from rapport.sources.handmade import check_html, check_name
from rapport.sources.headers import parse_strict, strict_keys
from rapport.sources.lang import check_lang
from rapport.sources.own_fields import parted
from rapport.sources.people import url
from rapport.sources.privacy import claimed
from rapport.sources.problems import Problems, listed, meant

_KEYS = strict_keys(COMMENT_KEYS)
_KINDS = get_args(CommentKind)
_STATUSES = ("shown", "removed")
# "approved" looks like "removed", and is nearly its opposite.
_SURE = 0.8
_SOURCE = re.compile(r"[a-z][a-z0-9-]*")
_DATED = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\S)"
)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Company(NamedTuple):
    """Who is who, as far as a comment needs it.

    `faulty` are the slugs of person files that could not be read; `firm` the names that only the
    firm signs with, by how they look.
    """

    roster: Roster
    faulty: Collection[str]
    firm: Mapping[str, str]


def read_comment(
    post: str, name: str, text: str, company: Company, problems: Problems
) -> Comment | None:
    """The Comment of the file `<post>/<name>.md` at `problems.path`, None when it has an error."""
    header, start = parse_strict(text, _KEYS, problems, repeatable=("answers",))
    comment = comment_of(header, text[start:], (post, name), company, problems)
    _check_claim(comment, company, problems)
    check_privacy(header, comment.body or text[start:], text, start, problems)
    # Whatever came in by another way says which, and was brought into Markdown.
    if header.get("source") is None:
        check_html(text, start, problems)
    return None if problems.bad else comment


def comment_of(
    header: Header, below: str, key: tuple[str, str], company: Company, problems: Problems
) -> Comment:
    """The Comment that a header and the text below it make; `key` is its post's id and its own.

    Whatever is wrong is in `problems`; with an error among them the comment is not to be used.
    """
    post, name = key
    first = {field.key: field for field in reversed(header.fields)}
    body = clean_text(below).strip("\n")
    check_name(name, first, problems)
    status = _status(first, body, problems)
    person = _person(first, company, problems)
    return Comment(
        id=name,
        post=post,
        path=problems.path,
        author=_author(first, status, problems),
        date=_date(first, problems),
        body="" if status == "removed" else body,
        person=person.slug if person else None,
        role=person.role if person else "reader",
        url=url(first.get("url"), problems),
        reply_to=_value(first, "reply-to") or None,
        answers=_answers(header),
        kind=_kind(first, status, body, problems),
        source=_shaped(first, "source", _SOURCE, "a word such as form or mail", problems) or "form",
        source_id=_value(first, "source-id"),
        source_url=url(first.get("source-url"), problems),
        status=status,
        not_needed=_not_needed(first, problems),
        approved=_dated(first, "approved", "2026-05-06 ana-rossi", problems),
        edited=_dated(first, "edited", "2026-05-07 - a name", problems),
        lang=_lang(first, problems),
        header=header,
    )


def _value(first: Mapping[str, Field], key: str) -> str:
    field = first.get(key)
    return field.value if field else ""


def _status(
    first: Mapping[str, Field], body: str, problems: Problems
) -> Literal["shown", "removed"]:
    field = first.get("status")
    value = field.value.lower() if field else ""
    if field and value not in ("", *_STATUSES):
        hint = meant(value, ("removed",), "", _SURE)
        otherwise = "Leave the line out: a comment under content is shown. A removed one says so."
        problems.error("CFG903", f"Status is {field.value!r}. {hint or otherwise}", field)
    if field and value == "removed" and body.strip():
        problems.error(
            "CFG903",
            "A removed comment has no text: it would stay readable in this file. Delete the text.",
            field,
        )
    return "removed" if value == "removed" else "shown"


def _author(first: Mapping[str, Field], status: str, problems: Problems) -> str:
    author = _value(first, "author")
    # A name of nothing but joiners and marks of direction is none that anybody could be called by.
    plain = author.isascii() and author.isprintable() and author
    visible = plain or any(each.isprintable() and not each.isspace() for each in author)
    if not visible and status == "shown":
        problems.error("CFG902", "This comment has no author. Add a line `Author: ...`.")
    return author


def _check_claim(comment: Comment, company: Company, problems: Problems) -> None:
    """Nobody signs with a name of the firm's, or one that looks like it, without `Person:`."""
    person = comment.header.get("person")
    name = "" if person and person.value else claimed(comment.author, company.firm)
    if name:
        problems.error(
            "CFG910",
            f"{comment.author!r} is, or looks like, {name}, a name of the firm's. If it is, add "
            "`Person: ` and their slug; if somebody else has that name, add `Person: none`.",
            comment.header.get("author") or 1,
        )


def _person(first: Mapping[str, Field], company: Company, problems: Problems) -> Person | None:
    field = first.get("person")
    if field is None or field.value.lower() in ("", "none"):
        return None
    person = company.roster.get(field.value)
    if person is None and field.value not in company.faulty:
        told = unknown_person("Person", field.value, company.roster)
        if "Did you mean" not in told:
            told += " If you are a reader, leave the line out."
        problems.error("CFG905", told, field)
    return person


def unknown_person(key: str, value: str, roster: Roster) -> str:
    """The message for a slug that is not on the roster."""
    near = roster.nearest(value)
    person = near and (roster.get(near) or roster.named(near) or roster.handle(near))
    hint = (
        f"Did you mean {person.slug}?"
        if person
        else "Write the name of a file in content/people, without .md, or add the file."
    )
    return f"{key} is {value!r}, and nobody on the roster is called so. {hint}"


def _date(first: Mapping[str, Field], problems: Problems) -> datetime:
    field = first.get("date")
    if field is None or not field.value:
        problems.error("CFG902", f"This comment has no date. Add a line `Date: {GOOD_WITH_ZONE}`.")
        return _NEVER
    date = comment_date(field.value)
    if isinstance(date, datetime):
        return date
    zone = ": say how far the clock is from UTC, such as +02:00, or Z" if "zone" in date else ""
    problems.error(
        "CFG904",
        f"Date is {field.value!r}, which {date}{zone}. A good one looks like {GOOD_WITH_ZONE}.",
        field,
    )
    return _NEVER


def _answers(header: Header) -> tuple[str, ...]:
    found = (each for field in header.all("answers") for each in re.split(r"[,\s]+", field.value))
    return tuple(dict.fromkeys(each for each in found if each))


def _kind(first: Mapping[str, Field], status: str, body: str, problems: Problems) -> CommentKind:
    field = first.get("kind")
    value = (field.value.lower() if field else "") or "comment"
    if value == "comment" and status == "shown" and not body.strip():
        problems.error(
            "CFG902",
            "This comment has no text. Write it below the header after an empty line, or say "
            "`Status: removed`.",
        )
    for kind in _KINDS:
        if value == kind:
            return kind  # type: ignore[no-any-return]
    hint = meant(value, _KINDS, f"It can be {listed(_KINDS)}.")
    problems.error("CFG903", f"Kind is {value!r}. {hint}", field or 1)
    return "comment"


def _shaped(
    first: Mapping[str, Field], key: str, shape: re.Pattern[str], what: str, problems: Problems
) -> str:
    value = _value(first, key)
    if value and not shape.fullmatch(value):
        problems.error("CFG903", f"{key.title()} is {value!r}. Write {what}.", first[key])
        return ""
    return value


def _lang(first: Mapping[str, Field], problems: Problems) -> str:
    value = _value(first, "lang")
    # A code that an import brought along is kept, though there may be a shorter one.
    if not value or LANGUAGE.fullmatch(value):
        return value
    check_lang(value, first["lang"], problems)
    return ""


def _dated(first: Mapping[str, Field], key: str, example: str, problems: Problems) -> str:
    """A value that begins with a date; one that does not is kept, and doubted."""
    value = _value(first, key)
    if value and _date_in(value) is None:
        problems.warning(
            "CFG904",
            f"{key.title()} is {value!r}, which begins with no date. Write when, and then the "
            f"rest: `{key.title()}: {example}`.",
            first[key],
        )
    return value


def _date_in(value: str) -> datetime | None:
    found = _DATED.match(value)
    try:
        date = datetime.fromisoformat(found["date"]) if found else None
    except ValueError:
        return None
    return date if date is not None and date.year in COMMENT_YEARS else None


def edited_at(comment: Comment, zone: tzinfo) -> datetime | None:
    """The moment that `Edited:` begins with, in `zone` where it names none; None without one."""
    date = _date_in(comment.edited)
    return in_zone(date, zone) if date else None


def _not_needed(first: Mapping[str, Field], problems: Problems) -> str | None:
    field = first.get("answer")
    if field is None or not field.value:
        return None
    what, reason = parted(field.value)
    if what.lower() != "not-needed":
        problems.error(
            "CFG903",
            f"Answer is {field.value!r}. Write `Answer: not-needed - reason`, or remove the line.",
            field,
        )
        return None
    if not reason:
        problems.warning("CFG902", "Say why nobody waits: `Answer: not-needed - reason`.", field)
    return reason


def check_privacy(header: Header, body: str, text: str, start: int, problems: Problems) -> None:
    """No e-mail address may stand in a comment's file."""
    for field in header.fields:
        if address_in(field.value):
            problems.error("CFG903", _NO_ADDRESS, field)
    address = address_in(body)
    if address:
        place = text.find(address, start)
        problems.error("CFG903", _NO_ADDRESS, text.count("\n", 0, max(place, start)) + 1)


_NO_ADDRESS = (
    "An e-mail address stands in this comment, and the file is public. Remove it, or write "
    "[address] in its place."
)
