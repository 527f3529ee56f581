"""What a reader may go on to: a series, posts alike, others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from markupsafe import escape

from rapport.building.further import WAYS, lead_on
from rapport.building.shown import Shown
from rapport.building.views import PostView
from rapport.settings import SHARE_WAYS
from rapport.translation import Catalogues
from tests.building.nouns import place, post, talk
from tests.theme.samples import START, plain_post, thread


def shown(slug: str, *tags: str, day: int = 0, lang: str = "en", listed: bool = True) -> Shown:
    view = plain_post(
        slug.title(),
        slug,
        thread(()),
        date=START + timedelta(days=day),
        tags=tuple((tag, f"topics/{tag}/") for tag in tags),
        lang=lang,
    )
    source = f"posts/{slug}.{lang}.md"
    return Shown(post(source=source, slug=slug), place(), talk(), view, listed, leads=True)


def led(*posts: Shown, series: dict[str, tuple[str, str]] | None = None) -> dict[str, PostView]:
    """The views by the slugs of their posts; `series` says the headers of some."""
    articles = {}
    for each in posts:
        name, index = (series or {}).get(each.post.slug, ("", ""))
        metadata: dict[str, Any] = {"series": name, "series_index": index} if name else {}
        articles[each.post.source] = SimpleNamespace(metadata=metadata)
    return {each.post.slug: each.view for each in lead_on(posts, articles, "", (), Catalogues())}


def related(view: PostView) -> list[str]:
    return [each.url.strip("/") for each in view.related]


def test_posts_that_share_topics_are_related() -> None:
    found = led(shown("one", "costs"), shown("two", "costs"), shown("three", "sheep"))
    assert related(found["one"]) == ["two"]
    assert related(found["three"]) == []


def test_a_rare_topic_counts_for_more_than_a_common_one() -> None:
    common = [shown(f"c{number}", "law") for number in range(6)]
    found = led(*common, shown("one", "law", "boats"), shown("two", "boats"))
    assert related(found["one"])[0] == "two"


def test_at_most_three_and_the_newest_of_equals_first() -> None:
    found = led(*(shown(name, "costs") for name in ("newest", "second", "third", "old", "oldest")))
    assert related(found["oldest"]) == ["newest", "second", "third"]


def test_other_languages_drafts_and_hidden_posts_are_not_related() -> None:
    found = led(
        shown("one", "costs"),
        shown("zwei", "costs", lang="de"),
        shown("hidden", "costs", listed=False),
    )
    assert related(found["one"]) == []
    assert related(found["hidden"]) == []


def test_a_topic_of_thousands_leads_to_those_near_in_time() -> None:
    posts = [shown(f"p{number}", "law") for number in range(200)]
    assert len(related(led(*posts)["p150"])) == 3


def neighbours(view: PostView) -> tuple[str, int, int, str, str]:
    part = view.series
    assert part is not None
    before, after = part.previous, part.next
    return (
        *(part.name, part.number, part.total),
        *(before.url if before else "", after.url if after else ""),
    )


def test_the_parts_of_a_series_follow_their_numbers() -> None:
    found = led(
        *(shown("a", day=1), shown("b", day=2), shown("c", day=3)),
        series={"a": ("Costs", "2"), "b": ("Costs", "10"), "c": ("Costs", "1")},
    )
    assert neighbours(found["c"]) == ("Costs", 1, 3, "", "a/")
    assert neighbours(found["a"]) == ("Costs", 2, 3, "c/", "b/")
    assert neighbours(found["b"]) == ("Costs", 3, 3, "a/", "")


def test_parts_without_a_number_follow_their_dates_behind_those_with_one() -> None:
    found = led(
        *(shown("new", day=9), shown("old", day=1), shown("first", day=5)),
        series={"new": ("Costs", ""), "old": ("Costs", "soon"), "first": ("Costs", "1")},
    )
    assert [found[slug].series.number for slug in ("first", "old", "new")] == [1, 2, 3]  # type: ignore[union-attr]  # asserted by the numbers


def test_a_post_without_the_header_is_in_no_series() -> None:
    assert led(shown("one"))["one"].series is None


def shared(title: str, ways: Sequence[str], base: str = "https://quay.example") -> dict[str, str]:
    each = shown("one")
    each = replace(each, view=replace(each.view, title=escape(title)))
    articles = {each.post.source: SimpleNamespace(metadata={})}
    [found] = lead_on([each], articles, base, ways, Catalogues())
    return dict(found.view.share)


def test_a_post_is_handed_on_by_plain_links() -> None:
    assert shared("Costs & fees?", ["mail", "linkedin"]) == {
        "E-mail": "mailto:?subject=Costs%20%26%20fees%3F&body=https%3A%2F%2Fquay.example%2Fone%2F",
        "LinkedIn": "https://www.linkedin.com/sharing/share-offsite/"
        "?url=https%3A%2F%2Fquay.example%2Fone%2F",
    }


def test_a_site_that_does_not_know_its_address_hands_nothing_on() -> None:
    assert shared("Costs", ["mail"], base="") == {}


def test_every_way_that_settings_take_is_known() -> None:
    assert set(SHARE_WAYS) == set(WAYS)
