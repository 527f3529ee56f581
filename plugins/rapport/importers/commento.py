"""Commento and Comentario: the JSON that their "Export data" mails you.

What it is: version 1 (Commento, Commento++, Comentario 2), `{"version": 1, "comments": [
{"commentHex", "url" or "path", "domain" or "host", "commenterHex", "markdown", "parentHex",
"state", "creationDate", "deleted"}], "commenters": [{"commenterHex", "name", "email", "link"}]}`;
or version 3 (Comentario 3), with "pages" and comments that say isApproved, isPending and isDeleted.
Comentario packs it with gzip, which is read as it is.

A comment is shown where it was approved, waits where it was not yet, is removed where it was
deleted or (version 3) refused, and spam where it was flagged, as Commento does with what its filter
takes for it.

What is lost: votes, avatars, what was pinned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place
from rapport.importers.faults import Unusable
from rapport.importers.loading import load_json
from rapport.importers.markup import Body, from_html, from_markdown
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, line, listed, objects, words
from rapport.model import safe_url

SOURCE = "commento"
_STATES: Mapping[str, tuple[ArrivedState, str]] = {
    "approved": ("shown", ""),
    "unapproved": ("pending", "not approved there"),
    "flagged": ("spam", "flagged as spam there"),
}
_DELETED = "[deleted]"


@dataclass(frozen=True, slots=True)
class _Names:
    """What a version calls things."""

    id: str
    parent: str
    writer: str
    date: str
    writer_id: str


_VERSIONS: Mapping[int, _Names] = {
    1: _Names("commentHex", "parentHex", "commenterHex", "creationDate", "commenterHex"),
    3: _Names("id", "parentId", "userCreated", "createdTime", "id"),
}


@dataclass(frozen=True, slots=True)
class _File:
    names: _Names
    zone: ZoneInfo
    pages: Mapping[str, Mapping[str, object]]
    writers: Mapping[str, Mapping[str, object]]
    gathered: Gathered


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """An export of version 1 or 3; see the head of this module. Raises Unusable."""
    made = load_json(path)
    names = _names(made, path)
    export = made if isinstance(made, dict) else {}
    gathered = Gathered(SOURCE, told)
    writers = {line(each, names.writer_id): each for each in objects(export, "commenters")}
    pages = {line(each, "id"): each for each in objects(export, "pages")}
    file = _File(names, zone, pages, writers, gathered)
    for number, row in enumerate(listed(export, "comments"), 1):
        name = line(row, names.id) if isinstance(row, dict) else ""
        gathered.take(name or f"comment {number}", partial(_comment, row, file))
    team = sorted({line(each, "name") for each in writers.values() if each.get("isModerator")})
    if team:
        gathered.notes.append(
            f"These moderated there: {', '.join(team)}. Nobody becomes one of yours by that; "
            "--map FILE says who is."
        )
    return gathered.export()


def _names(made: object, path: Path) -> _Names:
    if not isinstance(made, dict) or not {"version", "comments", "commenters"} & made.keys():
        raise Unusable(
            path,
            'It is no export of Commento\'s or Comentario\'s: {"version": ..., "comments": [...]}.',
        )
    version = made.get("version")
    names = _VERSIONS.get(version) if type(version) is int else None
    if names is None:
        raise Unusable(path, f"It is of version {version!r}; known are 1 and 3.")
    rows = made.get("comments")
    if rows is not None and not isinstance(rows, list):
        raise Unusable(path, 'Its "comments" are no list.')
    return names


def _comment(row: object, file: _File) -> Arrived:
    if not isinstance(row, dict):
        raise Odd("it is no object with keys")
    names = file.names
    name = line(row, names.id)
    if not name:
        raise Odd(f"it has no {names.id}")
    when = dated(row.get(names.date), file.zone)
    body = _body(row)
    state, why = _state(row, body)
    parent, account = line(row, names.parent), line(row, names.writer)
    writer = file.writers.get(account, {})
    edited = dated(row["editedTime"], file.zone)[0] if line(row, "editedTime") else when[0]
    return Arrived(
        id=name,
        place=file.gathered.at(_place(row, file)),
        author=line(writer, "name") or line(row, "authorName"),
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent="" if parent == "root" else parent,
        account=account if writer else "",
        url=safe_url(line(writer, "link", "websiteUrl")),
        edited=edited if edited > when[0] else None,
        contact=Contact(email=line(writer, "email")),
        zoneless=when[1],
        dropped=body.dropped,
    )


def _body(row: Mapping[str, object]) -> Body:
    """The words as they were written, or as they were shown where only that is there."""
    written = words(row, "markdown")
    return from_markdown(written) if written.strip() else from_html(words(row, "html"))


def _state(row: Mapping[str, object], body: Body) -> tuple[ArrivedState, str]:
    if row.get("deleted") or row.get("isDeleted") or body.text.strip() in ("", _DELETED):
        return "removed", "deleted there"
    if "state" in row:
        state = line(row, "state")
        return _STATES.get(state, ("pending", f"its state there is {state!r}"))
    if row.get("isPending"):
        reason = line(row, "pendingReason")
        return "pending", f"not approved there: {reason}" if reason else "not approved there"
    if row.get("isApproved"):
        return "shown", ""
    return "removed", "refused there"


def _place(row: Mapping[str, object], file: _File) -> Place:
    page = file.pages.get(line(row, "pageId"), {})
    path = line(page, "path") or line(row, "path", "url")
    host = line(row, "host", "domain")
    url = urldefrag(line(row, "url")).url if page else path
    if "://" not in url:
        path = f"/{path.lstrip('/')}"
        url = f"https://{host}{path}" if host else path
    return Place(line(row, "pageId") or f"{host}{path}", line(page, "title"), url, (path,))
