"""A post's text cut for measuring: sentences, whose voice they are in, and what is around them.

Every kind of fact looks at the same sentences, so they are cut once. `said` is a text with code
and what stands between quotation marks blanked out, character for character: what is left is the
author's, and offsets in it are offsets in the block. `clean` lacks only the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

from rapport.audit.languages import Language, words
from rapport.model import Block, Document, LinkText, Passage, Span

Voice = Literal["own", "quoted", "heading", "caption"]

BLANK = "\ufffc"
_OWN_KINDS = frozenset({"paragraph", "item", "cell", "html"})
_COMPOUND = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*+")
_JOINT = re.compile(r"(['\u2019-])")
_ATTRIBUTION = ("\u2014", "\u2013", "--", "\u2015", "- ")


class Sentence(NamedTuple):
    """One sentence: its place (block number, offsets in the block's text), its text, its words.

    A tuple, since there are fifty in a post: `words` are those of `said`, for own sentences only,
    and `bag` is each of them once.
    """

    block: int
    start: int
    end: int
    text: str
    said: str
    voice: Voice
    words: list[str]
    bag: frozenset[str]


class Prose:
    """What one Document says, for the kinds of facts to share."""

    def __init__(self, document: Document, language: Language | None) -> None:
        self.document = document
        self.language = language
        self.blocks = document.blocks

    def place(self, sentence: Sentence) -> tuple[Span, bool]:
        """The sentence's place in the source, and whether it is exact."""
        return self.document.span(sentence.block, sentence.start, sentence.end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence outside code, in order."""
        return tuple(
            sentence
            for number, block in enumerate(self.blocks)
            if block.kind != "code"
            for sentence in self._cut(number, block)
        )

    @cached_property
    def own(self) -> tuple[Sentence, ...]:
        """The sentences in the author's own voice, in order."""
        return tuple(
            s
            for s in self.sentences
            if s.voice == "own"
            and s.words
            and (s.words[0].isalnum() or any(map(str.isalnum, s.words)))
        )

    def writes_small(self, word: str) -> bool:
        """Whether the post also writes a word of three letters or more without its capital."""
        return len(word) > 2 and word in self._written

    @cached_property
    def _written(self) -> set[str]:
        """Every word as the post writes it; of "jack-of-all-trades" also up to three parts."""
        found = set(chain.from_iterable(_COMPOUND.findall(block.text) for block in self.blocks))
        for word in [each for each in found if not each.isalnum()]:
            parts = _JOINT.split(word)
            for size in (1, 3, 5):
                found.update("".join(parts[at : at + size]) for at in range(0, len(parts), 2))
        return found

    @cached_property
    def inline(self) -> dict[int, list[Passage]]:
        """The passages between quotation marks, by the number of their block."""
        found: dict[int, list[Passage]] = {}
        for passage in self.document.passages:
            if passage.inline:
                found.setdefault(passage.block, []).append(passage)
        return found

    @cached_property
    def links(self) -> dict[int, list[LinkText]]:
        """The links, by the number of their block."""
        found: dict[int, list[LinkText]] = {}
        for link in self.document.links:
            found.setdefault(link.block, []).append(link)
        return found

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Whose voice each block is in."""
        return tuple(_voice(block) for block in self.blocks)

    @cached_property
    def clean(self) -> dict[int, str]:
        """The text of each block that is not code, with code inside it blanked out."""
        return {
            number: _blanked(block.text, block.code) if block.code else block.text
            for number, block in enumerate(self.blocks)
            if block.kind != "code"
        }

    @cached_property
    def said(self) -> dict[int, str]:
        """The same with quoted words blanked out as well."""
        return {
            number: _blanked(text, ((p.start, p.end) for p in self.inline[number]))
            if number in self.inline
            else text
            for number, text in self.clean.items()
        }

    def _cut(self, number: int, block: Block) -> Iterator[Sentence]:
        voice = self.voices[number]
        text, said = block.text, self.said[number]
        cased = self.language.cased if self.language else frozenset[str]()
        own = voice == "own"
        for start, end in block.sentences or ((0, len(text)),):
            written = text[start:end]
            part = written if said is text else said[start:end]
            spoken = words(part, cased) if own else []
            yield Sentence(number, start, end, written, part, voice, spoken, frozenset(spoken))


def _voice(block: Block) -> Voice:
    if block.quoted:
        # The line under a quotation that says who said it is the author's own.
        return "own" if block.text.startswith(_ATTRIBUTION) else "quoted"
    if block.kind in _OWN_KINDS:
        return "own"
    return "caption" if block.kind == "caption" else "heading"


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for begin, finish in stretches:
        start, end = max(begin, done), max(finish, done)
        pieces += text[done:start], BLANK * (end - start)
        done = end
    return "".join(pieces) + text[done:]
