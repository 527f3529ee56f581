"""Quotations: blockquotes and six quoted words or more, and whether they say where they are from.

A quotation has a source if its own block or a neighbouring one holds a link, a person, a case or a
statute. A person is also who is called by a title and a last name, or by a name the post gave
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.audit.facts.chains import chains
from rapport.audit.facts.names import Names
from rapport.audit.facts.prose import Prose
from rapport.audit.languages import Language, fold_name
from rapport.model import Link, Passage, Quoted

_SIX = 6
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_ELSEWHERE = ("other", "own")


def quotations(prose: Prose, names: Names, links: tuple[Link, ...]) -> tuple[Quoted, ...]:
    """Every quotation, in order of place."""
    linked = {
        written.block
        for written, link in zip(prose.document.links, links, strict=True)
        if link.to in _ELSEWHERE
    }
    cited = _Cited(prose, names, linked)
    found = [
        Quoted(passage.text, passage.span, cited.near(passage), passage.exact)
        for passage in _counted(prose)
    ]
    return tuple(sorted(found, key=lambda quoted: quoted.span))


def _counted(prose: Prose) -> Iterator[Passage]:
    """Blockquotes that stand in no other, and quoted words in prose that is not itself quoted."""
    reached = -1
    for passage in sorted(prose.document.passages, key=lambda p: (p.block, -p.last_block, p.start)):
        if not passage.inline:
            if passage.block > reached:
                reached = passage.last_block
                yield passage
        elif prose.voices[passage.block] == "own" and _is_long(passage.text):
            yield passage


def _is_long(text: str) -> bool:
    return sum(1 for _ in _WORD.finditer(text)) >= _SIX


class _Cited:
    """Which blocks hold something that can be a source; each is looked at once."""

    def __init__(self, prose: Prose, names: Names, linked: set[int]) -> None:
        self.prose = prose
        self.seen: dict[int, bool] = dict.fromkeys(linked, True)
        self.seen |= dict.fromkeys((mention.block for mention in names.mentions), True)
        self.called = frozenset(names.aliases)

    def near(self, passage: Passage) -> bool:
        """Whether the passage's own blocks or the ones beside them hold a source."""
        first = max(0, passage.block - 1)
        last = min(len(self.prose.blocks) - 1, passage.last_block + 1)
        return any(self._in(block) for block in range(first, last + 1))

    def _in(self, block: int) -> bool:
        if block not in self.seen:
            text = self.prose.clean.get(block, "")
            self.seen[block] = bool(text) and _holds(text, self.prose.language, self.called)
        return self.seen[block]


def _holds(text: str, spoken: Language | None, called: frozenset[str]) -> bool:
    if spoken is not None and spoken.cites.search(text):
        return True
    return any(_names(text, chain[0].start, [w.text for w in chain], spoken, called)
               for chain in chains(text))  # fmt: skip


def _names(
    text: str, start: int, written: list[str], spoken: Language | None, called: frozenset[str]
) -> bool:
    """Whether a run of words calls somebody: by a name known from the post, or by a title."""
    folded = [fold_name(word) for word in written]
    if any(word in called for word in folded):
        return True
    if spoken is None:
        return False
    naming = spoken.naming
    titles = [word in naming.honorifics for word in folded]
    if any(titles[:-1]) and folded[-1] not in naming.things and folded[-1] not in naming.honorifics:
        return True
    before = text[max(0, start - 24) : start].split()
    return (
        bool(before)
        and fold_name(before[-1].rstrip(".")) in naming.honorifics
        and folded[0] not in naming.things
    )
