"""Measuring takes time in proportion to the text, whatever the text.

No absolute time is looked at: the processor's time for a text is held against that for a text four
times as long. What grows by the square takes sixteen times as long then.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from rapport.audit import judge, measure
from rapport.model import Site
from rapport.sources import document
from rapport.sources.notes import notes
from tests.audit.growth import GENERATED, REPEATED, Make, text
from tests.audit.posts import CONTEXT, SETTINGS, post

# A tracer would be measured too.
pytestmark = pytest.mark.untraced

SMALL = 8_000
LANGS = ("en", "de", "fr", "es", "fi")
NOW = datetime(2026, 6, 1, tzinfo=UTC)
Do = Callable[[str, str], None]


def run(body: str, lang: str) -> None:
    """All that the audit does with one post."""
    made = post(f"Title: A\nDate: 2026-01-05\nLang: {lang}\nAuthors: Lena Brandt\n\n{body}")
    facts = measure(made, document(made, SETTINGS), CONTEXT)
    judge(Site((made,)), {made.path: facts}, SETTINGS, NOW)


def cost(body: str, lang: str, do: Do) -> float:
    start = time.process_time()
    do(body, lang)
    return time.process_time() - start


def grows_straight(
    make: str | Make, lang: str, around: tuple[str, str] = ("", ""), do: Do = run
) -> bool:
    """Whether four times the text takes less than nine times as long, in one of six trials."""
    before, after = around
    small, large = (f"{before}{text(make, size)}{after}" for size in (SMALL, 4 * SMALL))
    for _ in range(6):
        long = cost(large, lang, do)
        if long < 0.05:  # too quick to be told from the noise, and so not slow
            return True
        if long < 9 * max(0.005, min(cost(small, lang, do) for _ in range(2))):
            return True
    return False


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """What is loaded once is nobody's cost."""
    for lang in LANGS:
        run("Mr. J. K. Lind met Ana Ruiz at 5 p.m. Will you? U.S. Is it so? Call us. ", lang)


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_a_piece_again_and_again(piece: str) -> None:
    assert grows_straight(piece, "en", ("a ", ">" if "<" in piece else ""))


@pytest.mark.parametrize("kind", GENERATED)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_ever_new_words(kind: str, lang: str) -> None:
    assert grows_straight(GENERATED[kind], lang)


def combinations(count: int) -> list[tuple[str, str, tuple[str, str]]]:
    """Pieces put together, the same on every run."""
    dice = random.Random(3)  # noqa: S311 - no secret
    return [
        (
            dice.choice(LANGS),
            "".join(dice.choices(REPEATED, k=dice.choice((2, 2, 3)))),
            (
                dice.choice(("", "> ", "- ", "<div>\n", "    ", '"', "[a]: b\n\n", "U.S. ")),
                dice.choice(("", ">", '"', "]", "-->", "\n\n", "`", ")")),
            ),
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize(("lang", "piece", "around"), combinations(150), ids=ascii)
def test_pieces_together(lang: str, piece: str, around: tuple[str, str]) -> None:
    assert grows_straight(piece, lang, around)


IGNORE = "rapport: ignore SEL401 - x"


@pytest.mark.parametrize(
    "piece",
    [
        f".. {IGNORE}\n", f".. {IGNORE}\n\n", f".. {IGNORE}\n\n- a\n\n", f"- a\n\n  .. {IGNORE}\n",
        f".. {IGNORE}\n\n  a\n\n", "..\n", ".. a\n   b\n", "- a\n", "a::\n\n  b\n",
    ],
    ids=ascii,
)  # fmt: skip
def test_comments_in_restructured_text(piece: str) -> None:
    def read(body: str, lang: str) -> None:
        post(f"Keys\n####\n\n:date: 2026-01-05\n:author: L\n:lang: {lang}\n\n{body}", "a.rst")

    assert grows_straight(piece, "en", (f".. {IGNORE}\n\n", ""), read)


@pytest.mark.parametrize(
    "piece",
    [
        f"<!-- {IGNORE} -->",
        f"<p><!-- {IGNORE} -->",
        f"a <!-- {IGNORE} --><hr>",
        "<div>",
        "</p>",
        "<!--",
    ],
)
def test_comments_in_html(piece: str) -> None:
    def read(body: str, _: str) -> None:
        assert notes(body, 0, "html", SETTINGS)

    assert grows_straight(piece, "en", (f"<!-- {IGNORE} -->", ">"), read)
