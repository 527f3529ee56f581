"""GitHub Discussions, as giscus uses them: what GraphQL answers for one discussion or many.

What it is: `{"data": {"repository": {"discussion": {...}}}}`, or with `discussions { nodes }`, or
such a discussion alone, or a list of these; a folder of such files is read whole. Of a discussion:
`title url number comments(first: 100) { pageInfo { hasNextPage } nodes { ... replies(first: 100)
{ pageInfo { hasNextPage } nodes { ... } } } }`, and of each comment `id url body author { login url
... on User { name } } createdAt lastEditedAt deletedAt isAnswer isMinimized minimizedReason replyTo
{ id }`.

The title of giscus's discussions is the path, the address or the title of the page; else call the
file as your post (`costs.json`). Answers are one level deep there. What was minimised as spam is
spam, what was minimised for another reason waits; what was deleted is removed.

What is lost: reactions, upvotes, and which comment was chosen as the answer (it is counted). This
importer has met no foreign file: nobody was found who publishes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Export, Place
from rapport.importers.answers import answers, called
from rapport.importers.faults import Unusable
from rapport.importers.markup import Body, from_html, from_mixed, from_plain
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, inside, line, objects, words
from rapport.model import safe_url

SOURCE = "github-discussions"


@dataclass(slots=True)
class _Counted:
    """What there is to say about all files together."""

    answers: int = 0
    cut: int = 0


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file or a folder of them; see the head of this module. Raises Unusable."""
    gathered = Gathered(SOURCE, told)
    counted = _Counted()
    for file, made in answers(path, gathered):
        discussions = list(_discussions(made))
        if not discussions:
            raise Unusable(
                file,
                "It holds no discussion with comments: "
                '{"data": {"repository": {"discussion": {"title", "comments": {"nodes"}}}}}.',
            )
        for discussion in discussions:
            place = _place(discussion, file, alone=len(discussions) == 1)
            gathered.at(place)
            for number, (row, parent) in enumerate(_rows(discussion, counted), 1):
                label = line(row, "id") or f"{place.id}, comment {number}"
                counted.answers += row.get("isAnswer") is True
                gathered.take(label, partial(_comment, row, parent, place, zone, gathered))
    gathered.notes += _notes(counted)
    return gathered.export()


def _discussions(made: object) -> Iterator[Mapping[str, object]]:
    """Every discussion of an answer, of a list of answers, or one that stands alone."""
    pending = [made]
    while pending:
        each = pending.pop()
        if isinstance(each, list):
            pending += reversed(each)
        elif isinstance(each, dict) and isinstance(each.get("comments"), dict):
            yield each
        elif isinstance(each, dict):
            inner = [
                inside(each, "data"), inside(each, "repository"), inside(each, "discussion"),
                inside(each, "node"), inside(each, "search"),
            ]  # fmt: skip
            nodes = [*objects(inside(each, "discussions"), "nodes"), *objects(each, "nodes")]
            pending += reversed([one for one in (*inner, *nodes) if one])


def _place(discussion: Mapping[str, object], file: Path, *, alone: bool) -> Place:
    title, url = line(discussion, "title"), safe_url(line(discussion, "url"))
    keys = (called(file) if alone else "", title)
    return Place(line(discussion, "id") or url or title, title, "", tuple(filter(None, keys)))


def _rows(
    discussion: Mapping[str, object], counted: _Counted
) -> Iterator[tuple[Mapping[str, object], str]]:
    """Every comment and every answer to one, with the id of what it answers."""
    counted.cut += _is_cut(inside(discussion, "comments"))
    for row in objects(inside(discussion, "comments"), "nodes"):
        yield row, ""
        counted.cut += _is_cut(inside(row, "replies"))
        for reply in objects(inside(row, "replies"), "nodes"):
            yield reply, line(inside(reply, "replyTo"), "id") or line(row, "id")


def _is_cut(connection: Mapping[str, object]) -> bool:
    page = inside(connection, "pageInfo")
    return page.get("hasNextPage") is True or page.get("hasPreviousPage") is True


def _comment(
    row: Mapping[str, object], parent: str, place: Place, zone: ZoneInfo, gathered: Gathered
) -> Arrived:
    name = line(row, "id", "databaseId", "url")
    if not name:
        raise Odd("it has no id")
    gathered.once(name)
    when = dated(row.get("createdAt") or row.get("publishedAt"), zone)
    edited = dated(row["lastEditedAt"], zone)[0] if row.get("lastEditedAt") else when[0]
    author, body = inside(row, "author"), _body(row)
    state, why = _state(row)
    return Arrived(
        id=name,
        place=place.id,
        # Whose account is gone is called so there.
        author=line(author, "name", "login") or "ghost",
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent=parent,
        account=line(author, "login"),
        url=safe_url(line(author, "url")),
        source_url=safe_url(line(row, "url")),
        edited=edited if edited > when[0] else None,
        zoneless=when[1],
        dropped=body.dropped,
    )


def _body(row: Mapping[str, object]) -> Body:
    written = words(row, "body")
    if written.strip():
        return from_mixed(written)
    html = words(row, "bodyHTML")
    return from_html(html) if html else from_plain(words(row, "bodyText"))


def _state(row: Mapping[str, object]) -> tuple[ArrivedState, str]:
    if row.get("deletedAt"):
        return "removed", "deleted there"
    if row.get("isMinimized") is True:
        reason = line(row, "minimizedReason").lower()
        if reason == "spam":
            return "spam", "hidden as spam there"
        return "pending", f"hidden there{f' as {reason}' if reason else ''}"
    return "shown", ""


def _notes(counted: _Counted) -> Iterator[str]:
    if counted.cut:
        yield (
            f"The file is cut off in {counted.cut} places: there are more comments or answers than "
            "were asked for. Ask for the next pages (pageInfo, hasNextPage) and bring them too."
        )
    if counted.answers:
        yield f"Chosen as the answer there: {counted.answers}. Nothing here says so any more."
