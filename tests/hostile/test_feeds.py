"""Every field of everything, in every feed: well-formed, with ids and addresses of ours alone."""

from __future__ import annotations

import re

import feedparser
from defusedxml import ElementTree

from rapport.building import Built
from tests.conversation.safety import faults
from tests.hostile.corpus import ALL
from tests.hostile.oracle import address_faults
from tests.hostile.site import HOST

ATOM = "{http://www.w3.org/2005/Atom}"
THREAD = "{http://purl.org/syndication/thread/1.0}"
KNOWN = {
    *(
        f"{ATOM}{name}"
        for name in ("feed", "entry", "title", "link", "id", "updated", "published", "author")
    ),
    *(f"{ATOM}{name}" for name in ("name", "uri", "content", "summary", "category", "subtitle")),
    *(f"{THREAD}{name}" for name in ("in-reply-to", "total")),
}
ID = re.compile(r"tag:quay\.example,2026:(comment/[0-9a-z]{26}|person/[a-z0-9-]+)")
POST = re.compile(r"tag:quay\.example,2026-03-01:/p\d+/")


def test_every_feed_is_well_formed_and_holds_nothing_that_is_not_ours(built: Built) -> None:
    feeds = sorted((built.output / "feeds").rglob("*.xml"))
    assert len(feeds) > 2 * len(ALL) - 20
    for path in feeds:
        tree = ElementTree.fromstring(path.read_bytes(), forbid_dtd=True)
        assert {element.tag for element in tree.iter()} <= KNOWN, path
        for element in tree.iter():
            addresses = [element.get("href", ""), element.text or ""][
                : 1 + (element.tag == f"{ATOM}uri")
            ]
            for url in filter(None, addresses):
                assert list(address_faults(url)) == [], path
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", path.read_text("utf-8")
        )


def test_a_reader_of_feeds_reads_what_was_written(built: Built) -> None:
    whole = built.output / "feeds" / "conversation.atom.xml"
    found = feedparser.parse(whole.read_bytes(), sanitize_html=False)
    assert not found.bozo, found.get("bozo_exception")
    assert len(found.entries) == 1000
    for entry in found.entries:
        assert ID.fullmatch(entry.id)
        ref = entry["thr_in-reply-to"]["ref"]
        assert ID.fullmatch(ref) or POST.fullmatch(ref)
        assert entry.link.startswith(f"{HOST}/p")
        assert entry.author
        assert faults(entry.content[0].value) == []


def test_every_person_and_every_post_has_one(built: Built) -> None:
    for folder in ("people", "conversation"):
        for path in sorted((built.output / "feeds" / folder).iterdir())[::10]:
            found = feedparser.parse(path.read_bytes())
            assert not found.bozo, path
            assert found.feed.title
