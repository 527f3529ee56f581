"""Which comments look like their writer's own case: examples of each kind, in four languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.conversation import looks_like_matter

LINES = (Path(__file__).parent / "matters.txt").read_text("utf-8").splitlines()
OWN = [line[2:] for line in LINES if line.startswith("+ ")]
OTHER = [line[2:] for line in LINES if line.startswith("- ")]


def test_there_are_forty_of_each_kind() -> None:
    assert (len(OWN), len(OTHER)) == (40, 40)


@pytest.mark.parametrize("words", OWN)
def test_an_own_case_is_flagged(words: str) -> None:
    assert looks_like_matter(words)


def test_of_the_others_hardly_any_is_flagged() -> None:
    assert [words for words in OTHER if looks_like_matter(words)] == []
