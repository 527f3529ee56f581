"""Everything is read and nothing is written: facts, the audit's report, and the views.

This is where Pelican's articles get their `post` and its context its `rapport`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from rapport.audit import judge
from rapport.building import markup
from rapport.building.cards import cards_of
from rapport.building.feeds import kept_id, pelican_id
from rapport.building.further import lead_on
from rapport.building.gathering import report_lost
from rapport.building.guarding import Guarded, check_sources
from rapport.building.measuring import Measuring
from rapport.building.naming import Names
from rapport.building.overview import (
    content_clock,
    find_places,
    find_profiles,
    show_desk,
    show_site,
)
from rapport.building.posts import show_posts
from rapport.building.run import CATALOGUES, REASONS, SETTINGS, TELL, Run
from rapport.building.sifting import Sieve, check_linked
from rapport.building.telling import say_nothing
from rapport.building.theme import marks
from rapport.building.threads import Manner
from rapport.model import Facts, Post, Site, one_line
from rapport.people import Roster
from rapport.settings import Settings
from rapport.sources import read_site


def begin(values: dict[str, Any]) -> Run:
    """Read the site once, before Pelican reads anything."""
    settings: Settings = values[SETTINGS]
    laps = [("start", perf_counter())]
    site = read_site(settings)
    laps.append(("read posts, people, comments", perf_counter()))
    return Run(
        settings=settings,
        now=datetime.now(UTC),
        site=site,
        roster=Roster(site.people),
        theme=marks(Path(values["THEME"])),
        guarded=Guarded.of(settings),
        reasons=values.get(REASONS) or (lambda _source: ""),
        measuring=Measuring.begin(site, settings),
        catalogues=values[CATALOGUES],
        laps=laps,
        cards=cards_of(settings, values),
        tell=values.get(TELL, say_nothing),
    )


def join(generators: list[Any], run: Run) -> None:
    """Measure, judge, and hand the theme its views. Raises what was met where Pelican hides it."""
    articles = generators[0]
    context = articles.context
    if run.failures:
        raise run.failures[0]
    check_sources(run.guarded, context)
    check_linked(context, Sieve(run.settings))
    report_lost(context, run)
    run.site = replace(run.site, problems=_sorted(run))
    run.facts = _measured(run)
    run.lap("measure")
    run.report = judge(run.site, run.facts, run.settings, run.now)
    run.lap("judge")
    _mark_titles(context, run)
    # Pelican found them by way of a set.
    context["staticfiles"].sort(key=lambda static: static.source_path)
    _attach(articles, context, run)
    run.lap("make views")


def _sorted(run: Run) -> tuple[Any, ...]:
    found = (*run.site.problems, *run.doubts)
    return tuple(sorted(found, key=lambda each: (each.path, each.span, each.code)))


def _measured(run: Run) -> dict[str, Facts]:
    """The facts of every post that can be read; of those that become pages, as the page shows."""
    arrived = run.measuring.arrived()
    found = {}
    for post, html in _readable(run.site, run):
        measured = arrived.get(post.path) or run.measuring.here(post, html)
        article = run.articles.get(post.source)
        found[post.path] = (
            run.measuring.judged(post, measured, article._content or "")
            if article is not None
            else measured.facts
        )
    return found


def _readable(site: Site, run: Run) -> Iterator[tuple[Post, str | None]]:
    """Each post with what its Document is made from; without HTML there is none for some."""
    for post in site.posts:
        if post.markup == "markdown":
            yield post, None
        elif post.source in run.articles:
            html = run.untouched.get(post.source)
            yield post, run.articles[post.source]._content if html is None else html


def _mark_titles(context: dict[str, Any], run: Run) -> None:
    """Under autoescape a title must say whether it is text or HTML: pages print their own."""
    if run.theme.autoescape:
        for content in context["generated_content"].values():
            if content is not None:
                content.title = markup.title(content)


def _attach(articles: Any, context: dict[str, Any], run: Run) -> None:
    settings, values = run.settings, articles.settings
    firm = one_line(settings.firm_names[0] if settings.firm_names else values["SITENAME"])
    manner = Manner(
        names=Names(run.roster, firm),
        zone=settings.reading.timezone,
        today=content_clock(run.site, run.now),
        mail=settings.comment_mail,
        form=settings.comment_form,
        notice=one_line(settings.comment_notice),
        base=str(values["SITEURL"]).rstrip("/"),
        places=find_places(values, preview=settings.preview),
        catalogues=run.catalogues,
        language=settings.reading.default_lang,
        profiles=find_profiles(values),
    )
    tags = {tag.slug: tag for tag in articles.tags} if values["TAG_SAVE_AS"] else {}
    posts = show_posts(run, manner, tags)
    run.posts = lead_on(posts, run.shown, manner.base, settings.share, run.catalogues)
    for each in run.posts:
        article = run.shown[each.post.source]
        article.post = each.view
        if each.post.id != each.post.slug:
            run.kept_ids[pelican_id(article, values)] = kept_id(each.post, article, values)
    site = show_site(run, articles.articles, manner)
    card = run.cards.of_site(site, str(values["SITENAME"]), _says(values, manner), manner.words)
    context["rapport"] = replace(site, card=card)
    run.desk = show_desk(run.posts, run.now) if settings.preview else ()


def _says(values: dict[str, Any], manner: Manner) -> str:
    """What the site says of itself where a page has no words of its own."""
    return str(
        values.get("SITESUBTITLE")
        or manner.words.gettext(
            "What %(firm)s and its readers are talking about.", firm=manner.names.firm
        )
    )


def lacking(context: dict[str, Any]) -> Iterator[str]:
    """What a static link names and the disk does not hold, in words: Pelican says nothing."""
    for static in context["staticfiles"]:
        if not Path(static.source_path).exists():
            yield f"{static.get_relative_source_path()} is linked to, and there is no such file."
