"""Commento and Comentario: one JSON of comments and commenters."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer

WREN: dict[str, Any] = {
    "commenterHex": "c1", "email": "w@mail.example", "name": "Wren Pask", "link": "https://w.example",
    "photo": "https://p.example/1", "isModerator": False,
}  # fmt: skip


def old(name: str, **more: Any) -> dict[str, Any]:
    return {
        "commentHex": name, "domain": "quay.example", "url": "/tolls", "commenterHex": "c1",
        "markdown": "I *agree*.", "html": "", "parentHex": "root", "score": 1, "state": "approved",
        "creationDate": "2021-03-17T12:09:47.722181Z", "deleted": False,
    } | more  # fmt: skip


def new(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "pageId": "p1", "markdown": "I *agree*.", "html": "<p>I <em>agree</em>.</p>",
        "isApproved": True, "isPending": False, "isDeleted": False, "userCreated": "u1",
        "createdTime": "2023-11-14T20:15:12.000Z", "editedTime": "0001-01-01T00:00:00.000Z",
        "url": f"https://quay.example/tolls#comentario-{name}",
    } | more  # fmt: skip


def read(tmp_path: Path, made: object) -> Export:
    file = tmp_path / "export.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    return importer("commento").read(file, ZoneInfo("Europe/London"), lambda _: None)


def first(tmp_path: Path, *rows: object) -> Export:
    return read(tmp_path, {"version": 1, "comments": rows, "commenters": [WREN]})


def third(tmp_path: Path, *rows: object) -> Export:
    page = {"id": "p1", "path": "/tolls", "title": "Who pays"}
    writer = {"id": "u1", "name": "Wren Pask", "email": "w@mail.example", "isModerator": True}
    return read(tmp_path, {"version": 3, "pages": [page], "comments": rows, "commenters": [writer]})


def one(export: Export) -> Arrived:
    (comment,) = export.comments
    return comment


def test_a_comment_of_version_1(tmp_path: Path) -> None:
    export = first(tmp_path, old("a1"), old("a2", parentHex="a1"))
    comment = export.comments[0]
    assert (comment.id, comment.author, comment.account) == ("a1", "Wren Pask", "c1")
    assert (comment.body, comment.url) == ("I *agree*.", "https://w.example")
    assert (comment.contact.email, comment.state) == ("w@mail.example", "shown")
    assert comment.date.isoformat() == "2021-03-17T12:09:47+00:00"
    assert [each.parent for each in export.comments] == ["", "a1"]
    (place,) = export.places
    assert (place.url, place.keys) == ("https://quay.example/tolls", ("/tolls",))


def test_a_comment_of_version_3(tmp_path: Path) -> None:
    export = third(tmp_path, new("b1"), new("b2", parentId="b1", editedTime="2023-11-15T00:00:00Z"))
    comment = export.comments[0]
    assert (comment.id, comment.author, comment.body) == ("b1", "Wren Pask", "I *agree*.")
    assert (comment.state, comment.edited) == ("shown", None)
    assert [each.parent for each in export.comments] == ["", "b1"]
    assert export.comments[1].edited is not None
    (place,) = export.places
    assert (place.title, place.url, place.keys) == (
        "Who pays", "https://quay.example/tolls", ("/tolls",)
    )  # fmt: skip


def test_who_moderated_there_gains_nothing_by_it(tmp_path: Path) -> None:
    (note,) = third(tmp_path, new("b1")).notes
    assert note.startswith("These moderated there: Wren Pask.")
    assert first(tmp_path, old("a1")).notes == ()


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"state": "unapproved"}, "pending"),
        ({"state": "flagged"}, "spam"),
        ({"state": "odd"}, "pending"),
        ({"deleted": True}, "removed"),
        ({"markdown": "[deleted]"}, "removed"),
        ({"markdown": "", "html": ""}, "removed"),
        ({"deleted": True, "state": "flagged"}, "removed"),
    ],
)
def test_only_what_was_approved_is_shown(
    tmp_path: Path, fields: dict[str, Any], state: str
) -> None:
    assert one(first(tmp_path, old("a1", **fields))).state == state


@pytest.mark.parametrize(
    ("fields", "state", "why"),
    [
        (
            {"isPending": True, "pendingReason": "has a link"},
            "pending",
            "not approved there: has a link",
        ),
        ({"isPending": True, "isApproved": False}, "pending", "not approved there"),
        ({"isApproved": False}, "removed", "refused there"),
        ({"isDeleted": True}, "removed", "deleted there"),
    ],
)
def test_only_what_was_approved_is_shown_of_version_3(
    tmp_path: Path, fields: dict[str, Any], state: str, why: str
) -> None:
    comment = one(third(tmp_path, new("b1", **fields)))
    assert (comment.state, comment.why) == (state, why)


def test_who_is_not_known_has_no_name_and_no_account(tmp_path: Path) -> None:
    comment = one(first(tmp_path, old("a1", commenterHex="anonymous")))
    assert (comment.author, comment.account) == ("", "")
    assert one(third(tmp_path, new("b1", userCreated="x", authorName="Jo"))).author == "Jo"


def test_words_that_are_there_as_html_alone_become_markdown(tmp_path: Path) -> None:
    assert one(third(tmp_path, new("b1", markdown=""))).body == "I *agree*."


def test_comentario_2_says_host_and_path(tmp_path: Path) -> None:
    row = old("a1", host="quay.example", path="tolls")
    del row["domain"], row["url"]
    (place,) = first(tmp_path, row).places
    assert place.url == "https://quay.example/tolls"


def test_a_packed_export_is_read(tmp_path: Path) -> None:
    file = tmp_path / "export.json.gz"
    file.write_bytes(gzip.compress(b'{"version": 3}'))
    assert importer("commento").read(file, ZoneInfo("UTC"), lambda _: None) == Export("commento")


def test_an_entry_that_is_no_comment_is_skipped_and_named(tmp_path: Path) -> None:
    export = first(tmp_path, 7, old(""), old("a1", creationDate="never"), old("a2"))
    assert [(each.id, each.reason) for each in export.skipped] == [
        ("comment 1", "it is no object with keys"),
        ("comment 2", "it has no commentHex"),
        ("a1", "its date 'never' cannot be read"),
    ]
    assert len(export.comments) == 1


@pytest.mark.parametrize("odd", ["../../x", "a/b", "a\0b", ".."])
def test_odd_ids_are_only_names(tmp_path: Path, odd: str) -> None:
    export = first(tmp_path, old(odd, url=odd), old("a2", parentHex=odd))
    assert export.comments[0].id == odd.replace("\0", "")
    assert export.comments[1].parent == export.comments[0].id


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"version": 481, "comments": []}, "It is of version 481; known are 1 and 3."),
        ({"version": True, "comments": []}, "It is of version True"),
        ({"comments": []}, "It is of version None"),
        ([], "It is no export of Commento's"),
        ({"a": 1}, "It is no export of Commento's"),
        ({"version": 1, "comments": {}}, 'Its "comments" are no list.'),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, made: object, said: str) -> None:
    with pytest.raises(Unusable) as raised:
        read(tmp_path, made)
    assert said in str(raised.value)
