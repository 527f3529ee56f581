"""Pictures of shares as plain numbers: where each bar stands. The template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.reports.shares import Part
from rapport.reports.words import number

WIDTH, HEIGHT = 300, 84
_FEW = 3
_WIDEST = 26.0
_LEAST = 1.5  # nothing at all is seen too


@dataclass(frozen=True, slots=True)
class Bar:
    """One period's bar in a picture of WIDTH by HEIGHT; `few` says that it rests on few posts."""

    x: float
    y: float
    width: float
    height: float
    few: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Something over time: bars, what the last one stands for, and all of them in words."""

    name: str
    bars: tuple[Bar, ...]
    first: str
    last: str
    latest: str
    words: str


def picture(light: int, name: str, periods: Sequence[Part]) -> Picture:
    """The share of one light, by its place among the lights; nothing where nothing was judged."""
    shares = [(period, period.shares[light]) for period in periods]
    heights = [share.good / share.of if share.of else None for _, share in shares]
    said = [f"{period.name}: {share.percent}%" for period, share in shares if share.of]
    few = [share.of < _FEW for _, share in shares]
    return _made(name, periods, _bars(heights, few), said)


def picture_of_posts(name: str, periods: Sequence[Part]) -> Picture:
    """How many posts there were, the most as high as the picture."""
    most = max(period.posts for period in periods)
    heights = [period.posts / most if period.posts else None for period in periods]
    said = [f"{period.name}: {number(period.posts, 'post')}" for period in periods]
    return _made(name, periods, _bars(heights, [False] * len(periods)), said)


def _made(name: str, periods: Sequence[Part], bars: tuple[Bar, ...], said: list[str]) -> Picture:
    latest = said[-1].partition(": ")[2] if said else ""
    words = "; ".join(said) or "nothing to judge"
    return Picture(name, bars, periods[0].name, periods[-1].name, latest, words)


def _bars(heights: Sequence[float | None], few: Sequence[bool]) -> tuple[Bar, ...]:
    """Bars of these heights (1 is the whole), each in the middle of its stretch of the width."""
    slot = WIDTH / len(heights)
    width = min(_WIDEST, slot * 0.72)
    bars = []
    for at, part_of_all in enumerate(heights):
        if part_of_all is not None:
            height = max(_LEAST, HEIGHT * part_of_all)
            x = slot * at + (slot - width) / 2
            bars.append(
                Bar(round(x, 1), round(HEIGHT - height, 1), round(width, 1), round(height, 1),
                    few[at])
            )  # fmt: skip
    return tuple(bars)
