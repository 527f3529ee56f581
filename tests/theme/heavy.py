"""A post as heavy as they come in a busy year: fifty comments, with words that do not repeat."""

from __future__ import annotations

import gzip
import random
from dataclasses import replace

from markupsafe import Markup

from rapport.building.structured import post_data
from rapport.building.views import Places, PostView
from tests.theme.pages import SITE, post_page
from tests.theme.samples import long_thread, post

_SYLLABLES = ("ka", "ro", "ti", "mer", "sol", "den", "u", "vi")


def heavy_view() -> PostView:
    """1,275 words, and fifty comments of 85 each."""
    chance = random.Random(7)  # noqa: S311 - words for a test, not secrets
    vocabulary = [
        "".join(chance.choice(_SYLLABLES) for _ in range(size))
        for size in range(1, 6)
        for _ in range(400)
    ]
    talk = long_thread(50)
    comments = tuple(
        one if one.removed else replace(one, body=_words(85, vocabulary, chance))
        for one in talk.comments
    )
    words = _words(1275, vocabulary, chance)
    return post(content=words, thread=replace(talk, comments=comments))


def _words(count: int, vocabulary: list[str], chance: random.Random) -> Markup:
    """Paragraphs of made-up words: they compress a little worse than prose does."""
    chosen = [chance.choice(vocabulary) for _ in range(count)]
    parts = [" ".join(chosen[start : start + 60]) for start in range(0, count, 60)]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


def heavy_post(*, data: bool = False) -> str:
    """The page of it; with `data`, the structured data too."""
    view = heavy_view()
    if data:
        view = replace(view, data=post_data(view, "Rossi & Partners", SITE, Places()))
    return post_page(view)


def weight(html: str) -> int:
    """What a reader downloads, in bytes: hosts compress."""
    return len(gzip.compress(html.encode(), 9))
