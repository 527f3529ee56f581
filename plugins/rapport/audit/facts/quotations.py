"""Quotations: blockquotes and six quoted words or more, and whether they say where they are from.

What a word means ("which means ...") stands in quotation marks too, and is no quotation: nobody
said it. A quotation has a source if its own block or a neighbouring one holds a link, a person, a
case or a statute. A person is also who is called by a title and a last name, or by a name the post
gave before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.audit.facts.chains import Word, capitals
from rapport.audit.facts.names import Names
from rapport.audit.facts.prose import Prose
from rapport.audit.languages import Language, fold_name
from rapport.model import Link, Passage, Quoted

_SIX = 6
_NEAR = 24  # the word before a quotation lies in so many characters
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
                # A block of pictures alone quotes nobody's words.
                if _WORD.search(passage.text):
                    yield passage
        elif (
            prose.voices[passage.block] == "own"
            and _is_long(passage.text)
            and not _is_gloss(passage, prose)
        ):
            yield passage


def _is_long(text: str) -> bool:
    return sum(1 for _ in _WORD.finditer(text)) >= _SIX


def _is_gloss(passage: Passage, prose: Prose) -> bool:
    """Whether the word before it says that the quoted words are what something means."""
    if prose.language is None or passage.block not in prose.clean:
        return False
    before = _WORD.findall(
        prose.clean[passage.block][max(0, passage.start - _NEAR) : passage.start]
    )
    return bool(before) and before[-1].lower() in prose.language.glosses


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
    for word in capitals(text):
        name = fold_name(word.text)
        if name in called or (spoken is not None and _is_titled(text, word, spoken)):
            return True
    return False


def _is_titled(text: str, word: Word, spoken: Language) -> bool:
    """Whether a capitalised word is a last name behind a title: "Judge Achterberg"."""
    naming = spoken.naming
    name = fold_name(word.text)
    if name in naming.things or name in naming.honorifics or name in naming.openers:
        return False
    before = text[max(0, word.start - 24) : word.start].split()
    return bool(before) and fold_name(before[-1].rstrip(".")) in naming.honorifics
