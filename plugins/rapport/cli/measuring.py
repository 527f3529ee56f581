"""Posts to facts: one after the other when they are few, on all cores when that pays.

Nothing that only many posts or another markup need is imported before they are there: one Markdown
post must be measured while its author's finger is still on the key.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rapport.audit import Context, measure
from rapport.cli.progress import counted
from rapport.errors import BuildError
from rapport.model import Facts, Post, Site
from rapport.settings import Settings
from rapport.sources import document

if TYPE_CHECKING:
    from rapport.cli.cache import Cache
    from rapport.cli.helpers import Helpers

Html = Callable[[Post], str]

# Starting a helper costs as much as measuring this many characters here; reading a comment's file
# as much as measuring this many.
_WORTH_HELPERS = 250_000
_COMMENT = 200
# Knowing what measures, and reading what it measured before, cost as much as these.
_WORTH_KEEPING = 100_000
# How much of what should be their part helpers begin with; the rest is dealt out as it goes.
_BEGUN = 0.7


class Begun(NamedTuple):
    """What was begun when the posts had been read; nothing when they are few.

    `helpers` are the processes that measure some of them, `cache` is what is known from before.
    """

    helpers: Helpers | None = None
    cache: Cache | None = None

    def known(self, posts: Iterable[Post], context: Context) -> dict[str, Facts]:
        """The facts, by path, of those posts that nothing has changed."""
        if self.cache is None:
            return {}
        found = ((post.path, self.cache.facts(post, context)) for post in posts)
        return {path: facts for path, facts in found if facts is not None}


def begin(posts: Sequence[Post], settings: Settings, comments: int, *, cached: bool) -> Begun:
    """Let other cores begin with those posts that nothing is known of, if that pays.

    `comments` are the files this process is going to read meanwhile. Without `cached` nothing is
    known, and nothing is kept.
    """
    markdown = [post for post in posts if post.markup == "markdown"]
    cache = _cache(markdown, settings) if cached else None
    new = [post for post in markdown if cache is None or not cache.has(post)]
    return Begun(_helpers(new, settings, comments), cache)


def _cache(posts: Sequence[Post], settings: Settings) -> Cache | None:
    if len(posts) < 2 or _size(posts) < _WORTH_KEEPING:
        return None
    from rapport.cli.cache import Cache  # noqa: PLC0415 - only for many posts

    return Cache.of(settings)


def _helpers(posts: Sequence[Post], settings: Settings, comments: int) -> Helpers | None:
    size, spare = _size(posts), _cores() - 1
    if len(posts) < 2 or size < _WORTH_HELPERS or spare < 1:
        return None
    from rapport.cli.helpers import Helpers  # noqa: PLC0415 - only for many posts

    share = min((size + comments * _COMMENT) / (spare + 1), size / spare)
    left = iter(posts)
    shares = list(_shares(left, share * _BEGUN, spare))
    return Helpers.begin(shares, tuple(left), settings)


def _size(posts: Iterable[Post]) -> int:
    return sum(len(post.text) for post in posts)


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


def measured(  # noqa: PLR0913, PLR0917 - a site, what to measure of it, and by which means
    site: Site,
    settings: Settings,
    posts: Sequence[Post],
    rendered: Callable[[], Html],
    lost: Callable[[Post, str], None],
    begun: Begun,
) -> dict[str, Facts]:
    """The facts of every post by its path; `rendered` makes the renderer of other markups.

    A post that its renderer cannot read has no facts: `lost` is told of it, with the reason.
    Shows a bar on a terminal when there are many. What was measured is kept for the next time.
    """
    context = Context.of(site, settings)
    facts = begun.known(posts, context)
    new = [post for post in posts if post.path not in facts]
    helpers = _all_helpers(new, settings, begun.helpers)
    rest = [post for post in new if all(post.path not in each.posts for each in helpers)]
    here = (
        measure(post, document(post, settings, html), context)
        for post, html in _jobs(rest, rendered, lost)
    )
    every = _together(helpers, context, here, settings)
    by_path = {post.path: post for post in new}
    for each in counted(every, len(new)):
        facts[each.path] = each
        if begun.cache is not None:  # meanwhile the helpers go on
            begun.cache.keep(by_path[each.path], context, each)
    if begun.cache is not None:
        begun.cache.write(site.posts)
    return facts


def _all_helpers(
    posts: Sequence[Post], settings: Settings, begun: Helpers | None
) -> tuple[Helpers, ...]:
    """Those that have begun, and others for what is new since the whole site is known."""
    left = [each for each in posts if begun is None or each.path not in begun.posts]
    late = _helpers([post for post in left if post.markup == "markdown"], settings, 0)
    return tuple(each for each in (begun, late) if each is not None)


def _together(
    helpers: Sequence[Helpers], context: Context, here: Iterable[Facts], settings: Settings
) -> Iterator[Facts]:
    """The facts from here and from all helpers, as they come."""
    for each in helpers[:-1]:
        yield from _beside(each, context, (), settings)
    yield from _beside(helpers[-1], context, here, settings) if helpers else here


def _beside(
    helpers: Helpers, context: Context, here: Iterable[Facts], settings: Settings
) -> Iterator[Facts]:
    """The facts from here and from the helpers; what they leave is done here."""
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
