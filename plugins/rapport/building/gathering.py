"""What Pelican read and what we read, brought together: which posts and pages there will be.

The two readings must agree. A post that only one of them has is a fault with a name, never a silent
loss; a draft goes no further than the preview; two posts never fight for one page.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from rapport.building.run import Run
from rapport.model import Finding, Post, Span

_ARTICLES = (
    ("articles", "translations"),
    ("hidden_articles", "hidden_translations"),
    ("drafts", "drafts_translations"),
)
_PAGES = (
    ("pages", "translations"),
    ("hidden_pages", "hidden_translations"),
    ("draft_pages", "draft_translations"),
)


def choose_articles(generator: Any, run: Run) -> None:
    """Leave in Pelican's lists what will be shown, in an order that does not depend on chance.

    Pelican lists files by way of a set, so equal dates and translations would change places from
    one run to the next.
    """
    posts = {post.source: post for post in run.site.posts}
    read = _by_source(generator, _ARTICLES)
    run.articles = read
    run.shown = dict(_distinct(_wanted(generator, posts, run), run))
    _categorise(_listed(generator, _ARTICLES[2]), generator.settings)
    _leave_out(set(read) - set(run.shown), generator.context, run)
    for names in _ARTICLES:
        _regroup(generator, names, run.shown.values(), "ARTICLE")


def _categorise(drafts: Iterable[Any], values: dict[str, Any]) -> None:
    """Pelican asks every draft for its category, and makes none when CATEGORY_SAVE_AS is empty."""
    from pelican.urlwrappers import Category  # noqa: PLC0415 - only a running Pelican calls this

    for draft in drafts:
        if not hasattr(draft, "category"):
            draft.category = Category(values["DEFAULT_CATEGORY"], values)


def choose_pages(generator: Any, run: Run) -> None:
    """The same for pages; then forget the files that only what is left out links to."""
    read = _by_source(generator, _PAGES)
    drafts = () if run.settings.preview else _listed(generator, _PAGES[2])
    hidden = {content.get_relative_source_path() for content in drafts}
    _leave_out(hidden, generator.context, run)
    kept = [content for source, content in read.items() if source not in hidden]
    for names in _PAGES:
        _regroup(generator, names, kept, "PAGE")
        generator.context[names[0]] = getattr(generator, names[0])
    # A file that a draft links to is as private as the draft.
    generator.context["static_links"] = set[str]().union(
        *(content.get_static_links() for content in chain(run.shown.values(), kept))
    )


def _by_source(generator: Any, lists: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    found = chain.from_iterable(_listed(generator, names) for names in lists)
    ordered = sorted(found, key=lambda content: str(content.source_path))
    return {content.get_relative_source_path(): content for content in ordered}


def _listed(generator: Any, names: tuple[str, str]) -> Iterator[Any]:
    return chain(getattr(generator, names[0]), getattr(generator, names[1]))


def _leave_out(sources: set[str], context: dict[str, Any], run: Run) -> None:
    """As Pelican marks what it could not read: nothing links to it, and it is no file to copy."""
    run.left_out |= sources
    context["generated_content"].update(dict.fromkeys(sources))


def _wanted(generator: Any, posts: dict[str, Post], run: Run) -> Iterator[tuple[str, Any]]:
    drafts = set(map(id, _listed(generator, _ARTICLES[2])))
    for source, article in run.articles.items():
        if source not in posts:
            _doubt(run, source, "CFG902", _UNREAD)
        elif run.settings.preview or id(article) not in drafts:
            yield source, article


_UNREAD = (
    "Pelican reads this as a post, and Rapport does not, so it is left out. Posts are .md, .rst "
    "and .html files; if this is no post, move it out of ARTICLE_PATHS."
)


def _distinct(articles: Iterable[tuple[str, Any]], run: Run) -> Iterator[tuple[str, Any]]:
    """Without those whose page another has taken: Pelican would stop half-way."""
    first: dict[tuple[str, bool], str] = {}
    for source, article in articles:
        place = article.save_as, hasattr(article, "override_save_as")
        taken = first.setdefault(place, source)
        if taken == source:
            yield source, article
        else:
            _doubt(
                run,
                source,
                "CFG907",
                f"This post would be written to {place[0]}, as {_path(run, taken)} is. It is left "
                "out until one of them has another Slug.",
            )


def _regroup(generator: Any, names: tuple[str, str], kept: Iterable[Any], kind: str) -> None:
    """Put originals and translations of one list together anew, from what is kept of it."""
    from pelican.utils import (  # noqa: PLC0415 - only a running Pelican calls this
        order_content,
        process_translations,
    )

    mine = set(map(id, _listed(generator, names)))
    left = [content for content in kept if id(content) in mine]
    for content in left:
        content.translations = []
    settings = generator.settings
    originals, translations = process_translations(left, settings[f"{kind}_TRANSLATION_ID"])
    setattr(generator, names[0], order_content(originals, settings[f"{kind}_ORDER_BY"]))
    setattr(generator, names[1], translations)


def report_lost(context: dict[str, Any], run: Run) -> None:
    """A finding for each post or page that Pelican did not take up although it should have."""
    for source, content in sorted(context["generated_content"].items()):
        if content is None and source not in run.left_out:
            reason = run.reasons(source) or "it does not say why"
            _doubt(run, source, "CFG902", f"Pelican leaves this file out: {reason}.")
    for post in run.site.posts:
        if post.source not in run.articles and post.source not in context["generated_content"]:
            _doubt(run, post.source, "CFG902", _UNSEEN)


_UNSEEN = (
    "Pelican does not read this post. Check ARTICLE_EXCLUDES, IGNORE_FILES and READERS in the "
    "settings file."
)


def _doubt(run: Run, source: str, code: str, message: str) -> None:
    """Add an error about a file unless reading has found one already that explains it."""
    path = _path(run, source)
    known = chain(run.site.problems, run.doubts)
    if not any(each.path == path and each.severity == "error" for each in known):
        run.doubts.append(Finding(code, "error", path, Span(1, 1, 1, 1), message))


def _path(run: Run, source: str) -> str:
    return posixpath.normpath(f"{run.settings.reading.content}/{source.replace(os.sep, '/')}")
