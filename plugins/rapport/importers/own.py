"""Our own export, schema 1: every comment as it was, with its id and its file.

`docs/json/comments-export.md` describes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from rapport.arrivals import Arrived, Export, Own, Place, Skipped
from rapport.importers.faults import Unusable
from rapport.importers.rows import Odd, value_of
from rapport.model import Comment, CommentKind, Field, Header, clean_text, one_line, safe_url

FORMAT = "rapport-comments"
SOURCE = "rapport"
_ID = re.compile(r"[0-9a-z]{26}")
_NOT_NEEDED = re.compile(r"not-needed(?: - (.*))?", re.DOTALL)
_NOW_AND_THEN = 100


def own_export(path: Path, made: Mapping[str, Any], told: Callable[[int], None]) -> Export:
    """The export as it was: ids, parents, persons and files are kept. Raises Unusable."""
    rows = made.get("comments")
    if not isinstance(rows, list):
        raise Unusable(path, 'It has no list "comments".')
    comments: dict[str, Arrived] = {}
    skipped: list[Skipped] = []
    for number, row in enumerate(rows, 1):
        if number % _NOW_AND_THEN == 0:
            told(number)
        label = _label(row, number)
        try:
            comment = _arrived(row)
            if comment.id in comments:
                raise Odd("its id stands twice")
            comments[comment.id] = comment
        except Odd as fault:
            skipped.append(Skipped(label, str(fault)))
    places = _places(made.get("posts"), comments)
    return Export(SOURCE, places, tuple(comments.values()), tuple(skipped))


def _label(row: object, number: int) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return one_line(name)[:60] if isinstance(name, str) and name else f"comment {number}"


def _places(posts: object, comments: Mapping[str, Arrived]) -> tuple[Place, ...]:
    """The posts that comments stand under, with their titles and addresses where they are known."""
    told: dict[str, Place] = {}
    for post in posts if isinstance(posts, list) else ():
        name = post.get("id") if isinstance(post, dict) else None
        if isinstance(name, str):
            title, url = (post.get(key) for key in ("title", "url"))
            told[name] = Place(name, _line(title), _line(url), (name,))
    names = dict.fromkeys(comment.place for comment in comments.values())
    return tuple(told.get(name) or Place(name, keys=(name,)) for name in names)


def _line(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _arrived(row: object) -> Arrived:
    if not isinstance(row, dict):
        raise Odd("it is no object with keys")
    own = _comment(row)
    file = row.get("file")
    if file is not None and not isinstance(file, str):
        raise Odd("its file is not a text")
    if any("\ud800" <= char <= "\udfff" for char in file or ""):
        raise Odd("its file holds half a character")
    return Arrived(
        id=own.id,
        place=own.post,
        author=own.author,
        date=own.date,
        body=own.body,
        state="removed" if own.status == "removed" else "shown",
        why="removed there" if own.status == "removed" else "",
        parent=own.reply_to or "",
        url=own.url,
        source_url=own.source_url,
        kind=own.kind,
        lang=own.lang,
        own=Own(own, file or ""),
    )


def _comment(row: Mapping[str, Any]) -> Comment:
    def line(key: str) -> str:
        return one_line(value_of(row.get(key)))

    name, post = line("id"), line("post")
    if not _ID.fullmatch(name):
        raise Odd("its id is not 26 of 0-9 and a-z")
    if not post or "/" in post or "\\" in post or post in (".", ".."):
        raise Odd(f"{post!r} cannot be the id of a post")
    person, status = line("person"), line("status") or "shown"
    if status not in ("shown", "removed"):
        raise Odd(f"its status is {status!r}")
    return Comment(
        id=name,
        post=post,
        path=f"comments/{post}/{name}.md",
        author=line("author"),
        date=_date(line("date")),
        body="" if status == "removed" else clean_text(value_of(row.get("body"))).strip("\n"),
        person=person if person not in ("", "none") else None,
        url=safe_url(line("url")),
        reply_to=line("reply_to") or None,
        answers=_answers(row.get("answers")),
        kind=_kind(line("kind") or "comment"),
        source=line("source") or "form",
        source_id=line("source_id"),
        source_url=safe_url(line("source_url")),
        status="removed" if status == "removed" else "shown",
        not_needed=_not_needed(line("answer")),
        approved=line("approved"),
        edited=line("edited"),
        lang=line("lang"),
        header=Header((Field("person", "none", 1),) if person == "none" else ()),
    )


def _date(written: str) -> datetime:
    try:
        date = datetime.fromisoformat(written)
    except ValueError:
        raise Odd(f"its date {written!r} cannot be read") from None
    if date.tzinfo is None:
        raise Odd(f"its date {written!r} has no zone")
    return date


def _kind(written: str) -> CommentKind:
    for kind in get_args(CommentKind):
        if written == kind:
            return kind  # type: ignore[no-any-return]
    raise Odd(f"its kind is {written!r}")


def _answers(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Odd("its answers are no list")
    return tuple(one_line(value_of(each)) for each in value)


def _not_needed(written: str) -> str | None:
    if not written:
        return None
    found = _NOT_NEEDED.fullmatch(written)
    if found is None:
        raise Odd(f"its answer is {written!r}")
    return found[1] or ""
