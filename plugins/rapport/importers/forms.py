"""What a form service delivers as JSON: Netlify Forms, Formspree, or anything with named fields.

One object, a list of them, an object that holds the list, or one object a line. The fields of our
own form have the names that are tried first; a site's own mapping comes before all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, Contact, Place
from rapport.importers.dates import moment
from rapport.importers.faults import Unusable
from rapport.importers.mails import Mail
from rapport.importers.markup import from_markdown
from rapport.model import address_in, clean_text, one_line

# Our name for a field, and what others call it, in small letters without a leading underscore.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "author": ("name", "your-name", "nom", "nombre"),
    "email": ("e-mail", "mail", "replyto"),
    "url": ("website", "homepage", "page-of-writer"),
    "body": ("message", "comment", "text", "words"),
    "post": ("post-id", "post_id", "slug"),
    "parent": ("parent-id", "parent_id", "reply-to-comment"),
    "agreed": ("consent", "notice"),
    "trap": ("gotcha", "bot-field", "honeypot", "fax"),
    "date": ("created_at", "created", "timestamp", "submitted_at", "submissiondate"),
    "id": ("submission_id", "uuid", "number"),
    "ip": ("ip_address", "remote_addr"),
}
_LISTS = ("submissions", "items", "data", "rows", "comments")
# Where a service puts what was typed, beside what it says itself.
_INNER = ("payload", "data", "submission", "human_fields", "fields", "body")
_NAMES = {name: ours for ours, others in FIELDS.items() for name in (ours, *others)}
_SHOWN = 12
_DEEPEST = 4


def looks_like_json(data: bytes) -> bool:
    """Whether this can be a form's delivery and cannot be a mail."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_forms(
    data: bytes, name: str, fields: Mapping[str, str], now: datetime, zone: ZoneInfo
) -> tuple[Mail, ...]:
    """Everything that a form delivered in the file called `name`.

    `fields` maps the form's names to ours. Raises Unusable, naming line or entry and the keys that
    were found, when one of them has no words: then nothing of the file is taken.
    """
    names = {**_NAMES, **{_key(theirs): ours for theirs, ours in fields.items()}}
    return tuple(
        _mail(row, names, (name, at), now, zone)
        for at, row in enumerate(_rows(_parsed(data, name), name), start=1)
    )


def _parsed(data: bytes, name: str) -> object:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unusable(Path(name), "this is not UTF-8.", line) from fault
    try:
        return json.loads(text)
    except RecursionError:
        raise Unusable(Path(name), "its values lie too deep to be read.") from None
    except ValueError as fault:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2:
            raise Unusable(Path(name), f"this is no JSON: {fault}.") from fault
    return [_line(line, at, name) for at, line in enumerate(lines, start=1)]


def _line(line: str, at: int, name: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as fault:
        reason = f"no JSON, neither this line nor the whole file: {fault}."
        raise Unusable(Path(name), reason, at) from fault


def _rows(parsed: object, name: str) -> Iterator[dict[str, object]]:
    """The deliveries one by one."""
    if isinstance(parsed, dict):
        inside = next((parsed[key] for key in _LISTS if isinstance(parsed.get(key), list)), None)
        parsed = [parsed] if inside is None else inside
    if not isinstance(parsed, list):
        kind = type(parsed).__name__
        raise Unusable(Path(name), f"this holds {kind}, not an object or a list of objects.")
    for at, each in enumerate(parsed, start=1):
        if not isinstance(each, dict):
            reason = f"entry {at} is no object but {type(each).__name__}."
            raise Unusable(Path(name), reason)
        yield each


def _mail(
    row: dict[str, object],
    names: Mapping[str, str],
    where: tuple[str, int],
    now: datetime,
    zone: ZoneInfo,
) -> Mail:
    found = _fields(row, names)
    words = clean_text(found.get("body", "")).strip("\n").rstrip()
    if not words:
        keys = ", ".join(repr(one_line(key)) for key in _keys(row)[:_SHOWN]) or "none"
        raise Unusable(
            Path(where[0]),
            f"entry {where[1]} has no words. If one of its keys holds them, say so with "
            f'RAPPORT_FORM_FIELDS = {{"<that key>": "body"}}. The keys found are {keys}.',
        )
    body = from_markdown(words)
    email = found.get("email", "").strip()
    date = _date(found.get("date", ""), now, zone)
    post = one_line(found.get("post", ""))
    trap = found.get("trap", "").strip()
    arrived = Arrived(
        id=one_line(found.get("id", "")) or _made_id(found),
        place=post,
        author=one_line(found.get("author", "")),
        date=date,
        body=body.text,
        state="spam" if trap else "pending",
        why="the field that people do not see was filled in" if trap else "",
        parent=one_line(found.get("parent", "")),
        url=found.get("url", "").strip(),
        contact=Contact(
            email if address_in(email) == email else "",
            one_line(found.get("ip", "")),
            one_line(found.get("agreed", "")),
        ),
        dropped=body.dropped,
    )
    return Mail(arrived, Place(post))


def _fields(row: dict[str, object], names: Mapping[str, str]) -> dict[str, str]:
    """The values by our names; what was typed comes before what the service says itself."""
    found: dict[str, str] = {}
    for level in reversed(_levels(row)):
        for key, value in level.items():
            ours = names.get(_key(key))
            if ours and isinstance(value, str | int | float) and str(value).strip():
                found.setdefault(ours, str(value))
    return found


def _levels(row: dict[str, object]) -> list[dict[str, object]]:
    levels = [row]
    while len(levels) <= _DEEPEST:
        inner = next(
            (levels[-1][key] for key in _INNER if isinstance(levels[-1].get(key), dict)), None
        )
        if not isinstance(inner, dict):
            break
        levels.append(inner)
    return levels


def _keys(row: dict[str, object]) -> list[str]:
    return [key for level in _levels(row) for key in level]


def _key(name: str) -> str:
    return name.strip().lower().removeprefix("_")


def _date(written: str, now: datetime, zone: ZoneInfo) -> datetime:
    """When it was sent; a service that does not say so, or lies ahead, is not asked."""
    found = moment(written, zone) if written else None
    if not found:
        return now
    date = found[0].astimezone(now.tzinfo).replace(microsecond=0)
    return min(date, now)


def _made_id(found: Mapping[str, str]) -> str:
    """Without an id there, the words tell one from another, so that no delivery counts twice."""
    keys = ("date", "post", "parent", "author", "email", "body")
    text = "\x00".join(found.get(key, "") for key in keys)
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
