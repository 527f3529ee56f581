"""The plain shape: a comment as a row of named values, out of JSON or a table.

`docs/conversation.md` describes it for people who have to make one out of something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar, get_args
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place, Skipped
from rapport.importers.dates import moment
from rapport.importers.markup import Body, from_html, from_markdown, from_plain
from rapport.model import CommentKind, clean_text, one_line, safe_url

_T = TypeVar("_T")
# Every key, with the other names it goes by, and what it is for.
KEYS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "post": (("post_id", "slug"), "the post's id or slug; this or `post_url` is needed"),
    "post_url": ((), "the address of the page it stood under"),
    "post_title": ((), "the title of that page"),
    "date": (("created", "created_at"), "when it was written; needed"),
    "body": (("markdown",), "the words, in Markdown; this, `text` or `html` is needed"),
    "text": ((), "the words, as plain text"),
    "html": ((), "the words, as HTML"),
    "author": (("name",), "the name to show"),
    "id": ((), "its id there, so that a second import finds it again"),
    "parent": (("reply_to", "parent_id"), "the id there of the comment it answers"),
    "account": ((), "who wrote it, as that system tells people apart; for --map"),
    "url": (("website",), "the writer's own page"),
    "status": (("state",), "shown (the default), pending, removed or spam"),
    "why": ((), "the reason for a status that is not shown"),
    "kind": ((), "comment (the default), like, repost or mention"),
    "lang": (("language",), "the language of the words"),
    "edited": ((), "when it was changed last"),
    "source_url": ((), "its own address there"),
    "email": ((), "the writer's address; kept privately"),
    "ip": ((), "the address it was sent from; kept privately"),
    "agreed": ((), "the wording the writer agreed to; kept privately"),
}
# What our own table has besides; an import of it takes its words and leaves these.
OWN_KEYS = frozenset(("person", "answers", "answer", "approved", "source", "source_id"))
STATES: Mapping[str, ArrivedState] = {state: state for state in get_args(ArrivedState)} | {
    "approved": "shown", "published": "shown", "visible": "shown", "unapproved": "pending",
    "deleted": "removed", "trash": "removed", "hidden": "removed",
}  # fmt: skip
_KINDS: Mapping[str, CommentKind] = {kind: kind for kind in get_args(CommentKind)}
_NAMES = {name: key for key, (others, _) in KEYS.items() for name in (key, *others)}


class Odd(ValueError):  # noqa: N818 - a state, named as callers say it
    """A row that becomes no comment; its words say why."""


@dataclass(slots=True)
class _Found:
    places: dict[str, Place]
    comments: dict[str, Arrived]
    skipped: list[Skipped]


def named(keys: Iterable[str]) -> dict[str, str]:
    """The keys of a file that mean something here, with what they mean."""
    plain = {key: key.strip().lower().replace("-", "_").replace(" ", "_") for key in keys}
    return {key: _NAMES[name] for key, name in plain.items() if name in _NAMES}


def unknown(keys: Iterable[str]) -> list[str]:
    """The keys of a file that mean nothing here."""
    known = named(keys)
    return [
        key for key in keys
        if key not in known and key.strip().lower().replace("-", "_") not in OWN_KEYS
    ]  # fmt: skip


def gathered(source: str, rows: Iterable[object], zone: ZoneInfo) -> Export:
    """The rows as an export; each becomes a comment or is skipped with its reason."""
    found = _Found({}, {}, [])
    for number, row in enumerate(rows, 1):
        label = f"row {number}"
        try:
            if not isinstance(row, Mapping):
                raise Odd("it is no object with keys")
            values = {meaning: value_of(row[key]) for key, meaning in named(row).items()}
            label = one_line(values.get("id", "")) or label
            _take(values, zone, found)
        except Odd as fault:
            found.skipped.append(Skipped(label, str(fault)))
    return Export(
        source, tuple(found.places.values()), tuple(found.comments.values()), tuple(found.skipped)
    )


def value_of(value: object) -> str:
    """A value as text; Odd for what is none, such as a list."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Odd(f"{one_line(repr(value))[:60]} is not a text or a number")
    return clean_text(str(value))


def _take(values: Mapping[str, str], zone: ZoneInfo, found: _Found) -> None:
    comment, place = _comment(values, zone)
    if comment.id in found.comments:
        raise Odd("its id stands twice")
    found.comments[comment.id] = comment
    found.places.setdefault(place.id, place)


def _comment(values: Mapping[str, str], zone: ZoneInfo) -> tuple[Arrived, Place]:
    def line(key: str) -> str:
        return one_line(values.get(key, ""))

    place = _place(line("post"), line("post_url"), line("post_title"))
    state = _one_of("status", line("status"), STATES, "shown")
    kind = _one_of("kind", line("kind"), _KINDS, "comment")
    when = moment(line("date"), zone)
    if when is None:
        raise Odd(f"its date {line('date')!r} cannot be read")
    body = _body(values)
    if not body.text and state != "removed" and kind == "comment":
        raise Odd("it has no words")
    edited = moment(line("edited"), zone)
    comment = Arrived(
        id=line("id") or _made_id(place.id, values),
        place=place.id,
        author=line("author"),
        date=when[0],
        body=body.text,
        state=state,
        why=line("why") or ("" if state == "shown" else f"{state} there"),
        parent=line("parent"),
        account=line("account") or line("author"),
        url=safe_url(line("url")),
        source_url=safe_url(line("source_url")),
        kind=kind,
        lang=line("lang"),
        edited=edited[0] if edited else None,
        contact=Contact(line("email"), line("ip"), line("agreed")),
        zoneless=when[1],
        dropped=body.dropped,
    )
    return comment, place


def _place(post: str, url: str, title: str) -> Place:
    if not post and not url:
        raise Odd("it names no post: `post` or `post_url` is needed")
    return Place(post or url, title, url, (post,) if post else ())


def _one_of(key: str, value: str, known: Mapping[str, _T], instead: _T) -> _T:
    if not value:
        return instead
    found = known.get(value.lower())
    if found is None:
        raise Odd(f"its {key} is {value!r}, which means nothing here")
    return found


def _body(values: Mapping[str, str]) -> Body:
    if values.get("html", "").strip():
        return from_html(values["html"])
    if values.get("text", "").strip():
        return from_plain(values["text"])
    return from_markdown(values.get("body", ""))


def _made_id(place: str, values: Mapping[str, str]) -> str:
    """An id for a comment that has none: the same for the same words."""
    told = "\0".join(values.get(key, "") for key in ("author", "date", "body", "text", "html"))
    data = f"{place}\0{told}".encode("utf-8", "surrogatepass")
    return f"made-{blake2b(data, digest_size=12).hexdigest()}"
