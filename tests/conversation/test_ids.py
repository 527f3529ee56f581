"""Ids of comments: sortable, random, and the same for the same import."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import id_for_import, new_id, valid_id
from tests.conversation.hostile import ALL

MOMENT = datetime(2026, 11, 22, 12, 30, 15, 250_000, tzinfo=UTC)
MOMENTS = st.integers(0, 250_000_000_000_000).map(
    lambda passed: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=passed)
)
RANDOM = st.binary(min_size=10, max_size=10)


def test_an_id_is_26_of_digits_and_small_letters() -> None:
    assert new_id(MOMENT, bytes(10)) == "01m81krn6j0000000000000000"
    assert new_id(MOMENT, b"\xff" * 10).endswith("z" * 16)


@pytest.mark.parametrize(
    "text",
    ["", "0" * 25, "0" * 27, "A" * 26, "0" * 25 + "\n", "0" * 26 + "\n", "0" * 25 + "é", "../" * 9,
     "0" * 25 + "٣"],
)  # fmt: skip
def test_no_id(text: str) -> None:
    assert not valid_id(text)


def test_no_hostile_text_is_an_id() -> None:
    assert not any(valid_id(payload) for _, _, payload in ALL)


@given(MOMENTS, MOMENTS, RANDOM, RANDOM)
def test_ids_sort_by_time(one: datetime, other: datetime, r: bytes, s: bytes) -> None:
    first, second = new_id(one, r), new_id(other, s)
    assert valid_id(first)
    gap = (other - one) // timedelta(milliseconds=1)
    if gap > 0:
        assert first < second


def test_the_zone_does_not_matter() -> None:
    there = MOMENT.astimezone(timezone(timedelta(hours=9)))
    assert new_id(there, bytes(10)) == new_id(MOMENT, bytes(10))


def test_before_1970_is_as_early_as_it_gets() -> None:
    assert new_id(datetime(1950, 1, 1, tzinfo=UTC), bytes(10)) == "0" * 26


def test_too_little_randomness_is_refused() -> None:
    with pytest.raises(ValueError, match="10 random bytes"):
        new_id(MOMENT, b"short")


def test_a_second_import_finds_the_same_id() -> None:
    assert id_for_import(MOMENT, "disqus", "17") == id_for_import(MOMENT, "disqus", "17")
    others = {
        id_for_import(MOMENT, "disqus", "18"),
        id_for_import(MOMENT, "wordpress", "17"),
        id_for_import(MOMENT, "disqus1", "7"),
        id_for_import(MOMENT + timedelta(seconds=1), "disqus", "17"),
        id_for_import(MOMENT, "disqus", ""),
        id_for_import(MOMENT, "disqus", "\ud800"),
    }
    assert len(others) == 6
    assert id_for_import(MOMENT, "disqus", "17") not in others
    assert all(map(valid_id, others))
