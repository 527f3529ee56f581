"""The roster as a list: who is on it, and how often they spoke, were named and were thanked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rapport.cli.opening import open_site
from rapport.model import Person, Post, Site, one_line
from rapport.people import Signs, signs_in
from rapport.settings import Settings

_HEADS = ("name", "role", "page", "comments", "mentions", "thanks", "last seen")
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A person of the roster; `mentions` and `thanks` count posts, `seen` is their last comment."""

    person: Person
    page: str
    comments: int
    mentions: int
    thanks: int
    seen: datetime | None


def listed(settings_file: Path | None, *, as_json: bool) -> str:
    """The roster as a table or as JSON, in order of slug."""
    opened = open_site(settings_file)
    rows = rows_of(opened.site, opened.settings)
    return _json(rows) if as_json else _table(rows)


def rows_of(site: Site, settings: Settings) -> list[Row]:
    """Everybody on the roster, with the numbers."""
    spoke = [each for each in site.comments if each.status == "shown" and each.person]
    comments = Counter(each.person for each in spoke)
    thanks = Counter(each.person.slug for each in site.shout_outs if each.person)
    folded = [(post, post.text.casefold()) for post in site.posts]
    return [
        Row(
            person,
            page_of(person, settings),
            comments[person.slug],
            len(named_in(person, folded, site)),
            thanks[person.slug],
            max((each.date for each in spoke if each.person == person.slug), default=None),
        )
        for person in site.people
    ]


def page_of(person: Person, settings: Settings) -> str:
    """The address of their page, whole where the site's is known; empty when they have none."""
    base = settings.reading.siteurl.rstrip("/")
    return f"{base}/people/{person.slug}/" if person.page else ""


def named_in(person: Person, folded: Sequence[tuple[Post, str]], site: Site) -> list[Post]:
    """The posts of others that name them, by name or by handle; `folded` are their casefolds."""
    by_handle = {each.post.path for each in site.mentions if each.person.slug == person.slug}
    names = (person.name, *person.also)
    signs = Signs(names=names)
    last = {words[-1].casefold() for name in names if (words := name.split())}
    return [
        post
        for post, text in folded
        if not {*names} & {*post.authors}
        and (
            post.path in by_handle
            or (any(word in text for word in last) and _named(post.text, signs))
        )
    ]


def _named(text: str, signs: Signs) -> bool:
    return any(sign.kind == "name" for sign in signs_in(text, signs))


def _table(rows: Sequence[Row]) -> str:
    if not rows:
        return "Nobody is on the roster: content/people is empty."
    lines = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADS))]
    return "\n".join(
        "  ".join(_padded(cell, width, place) for place, (cell, width) in enumerate(cells)).rstrip()
        for cells in (list(zip(line, widths, strict=True)) for line in lines)
    )


def _padded(cell: str, width: int, place: int) -> str:
    numbers = range(3, 6)
    return cell.rjust(width) if place in numbers else cell.ljust(width)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        one_line(row.person.name)[:_WIDEST],
        row.person.role,
        row.page or "-",
        str(row.comments),
        str(row.mentions),
        str(row.thanks),
        f"{row.seen:%Y-%m-%d}" if row.seen else "-",
    )


def _json(rows: Sequence[Row]) -> str:
    people = [
        {
            "slug": row.person.slug,
            "name": one_line(row.person.name),
            "role": row.person.role,
            "page": row.page or None,
            "comments": row.comments,
            "mentions": row.mentions,
            "thanks": row.thanks,
            "last_seen": row.seen.isoformat() if row.seen else None,
        }
        for row in rows
    ]
    return json.dumps({"schema": 1, "people": people}, ensure_ascii=False, indent=2)
