"""WordPress: comments inside articles, in three versions of one format."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer
from tests.importers.exports import item, wordpress, words


def read(tmp_path: Path, text: str) -> Export:
    file = tmp_path / "export.xml"
    file.write_text(text, encoding="utf-8")
    return importer("wordpress").read(file, ZoneInfo("Europe/London"), lambda _: None)


def one(tmp_path: Path, **more: str) -> Arrived:
    (comment,) = read(tmp_path, wordpress(item("4", [words("31", **more)]))).comments
    return comment


@pytest.mark.parametrize(
    "version",
    ["http://wordpress.org/export/1.0/", "http://wordpress.org/export/1.1/",
     "https://wordpress.org/export/1.2/"],
)  # fmt: skip
def test_every_version_is_read(tmp_path: Path, version: str) -> None:
    text = wordpress(
        item("4", [words("31")], slug="a-boat", link="https://old.example/?p=4", title="A boat"),
        version=version,
    )
    export = read(tmp_path, text)
    (place,), (comment,) = export.places, export.comments
    assert (place.id, place.keys, place.url) == ("4", ("a-boat",), "https://old.example/?p=4")
    assert (comment.place, comment.parent, comment.kind) == ("4", "", "comment")
    assert comment.date.isoformat() == "2012-05-06T08:08:07+00:00"


@pytest.mark.parametrize(
    ("approved", "state"),
    [("1", "shown"), ("0", "pending"), ("spam", "spam"), ("trash", "removed"), ("", "pending"),
     ("odd", "pending")],
)  # fmt: skip
def test_what_became_of_it_there(tmp_path: Path, approved: str, state: str) -> None:
    assert one(tmp_path, approved=approved).state == state


@pytest.mark.parametrize(
    ("kind", "ours"),
    [("", "comment"), ("comment", "comment"), ("pingback", "mention"), ("trackback", "mention"),
     ("webmention", "mention"), ("like", "like")],
)  # fmt: skip
def test_only_comments_are_comments(tmp_path: Path, kind: str, ours: str) -> None:
    assert one(tmp_path, type=kind).kind == ours


def test_a_kind_that_is_none_of_ours_is_skipped_and_named(tmp_path: Path) -> None:
    export = read(tmp_path, wordpress(item("4", [words("31", type="order_note")])))
    assert [(each.id, "order_note" in each.reason) for each in export.skipped] == [("31", True)]


def test_single_line_ends_are_line_breaks(tmp_path: Path) -> None:
    assert one(tmp_path, content="one\ntwo\n\nthree").body == "one\ntwo\n\nthree"


def test_the_date_in_the_sites_zone_where_there_is_no_other(tmp_path: Path) -> None:
    comment = one(tmp_path, date_gmt="0000-00-00 00:00:00")
    assert (comment.date.isoformat(), comment.zoneless) == ("2012-05-06T09:08:07+01:00", True)


def test_without_a_date_its_articles_is_taken_and_it_waits(tmp_path: Path) -> None:
    comment = one(tmp_path, date="", date_gmt="")
    assert comment.date.isoformat() == "2012-01-01T08:00:00+00:00"
    assert comment.state == "pending"


def test_elements_that_are_missing_altogether(tmp_path: Path) -> None:
    fields = {
        "id": "31",
        "content": "Just this.",
        "approved": "1",
        "date_gmt": "2012-05-06 08:08:07",
    }
    (comment,) = read(tmp_path, wordpress(item("4", [fields]))).comments
    assert (comment.author, comment.parent, comment.state) == ("", "", "shown")


def test_a_feed_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="a feed is not one"):
        read(tmp_path, "<rss><channel><item><title>x</title></item></channel></rss>")


def test_the_file_that_disqus_imports_says_which_thread(tmp_path: Path) -> None:
    text = wordpress(item("4", [words("31")])).replace(
        "<wp:post_id>",
        '<i:thread_identifier xmlns:i="http://www.disqus.com/">boat-1</i:thread_identifier>'
        "<wp:post_id>",
    )
    assert read(tmp_path, text).places[0].keys == ("boat-1",)
