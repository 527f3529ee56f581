"""Isso: its database, opened for reading alone, and the generic JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer

# As Isso 0.14 makes them.
TABLES = """
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
CREATE TABLE comments (
    tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
    modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR NOT NULL, author VARCHAR,
    email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0,
    voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
INSERT INTO threads VALUES (1, '/who-pays-the-toll', 'Who pays the toll');
"""


def row(number: int, **more: Any) -> dict[str, Any]:
    return {
        "tid": 1, "id": number, "parent": None, "created": 1472308473.25, "modified": None,
        "mode": 1,
        "remote_addr": "198.51.100.0", "text": "I *agree*.", "author": "Wren Pask",
        "email": "w@mail.example", "website": "https://w.example", "voters": b"\0\xff",
    } | more  # fmt: skip


def database(tmp_path: Path, rows: Sequence[dict[str, Any]], tables: str = TABLES) -> Path:
    file = tmp_path / "comments.db"
    link = sqlite3.connect(file)
    link.executescript(tables)
    for each in rows:
        names = ", ".join(each)
        marks = ", ".join("?" * len(each))
        link.execute(f"INSERT INTO comments ({names}) VALUES ({marks})", list(each.values()))  # noqa: S608
    link.commit()
    link.close()
    return file


def read(file: Path) -> Export:
    return importer("isso").read(file, ZoneInfo("Europe/London"), lambda _: None)


def one(tmp_path: Path, **more: Any) -> Arrived:
    (comment,) = read(database(tmp_path, [row(7, **more)])).comments
    return comment


def of_json(tmp_path: Path, made: object) -> Export:
    file = tmp_path / "export.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    return read(file)


def test_a_row_is_a_comment(tmp_path: Path) -> None:
    export = read(database(tmp_path, [row(7), row(8, parent=7, modified=1472308500.0)]))
    first, second = export.comments
    assert (first.id, first.place, first.author) == ("7", "1", "Wren Pask")
    assert (first.body, first.url, first.state) == ("I *agree*.", "https://w.example", "shown")
    assert (first.contact.email, first.contact.ip) == ("w@mail.example", "198.51.100.0")
    assert (first.date.isoformat(), first.zoneless) == ("2016-08-27T14:34:33+00:00", False)
    assert (second.parent, first.edited) == ("7", None)
    assert second.edited is not None
    (place,) = export.places
    assert (place.title, place.keys) == ("Who pays the toll", ("/who-pays-the-toll",))


@pytest.mark.parametrize(
    ("mode", "state"),
    [(1, "shown"), (2, "pending"), (4, "removed"), (8, "pending"), (None, "shown")],
)
def test_the_mode_says_what_is_shown(tmp_path: Path, mode: int | None, state: str) -> None:
    assert one(tmp_path, mode=mode).state == state


def test_the_database_is_not_touched(tmp_path: Path) -> None:
    file = database(tmp_path, [row(7)])
    before = file.read_bytes()
    file.chmod(0o400)
    tmp_path.chmod(0o500)
    read(file)
    tmp_path.chmod(0o700)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["comments.db"]


def test_a_database_whose_last_words_are_beside_it_is_refused(tmp_path: Path) -> None:
    file = database(tmp_path, [row(7)])
    (tmp_path / "comments.db-wal").write_bytes(b"x")
    with pytest.raises(Unusable, match="Stop Isso"):
        read(file)


def test_an_old_database_without_some_columns_is_read(tmp_path: Path) -> None:
    tables = (
        "CREATE TABLE threads (id INTEGER, uri TEXT, title TEXT);"
        "CREATE TABLE comments (tid INTEGER, id INTEGER, created FLOAT, text TEXT);"
    )
    made = {"tid": 1, "id": 7, "created": 1472308473, "text": "W."}
    (comment,) = read(database(tmp_path, [made], tables)).comments
    assert (comment.author, comment.state) == ("", "shown")


def test_text_that_is_not_utf_8_is_skipped_and_named(tmp_path: Path) -> None:
    file = database(tmp_path, [row(7, text=b"\xff"), row(8), row(9, created="never")])
    export = read(file)
    assert [(each.id, each.reason) for each in export.skipped] == [
        ("7", "it is not UTF-8"), ("9", "its date 'never' cannot be read"),
    ]  # fmt: skip
    assert [each.id for each in export.comments] == ["8"]


def test_a_thread_whose_name_is_not_utf_8_keeps_its_comments(tmp_path: Path) -> None:
    tables = TABLES.replace("'/who-pays-the-toll'", "CAST(X'2fff' AS TEXT)")
    (comment,) = read(database(tmp_path, [row(7)], tables)).comments
    assert comment.place == "1"


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ("CREATE TABLE a (b)", "not of Isso's"),
        ("CREATE TABLE threads (id, uri, title); CREATE TABLE comments (id)", "not of Isso's"),
        (
            "CREATE TABLE comments (id, tid, created, text); CREATE VIEW threads AS SELECT 1",
            "not of",
        ),
        (
            "CREATE TABLE threads (id); CREATE TABLE comments (id, tid, created, text)",
            "no such column",
        ),
    ],
)
def test_another_database_is_refused(tmp_path: Path, tables: str, said: str) -> None:
    with pytest.raises(Unusable, match=said):
        read(database(tmp_path, [], tables))


@pytest.mark.parametrize("kept", [100, 5000, 9000])
def test_a_database_that_is_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    file = database(tmp_path, [row(number, text="W. " * 900) for number in range(40)])
    data = file.read_bytes()
    assert len(data) > 2 * kept
    file.write_bytes(data[:kept])
    with pytest.raises(Unusable, match=r"cannot be read|not of Isso's"):
        read(file)


def test_a_database_with_damaged_names_is_refused(tmp_path: Path) -> None:
    file = database(tmp_path, [row(7)])
    file.write_bytes(
        file.read_bytes().replace(b"CREATE TABLE comments (", b"CREATE TABLE\x91comments (")
    )
    with pytest.raises(Unusable, match="cannot be read"):
        read(file)


def test_json_is_a_list_of_threads(tmp_path: Path) -> None:
    comment = {"id": 0, "author": "Wren", "email": "w@mail.example", "website": "", "text": "W.",
               "remote_addr": "198.51.100.0", "created": "2005-05-08 06:50:26"}  # fmt: skip
    export = of_json(
        tmp_path,
        [{"id": "/tolls/", "title": "T", "comments": [comment, 7, {"created": "x"}]},
         {"id": "/lock/", "comments": [comment]}, {"comments": [comment]}],
    )  # fmt: skip
    first, second = export.comments
    assert (first.id, second.id) == ("/tolls/#0", "/lock/#0")
    assert (first.date.isoformat(), first.zoneless) == ("2005-05-08T06:50:26+01:00", True)
    assert [(each.id, each.reason) for each in export.skipped] == [
        ("comment 2 of /tolls/", "it is no object with keys"),
        ("comment 3 of /tolls/", "its date 'x' cannot be read"),
        ("thread 3", "the thread has no id"),
    ]


@pytest.mark.parametrize("made", [[], {}, [1], [{"comments": []}], "x"])
def test_other_json_is_refused(tmp_path: Path, made: object) -> None:
    with pytest.raises(Unusable, match="It is not Isso's generic JSON"):
        of_json(tmp_path, made)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read"):
        read(tmp_path / "none.db")
    with pytest.raises(Unusable, match="It is a folder"):
        read(tmp_path)
