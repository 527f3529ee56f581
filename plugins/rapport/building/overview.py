"""The site as every page sees it: which conversations stand how, who takes part, whom to thank."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from rapport.building.persons import show_people
from rapport.building.preview_views import HeldView
from rapport.building.run import Run
from rapport.building.shown import Shown
from rapport.building.structured import home_data
from rapport.building.threads import MONTH, Manner
from rapport.building.views import CommentView, DeskView, Name, Places, PostView, SiteView, State
from rapport.conversation import excerpt, plain
from rapport.errors import UsageError
from rapport.model import Site, once, one_line, safe_url
from rapport.sources import read_inbox

FEED = "feeds/conversation.atom.xml"
_EXCERPT = 160
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def content_clock(site: Site, now: datetime) -> datetime:
    """Today as public pages know it: SOURCE_DATE_EPOCH, else the newest date not in the future.

    SOURCE_DATE_EPOCH is reproducible-builds.org's: seconds since 1970 in UTC. Raises UsageError
    when it is no number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        try:
            return datetime.fromtimestamp(int(given), UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(
                f"SOURCE_DATE_EPOCH is {given!r}; it should be seconds since 1970, or not set."
            ) from None
    posts = [post for post in site.posts if post.status != "draft"]
    dates = [post.date for post in posts]
    dates += [update.date for post in posts for update in post.updates]
    dates += [comment.date for comment in site.comments]
    return max((date for date in dates if date <= now), default=_BEGINNING)


def show_site(run: Run, originals: Sequence[Any], manner: Manner) -> SiteView:
    """The SiteView. `originals` are Pelican's listed articles, translations left out."""
    settings, names = run.settings, manner.names
    listed = [each for each in run.posts if each.listed]
    talks = [each for each in listed if each.leads and each.view.thread.state != "none"]
    talks.sort(key=_latest, reverse=True)
    thanks = tuple(entry for each in listed for entry in each.view.thanks)
    sources = {article.get_relative_source_path() for article in originals}
    return SiteView(
        firm=names.firm,
        today=manner.today.astimezone(manner.zone),
        posts=tuple(each.view for each in listed if each.post.source in sources),
        under_way=tuple(each.view for each in talks),
        open=_standing(talks, "open"),
        active=_standing(talks, "active"),
        answered=_standing(talks, "answered"),
        quiet=_standing(talks, "quiet"),
        people=show_people(run.site, run.posts, manner),
        taking_part=_taking_part(talks, manner),
        thanks=tuple(sorted(thanks, key=lambda entry: entry.date, reverse=True)),
        comments=sum(each.view.thread.count for each in talks),
        feed=FEED,
        advertising=one_line(settings.advertising),
        responsible=one_line(settings.responsible),
        webmention=settings.webmention,
        logo=quote(settings.logo),
        fonts=tuple(path for _, path in settings.fonts),
        profiles=manner.profiles,
        notice=settings.notice,
        searched=settings.publish,
        mailto=f"mailto:{quote(manner.mail, safe='@')}" if manner.mail else "",
        preview=settings.preview,
        drafts=tuple(each.view for each in run.posts if each.view.draft),
        held=show_held(run) if settings.preview else (),
        places=manner.places,
        data=(
            home_data(names.firm, manner.base, manner.places, manner.profiles)
            if manner.base
            else Markup("")
        ),
    )


def _latest(each: Shown) -> tuple[datetime, str]:
    latest = each.view.thread.latest[0]
    return latest.date, latest.id


def _standing(talks: Iterable[Shown], state: State) -> tuple[PostView, ...]:
    return tuple(each.view for each in talks if each.view.thread.state == state)


def _taking_part(talks: Iterable[Shown], manner: Manner) -> tuple[Name, ...]:
    """Who has spoken in the last month, the latest first."""
    since = manner.today - MONTH
    recent = [c for each in talks for c in each.thread.shown if c.date >= since]
    recent.sort(key=lambda comment: (comment.date, comment.id), reverse=True)
    return tuple(manner.names.writer(comment) for comment in once(recent))


def show_desk(shown: Iterable[Shown], now: datetime) -> tuple[DeskView, ...]:
    """Who waits for the firm, the longest first, with days counted from the real time."""
    waiting: list[tuple[CommentView, Shown]] = []
    for each in shown:
        if each.leads:
            views = {view.id: view for view in each.view.thread.comments}
            waiting += [(views[comment.id], each) for comment in each.thread.waiting]
    waiting.sort(key=lambda pair: (pair[0].date, pair[0].id))
    return tuple(
        DeskView(comment, max(0, (now - comment.date).days), each.view.authors)
        for comment, each in waiting
    )


def show_held(run: Run) -> tuple[HeldView, ...]:
    """What waits to be approved, the longest first; nothing but the preview may ask."""
    titles = {each.post.id: each.post.title for each in run.posts if each.leads}
    inbox = read_inbox(run.settings, run.site.people)
    return tuple(
        HeldView(
            id=pending.comment.id,
            author=one_line(pending.comment.author),
            post=one_line(titles.get(pending.comment.post, pending.comment.post)),
            received=pending.received.astimezone(run.settings.reading.timezone),
            days=max(0, (run.now - pending.received).days),
            excerpt=excerpt(plain(pending.comment.body), _EXCERPT),
            lang=pending.comment.lang,
            flags=tuple(map(one_line, pending.flags)),
        )
        for pending in inbox.pending
        if pending.state == "pending"
    )


def find_profiles(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The firm's places elsewhere, as Pelican's SOCIAL has them; no other entry of it is a link."""
    found = (
        (one_line(str(word)), safe_url(str(url))) for word, url, *_ in values.get("SOCIAL", ())
    )
    return tuple((word, url) for word, url in found if word and url)


def find_places(values: Mapping[str, Any], *, preview: bool) -> Places:
    """Where Pelican's settings put the pages that are theirs; empty where there is none."""
    return Places(
        home=_direct(values, "index"),
        posts=_direct(values, "archives"),
        topics=_direct(values, "tags"),
        desk="desk/" if preview else "",
    )


def _direct(values: Mapping[str, Any], name: str) -> str:
    """The address of one of Pelican's DIRECT_TEMPLATES: its URL setting, else where it is saved."""
    saved = values.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
    if name not in values["DIRECT_TEMPLATES"] or not saved:
        return ""
    return str(values.get(f"{name.upper()}_URL") or saved.removesuffix("index.html"))
