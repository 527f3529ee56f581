"""Disqus: its threads are our articles, its posts our comments."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, Export
from rapport.importers import importer
from rapport.importers.disqus import direct
from tests.importers.exports import disqus, post, thread


def read(tmp_path: Path, *parts: str) -> Export:
    file = tmp_path / "disqus.xml"
    file.write_text(disqus(*parts), encoding="utf-8")
    return importer("disqus").read(file, ZoneInfo("Europe/London"), lambda _: None)


def one(tmp_path: Path, **more: str) -> Arrived:
    (comment,) = read(tmp_path, post("11", "1", **more)).comments
    return comment


def test_a_thread_is_a_place_with_all_its_names(tmp_path: Path) -> None:
    (place,) = read(
        tmp_path, thread("1", "https://old.example/a/index.html", "A\n title", "12 ?p=12")
    ).places
    assert (place.id, place.title) == ("1", "A title")
    assert (place.url, place.keys) == ("https://old.example/a/index.html", ("12 ?p=12",))


def test_a_post_is_a_comment(tmp_path: Path) -> None:
    comment = one(
        tmp_path, message="<p>I <b>agree</b>.</p>", parent="7", email="w@mail.example",
        ip="198.51.100.7", username="wren",
    )  # fmt: skip
    assert (comment.id, comment.place, comment.parent) == ("11", "1", "7")
    assert (comment.author, comment.account, comment.body) == ("Wren Pask", "wren", "I **agree**.")
    assert (comment.contact.email, comment.contact.ip) == ("w@mail.example", "198.51.100.7")
    assert comment.date.isoformat() == "2014-03-01T10:00:05+00:00"
    assert comment.state == "shown"


def test_spam_deleted_and_unapproved_are_what_they_are(tmp_path: Path) -> None:
    assert one(tmp_path, spam="true").state == "spam"
    assert one(tmp_path, deleted="true", spam="true").state == "removed"
    assert one(tmp_path, approved="false").state == "pending"
    assert one(tmp_path, approved="true").state == "shown"


def test_an_entry_without_id_or_date_is_skipped_and_named(tmp_path: Path) -> None:
    export = read(tmp_path, post("", "1"), post("12", "1", date="never"))
    assert export.comments == ()
    assert [each.id for each in export.skipped] == ["", "12"]
    assert "'never'" in export.skipped[1].reason


def test_an_export_without_comments_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path) == Export("disqus")


def test_a_link_leads_where_it_says_and_not_through_disqus(tmp_path: Path) -> None:
    through = "https://disq.us/url?url=https%3A%2F%2Fx.example%2Fa%3Fb%3AqW1_z&amp;cuid=7"
    comment = one(tmp_path, message=f'<a href="{through}">https://x.example/a...</a>')
    assert comment.body == "[https://x.example/a...](https://x.example/a?b)"
    assert direct("http://disq.us/url?no") == "http://disq.us/url?no"
    assert direct("http://[") == "http://["
