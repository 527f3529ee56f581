"""@handles: where they stand in a text, and links for those the roster knows."""

from __future__ import annotations

import re
from html import escape

from rapport.model import safe_url
from rapport.people.prose import stretches
from rapport.people.roster import Roster

# A handle is `@name` or `@name@host.tld`. The `@` of an e-mail address follows a letter, the one of
# a profile's address a slash; neither begins a handle. (What may not stand before it is looked at
# behind the `@`, so that a search skips to that.)
_HANDLE = re.compile(r"@(?<![\w@./:+%&-]@)\w(?:[\w.-]*\w)?(?:@\w[\w-]*(?:\.[\w-]*\w)+)?(?![\w@])")


def handles_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every @handle of a text with its start and end, as written; the text is free of code."""
    if "@" not in text:
        return ()
    return tuple((found[0], found.start(), found.end()) for found in _HANDLE.finditer(text))


def link_handles(html: str, roster: Roster) -> str:
    """The HTML with each @handle that the roster knows linked to that person's own site.

    Attributes, links, code and scripts are left alone, and so is a handle nobody knows or whose
    person has no `Url`. Nothing else of the HTML changes, not by a character.
    """
    sites = _sites(html, roster)
    if not sites:
        return html
    pieces: list[str] = []
    done = 0
    for start, end in stretches(html):
        for found in _HANDLE.finditer(html, start, end):
            if found[0] in sites:
                pieces += html[done : found.start()], _link(found[0], sites[found[0]])
                done = found.end()
    return "".join(pieces) + html[done:]


def _sites(html: str, roster: Roster) -> dict[str, str]:
    """The handles anywhere in the HTML that lead somewhere: handle as written -> safe address."""
    written = {handle for handle, _, _ in handles_in(html)}
    people = ((handle, roster.handle(handle)) for handle in written)
    sites = {handle: safe_url(person.url) for handle, person in people if person is not None}
    return {handle: site for handle, site in sites.items() if site}


def _link(handle: str, site: str) -> str:
    """The microformat of a person named in passing: a link that is their h-card.

    Its sign stands before its name in a text of either direction.
    """
    return f'<a class="h-card" href="{escape(site)}" dir="auto">{handle}</a>'
