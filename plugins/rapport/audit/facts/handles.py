"""Handles: the @names in the author's own words, and whether they lead to anybody.

One leads that names its host (`@ana@host.example`, `@ana.example`), that the roster knows, that is
(in) a link, or that belongs to somebody the post links to by name. For any other a page cannot know
the network.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rapport.audit.context import Context
from rapport.audit.facts.names import Mention, Names
from rapport.audit.facts.prose import Prose
from rapport.audit.languages import fold_name
from rapport.model import Handle

# Some networks call people by a host of their own: two letters or more behind the last dot.
_HOST = re.compile(r"\.[^\W\d_]{2,}$")


def handles(prose: Prose, names: Names, context: Context) -> tuple[Handle, ...]:
    """Every handle once, where it stands first; what stands in front of a path is a package."""
    written = [m for m in names.mentions if m.handle and m.voice == "own"]
    if not written:
        return ()
    known = {spelling for spelling, _ in context.called}
    linked = {m.key for m in names.mentions if m.linked}
    first: dict[str, Handle] = {}
    for mention in filter(lambda m: _is_name(prose, m), written):
        folded = fold_name(mention.name)
        leads = (
            mention.own
            or folded in known
            or mention.key in linked
            or "@" in mention.name[1:]
            or _HOST.search(mention.name) is not None
            or _is_linked(prose, mention)
        )
        if folded not in first or (leads and not first[folded].leads):
            span, exact = prose.document.span(mention.block, mention.start, mention.end)
            first[folded] = Handle(mention.name, span, leads, exact)
    return tuple(sorted(first.values(), key=lambda handle: handle.span))


def _is_name(prose: Prose, mention: Mention) -> bool:
    """Whether a handle can be somebody's: not `@scope/package`, not `@2x`."""
    behind = prose.blocks[mention.block].text[mention.end : mention.end + 1]
    return behind != "/" and not mention.name[1].isdigit()


def _is_linked(prose: Prose, mention: Mention) -> bool:
    links = prose.links.get(mention.block, [])
    at = bisect_right(links, mention.start, key=lambda link: link.start) - 1
    return at >= 0 and mention.start < links[at].end
