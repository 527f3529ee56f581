"""What a form service delivers as JSON: Netlify Forms, Formspree, or anything with named fields.

One object, a list of them, an object that holds the list, or one object a line. The fields of our
own form have the names that are tried first; a site's own mapping comes before all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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

# Our name for a field, and what others call it, the surest first: in small letters, without spaces,
# hyphens and underscores. A service's own number of a form's deliveries is no id among all of them.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "author": ("name", "yourname", "fullname", "nom", "nombre", "ihrname"),
    "email": ("mail", "emailaddress", "youremail", "replyto"),
    "url": ("website", "homepage", "pageofwriter"),
    "body": ("message", "comment", "text", "words", "yourcomment", "yourmessage"),
    "post": ("postid", "slug"),
    "parent": ("parentid", "replytocomment"),
    "agreed": ("consent", "notice"),
    "trap": ("gotcha", "botfield", "honeypot", "fax"),
    "date": ("createdat", "created", "submittedat", "submissiondate", "receivedat", "timestamp"),
    "id": ("submissionid", "eventid", "uuid", "number"),
    "ip": ("ipaddress", "remoteaddr"),
}
_LISTS = ("submissions", "items", "data", "rows", "comments")
# Where a service puts what was typed, beside what it says itself.
_INNER = ("payload", "data", "submission", "humanfields", "fields", "answers", "namedvalues",
          "formdata", "body")  # fmt: skip
# How a list of fields calls the name of one.
_LABELS = ("name", "key", "label", "title")
_YES = ("on", "yes", "true", "1", "y", "agreed", "accepted")
_APART = re.compile(r"[\s_-]+")
_SHOWN = 12
_DEEPEST = 4


def looks_like_json(data: bytes) -> bool:
    """Whether this can be a form's delivery and cannot be a mail."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_forms(  # noqa: PLR0913, PLR0917 - what a delivery is read by
    data: bytes,
    name: str,
    fields: Mapping[str, str],
    now: datetime,
    zone: ZoneInfo,
    notice: str = "",
) -> tuple[Mail, ...]:
    """Everything that a form delivered in the file called `name`.

    `fields` maps the form's names to ours; `notice` stands beside the form: it is what
    a ticked box says yes to. Raises Unusable, naming line or entry and the keys that
    were found, when one of them has no words: then nothing of the file is taken.
    """
    names = _names(fields)
    return tuple(
        _mail(row, names, (name, at), _Known(now, zone, notice))
        for at, row in enumerate(_rows(_parsed(data, name), name), start=1)
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known beside the delivery."""

    now: datetime
    zone: ZoneInfo
    notice: str


def _names(fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names to look for, by ours: a site's own first."""
    return {
        ours: (*(_key(theirs) for theirs, name in fields.items() if name == ours), ours, *others)
        for ours, others in FIELDS.items()
    }


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
        inside = _listed(parsed)
        parsed = [parsed] if inside is None else inside
    if not isinstance(parsed, list):
        kind = type(parsed).__name__
        raise Unusable(Path(name), f"this holds {kind}, not an object or a list of objects.")
    for at, each in enumerate(parsed, start=1):
        if not isinstance(each, dict):
            reason = f"entry {at} is no object but {type(each).__name__}."
            raise Unusable(Path(name), reason)
        yield each


def _listed(parsed: dict[str, object]) -> list[object] | None:
    """The list of deliveries in an object, or in the one that it wraps; None when it is one."""
    wrapped = [parsed[key] for key in _INNER if isinstance(parsed.get(key), dict)]
    for level in (parsed, *wrapped):
        for key in _LISTS:
            inside = level.get(key) if isinstance(level, dict) else None
            if isinstance(inside, list) and all(isinstance(each, dict) for each in inside):
                return inside
    return None


def _mail(
    row: dict[str, object],
    names: Mapping[str, Sequence[str]],
    where: tuple[str, int],
    known: _Known,
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
    date = _date(found.get("date", ""), known.now, known.zone)
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
            _agreed(found.get("agreed", ""), known.notice),
        ),
        dropped=body.dropped,
    )
    return Mail(arrived, Place(post))


def _agreed(said: str, notice: str) -> str:
    """The wording that was agreed to; of a box that only says yes, what stands beside it."""
    return notice if notice and said.strip().lower() in _YES else one_line(said)


def _fields(row: dict[str, object], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The values by our names; what was typed comes before what the service says itself."""
    found: dict[str, str] = {}
    for level in reversed(_levels(row)):
        values = {_key(key): value for key, value in level.items()}
        for ours, theirs in names.items():
            said = (_value(values[key]) for key in theirs if key in values)
            value = next(filter(str.strip, said), "")
            if value:
                found.setdefault(ours, value)
    return found


def _value(value: object) -> str:
    """What was typed, as text; a box that is not ticked says nothing, several choices are lines."""
    if isinstance(value, list):
        return "\n".join(each for each in value if isinstance(each, str))
    return str(value) if isinstance(value, str | int | float) and value is not False else ""


def _levels(row: dict[str, object]) -> list[dict[str, object]]:
    levels = [row]
    while len(levels) <= _DEEPEST:
        inside = {_key(key): value for key, value in levels[-1].items()}
        found = next(filter(None, (_level(inside.get(key)) for key in _INNER)), None)
        if found is None:
            break
        levels.append(found)
    return levels


def _level(value: object) -> dict[str, object] | None:
    """An object, or a list of fields that each have a name and a value."""
    if isinstance(value, dict):
        return value
    rows = value if isinstance(value, list) else []
    return {
        str(next((row[key] for key in _LABELS if row.get(key)), "")): row["value"]
        for row in reversed(rows)
        if isinstance(row, dict) and "value" in row
    } or None


def _keys(row: dict[str, object]) -> list[str]:
    return [key for level in _levels(row) for key in level]


def _key(name: str) -> str:
    return _APART.sub("", name.lower())


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
