"""Microformats: a parser that knows nothing of us reads the conversation back."""

from __future__ import annotations

import warnings
from datetime import datetime
from functools import cache
from typing import Any

import pytest

from tests.theme.pages import SITE, pages
from tests.theme.samples import post

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import mf2py


@cache
def items(case: str, address: str = "/") -> list[dict[str, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed: list[dict[str, Any]] = mf2py.parse(doc=pages()[case], url=SITE + address)["items"]
    return parsed


def entry() -> dict[str, Any]:
    [found] = [one for one in items("post", "/costs/") if "h-entry" in one["type"]]
    properties: dict[str, Any] = found["properties"]
    return properties


def moments(written: list[str]) -> list[datetime]:
    return [datetime.fromisoformat(one) for one in written]


def test_the_post_reads_back() -> None:
    found = entry()
    assert found["name"] == ["Costs follow the event, except when they do not"]
    assert found["url"] == [f"{SITE}/costs/"]
    assert moments(found["published"]) == [post().date]
    assert moments(found["updated"]) == [post().updates[-1].date]
    assert [one["properties"]["name"] for one in found["author"]] == [["Anna Rossi"]]
    assert found["category"] == ["Costs", "Procedure"]
    assert found["content"][0]["value"].startswith("Most clients hear the rule")


def test_nothing_is_read_that_we_did_not_mean() -> None:
    assert set(entry()) == {
        *("name", "url", "published", "updated", "author", "category", "content", "comment")
    }


@pytest.mark.parametrize("place", range(50))
def test_every_comment_reads_back(place: int) -> None:
    comments = post().thread.comments
    each, found = comments[place], entry()["comment"][place]
    assert found["type"] == ["h-cite"]
    read = found["properties"]
    assert read["url"] == [f"{SITE}/{each.url}"]
    assert moments(read["published"]) == [each.date]
    assert read["in-reply-to"] == [f"{SITE}/{each.to_url or 'costs/'}"]
    name = "[removed]" if each.removed else each.author.name
    assert [author["properties"]["name"] for author in read["author"]] == [[name]]
    assert ("content" in read) != each.removed
    if not each.removed:
        assert str(each.body) in read["content"][0]["html"]
    assert set(read) <= {"url", "published", "in-reply-to", "author", "content", "syndication"}


def test_the_thread_has_no_more_and_no_fewer_comments() -> None:
    assert len(entry()["comment"]) == len(post().thread.comments) == 50


@pytest.mark.parametrize(("case", "count"), [("home", 6), ("archives", 6), ("tag", 6)])
def test_a_list_of_posts_is_a_feed(case: str, count: int) -> None:
    [feed] = [one for one in items(case) if "h-feed" in one["type"]]
    assert feed["properties"]["name"]
    assert len(feed["children"]) == count
    for child in feed["children"]:
        assert child["type"] == ["h-entry"]
        assert {"name", "url", "published"} <= set(child["properties"])


def test_a_person_is_a_card() -> None:
    [card] = [one for one in items("person-reader") if "h-card" in one["type"]]
    read = card["properties"]
    assert read["name"] == ["Maria Keller"]
    assert read["org"] == ["Keller Advocates"]
    assert read["url"] == ["https://keller.example/"]
    assert read["note"] == ["Maria practises in a river town and keeps notes on costs."]


@pytest.mark.parametrize("case", ["conversations", "people", "thanks", "404", "page"])
def test_a_page_that_is_no_entry_claims_to_be_none(case: str) -> None:
    assert items(case) == []
