"""@handles: where they stand in a text, and links for those the roster knows."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from rapport.model import safe_url
from rapport.people.roster import Roster

# A handle is `@name` or `@name@host.tld`. The `@` of an e-mail address follows a letter, the one of
# a profile's address a slash; neither begins a handle.
_HANDLE = re.compile(r"(?<![\w@./:+%&-])@\w(?:[\w.-]*\w)?(?:@\w[\w-]*(?:\.[\w-]*\w)+)?(?![\w@])")
_SKIPPED = frozenset({"a", "button", "code", "kbd", "math", "option", "pre", "samp", "script",
                      "select", "style", "svg", "template", "textarea", "title"})  # fmt: skip


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
    known = _known(html, roster)
    if not known:
        return html
    stretches = _Prose(html).stretches
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        for found in _HANDLE.finditer(html, start, end):
            if found[0] in known:
                pieces += html[done : found.start()], _link(found[0], known[found[0]])
                done = found.end()
    return "".join(pieces) + html[done:]


def _known(html: str, roster: Roster) -> dict[str, str]:
    """The handles anywhere in the HTML that lead somewhere: handle as written -> safe address."""
    written = {handle for handle, _, _ in handles_in(html)}
    people = ((handle, roster.handle(handle)) for handle in written)
    sites = {handle: safe_url(person.url) for handle, person in people if person is not None}
    return {handle: site for handle, site in sites.items() if site}


def _link(handle: str, site: str) -> str:
    return f'<a class="h-card" href="{escape(site)}">{handle}</a>'


class _Prose(HTMLParser):
    """The stretches of an HTML text that a reader reads as prose, as offsets."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.stretches: list[tuple[int, int]] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Count what is not prose."""
        if tag in _SKIPPED:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<code/>` for what browsers take it: an element that begins."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave the innermost element of this name, if one is open."""
        if tag in self._open:
            del self._open[-1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep a stretch of prose that may hold a handle."""
        if "@" in data and not self._open:
            line, column = self.getpos()
            start = self._lines[line - 1] + column
            self.stretches.append((start, start + len(data)))
