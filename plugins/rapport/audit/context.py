"""What measuring a post needs to know of the site around it: small, frozen, ready to be sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlsplit

from rapport.audit.languages import fold_name
from rapport.model import Person, Post, Site
from rapport.settings import Settings

_FIRM = ("firm", "brand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The firm's hosts, names and people, and the outsiders the site knows by name.

    Names are folded (`fold_name`), handles in lower case with their `@`. `called` leads from each
    spelling or handle of somebody outside to the one name they are counted under. `speakers` are
    the names of the outsiders who wrote each comment, by the comment's id, and `spoken` the ids of
    the comments under each post, by the post's: a post knows those who talk with it (`beside`).
    """

    hosts: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    mail: str = ""
    firm_names: tuple[str, ...] = ()
    own_people: frozenset[str] = frozenset()
    own_handles: frozenset[str] = frozenset()
    called: tuple[tuple[str, str], ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    spoken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "en"

    @classmethod
    def of(cls, site: Site, settings: Settings) -> Context:
        """The context of every post of a site.

        Where the roster names nobody of the firm, whoever writes a post is of the firm.
        """
        firm = [person for person in site.people if person.role in _FIRM]
        called = _called(person for person in site.people if person.role not in _FIRM)
        own = {fold_name(name) for person in firm for name in (person.name, *person.also)}
        authors = {settings.reading.author}
        if not knows_firm(site.people):
            authors.update(name for post in site.posts for name in post.authors)
        own |= {fold_name(name) for name in authors if name} - called.keys()
        speakers: dict[str, str] = {}
        spoken: dict[str, list[str]] = {}
        for comment in site.comments:
            name = fold_name(comment.author)
            if comment.role not in _FIRM and " " in name:
                speakers[comment.id] = name
                spoken.setdefault(comment.post, []).append(comment.id)
        return cls(
            hosts=_hosts(settings),
            profiles=frozenset(profile(url) for url in settings.own_profiles),
            mail=settings.comment_mail.lower(),
            firm_names=settings.firm_names,
            own_people=frozenset(own),
            own_handles=frozenset(h.lower() for person in firm for h in person.handles),
            called=tuple(sorted(called.items())),
            speakers=speakers,
            spoken={post: tuple(ids) for post, ids in spoken.items()},
            language=settings.reading.default_lang,
        )

    def beside(self, post: Post) -> Context:
        """The same for one post: its authors are the firm's, and it knows who talks with it.

        Those are the outsiders who wrote under it, and those whose comments its header names. What
        others wrote elsewhere makes no difference, so that a post can be measured alone.
        """
        called = dict(self.called)
        own = self.own_people | ({fold_name(name) for name in post.authors} - called.keys())
        for name in self.voices(post):
            if name not in own:
                called.setdefault(name, name)
        if len(own) == len(self.own_people) and len(called) == len(self.called):
            return self
        known = tuple(sorted(called.items()))
        return replace(self, own_people=own, called=known, speakers={}, spoken={})

    def voices(self, post: Post) -> tuple[str, ...]:
        """Those who talk with a post: all that its facts take from the comments of the site."""
        named = (*self.spoken.get(post.id, ()), *(each.to for each in post.thanks))
        said = (self.speakers.get(comment, "") for comment in (*named, *post.prompted_by))
        return tuple(name for name in said if name)

    def everywhere(self) -> tuple[object, ...]:
        """All the rest, which the facts of every post depend on, in an order of its own."""
        alone = replace(self, speakers={}, spoken={})
        values = (getattr(alone, each.name) for each in fields(alone))
        return tuple(sorted(each) if isinstance(each, frozenset) else each for each in values)


def knows_firm(people: Iterable[Person]) -> bool:
    """Whether somebody on the roster is of the firm."""
    return any(person.role == "firm" for person in people)


def _called(people: Iterable[Person]) -> dict[str, str]:
    """Every spelling and handle of the roster's outsiders to the name of their entry."""
    called: dict[str, str] = {}
    for person in people:
        name = fold_name(person.name)
        for spelling in (person.name, *person.also, *person.handles):
            called.setdefault(fold_name(spelling), name)
    return called


def _hosts(settings: Settings) -> frozenset[str]:
    """The firm's hosts; `www.` in front of one makes no difference."""
    named = (host if "//" in host else f"//{host}" for host in settings.own_hosts)
    found = (host_of(url) for url in (*named, settings.reading.siteurl) if url)
    return frozenset(host.removeprefix("www.") for host in found if host)


# An address of the usual kind, whose host needs no parsing.
_USUAL = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?=[/?#]|$)(?!.*[\[\]])")


def host_of(url: str) -> str:
    """The host of an address as browsers understand it, in ASCII; empty when there is none."""
    usual = _USUAL.match(url)
    if usual:
        return usual[1]
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def profile(url: str) -> str:
    """An address of a profile, for comparing: host and path, without what makes no difference."""
    host = host_of(url if "//" in url else f"//{url}").removeprefix("www.")
    try:
        path = urlsplit(url if "//" in url else f"//{url}").path
    except ValueError:
        path = ""
    return host + path.rstrip("/").lower()
