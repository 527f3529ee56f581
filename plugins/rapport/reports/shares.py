"""How many posts do what they should: over all, by quarter or year, by author.

Only a green light counts as done. Grey ones (closed comments, no comments, a language that cannot
be judged) are left out on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapport.model import Entry
from rapport.reports.words import COLUMNS, Light, colours

_YEARS_BY_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Share:
    """Of `of` posts that can be judged by this light, `good` are green."""

    light: Light
    good: int
    of: int

    @property
    def percent(self) -> int:
        """The share in hundredths, rounded; 0 of none."""
        return round(100 * self.good / self.of) if self.of else 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the posts, by what they have in common, and their shares in the lights' order."""

    name: str
    posts: int
    shares: tuple[Share, ...]


def part(name: str, entries: Sequence[Entry]) -> Part:
    """The shares of these posts."""
    return Part(name, len(entries), tuple(_share(light, entries) for light in COLUMNS))


def _share(light: Light, entries: Iterable[Entry]) -> Share:
    at = list(COLUMNS).index(light)
    seen = [colours(entry.lights)[at] for entry in entries]
    return Share(light, seen.count("green"), len(seen) - seen.count("grey"))


def by_period(entries: Sequence[Entry]) -> tuple[Part, ...]:
    """The years from the first post to the last, or the quarters where that is not long.

    Periods without a post are there, empty. None at all when all posts fall into one period.
    """
    if not entries:
        return ()
    years = [entry.date.year for entry in entries]
    per_year = 4 if max(years) - min(years) < _YEARS_BY_QUARTER else 1
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        number = entry.date.year * per_year + (entry.date.month - 1) * per_year // 12
        found.setdefault(number, []).append(entry)
    periods = range(min(found), max(found) + 1)
    if len(periods) < 2:
        return ()
    return tuple(part(_period(number, per_year), found.get(number, [])) for number in periods)


def _period(number: int, per_year: int) -> str:
    year, quarter = divmod(number, per_year)
    return f"Q{quarter + 1} {year}" if per_year > 1 else str(year)


def by_author(entries: Iterable[Entry]) -> tuple[Part, ...]:
    """The posts of each author, who wrote most first; a post of two counts for both."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for author in dict.fromkeys(entry.authors):
            found.setdefault(author, []).append(entry)
    parts = [part(author, written) for author, written in found.items()]
    return tuple(sorted(parts, key=lambda each: (-each.posts, each.name.casefold(), each.name)))
