"""Posts to facts: one after the other when they are few, on all cores when that pays.

Nothing that only many posts or another markup need is imported before they are there: one Markdown
post must be measured while its author's finger is still on the key.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rapport.audit import Context, measure
from rapport.cli.progress import counted
from rapport.errors import BuildError
from rapport.model import Facts, Post, Site
from rapport.settings import Settings
from rapport.sources import document

if TYPE_CHECKING:
    from rapport.cli.helpers import Helpers

Html = Callable[[Post], str]

# Starting a helper costs as much as measuring this many characters here; reading a comment's file
# as much as measuring this many.
_WORTH_HELPERS = 250_000
_COMMENT = 200
# How much of what should be their part helpers begin with; the rest is dealt out as it goes.
_BEGUN = 0.7


def begin(posts: Sequence[Post], settings: Settings, comments: int) -> Helpers | None:
    """Let other cores begin with some of the posts; None when that does not pay.

    `comments` are the files this process is going to read meanwhile.
    """
    markdown = [post for post in posts if post.markup == "markdown"]
    size = sum(len(post.text) for post in markdown)
    spare = _cores() - 1
    if len(markdown) < 2 or size < _WORTH_HELPERS or spare < 1:
        return None
    from rapport.cli.helpers import Helpers  # noqa: PLC0415 - only for many posts

    share = min((size + comments * _COMMENT) / (spare + 1), size / spare)
    left = iter(markdown)
    shares = list(_shares(left, share * _BEGUN, spare))
    return Helpers.begin(shares, tuple(left), settings)


def _shares(left: Iterator[Post], size: float, count: int) -> Iterator[tuple[Post, ...]]:
    """The next posts in `count` parts of about `size` characters."""
    for _ in range(count):
        part: list[Post] = []
        room = size
        while room > 0 and (post := next(left, None)) is not None:
            part.append(post)
            room -= len(post.text)
        if part:
            yield tuple(part)


def measured(  # noqa: PLR0913 - a site, what to measure of it, and by which means
    site: Site,
    settings: Settings,
    posts: Sequence[Post],
    rendered: Callable[[], Html],
    lost: Callable[[Post, str], None],
    *,
    helpers: Helpers | None = None,
) -> dict[str, Facts]:
    """The facts of every post by its path; `rendered` makes the renderer of other markups.

    A post that its renderer cannot read has no facts: `lost` is told of it, with the reason.
    `helpers` are those that have begun with some of these posts. Shows a bar on a terminal when
    there are many.
    """
    context = Context.of(site, settings)
    helpers = helpers or begin(posts, settings, 0)
    rest = [post for post in posts if helpers is None or post.path not in helpers.posts]
    here = (
        measure(post, document(post, settings, html), context)
        for post, html in _jobs(rest, rendered, lost)
    )
    every = here if helpers is None else _together(helpers, context, here, settings)
    return {facts.path: facts for facts in counted(every, len(posts))}


def _together(
    helpers: Helpers, context: Context, here: Iterable[Facts], settings: Settings
) -> Iterator[Facts]:
    """The facts from here and from the helpers, as they come; what they leave is done here."""
    with helpers:
        helpers.tell(context)
        dealt = (measure(post, document(post, settings), context) for post in helpers.left())
        for facts in chain(here, dealt):
            yield facts
            yield from helpers.arrived()
        yield from helpers.rest()
        for post in helpers.undone():
            yield measure(post, document(post, settings), context)


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
