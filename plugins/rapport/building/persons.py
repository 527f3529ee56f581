"""The people with a page: who they are, what they wrote, said, were thanked and named for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from rapport.building.naming import Names, has_page, is_firm, person_feed
from rapport.building.shown import Shown
from rapport.building.structured import person_data
from rapport.building.threads import Manner
from rapport.building.views import CommentView, PersonView, PostView, ThanksView
from rapport.conversation import render_body
from rapport.model import Person, Site, one_line, safe_url

# Where a handle such as `linkedin:ana` leads.
_PROFILES = {
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "github": ("GitHub", "https://github.com/{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
}


@dataclass(slots=True)
class _Deeds:
    """What one person did here."""

    posts: list[PostView] = field(default_factory=list)
    comments: list[CommentView] = field(default_factory=list)
    replies: list[CommentView] = field(default_factory=list)
    thanks: list[ThanksView] = field(default_factory=list)
    mentioned_in: list[PostView] = field(default_factory=list)


def show_people(site: Site, shown: Sequence[Shown], manner: Manner) -> tuple[PersonView, ...]:
    """Everybody with a page, the firm first, then by name. Only what lists may name is named."""
    names = manner.names
    listed = [each for each in shown if each.listed]
    deeds: dict[str, _Deeds] = defaultdict(_Deeds)
    _collect_posts(listed, names, deeds)
    _collect_words(listed, deeds)
    _collect_thanks(site, listed, deeds)
    people = [person for person in site.people if has_page(person)]
    people.sort(
        key=lambda person: (not is_firm(person), one_line(person.name).casefold(), person.slug)
    )
    views = (_person(person, deeds[person.slug], names) for person in people)
    return tuple(_with_data(view, manner) for view in views)


def _with_data(person: PersonView, manner: Manner) -> PersonView:
    if not manner.base:
        return person
    data = person_data(person, manner.names.firm, manner.base, manner.places, manner.words)
    return replace(person, data=data)


def _collect_posts(listed: Sequence[Shown], names: Names, deeds: dict[str, _Deeds]) -> None:
    """What each wrote, once: a translation by the same hand is the same piece."""
    seen: set[tuple[str, str]] = set()
    for each in sorted(listed, key=lambda each: not each.leads):
        for slug in names.authors_of(each.post):
            if (slug, each.post.id) not in seen:
                seen.add((slug, each.post.id))
                deeds[slug].posts.append(each.view)
    for deed in deeds.values():
        deed.posts.sort(key=lambda post: (post.date, post.url), reverse=True)


def _collect_words(listed: Sequence[Shown], deeds: dict[str, _Deeds]) -> None:
    for each in listed:
        if not each.leads:
            continue
        views = {view.id: view for view in each.view.thread.comments}
        said = {turn.comment.id: turn for turn in each.thread.turns}
        for comment in each.thread.shown:
            if comment.person:
                deeds[comment.person].comments.append(views[comment.id])
            parent = said[comment.id].parent
            if parent is not None and parent.person and parent.person != comment.person:
                deeds[parent.person].replies.append(views[comment.id])
    for deed in deeds.values():
        deed.comments.sort(key=_newest, reverse=True)
        deed.replies.sort(key=_newest, reverse=True)


def _newest(comment: CommentView) -> tuple[object, str]:
    return comment.date, comment.id


def _collect_thanks(site: Site, listed: Sequence[Shown], deeds: dict[str, _Deeds]) -> None:
    at = {each.post.path: each for each in listed}
    told: dict[str, int] = defaultdict(int)
    for shout in site.shout_outs:
        number = told[shout.post.path]
        told[shout.post.path] += 1
        if shout.person is not None and shout.post.path in at:
            deeds[shout.person.slug].thanks.append(at[shout.post.path].view.thanks[number])
    for mention in site.mentions:
        if mention.post.path in at:
            deeds[mention.person.slug].mentioned_in.append(at[mention.post.path].view)


def _person(person: Person, deeds: _Deeds, names: Names) -> PersonView:
    return PersonView(
        name=names.of(person),
        role=person.role,
        bio=Markup(render_body(person.bio, breaks=False)),  # noqa: S704 - what the sanitiser returned
        works_at=one_line(person.works_at),
        links=tuple(_links(person)),
        posts=tuple(deeds.posts),
        comments=tuple(deeds.comments),
        replies=tuple(deeds.replies),
        thanks=tuple(deeds.thanks),
        mentioned_in=tuple(deeds.mentioned_in),
        firm=is_firm(person),
        indexed=person.role != "reader",
        feed=person_feed(person),
    )


def _links(person: Person) -> list[tuple[str, str]]:
    """Where else a person is found: their own site, and the profiles their handles name."""
    site = safe_url(person.url)
    found = [(urlsplit(site).hostname or site, site)] if site else []
    for handle in person.handles:
        service, _, name = handle.partition(":")
        user, _, host = handle.removeprefix("@").partition("@")
        if service.lower() in _PROFILES and name:
            word, pattern = _PROFILES[service.lower()]
            found.append((word, pattern.format(quote(name.removeprefix("@"), safe=""))))
        elif host and safe_url(f"https://{host}/@{quote(user, safe='')}"):
            found.append((one_line(handle), safe_url(f"https://{host}/@{quote(user, safe='')}")))
    return list(dict.fromkeys(found))
