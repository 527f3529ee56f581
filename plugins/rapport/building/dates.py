"""How dates are printed on pages: absolute, in words, never "two days ago".

Other languages go into WAYS: twelve months and two patterns each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Way:
    """How one language writes a date: `{d}`, `{month}` and `{y}`; `{day}` and `{clock}`."""

    months: tuple[str, ...]
    day: str
    moment: str


WAYS: dict[str, Way] = {
    "en": Way(
        months=("January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"),
        day="{d} {month} {y}",
        moment="{day}, {clock}",
    ),
}  # fmt: skip


def day(when: datetime, language: str = "en") -> str:
    """The day: "4 May 2026"."""
    way = WAYS[language]
    return way.day.format(d=when.day, month=way.months[when.month - 1], y=when.year)


def moment(when: datetime, language: str = "en") -> str:
    """The day and the time of day: "3 June 2026, 14:05"."""
    return WAYS[language].moment.format(day=day(when, language), clock=f"{when:%H:%M}")


FILTERS: dict[str, Callable[[datetime], str]] = {"day": day, "moment": moment}
