"""Credit: who of those named is also linked to, by the definition.

The name is, or is part of, the text of a link to somebody else's place; or it is a handle; or it
stands in a sentence that names nobody else and links to somebody else's place for what they said
or did (one in which each of several has a link counts as one for each). Anywhere in the post,
inside quotations too; a first or last name that can mean only one of them stands for the whole.
"""

from __future__ import annotations

from bisect import bisect_right

from rapport.audit.facts.chains import capitals
from rapport.audit.facts.names import Names
from rapport.audit.facts.prose import Prose
from rapport.audit.languages import fold_name
from rapport.model import Link, LinkText

_Place = tuple[int, int, int]


def credited(prose: Prose, names: Names, links: tuple[Link, ...]) -> frozenset[str]:
    """The keys of the people who are credited."""
    found = {mention.key for mention in names.mentions if mention.handle}
    out = [
        text for text, link in zip(prose.document.links, links, strict=True) if link.to == "other"
    ]
    if not out or found >= {mention.key for mention in names.mentions}:
        return frozenset(found)
    beside: dict[_Place, list[LinkText]] = {}  # a sentence with a thousand links is read once
    for link in out:
        found |= names.meant(prose.clean, link.block, link.start, link.end)
        beside.setdefault((link.block, *_sentence(prose, link)), []).append(link)
    for place, leading in beside.items():
        found |= _beside(prose, names, place, leading)
    return frozenset(found)


def _beside(prose: Prose, names: Names, place: _Place, links: list[LinkText]) -> set[str]:
    """Who is named in a sentence and has a link there to what they said or did."""
    named = names.meant(prose.clean, *place)
    starts = [link.start for link in links if named and not _leads_to_law(prose, link)]
    if len(named) < 2 or len(starts) < len(named):
        return named if len(named) == 1 and starts else set()
    first: dict[str, int] = {}
    for mention in names.within(*place):
        first.setdefault(mention.key, mention.start)
    at = sorted(first.values())
    # One link or more behind each name, up to the next; or one before each, from the last.
    behind = {bisect_right(at, start) for start in starts}
    each = behind >= set(range(1, len(at) + 1)) or behind >= set(range(len(at)))
    return named if each and named == first.keys() else set()


def _sentence(prose: Prose, link: LinkText) -> tuple[int, int]:
    block = prose.blocks[link.block]
    if not block.sentences:
        return 0, len(block.text)
    index = bisect_right(block.sentences, link.start, key=lambda each: each[0]) - 1
    return block.sentences[max(0, index)]


def _leads_to_law(prose: Prose, link: LinkText) -> bool:
    """Whether a link's text is a case, a statute, a court: not what a person said or did."""
    spoken = prose.language
    if spoken is None:
        return False
    if spoken.cites.search(link.text):
        return True
    folded = [fold_name(word.text) for word in capitals(link.text)]
    return len(folded) > 1 and all(
        word in spoken.naming.things or word in spoken.naming.openers for word in folded
    )
