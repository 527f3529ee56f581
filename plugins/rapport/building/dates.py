"""How dates are printed on pages: absolute, in words, never "two days ago".

Other languages go into WAYS: twelve months, two patterns and the words for a span each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

_HOURS = 48


@dataclass(frozen=True, slots=True)
class Way:
    """How one language writes a date: `{d}`, `{month}` and `{y}`; `{day}` and `{clock}`.

    `hours` and `days` are for one and for several (`{n}`), `moments` for less than an hour.
    """

    months: tuple[str, ...]
    day: str
    moment: str
    moments: str
    hours: tuple[str, str]
    days: tuple[str, str]


WAYS: dict[str, Way] = {
    "en": Way(
        months=("January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"),
        day="{d} {month} {y}",
        moment="{day}, {clock}",
        moments="less than an hour",
        hours=("an hour", "{n} hours"),
        days=("a day", "{n} days"),
    ),
}  # fmt: skip


def day(when: datetime, language: str = "en") -> str:
    """The day: "4 May 2026"."""
    way = WAYS[language]
    return way.day.format(d=when.day, month=way.months[when.month - 1], y=when.year)


def moment(when: datetime, language: str = "en") -> str:
    """The day and the time of day: "3 June 2026, 14:05"."""
    return WAYS[language].moment.format(day=day(when, language), clock=f"{when:%H:%M}")


def span(time: timedelta, language: str = "en") -> str:
    """How long something took, in whole hours for two days, then in whole days: "5 hours"."""
    way = WAYS[language]
    hours = time // timedelta(hours=1)
    if hours < 1:
        return way.moments
    words, number = (way.hours, hours) if hours < _HOURS else (way.days, hours // 24)
    return words[number > 1].format(n=number)


FILTERS: dict[str, Callable[..., str]] = {"day": day, "moment": moment, "span": span}
