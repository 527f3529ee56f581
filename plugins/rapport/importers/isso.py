"""Isso: its database, or the generic JSON that its own importer takes.

What it is: `comments.db`, the SQLite file that `dbpath` in Isso's settings names (versions 0.9 to
0.14), which is opened for reading alone; or JSON, `[{"id": path, "title": ..., "comments": [{"id",
"author", "email", "website", "remote_addr", "created", "text"}]}]`.

In the database a comment is shown (mode 1), waits (2) or was deleted (4); of other modes it waits.
Dates there are seconds since 1970; in the JSON they have no zone. Words are Markdown, HTML
in it.

What is lost: likes, dislikes, who voted, and who asked to be told of answers. The JSON knows no
answers to answers. Stop Isso first: while it runs, its database need not hold everything yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place
from rapport.importers.faults import Unusable
from rapport.importers.loading import load_json
from rapport.importers.markup import from_mixed
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, line, listed, words
from rapport.model import clean_text, one_line, safe_url

SOURCE = "isso"
_SQLITE = b"SQLite format 3\x00"
_MODES: Mapping[str, tuple[ArrivedState, str]] = {
    "1": ("shown", ""),
    "2": ("pending", "not approved there"),
    "4": ("removed", "deleted there"),
}
_COLUMNS = (
    "id", "tid", "parent", "created", "modified", "mode", "remote_addr", "text", "author", "email",
    "website",
)  # fmt: skip
_NEEDED = frozenset(("id", "tid", "created", "text"))


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A database of Isso's or a file of its generic JSON; see the head of this module.

    Raises Unusable for anything else, and for a database that is damaged.
    """
    gathered = Gathered(SOURCE, told)
    if _is_database(path):
        try:
            _from_database(path, zone, gathered)
        except (sqlite3.Error, UnicodeError) as fault:  # names in a damaged one are no text
            raise Unusable(path, f"The database cannot be read: {fault}.") from fault
    else:
        _from_json(path, zone, gathered)
    return gathered.export()


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False  # what is wrong is said when it is read as JSON


def _from_database(path: Path, zone: ZoneInfo, gathered: Gathered) -> None:
    waiting = [path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal")]
    if any(file.is_file() and file.stat().st_size for file in waiting):
        raise Unusable(
            path,
            "Something that was written is not in it yet: there is a file beside it that ends in "
            "-wal or -journal. Stop Isso, and open and close the database once with sqlite3.",
        )
    # Nobody writes it then, so nothing need be written beside it either.
    link = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        link.text_factory = bytes
        link.execute("PRAGMA trusted_schema = OFF")
        _check(link, path)
        for tid, uri, title in link.execute("SELECT id, uri, title FROM threads ORDER BY id"):
            where, called = (one_line(_loose(each)) for each in (uri, title))
            gathered.at(Place(str(tid), called, where, (where,) if where else ()))
        there = {_loose(each[1]) for each in link.execute("PRAGMA table_info(comments)")}
        known = [name for name in _COLUMNS if name in there]
        # Names of columns out of a list of our own.
        query = f"SELECT {', '.join(known)} FROM comments ORDER BY id"  # noqa: S608
        for values in link.execute(query):
            _take(dict(zip(known, values, strict=True)), zone, gathered)
    finally:
        link.close()


def _check(link: sqlite3.Connection, path: Path) -> None:
    tables = link.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = {_loose(each[0]) for each in tables}
    columns = {_loose(each[1]) for each in link.execute("PRAGMA table_info(comments)")}
    if not {"threads", "comments"} <= names or not columns >= _NEEDED:
        raise Unusable(path, "It is a database, but not of Isso's: no threads and comments in it.")


def _loose(value: object) -> str:
    """A name that need not be right to the letter."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")


def _take(raw: Mapping[str, object], zone: ZoneInfo, gathered: Gathered) -> None:
    def made() -> Arrived:
        row = {
            key: _text(value) if isinstance(value, bytes) else value for key, value in raw.items()
        }
        mode = line(row, "mode") or "1"
        unknown: tuple[ArrivedState, str] = ("pending", f"its mode there is {mode}")
        parent = line(row, "parent")
        return _comment(
            row, (line(row, "id"), line(row, "tid"), "" if parent == "0" else parent),
            _MODES.get(mode, unknown), zone,
        )  # fmt: skip

    gathered.take(f"{raw.get('id')}", made)


def _text(value: object) -> str:
    if not isinstance(value, bytes):
        return "" if value is None else str(value)
    try:
        return clean_text(value.decode("utf-8"))
    except UnicodeDecodeError:
        raise Odd("it is not UTF-8") from None


def _from_json(path: Path, zone: ZoneInfo, gathered: Gathered) -> None:
    made = load_json(path)
    threads = [each for each in made if isinstance(each, dict)] if isinstance(made, list) else []
    if not threads or not any("comments" in each and "id" in each for each in threads):
        raise Unusable(
            path, "It is not Isso's generic JSON: a list of threads, each with id and comments."
        )
    for number, thread in enumerate(threads, 1):
        where = line(thread, "id")
        if not where:
            gathered.skip(f"thread {number}", "the thread has no id")
            continue
        url = where if "/" in where else ""
        place = gathered.at(Place(where, line(thread, "title"), url, (where,)))
        _take_all(listed(thread, "comments"), place, zone, gathered)


def _take_all(rows: Iterable[object], place: str, zone: ZoneInfo, gathered: Gathered) -> None:
    for number, row in enumerate(rows, 1):
        label = f"comment {number} of {place}"
        if not isinstance(row, dict):
            gathered.skip(label, "it is no object with keys")
            continue
        # Ids are of one thread alone there.
        name = f"{place}#{line(row, 'id') or number}"
        gathered.take(label, partial(_comment, row, (name, place, ""), ("shown", ""), zone))


def _comment(
    row: Mapping[str, object],
    ids: tuple[str, str, str],
    state: tuple[ArrivedState, str],
    zone: ZoneInfo,
) -> Arrived:
    """A comment with its (id, place, parent)."""
    when = dated(row.get("created"), zone)
    edited = dated(row["modified"], zone)[0] if row.get("modified") else when[0]
    body = from_mixed(words(row, "text"))
    author, email = line(row, "author"), line(row, "email")
    return Arrived(
        id=ids[0],
        place=ids[1],
        author=author,
        date=when[0],
        body=body.text,
        state=state[0],
        why=state[1],
        parent=ids[2],
        account=author or email,
        url=safe_url(line(row, "website")),
        edited=edited if edited > when[0] else None,
        contact=Contact(email=email, ip=line(row, "remote_addr")),
        zoneless=when[1],
        dropped=body.dropped,
    )
