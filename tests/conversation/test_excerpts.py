"""The first words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import excerpt


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("exactly10!", 10, "exactly10!"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("One two. Three", 10, "One two…"),
        ("one, two three", 6, "one…"),
        ("one - two three", 7, "one…"),
        ("one  \n two", 20, "one two"),
        ("Donaudampfschifffahrt", 6, "Donau…"),
        ("cafe\u0301teria", 5, "caf…"),
        ("👩\u200d💻👩\u200d💻👩\u200d💻", 6, "👩\u200d💻…"),
        ("👍🏽👍🏽👍🏽", 4, "👍🏽…"),
        ("x", 1, "x"),
        ("xy", 1, "…"),
        ("xy", 0, ""),
        ("", 5, ""),
    ],
)
def test_cut_between_words(text: str, limit: int, shown: str) -> None:
    assert excerpt(text, limit) == shown


@given(st.text(max_size=60), st.integers(0, 50))
def test_never_longer_than_asked_and_only_marked_when_cut(text: str, limit: int) -> None:
    shown = excerpt(text, limit)
    whole = " ".join(text.split())
    assert len(shown) <= limit or whole == shown == ""
    assert shown in {whole, ""} or shown.endswith("…")
    assert whole.startswith(shown.removesuffix("…"))
