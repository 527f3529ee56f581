"""What a reader has to download, with words that do not repeat."""

from __future__ import annotations

from tests.theme.document import elements, lenient
from tests.theme.heavy import heavy_post, weight
from tests.theme.pages import pages


def test_a_post_with_fifty_comments_stays_within_its_budget() -> None:
    html = heavy_post()
    assert html.count("<p>") > 80
    assert weight(html) <= 24_000
    assert len(list(elements(lenient(html)))) <= 1_400


def test_its_structured_data_stays_within_its_budget() -> None:
    html = heavy_post(data=True)
    assert html.count('"@type":"Comment"') == 50
    assert weight(html) <= 34_000


def test_home_stays_within_its_budget() -> None:
    assert weight(pages()["home"]) <= 8_000
