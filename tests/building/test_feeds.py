"""Atom feeds of the conversation, read back by a reader that is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from rapport.building import Built, build
from tests.building.small_site import BELOW, GONE, HOST, NEVER, TWICE, WHICH, YES, write_site


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_site(tmp_path_factory.mktemp("feeds"), conf=f"SITEURL = '{HOST}/blog'"))


def read(built: Built, name: str) -> Any:
    found = feedparser.parse((built.output / name).read_bytes())
    assert not found.bozo, found.get("bozo_exception")
    return found


def tag(comment: str) -> str:
    return f"tag:quay.example,2026:comment/{comment}"


def test_the_feed_of_a_post_holds_its_comments_newest_first(published: Built) -> None:
    feed = read(published, "feeds/conversation/who-pays-the-toll-why.atom.xml")
    assert [entry.id for entry in feed.entries] == [tag(i) for i in (BELOW, YES, WHICH, TWICE)]
    assert feed.feed.title == "Quay & Co: comments on Who pays the toll & why"
    assert feed.feed.link == f"{HOST}/blog/who-pays-the-toll-why/"
    assert feed.feed.id == "tag:quay.example,2026:conversation/who-pays-the-toll-why"
    assert feed.feed.updated == "2026-03-04T11:00:00+01:00"
    first = feed.entries[-1]
    assert first.link == f"{HOST}/blog/who-pays-the-toll-why/#c-{TWICE}"
    assert first.title == "Noor Haddad, on Who pays the toll & why"
    assert first.author == "Noor Haddad"
    assert "Twice, in one <strong>week</strong>" in first.content[0].value


def test_every_entry_says_what_it_answers(published: Built) -> None:
    feed = read(published, "feeds/conversation/who-pays-the-toll-why.atom.xml")
    posts = {entry.link: entry.id for entry in read(published, "feeds/posts.atom.xml").entries}
    page = f"{HOST}/blog/who-pays-the-toll-why/"
    answers = {entry.id: entry["thr_in-reply-to"] for entry in feed.entries}
    assert answers[tag(TWICE)]["ref"] == posts[page], "the id of the post in Pelican's own feed"
    assert answers[tag(TWICE)]["href"] == page
    assert answers[tag(WHICH)]["ref"] == tag(TWICE)
    assert answers[tag(WHICH)]["href"] == f"{page}#c-{TWICE}"
    assert answers[tag(BELOW)]["ref"] == posts[page], "what it answered was removed"
    totals = {entry.id: entry.get("thr_total") for entry in feed.entries}
    assert totals == {tag(TWICE): "1", tag(WHICH): None, tag(YES): None, tag(BELOW): None}
    assert tag(GONE) not in answers


def test_the_feed_of_the_whole_holds_every_listed_comment_once(published: Built) -> None:
    feed = read(published, "feeds/conversation.atom.xml")
    found = [entry.id for entry in feed.entries]
    assert found == [tag(i) for i in (BELOW, YES, WHICH, TWICE, NEVER)]
    assert feed.feed.link == f"{HOST}/blog/conversations/"
    assert feed.feed.links[1].href == f"{HOST}/blog/feeds/conversation.atom.xml"


def test_a_post_without_comments_has_a_feed_from_its_own_day(published: Built) -> None:
    feed = read(published, "feeds/conversation/ferry.atom.xml")
    assert feed.entries == []
    assert feed.feed.updated == "2026-01-05T10:00:00+01:00"


def test_ids_do_not_change_with_the_address_or_the_title(published: Built, tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf="SITEURL = 'http://other.example'")
    post = tmp_path / "content" / "posts" / "locks.rst"
    post.write_text(post.read_text().replace("*gates*", "doors"))
    moved = read(build(conf), "feeds/conversation.atom.xml")
    before = read(published, "feeds/conversation.atom.xml")
    assert [e.id for e in moved.entries] == [e.id for e in before.entries]
    assert moved.feed.id == before.feed.id


def test_a_feed_that_another_thing_would_write_too_ends_the_build(tmp_path: Path) -> None:
    """A topic called "conversation" under Pelican's own pattern for feeds."""
    post = "Title: Talk\nDate: 2026-01-01\nAuthor: Ida Brandt\nTags: conversation\n\nWords.\n"
    conf = write_site(
        tmp_path, {"content/posts/talk.md": post}, 'TAG_FEED_ATOM = "feeds/{slug}.atom.xml"'
    )
    with pytest.raises(Exception, match=r"Two things would be .*feeds/conversation\.atom\.xml"):
        build(conf)


def test_a_title_that_no_feed_may_hold_ends_the_build_by_name(tmp_path: Path) -> None:
    post = "Title: Bell\nDate: 2026-01-01\nAuthor: Ida Brandt\n\nA \x07 rings.\n"
    with pytest.raises(Exception, match=r"[Cc]ontrol characters|not well-formed"):
        build(write_site(tmp_path, {"content/posts/bell.md": post}))
