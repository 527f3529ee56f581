"""Posts to facts: one after the other when they are few, on all cores when that pays.

Nothing that only many posts or another markup need is imported before they are there: one Markdown
post must be measured while its author's finger is still on the key.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.audit import Context, measure
from rapport.cli.progress import counted
from rapport.errors import BuildError
from rapport.model import Facts, Post, Site
from rapport.settings import Settings
from rapport.sources import document

if TYPE_CHECKING:
    from concurrent.futures import Executor

Html = Callable[[Post], str]

# Starting workers costs as much as measuring this many characters here.
_WORTH_WORKERS = 500_000
_CHUNK = 16


def measured(
    site: Site,
    settings: Settings,
    posts: Sequence[Post],
    rendered: Callable[[], Html],
    lost: Callable[[Post, str], None],
) -> dict[str, Facts]:
    """The facts of every post by its path; `rendered` makes the renderer of other markups.

    A post that its renderer cannot read has no facts: `lost` is told of it, with the reason. Shows
    a bar on a terminal when there are many.
    """
    context = Context.of(site, settings)
    jobs = _jobs(posts, rendered, lost)
    if len(posts) < 2 or sum(len(post.text) for post in posts) < _WORTH_WORKERS or _cores() < 2:
        _prepare(settings, context)
        return {facts.path: facts for facts in counted(map(_measure, jobs), len(posts))}
    with _workers(settings, context) as workers:
        found = workers.map(_measure, list(jobs), chunksize=_CHUNK)
        return {facts.path: facts for facts in counted(found, len(posts))}


def _jobs(
    posts: Sequence[Post], rendered: Callable[[], Html], lost: Callable[[Post, str], None]
) -> Iterator[tuple[Post, str | None]]:
    """Each post with its HTML, which only a post that is not Markdown needs."""
    html: Html | None = None
    for post in posts:
        if post.markup == "markdown":
            yield post, None
        else:
            html = html or rendered()
            try:
                made = html(post)
            except BuildError as fault:
                lost(post, str(fault))
            else:
                yield post, made


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _workers(settings: Settings, context: Context) -> Executor:
    """Processes that know the site. Forked where that is safe; else they import this package.

    A package that came from Pelican's PLUGIN_PATHS is not on the import path; a new process takes
    over its parent's, so it is put there first.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many posts
    from multiprocessing import get_context  # noqa: PLC0415 - only for many posts

    home = str(Path(__file__).parents[2])
    if home not in sys.path:
        sys.path.append(home)
    return ProcessPoolExecutor(
        max_workers=_cores(),
        mp_context=get_context("fork" if sys.platform == "linux" else "spawn"),
        initializer=_prepare,
        initargs=(settings, context),
    )


# What every post of this run is measured with: given to a worker once, not once a post.
_known: dict[str, tuple[Settings, Context]] = {}


def _prepare(settings: Settings, context: Context) -> None:
    _known["site"] = settings, context


def _measure(job: tuple[Post, str | None]) -> Facts:
    post, html = job
    settings, context = _known["site"]
    return measure(post, document(post, settings, html), context)
