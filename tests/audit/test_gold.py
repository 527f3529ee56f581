"""The gold posts: what was right once stays right (the floors are the figures of this version)."""

from __future__ import annotations

import pytest

from tests.gold.score import golds, score

POSTS = golds()
# (precision, recall) that a change may not fall below, over all gold posts.
FLOORS = {
    "questions": (0.95, 0.95),
    "vague": (0.95, 0.95),
    "invitations": (0.95, 0.95),
    "people": (0.95, 0.95),
    "credited": (0.95, 0.95),
    "pitch": (0.95, 0.95),
    "quotations": (0.95, 0.95),
    "links": (0.99, 0.99),
    "images": (0.95, 0.95),
    "spans": (0.99, 0.99),
}


def test_there_are_posts_of_every_kind_in_every_language() -> None:
    kinds = {gold.name.rsplit("-", 1)[0] for gold in POSTS}
    languages = {"en", "de", "fr", "es"}
    assert {f"{lang}-{kind}" for lang in languages
            for kind in ("conversational", "scholarly", "salesy", "nasty")} == kinds  # fmt: skip
    assert len(POSTS) >= 24


@pytest.fixture(scope="module")
def totals() -> dict[str, dict[str, int]]:
    return {kind: dict(count) for kind, count in score(POSTS).items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_facts_agree_with_the_labels(kind: str, totals: dict[str, dict[str, int]]) -> None:
    right, extra, missed = (totals[kind].get(key, 0) for key in ("tp", "fp", "fn"))
    precision, recall = FLOORS[kind]
    assert right > 0
    assert right / (right + extra) >= precision
    assert right / (right + missed) >= recall
