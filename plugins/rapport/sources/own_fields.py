"""The header lines that Rapport adds to a post: what they say, and what is wrong with them."""

from __future__ import annotations

import re
from datetime import tzinfo

from rapport.model import Field, Header, Ignore, Thanks, Update
from rapport.sources.dates import GOOD_POST_DATE, GOOD_WITH_ZONE, Moment, post_date
from rapport.sources.headers import Head
from rapport.sources.problems import Problems, meant

# Repeated lines of these are a list; every other key of a post stands once.
LISTS = frozenset({"thanks", "prompted-by", "updated", "audit-ignore"})
OWN = ("Question", "Thanks", "Prompted-by", "Comments", "Id", "Updated", "Superseded-by",
       "Audit-ignore")  # fmt: skip

_DASH = re.compile(r"\s+[-\u2013\u2014]\s+|\s+[-\u2013\u2014]$")


def entries(head: Head, key: str) -> list[Field]:
    """The lines of a list key; an indented line carries on the one above it."""
    found: list[Field] = []
    for field in head.header.all(key):
        if field.line in head.continued and found:
            last = found[-1]
            found[-1] = Field(key, f"{last.value} {field.value}", last.line, last.column)
        elif field.value:
            found.append(field)
    return found


def parted(value: str) -> tuple[str, str]:
    """`what - why` in two; without a dash the second is empty."""
    parts = _DASH.split(value, maxsplit=1)
    return parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""


def thanks(head: Head, problems: Problems) -> tuple[Thanks, ...]:
    """`Thanks: <person or comment id> - reason`. Whether they exist is seen later."""
    found = []
    for field in entries(head, "thanks"):
        to, reason = parted(field.value)
        if not reason:
            problems.error(
                "CFG902",
                f"Thanks says whom and not what for. Write: Thanks: {to} - what they did.",
                field,
            )
        found.append(Thanks(to, reason, field.line))
    return tuple(found)


def updates(head: Head, zone: tzinfo, problems: Problems) -> tuple[Update, ...]:
    """`Updated: date - what changed`."""
    found = []
    for field in entries(head, "updated"):
        date, what = parted(field.value)
        moment = post_date(date, zone)
        if moment is None or not what:
            problems.error(
                "CFG902" if moment else "CFG904",
                f"Updated says {field.value!r}. Write the date and what changed: "
                "Updated: 2026-06-01 - the new fee.",
                field,
            )
        else:
            doubt("Updated", moment, field, problems)
            found.append(Update(moment.value, what))
    return tuple(found)


def doubt(key: str, moment: Moment, at: Field | int, problems: Problems) -> None:
    """Report a date that Pelican can read and nobody can rely on."""
    message = f"{key} {moment.doubt}. A good one looks like {GOOD_POST_DATE} or {GOOD_WITH_ZONE}."
    if moment.daily:
        problems.error("CFG904", message, at)
    elif moment.doubt:
        problems.warning("CFG904", message, at)


def ignores(head: Head) -> tuple[Ignore, ...]:
    """`Audit-ignore: CODE - reason`, a line or several; the audit judges code and reason."""
    return tuple(
        Ignore(*parted(field.value), field.line) for field in entries(head, "audit-ignore")
    )


def comments_open(header: Header, problems: Problems) -> bool:
    """`Comments: open|closed`."""
    field = header.get("comments")
    value = field.value.lower() if field else "open"
    if field and value not in ("open", "closed", ""):
        hint = meant(value, ("open", "closed"), "It can be open or closed.")
        problems.error("CFG903", f"Comments is {field.value!r}. {hint}", field)
    return value != "closed"
