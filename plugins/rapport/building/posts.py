"""Every post that becomes a page, as the theme sees it.

Two passes: first each post's thread on its own page, so that every comment has an address; then the
posts, whose thanks and prompts point at comments anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from rapport.audit import question_of
from rapport.building import markup
from rapport.building.beside import beside
from rapport.building.panels import Panels
from rapport.building.run import Run
from rapport.building.shown import Shown
from rapport.building.structured import post_data
from rapport.building.threads import Manner, Place, thread_view
from rapport.building.views import (
    CommentView,
    Name,
    PostView,
    ThanksView,
    ThreadView,
    UpdateView,
)
from rapport.model import Facts, Post, ShoutOut, one_line, safe_url
from rapport.sources import thread_id

_WORDS_A_MINUTE = 220


@dataclass(slots=True)
class _Pages:
    """The first pass: where each post and each comment will stand."""

    places: dict[str, Place] = field(default_factory=dict)
    threads: dict[str, ThreadView] = field(default_factory=dict)
    comments: dict[str, CommentView] = field(default_factory=dict)
    leaders: dict[str, Place] = field(default_factory=dict)


def show_posts(run: Run, manner: Manner, tags: Mapping[str, Any]) -> tuple[Shown, ...]:
    """The posts of a run in the site's order, newest first; `tags` are those that have a page.

    `tags` maps a tag's slug to Pelican's tag.
    """
    posts = [post for post in run.site.posts if post.source in run.shown]
    pages = _first_pass(posts, run, manner)
    thanks = _by_post(run.site.shout_outs)
    panels = Panels(run) if run.settings.preview else None
    shown = []
    for post in posts:
        article, place = run.shown[post.source], pages.places[post.source]
        view = replace(
            _view(post, run, manner, pages, panels),
            tags=tuple(_tags(article, tags)),
            thanks=tuple(_thanks(each, place, manner, pages) for each in thanks.get(post.path, ())),
            superseded_by=_successor(post, posts, pages),
        )
        leads = pages.leaders[place.thread] is place
        thread = run.site.threads[place.thread]
        view = _told(view, post, run, manner)
        shown.append(Shown(post, place, thread, view, article.status == "published", leads))
    return tuple(shown)


def _view(post: Post, run: Run, manner: Manner, pages: _Pages, panels: Panels | None) -> PostView:
    """A post by itself, without what leads from it to others."""
    article, place = run.shown[post.source], pages.places[post.source]
    talk, facts = pages.threads[post.source], run.facts.get(post.path)
    named = partial(beside, comments=talk.comments, words=manner.catalogues.of(post.lang))
    content, panel = (
        panels.of(post, article, talk, named) if panels else (markup.content(article, named), None)
    )
    return PostView(
        title=place.title,
        url=place.url,
        date=_date(post, manner),
        lang=post.lang,
        authors=tuple(manner.names.author(name) for name in post.authors),
        content=content,
        summary=markup.summary(article),
        thread=talk,
        question=question_of(post, facts),
        minutes=_minutes(facts),
        prompted_by=tuple(
            pages.comments[name] for name in post.prompted_by if name in pages.comments
        ),
        updates=tuple(UpdateView(each.date, one_line(each.what)) for each in post.updates),
        translations=tuple((other.lang, other.url) for other in article.translations),
        draft=post.status == "draft",
        panel=panel,
    )


def _told(view: PostView, post: Post, run: Run, manner: Manner) -> PostView:
    """A post with what it says to who only hears of it; nothing while the site has no address."""
    if not manner.base:
        return view
    firm, words = manner.names.firm, manner.catalogues.of(view.lang)
    view = replace(view, card=run.cards.of_post(view, post.path, firm, words))
    return replace(view, data=post_data(view, firm, manner.base, manner.places, words))


def _first_pass(posts: Sequence[Post], run: Run, manner: Manner) -> _Pages:
    pages = _Pages()
    for post in sorted(posts, key=lambda post: _precedence(run.shown[post.source])):
        article = run.shown[post.source]
        name = thread_id(post.id, post.lang, run.settings)
        place = _place(post, article, name, manner)
        view, comments = thread_view(run.site.threads[name], place, manner)
        pages.places[post.source] = place
        pages.threads[post.source] = view
        if pages.leaders.setdefault(name, place) is place:
            pages.comments.update(comments)
    return pages


def _place(post: Post, article: Any, thread: str, manner: Manner) -> Place:
    """Where a post's thread is printed. One of many languages is in the site's, unless it says."""
    authors = manner.names.authors_of(post)
    shared = article.translations and thread == post.id
    lang = manner.language if shared else ""
    return Place(post, markup.title(article), article.url, thread, authors, lang)


def _precedence(article: Any) -> tuple[bool, bool, str]:
    """Of pages that share a thread, the one that a link to a comment leads to comes first."""
    return article.status != "published", not article.in_default_lang, article.source_path


def _date(post: Post, manner: Manner) -> Any:
    """A draft without a date has the last there is; the preview shows it as of today."""
    return manner.today if post.status == "draft" and post.date > manner.today else post.date


def _minutes(facts: Facts | None) -> int:
    return max(1, round(facts.words / _WORDS_A_MINUTE)) if facts else 1


def _tags(article: Any, tags: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The topics that have a page: Pelican makes none for those of hidden posts alone."""
    for tag in getattr(article, "tags", ()):
        paged = tags.get(tag.slug)
        if paged is not None:
            yield one_line(paged.name), paged.url


def _by_post(shout_outs: Iterable[ShoutOut]) -> dict[str, list[ShoutOut]]:
    found: dict[str, list[ShoutOut]] = {}
    for shout in shout_outs:
        found.setdefault(shout.post.path, []).append(shout)
    return found


def _thanks(shout: ShoutOut, place: Place, manner: Manner, pages: _Pages) -> ThanksView:
    return ThanksView(
        to=_thanked(shout, manner),
        reason=one_line(shout.reason),
        date=_date(place.post, manner),
        by=tuple(manner.names.author(name) for name in place.post.authors),
        post_title=place.title,
        post_url=place.url,
        comment=pages.comments.get(shout.comment.id) if shout.comment else None,
    )


def _thanked(shout: ShoutOut, manner: Manner) -> Name:
    if shout.person is not None:
        return manner.names.of(shout.person)
    url = shout.comment.url if shout.comment else ""
    return Name(one_line(shout.name), site=safe_url(url))


def _successor(post: Post, posts: Sequence[Post], pages: _Pages) -> Name | None:
    """The post that replaces this one, in this one's language if it is there."""
    if not post.superseded_by:
        return None
    named = [other for other in posts if post.superseded_by in (other.slug, other.id)]
    named = [other for other in named if other.status == "published" and other is not post]
    named.sort(key=lambda other: (other.lang != post.lang, other.path))
    if not named:
        return None
    place = pages.places[named[0].source]
    return Name(one_line(place.title.striptags()), place.url)
