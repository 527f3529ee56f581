"""Small files that others look for: who to tell of a hole, who made this, where a page went.

security.txt is RFC 9116, humans.txt the convention of humanstxt.org, `_redirects` what Netlify and
Cloudflare Pages read. They are made for a site that knows its own address, and a file that the site
brings itself stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from urllib.parse import urlsplit

from rapport.building.views import SiteView
from rapport.settings import Settings, stands_at

SECURITY = ".well-known/security.txt"
HUMANS = "humans.txt"
REDIRECTS = "_redirects"


def signposts(site: SiteView, settings: Settings, base: str) -> dict[str, str]:
    """The files by their names; those that a site has nothing to say in are left out."""
    found = {SECURITY: _security(settings, base), HUMANS: _humans(site)}
    found[REDIRECTS] = _redirects(settings.redirects, base)
    return {name: text for name, text in found.items() if text}


def _security(settings: Settings, base: str) -> str:
    if not settings.security_contact or settings.security_expires is None:
        return ""
    expires = settings.security_expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    rows = (
        f"Contact: {settings.security_contact}",
        f"Expires: {expires}",
        f"Preferred-Languages: {settings.reading.default_lang}",
        f"Canonical: {base}/{SECURITY}",
    )
    return "\n".join(rows) + "\n"


def _humans(site: SiteView) -> str:
    team = [person.name.name for person in site.people if person.firm]
    thanked = list(dict.fromkeys(thanks.to.name for thanks in site.thanks))
    parts = [
        _part("TEAM", [site.firm, *team]) if team else "",
        _part("THANKS", thanked) if thanked else "",
    ]
    return "\n".join(filter(None, parts))


def _part(title: str, names: Iterable[str]) -> str:
    return f"/* {title} */\n" + "".join(f"{name}\n" for name in names)


def _redirects(moved: Iterable[tuple[str, str]], base: str) -> str:
    home = urlsplit(base).path
    return "".join(f"{home}/{old} {target(new, base)} 301\n" for old, new in moved)


def target(new: str, base: str) -> str:
    """The whole address that a page moved to: a path of this site's, or an address elsewhere."""
    return new if new.startswith("https://") else f"{base}/{new}"


def taken(moved: Mapping[str, str], written: Iterable[str]) -> list[str]:
    """Of the old addresses those where a page of the site stands."""
    there = set(written)
    return [old for old in moved if stands_at(old) in there]
