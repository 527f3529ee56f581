"""People: whoever outside the firm the author names, each once, and whether they are credited."""

from __future__ import annotations

from rapport.audit.facts.credit import credited
from rapport.audit.facts.names import Mention, Names
from rapport.audit.facts.prose import Prose
from rapport.model import Link, Named


def people(prose: Prose, names: Names, links: tuple[Link, ...]) -> tuple[Named, ...]:
    """The people the post names, where each is named first.

    A name counts in the author's own words, and in any link; words that are quoted are not the
    author's, so a name that only stands there is not a mention.
    """
    first: dict[str, Mention] = {}
    for mention in names.mentions:
        if not mention.own and _counts(mention):
            first.setdefault(mention.key, mention)
    given = credited(prose, names, links) if first else frozenset[str]()
    return tuple(_named(prose, mention, mention.key in given) for mention in first.values())


def _counts(mention: Mention) -> bool:
    return mention.voice != "quoted" or mention.linked


def _named(prose: Prose, mention: Mention, has_credit: bool) -> Named:
    span, exact = prose.document.span(mention.block, mention.start, mention.end)
    return Named(mention.name, span, has_credit, exact)
