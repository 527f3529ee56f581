"""Values for tests of views, with only what a test is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from rapport.building.naming import Names
from rapport.building.threads import Manner, Place
from rapport.conversation import thread
from rapport.model import Comment, Header, Person, Post, Thread
from rapport.people import Roster

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
IDA = Person("ida", "Ida Brandt", "firm", "content/people/ida.md")
TOM = Person("tom", "Tom Quist", "firm", "content/people/tom.md")
BRAND = Person("quay", "Quay & Co", "brand", "content/people/quay.md")
ANA = Person("ana", "Ana Solis", "peer", "content/people/ana.md", url="https://weirs.example")
ROSTER = Roster((IDA, TOM, BRAND, ANA))
ROLES = {person.slug: person.role for person in ROSTER.people}


def post(**values: Any) -> Post:
    given: dict[str, Any] = {
        "path": "content/posts/tolls.md",
        "source": "posts/tolls.md",
        "id": "tolls",
        "slug": "tolls",
        "lang": "en",
        "title": "Tolls",
        "status": "published",
        "date": DAY,
        "authors": ("Ida Brandt",),
        "markup": "markdown",
        "text": "",
        "body": 0,
        "header": Header(),
    }
    return Post(**(given | values))


def comment(number: int, reply_to: int | None = None, **values: Any) -> Comment:
    """Comment number n, written n hours after the post."""
    person = values.get("person")
    given: dict[str, Any] = {
        "id": identifier(number),
        "post": "tolls",
        "path": f"content/comments/tolls/{identifier(number)}.md",
        "author": f"Reader {number}",
        "date": DAY + timedelta(hours=number),
        "body": f"Word {number}.",
        "reply_to": None if reply_to is None else identifier(reply_to),
        "role": ROLES.get(person, "reader"),
    }
    return Comment(**(given | values))


def identifier(number: int) -> str:
    return f"01jqm5f{number:019d}"


def place(**values: Any) -> Place:
    given: dict[str, Any] = {
        "post": post(),
        "title": Markup("Tolls &amp; weirs"),
        "url": "tolls/",
        "thread": "tolls",
        "authors": frozenset({"ida"}),
    }
    return Place(**(given | values))


def manner(**values: Any) -> Manner:
    given: dict[str, Any] = {
        "names": Names(ROSTER, "Quay & Co"),
        "zone": ZoneInfo("Europe/Berlin"),
        "today": DAY + timedelta(days=1),
        "mail": "talk@quay.example",
    }
    return Manner(**(given | values))


def talk(*comments: Comment, **values: Any) -> Thread:
    return thread("tolls", comments, **values)
