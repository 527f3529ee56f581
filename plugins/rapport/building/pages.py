"""The pages and feeds that Pelican does not know: written by its own writer, at fixed addresses."""

from __future__ import annotations

import os
from collections import defaultdict
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from rapport.building.feeds import Address, Entry, Feed, entries, make_feed
from rapport.building.manuals import URL as RULES
from rapport.building.manuals import show_rules
from rapport.building.naming import has_page, person_feed, person_url
from rapport.building.overview import FEED
from rapport.building.parts import cut
from rapport.building.run import Run
from rapport.building.searching import by_letter
from rapport.building.shown import Shown
from rapport.building.signposts import signposts, taken, target
from rapport.building.sitemaps import ROBOTS, SITEMAP, robots, sitemap
from rapport.building.sitemaps import entries as entries_of
from rapport.building.views import PartView, SiteView
from rapport.errors import BuildError
from rapport.model import Person
from rapport.settings import stands_at
from rapport.translation import Words

# How many entries a page of each list has.
_CONVERSATIONS = 40
_PEOPLE = 200
_THANKS = 100
_SAID = 50


def write_pages(generator: Any, writer: Any, run: Run) -> None:
    """Conversations, people, thanks, 404 and, in the preview, desk and rules; then the feeds.

    A theme that is not made for us has no templates for the pages: then there are none of those.
    """
    site: SiteView = generator.context["rapport"]
    places = site.places
    pages: list[tuple[str, str, dict[str, Any]]] = [
        *(("conversations", part.url, {"part": part}) for part in _conversations(site)),
        *(("people", part.url, {"part": part}) for part in _people(site)),
        *(("thanks", part.url, {"part": part}) for part in _thanks(site)),
    ]
    for person in site.people:
        said = cut([("said", person.comments)], _SAID, person.name.url)
        pages += [("person", part.url, {"person": person, "part": part}) for part in said]
    listed = [each.view for each in run.posts if each.listed]
    pages.append(("search", places.search, {"letters": by_letter(listed)}))
    if site.preview:
        pages.append(("desk", places.desk, {"desk": run.desk}))
        pages.append(("rules", RULES, {"rules": show_rules()}))
    relative = generator.settings["RELATIVE_URLS"]
    for name, url, values in pages:
        _write(generator, writer, name, url, run, relative_urls=relative, **values)
    # It is shown at any depth, so its links cannot depend on where it lies.
    _write(generator, writer, "404", "404.html", run, relative_urls=False)
    _write_feeds(generator, writer, run)
    _write_sitemap(generator, writer, run)
    _write_moved(generator, writer, run)


def _conversations(site: SiteView) -> tuple[PartView, ...]:
    states = ("open", "active", "answered", "quiet")
    groups = [(state, getattr(site, state)) for state in states]
    return cut(groups, _CONVERSATIONS, site.places.conversations)


def _people(site: SiteView) -> tuple[PartView, ...]:
    firm = [person for person in site.people if person.firm]
    guests = [person for person in site.people if not person.firm]
    return cut([("firm", firm), ("guests", guests)], _PEOPLE, site.places.people)


def _thanks(site: SiteView) -> tuple[PartView, ...]:
    years = groupby(site.thanks, key=lambda thanks: thanks.date.year)
    groups = [(f"y{year}", list(entries)) for year, entries in years]
    return cut(groups, _THANKS, site.places.thanks)


def _write(generator: Any, writer: Any, name: str, url: str, run: Run, **values: Any) -> None:
    template = _template(generator, name, run)
    if template is not None:
        saved = f"{unquote(url)}index.html" if url.endswith("/") else url
        writer.write_file(saved, template, generator.context, url=url, **values)


def _template(generator: Any, name: str, run: Run) -> Any:
    from pelican.generators import (  # noqa: PLC0415 - only a running Pelican calls this
        PelicanTemplateNotFound,
    )

    try:
        return generator.get_template(name)
    except PelicanTemplateNotFound:
        if run.theme.ours:
            raise BuildError(
                f"The theme {generator.settings['THEME']} has no template {name}.html. Its "
                "theme.toml says that it is made for Rapport, which needs one."
            ) from None
        return None


