"""Person pages, and the site as every page sees it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rapport.building import build
from rapport.building.naming import Names, has_page, person_url
from rapport.building.overview import content_clock, find_places
from rapport.errors import UsageError
from rapport.model import Person, Site, Update
from rapport.people import Roster
from tests.building.nouns import ANA, DAY, IDA, comment, post
from tests.building.small_site import TWICE, write_site


def person(slug: str, role: Any, **values: Any) -> Person:
    return Person(slug, slug.title(), role, f"content/people/{slug}.md", **values)


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        (person("a", "firm"), True),
        (person("a", "firm", page=False), True),
        (person("a", "brand"), False),
        (person("a", "brand", page=True), True),
        (person("a", "peer"), False),
        (person("a", "peer", page=True), True),
        (person("a", "reader", page=True), False),
        (person("a", "reader", page=True, consent="2026-01-01 by mail"), True),
        (person("a", "reader", consent="2026-01-01 by mail"), False),
    ],
)
def test_who_has_a_page(who: Person, shown: bool) -> None:
    assert has_page(who) is shown


def test_a_slug_of_any_letters_is_an_address() -> None:
    assert person_url(person("zoë b", "firm")) == "people/zo%C3%AB%20b/"


def test_an_author_has_no_badge_in_the_byline() -> None:
    names = Names(Roster((IDA, ANA)), "Quay & Co")
    assert names.author("IDA  brandt").url == "people/ida/"
    assert names.author("Ida Brandt").badge == ""
    assert names.author("A stranger").url == ""
    assert names.of(IDA).badge == "firm"


def page(output: Path, name: str) -> str:
    return (output / "people" / name / "index.html").read_text("utf-8")


def test_a_person_page_joins_what_they_wrote_said_and_were_thanked_for(output: Path) -> None:
    ida, ana, noor = page(output, "ida"), page(output, "ana"), page(output, "noor")
    assert "Posts (2)" in ida, "a translation by the same hand is the same piece"
    assert "Ida reads <em>old</em> tariffs." in ida
    assert "https://www.linkedin.com/in/idabrandt" in ida
    assert "drew the map of the weirs" in ana
    assert "Mentioned in" in ana
    assert "Weir &amp; Sons" in ana
    assert "counted twice" in noor
    assert "Replies to Noor Haddad" in noor
    assert '<meta name="robots" content="noindex">' in noor
    assert "noindex" not in ana
    assert "An aside" not in ida


def test_people_are_in_order_the_firm_first(output: Path) -> None:
    text = (output / "people" / "index.html").read_text("utf-8")
    places = [text.index(name) for name in ("Ida Brandt", "Tom Quist", "Ana Solis", "Noor Haddad")]
    assert places == sorted(places)


def test_what_a_hidden_or_draft_post_says_of_people_stays_there(tmp_path: Path) -> None:
    hidden = f"""
        Title: Behind the door
        Date: 2026-02-02
        Author: Tom Quist
        Status: hidden
        Thanks: ana - kept the door
        Thanks: {TWICE} - knocked

        Words with @ana.
        """
    done = build(write_site(tmp_path, {"content/posts/door.md": hidden}))
    everywhere = [
        path.read_text("utf-8")
        for path in done.output.rglob("*.html")
        if "behind-the-door" not in path.as_posix()
    ]
    assert not any("kept the door" in text or "Behind the door" in text for text in everywhere)


def test_home_and_conversations_say_how_talks_stand(output: Path) -> None:
    home = (output / "index.html").read_text("utf-8")
    talks = (output / "conversations" / "index.html").read_text("utf-8")
    assert home.index("Who pays the toll") < home.index("Never yet.")
    assert talks.index('id="open"') < talks.index("Who pays the toll &amp; why")
    assert "Open question" in home


NOW = datetime(2026, 6, 1, tzinfo=UTC)


def test_today_is_the_newest_date_that_is_not_in_the_future(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = Site(
        posts=(
            post(updates=(Update(DAY + timedelta(days=3), "fee"),)),
            post(date=NOW + timedelta(days=9)),
            post(date=DAY + timedelta(days=30), status="draft"),
        ),
        comments=(comment(5), comment(80)),
    )
    assert content_clock(site, NOW) == comment(80).date
    assert content_clock(Site(), NOW) == datetime(1970, 1, 1, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert content_clock(site, NOW) == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        content_clock(site, NOW)


@pytest.mark.parametrize(
    ("values", "posts", "topics"),
    [
        ({"DIRECT_TEMPLATES": []}, "", ""),
        ({"DIRECT_TEMPLATES": ["archives", "tags"]}, "archives.html", "tags.html"),
        (
            {"DIRECT_TEMPLATES": ["archives"], "ARCHIVES_SAVE_AS": "posts/index.html"},
            "posts/",
            "",
        ),
        ({"DIRECT_TEMPLATES": ["tags"], "TAGS_SAVE_AS": ""}, "", ""),
        (
            {"DIRECT_TEMPLATES": ["tags"], "TAGS_SAVE_AS": "t.html", "TAGS_URL": "topics"},
            "",
            "topics",
        ),
    ],
)
def test_where_pelicans_own_pages_are(values: dict[str, Any], posts: str, topics: str) -> None:
    places = find_places(values, preview=False)
    assert (places.posts, places.topics, places.desk) == (posts, topics, "")
    assert find_places(values, preview=True).desk == "desk/"
