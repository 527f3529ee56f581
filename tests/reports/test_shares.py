"""Shares over all posts, over time and by author, and the pictures made of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rapport.model import Entry
from rapport.reports.drawing import HEIGHT, WIDTH, picture, picture_of_posts
from rapport.reports.shares import Part, by_author, by_period, part
from tests.reports.nouns import entry


def written(year: int, month: int, *colours: str, **more: object) -> Entry:
    return entry(
        f"{year}-{month}.md", "", *colours, date=datetime(year, month, 15, tzinfo=UTC), **more
    )  # type: ignore[arg-type]


def numbers(of: Part) -> list[tuple[int, int]]:
    return [(share.good, share.of) for share in of.shares]


def test_green_counts_and_grey_is_left_out() -> None:
    entries = [entry("a", "", "green", "grey"), entry("b", "", "amber", "green", "red")]
    assert numbers(part("", entries)) == [(1, 2), (1, 1), (1, 2), (2, 2), (2, 2)]


@pytest.mark.parametrize(
    ("good", "of", "percent"), [(0, 0, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100)]
)
def test_a_share_is_rounded(good: int, of: int, percent: int) -> None:
    colours = ["green"] * good + ["red"] * (of - good) or ["grey"]
    share = part("", [entry(str(n), "", c) for n, c in enumerate(colours)]).shares[0]  # type: ignore[arg-type]
    assert share.percent == percent


def test_a_short_time_is_told_by_quarters_with_the_empty_ones() -> None:
    periods = by_period([written(2025, 12), written(2026, 7, "red"), written(2026, 9)])
    assert [(each.name, each.posts) for each in periods] == [
        ("Q4 2025", 1),
        ("Q1 2026", 0),
        ("Q2 2026", 0),
        ("Q3 2026", 2),
    ]
    assert numbers(periods[3])[0] == (1, 2)


def test_a_long_time_is_told_by_years() -> None:
    periods = by_period([written(2023, 1), written(2026, 1)])
    assert [each.name for each in periods] == ["2023", "2024", "2025", "2026"]


@pytest.mark.parametrize("entries", [(), (written(2026, 1), written(2026, 3))])
def test_no_time_is_no_trend(entries: tuple[Entry, ...]) -> None:
    assert by_period(entries) == ()


def test_who_wrote_most_comes_first_and_a_post_of_two_counts_for_both() -> None:
    parts = by_author(
        [
            entry("a", "", "red", authors=("Zoë", "Bo")),
            entry("b", "", authors=("Zoë", "Zoë")),
            entry("c", "", authors=("Ann",)),
        ]
    )
    assert [(each.name, each.posts) for each in parts] == [("Zoë", 2), ("Ann", 1), ("Bo", 1)]
    assert numbers(parts[0])[0] == (1, 2)


def test_bars_stand_in_their_stretch_and_are_as_high_as_their_share() -> None:
    posts = [written(2025, 1, "red"), *[written(2025, 7)] * 3, *[written(2025, 7, "red")] * 3]
    drawn = picture(0, "ask", by_period(posts))
    assert [(bar.height, bar.few) for bar in drawn.bars] == [(1.5, True), (HEIGHT / 2, False)]
    assert [round(bar.x + bar.width / 2) for bar in drawn.bars] == [WIDTH / 6, WIDTH * 5 / 6]
    assert all(bar.y + bar.height == HEIGHT for bar in drawn.bars)
    assert (drawn.first, drawn.last, drawn.latest) == ("Q1 2025", "Q3 2025", "50%")
    assert drawn.words == "Q1 2025: 0%; Q3 2025: 50%"


def test_a_light_that_is_never_judged_has_no_bars() -> None:
    drawn = picture(0, "ask", by_period([written(2025, 1, "grey"), written(2025, 7, "grey")]))
    assert (drawn.bars, drawn.latest, drawn.words) == ((), "", "nothing to judge")


def test_the_most_posts_of_a_period_fill_the_picture() -> None:
    drawn = picture_of_posts("posts", by_period([written(2025, 1), *[written(2025, 7)] * 4]))
    assert [bar.height for bar in drawn.bars] == [HEIGHT / 4, HEIGHT]
    assert drawn.words == "Q1 2025: 1 post; Q2 2025: 0 posts; Q3 2025: 4 posts"