def _write_feeds(generator: Any, writer: Any, run: Run) -> None:
    values, site = generator.settings, str(generator.settings["SITENAME"])
    address = Address.of(values, run.settings)
    today = generator.context["rapport"].today
    make = partial(make_feed, address=address, values=values, since=today)
    said: list[Entry] = []
    for each in run.posts:
        if each.leads:
            words = run.catalogues.of(each.post.lang)
            told = entries(each, run.shown[each.post.source], values, address, words)
            said += told if each.listed else []
            _save(_of_post(each, told, words, site, make), each.view.thread.feed, writer, run)
    by_person: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in said:
        by_person[entry.comment.person].append(entry)
    words = run.catalogues.of(run.settings.reading.default_lang)
    for person in filter(has_page, run.site.people):
        feed = _of_person(person, by_person[person.slug], words, site, make)
        _save(feed, person_feed(person), writer, run)
    whole = make(
        title=words.gettext("%(site)s: the conversation", site=site),
        about="conversations/",
        url=FEED,
        id_=("conversation",),
        told=said,
    )
    _save(whole, FEED, writer, run)


def _of_post(each: Shown, told: list[Entry], words: Words, site: str, make: partial[Feed]) -> Feed:
    title = each.place.title.striptags()
    return make(
        title=words.gettext("%(site)s: comments on %(title)s", site=site, title=title),
        about=each.place.url,
        url=each.view.thread.feed,
        id_=("conversation", each.place.thread),
        told=told,
        since=each.view.date,
        language=each.post.lang,
    )


def _of_person(
    person: Person, told: list[Entry], words: Words, site: str, make: partial[Feed]
) -> Feed:
    return make(
        title=words.gettext("%(site)s: what %(name)s says", site=site, name=person.name),
        about=person_url(person),
        url=person_feed(person),
        id_=("person", person.slug),
        told=told,
    )


def _write_sitemap(generator: Any, writer: Any, run: Run) -> None:
    """The sitemap, robots.txt and other signposts, unless the site brings its own."""
    base, context = str(generator.settings["SITEURL"]).rstrip("/"), generator.context
    if not base or run.settings.preview:
        return
    topics = sorted(generator.tags) if generator.settings["TAG_SAVE_AS"] else []
    found = entries_of(context["rapport"], run.posts, context.get("pages", ()), topics)
    texts = {SITEMAP: sitemap(found, base), ROBOTS: robots(base)}
    texts |= signposts(context["rapport"], run.settings, base)
    brought = {static.save_as for static in context["staticfiles"]}
    for name, text in texts.items():
        if name not in brought:
            path = Path(writer.output_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            run.written.append(path)


def _write_moved(generator: Any, writer: Any, run: Run) -> None:
    """A page at each address that moved, for hosts that read no `_redirects`."""
    base, moved = str(generator.settings["SITEURL"]).rstrip("/"), dict(run.settings.redirects)
    if not moved or not base:
        return
    output = Path(writer.output_path)
    there = [path.relative_to(output).as_posix() for path in run.written]
    for old in taken(moved, there):
        raise BuildError(
            f"RAPPORT_REDIRECTS says that {old} moved to {moved[old]}, and a page of the site "
            "stands there. Take it out of the setting, or give that page another address."
        )
    for old, new in moved.items():
        template = _template(generator, "moved", run)
        if template is not None:
            to = target(new, base)
            writer.write_file(
                stands_at(old), template, generator.context, relative_urls=False, url=old, moved=to
            )


def _save(feed: Feed, url: str, writer: Any, run: Run) -> None:
    path = Path(os.path.normpath(Path(writer.output_path) / unquote(url)))
    path.parent.mkdir(parents=True, exist_ok=True)
    # Writer.write_feed makes Pelican's own kinds of feed alone; this is how it opens a file, and it
    # refuses one that was written already.
    with writer._open_w(str(path), "utf-8") as file:
        feed.write(file, "utf-8")
    run.written.append(path)
