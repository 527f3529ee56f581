"""What measuring a post needs to know of the site around it: small, frozen, ready to be sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from rapport.audit.languages import fold_name
from rapport.model import Person, Site
from rapport.settings import Settings

_FIRM = ("firm", "brand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The firm's hosts, names and people, and the outsiders the site knows by name.

    Names are folded (`fold_name`), handles in lower case with their `@`. `called` leads from each
    spelling or handle of somebody outside to the one name they are counted under.
    """

    hosts: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    mail: str = ""
    firm_names: tuple[str, ...] = ()
    own_people: frozenset[str] = frozenset()
    own_handles: frozenset[str] = frozenset()
    called: tuple[tuple[str, str], ...] = ()
    language: str = "en"

    @classmethod
    def of(cls, site: Site, settings: Settings) -> Context:
        """The context of every post of a site."""
        firm = [person for person in site.people if person.role in _FIRM]
        others = [person for person in site.people if person.role not in _FIRM]
        own = {fold_name(name) for person in firm for name in (person.name, *person.also)}
        called = _called(others)
        written = (name for post in site.posts for name in post.authors)
        authors = {fold_name(name) for name in (*written, settings.reading.author) if name}
        own |= authors - called.keys()
        for comment in site.comments:
            name = fold_name(comment.author)
            if comment.role not in _FIRM and name not in own and " " in name:
                called.setdefault(name, name)
        return cls(
            hosts=_hosts(settings),
            profiles=frozenset(profile(url) for url in settings.own_profiles),
            mail=settings.comment_mail.lower(),
            firm_names=settings.firm_names,
            own_people=frozenset(own),
            own_handles=frozenset(h.lower() for person in firm for h in person.handles),
            called=tuple(sorted(called.items())),
            language=settings.reading.default_lang,
        )


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
