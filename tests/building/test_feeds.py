"""Atom feeds of the conversation, read back by a reader that is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup

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


def test_everybody_with_a_page_has_a_feed_of_what_they_say(published: Built) -> None:
    noor = read(published, "feeds/people/noor.atom.xml")
    assert [entry.id for entry in noor.entries] == [tag(TWICE)]
    assert noor.feed.title == "Quay & Co: what Noor Haddad says"
    assert noor.feed.id == "tag:quay.example,2026:person/noor"
    assert noor.feed.link == f"{HOST}/blog/people/noor/"
    names = {path.name for path in (published.output / "feeds" / "people").iterdir()}
    assert names == {f"{who}.atom.xml" for who in ("ida", "tom", "ana", "noor")}


def test_a_person_who_has_said_nothing_has_a_feed_all_the_same(tmp_path: Path) -> None:
    silent = {"content/people/olga.md": "Name: Olga Brink\nRole: firm\n\nShe listens.\n"}
    conf = write_site(tmp_path, silent, f"SITEURL = '{HOST}'")
    feed = read(build(conf), "feeds/people/olga.atom.xml")
    assert feed.entries == []
    assert feed.feed.updated == "2026-03-09T00:00:00+01:00", "the newest date of the content"


def test_what_is_said_under_a_hidden_post_is_in_no_feed_but_that_posts(tmp_path: Path) -> None:
    file = f"content/comments/an-aside/{'0' * 26}.md"
    said = "Author: Ana Solis\nPerson: ana\nDate: 2026-03-08 10:00+00:00\n\nBetween us.\n"
    built = build(write_site(tmp_path, {file: said}, f"SITEURL = '{HOST}'"))
    assert len(read(built, "feeds/conversation/an-aside.atom.xml").entries) == 1
    for name in ("feeds/people/ana.atom.xml", "feeds/conversation.atom.xml"):
        assert tag("0" * 26) not in [entry.id for entry in read(built, name).entries], name


@pytest.mark.parametrize(
    ("edited", "updated"),
    [
        ("2026-03-07 - a name", "2026-03-07T00:00:00+01:00"),
        ("2026-03-07T10:30:00Z - a name", "2026-03-07T11:30:00+01:00"),
        ("2026-03-01 - before it was written", "2026-03-04T11:00:00+01:00"),
        ("last week", "2026-03-04T11:00:00+01:00"),
        ("2026-02-31 - no such day", "2026-03-04T11:00:00+01:00"),
    ],
)
def test_an_entry_says_when_it_was_written_and_when_changed(
    tmp_path: Path, edited: str, updated: str
) -> None:
    file = f"content/comments/who-pays-the-toll-why/{BELOW}.md"
    said = f"Author: Ada Moor\nDate: 2026-03-04 10:00+00:00\nEdited: {edited}\n\nFourpence.\n"
    built = build(write_site(tmp_path, {file: said}, f"SITEURL = '{HOST}'"))
    feed = read(built, "feeds/conversation/who-pays-the-toll-why.atom.xml")
    [entry] = [each for each in feed.entries if each.id == tag(BELOW)]
    assert (entry.published, entry.updated) == ("2026-03-04T11:00:00+01:00", updated)
    assert feed.feed.updated == updated


def test_an_entry_says_its_language_when_it_is_another(tmp_path: Path) -> None:
    file = f"content/comments/locks/{BELOW}.md"
    said = "Author: Ada Moor\nDate: 2026-03-04 10:00+00:00\nLang: de\n\nNie.\n"
    built = build(write_site(tmp_path, {file: said}, f"SITEURL = '{HOST}'"))
    feed = read(built, "feeds/conversation/locks.atom.xml")
    assert [entry.content[0].language for entry in feed.entries] == ["de", "en"]


def test_a_post_with_an_id_keeps_comments_and_every_id_when_its_slug_changes(
    published: Built, tmp_path: Path
) -> None:
    conf = write_site(tmp_path, conf=f"SITEURL = '{HOST}/blog'")
    post = tmp_path / "content" / "posts" / "tolls.md"
    slugs = "Id: who-pays-the-toll-why\nSlug: the-toll\nTags:"
    post.write_text(post.read_text("utf-8").replace("Tags:", slugs, 1))
    german = tmp_path / "content" / "posts" / "tolls.de.md"
    named = "Id: who-pays-the-toll-why\nSlug: the-toll"
    german.write_text(german.read_text("utf-8").replace("Slug: who-pays-the-toll-why", named))
    moved = build(conf)
    assert moved.faults == ()
    name = "feeds/conversation/who-pays-the-toll-why.atom.xml"
    before, after = read(published, name), read(moved, name)
    assert after.feed.id == before.feed.id
    assert after.feed.link == f"{HOST}/blog/the-toll/"
    kept = [(e.id, e["thr_in-reply-to"]["ref"]) for e in before.entries]
    assert [(e.id, e["thr_in-reply-to"]["ref"]) for e in after.entries] == kept
    posts = {e.title: e.id for e in read(published, "feeds/posts.atom.xml").entries}
    assert {e.title: e.id for e in read(moved, "feeds/posts.atom.xml").entries} == posts
    links = {e.link for e in read(moved, "feeds/posts.atom.xml").entries}
    assert f"{HOST}/blog/the-toll/" in links


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("index.html", ["feeds/posts.atom.xml", "feeds/conversation.atom.xml"]),
        ("locks/index.html", ["feeds/conversation.atom.xml", "feeds/conversation/locks.atom.xml"]),
        ("people/ana/index.html", ["feeds/conversation.atom.xml", "feeds/people/ana.atom.xml"]),
    ],
)
def test_a_page_names_its_feeds_in_its_head_and_leads_to_them(
    published: Built, page: str, feeds: list[str]
) -> None:
    soup = BeautifulSoup((published.output / page).read_bytes(), "html.parser")
    named = [link["href"] for link in soup.head.select('link[type="application/atom+xml"]')]
    shown = [link["href"] for link in soup.body.select('a[type="application/atom+xml"]')]
    for feed in feeds:
        assert f"{HOST}/blog/{feed}" in named
        assert f"{HOST}/blog/{feed}" in shown
        assert (published.output / feed).is_file()


def test_a_post_without_comments_has_a_feed_from_its_own_day(published: Built) -> None:
    feed = read(published, "feeds/conversation/ferry.atom.xml")
    assert feed.entries == []
    assert feed.feed.updated == "2026-01-05T10:00:00+01:00"


def test_ids_do_not_change_with_the_address_or_the_title(published: Built, tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf="SITEURL = 'http://other.example'")
    post = tmp_path / "content" / "posts" / "locks.rst"
    post.write_text(post.read_text("utf-8").replace("*gates*", "doors"))
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
