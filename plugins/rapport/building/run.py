"""What one run of Pelican knows, from its first signal to its last.

It lives in Pelican's own settings dictionary, which every generator and every article carries, so
nothing of ours outlives the run. The keys are in lower case: no settings file can set them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from rapport.building.cards import Cards
from rapport.building.guarding import Guarded
from rapport.building.measuring import Measuring
from rapport.building.shown import Shown
from rapport.building.telling import Tell, say_nothing
from rapport.building.theme import Marks
from rapport.building.views import DeskView
from rapport.model import Facts, Finding, Report, Site
from rapport.people import Roster
from rapport.settings import Settings
from rapport.translation import Catalogues

SETTINGS = "rapport_settings"
CATALOGUES = "rapport_catalogues"
REASONS = "rapport_reasons"
TELL = "rapport_tell"
_RUN = "rapport_run"


@dataclass(slots=True)
class Run:
    """One run: what was read before it began, and what was found on the way.

    `posts` and `desk` are what the theme sees. `articles` are Pelican's, by the path of their
    source; `shown` those that become pages, and `left_out` the sources of articles and pages that
    do not, by our choice. `untouched` is the HTML of posts as their reader made it, where we have
    changed it since. `kept_ids` are the ids of posts' entries in Pelican's feeds that a change of
    slug must not change, by those that Pelican makes. `failures` are exceptions met where Pelican
    would swallow them, `laps` when each step ended. `contents` are the articles and pages as
    Pelican has them. `tell` is told what is being made, how many are done and of how many;
    `cards` are the share pictures that pages name, `pictures` is how many of all the cache did not
    have.
    """

    settings: Settings
    now: datetime
    site: Site
    roster: Roster
    theme: Marks
    guarded: Guarded
    reasons: Callable[[str], str]
    measuring: Measuring
    catalogues: Catalogues
    posts: tuple[Shown, ...] = ()
    desk: tuple[DeskView, ...] = ()
    articles: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    untouched: dict[str, str] = field(default_factory=dict)
    kept_ids: dict[str, str] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)
    facts: Mapping[str, Facts] = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    written: list[Path] = field(default_factory=list)
    laps: list[tuple[str, float]] = field(default_factory=list)
    finished: bool = False
    contents: tuple[Any, ...] = ()
    tell: Tell = say_nothing
    cards: Cards = field(default_factory=Cards)
    pictures: int = 0

    def lap(self, name: str) -> None:
        """Note that a step has ended now."""
        self.laps.append((name, perf_counter()))


def keep(values: dict[str, Any], run: Run) -> None:
    """Let a run begin: whatever an earlier one left behind goes."""
    values[_RUN] = run


def current(values: Mapping[str, Any]) -> Run | None:
    """The run that these settings of Pelican's belong to; None before it has begun."""
    run = values.get(_RUN)
    return run if isinstance(run, Run) else None
