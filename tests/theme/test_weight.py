"""What a reader has to download, with words that do not repeat."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace

from markupsafe import Markup

from tests.theme.document import elements, lenient
from tests.theme.pages import pages, post_page
from tests.theme.samples import long_thread, post

CHANCE = random.Random(7)  # noqa: S311 - words for a test, not secrets
VOCABULARY = [
    "".join(CHANCE.choice(("ka", "ro", "ti", "mer", "sol", "den", "u", "vi")) for _ in range(size))
    for size in range(1, 6)
    for _ in range(400)
]


def words(count: int) -> Markup:
    """Paragraphs of made-up words: they compress a little worse than prose does."""
    chosen = [CHANCE.choice(VOCABULARY) for _ in range(count)]
    parts = [" ".join(chosen[start : start + 60]) for start in range(0, count, 60)]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


def heavy_post() -> str:
    talk = long_thread(50)
    comments = tuple(one if one.removed else replace(one, body=words(85)) for one in talk.comments)
    return post_page(post(content=words(1275), thread=replace(talk, comments=comments)))


def weight(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))


def test_a_post_with_fifty_comments_stays_within_its_budget() -> None:
    html = heavy_post()
    assert html.count("<p>") > 80
    assert weight(html) <= 24_000
    assert len(list(elements(lenient(html)))) <= 1_400


def test_home_stays_within_its_budget() -> None:
    assert weight(pages()["home"]) <= 8_000
