"""The page is the judge: what a post does where its page says something else than its source.

Markdown is read from its source, to know every place; the page is made by Python-Markdown and by
whatever else a site has switched on. Nearly always the two say the same. Where they do not,
nothing that the page does not show is counted, and what it cuts into blocks differently is counted
and not called exact.

Words are compared in pairs, so that all of it takes time in proportion to the texts. What stands
between braces (`{{ name }}`) is a template's and may have become anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, TypeVar

from rapport.audit.context import Context
from rapport.audit.measuring import measure
from rapport.model import (
    Block,
    Document,
    Facts,
    Handle,
    LinkText,
    Named,
    Passage,
    Picture,
    Post,
    Question,
    Span,
    Told,
)

_WORD = re.compile(r"[^\W_]+")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
_NAME = re.compile(r"[^/\\}]*\Z")

Pair = tuple[str, ...]
Standing = Literal["whole", "cut", "gone"]
_Fact = TypeVar("_Fact", Question, Told, Named, Handle)


def measure_shown(post: Post, document: Document, page: Document, context: Context) -> Facts:
    """What a post does on its page: `document` is read from its source, `page` from what is shown.

    Facts whose words the page lacks are left out, those whose block is cut differently are not
    exact. On a page that shows the same as the source, the facts are those of `measure`.
    """
    shown = _Shown.of(page)
    kept = _kept(document, page, shown)
    facts = measure(post, kept, context)
    judge = _Judge(kept, shown, bisect_right(document.line_starts, post.body))
    return replace(
        facts,
        questions=judge.held((each.text, each) for each in facts.questions),
        invitations=judge.held((each.text, each) for each in facts.invitations),
        people=judge.held((each.name, each) for each in facts.people),
        pitch=judge.held((each.text, each) for each in facts.pitch),
        handles=judge.held((each.name, each) for each in facts.handles),
    )


@dataclass(slots=True)
class _Shown:
    """The words of a page: single ones and pairs, inside a block, and over the end of one or in
    code; and those that blocks begin and end with.
    """

    inside: set[Pair] = field(default_factory=set)
    across: set[Pair] = field(default_factory=set)
    begins: set[Pair] = field(default_factory=set)
    ends: set[Pair] = field(default_factory=set)

    @classmethod
    def of(cls, page: Document) -> _Shown:
        """Those of a page's Document."""
        made = cls()
        last = ""
        for block in page.blocks:
            words = _WORD.findall(block.text)
            if not words:
                continue
            made.across.add((last, words[0]))
            last = words[-1]
            found = made.across if block.kind == "code" else made.inside
            found.update(pairwise(words))
            found.update((word,) for word in words)
            made.begins.update((tuple(words[:2]), tuple(words[:1])))
            made.ends.update((tuple(words[-2:]), tuple(words[-1:])))
        return made

    def standing(self, text: str) -> Standing:
        """Whether a text is in one block of the page, is there in pieces, or is not there."""
        pairs = list(_pairs(text))
        if self.inside.issuperset(pairs):
            return "whole"
        known = sum(pair in self.inside or pair in self.across for pair in pairs)
        return "cut" if known * 2 >= len(pairs) else "gone"

    def alike(self, block: Block) -> bool:
        """Whether the page has a block that begins and ends as this one and is not parted."""
        parts = _TEMPLATE.split(block.text)
        first, last = _WORD.findall(parts[0]), _WORD.findall(parts[-1])
        if first and tuple(first[:2]) not in self.begins:
            return False
        if last and tuple(last[-2:]) not in self.ends:
            return False
        return all(p in self.inside or p not in self.across for p in _pairs(block.text))

    def holds(self, block: Block) -> bool:
        """Whether anything of a block is on the page."""
        parts = (block.text[start:end] for start, end in block.sentences)
        return (
            block.kind == "code"
            or self.standing(block.text) != "gone"
            or any(self.standing(part) != "gone" for part in parts)
        )


def _pairs(text: str) -> Iterable[Pair]:
    """The pairs of words of a text; a word that stands alone is a pair of its own."""
    for part in _TEMPLATE.split(text) if "{" in text else (text,):
        words = _WORD.findall(part)
        yield from pairwise(words) if len(words) > 1 else ((word,) for word in words)


def _kept(document: Document, page: Document, shown: _Shown) -> Document:
    """The Document with no more in it than the page shows; blocks keep their numbers."""
    blocks = tuple(
        block if shown.holds(block) else block._replace(text="", sentences=(), runs=(), code=())
        for block in document.blocks
    )
    return replace(
        document,
        blocks=blocks,
        links=_links(document, page, shown),
        images=_images(document, page),
        passages=tuple(_passages(document, page, shown)),
    )


def _passages(document: Document, page: Document, shown: _Shown) -> Iterable[Passage]:
    """The quotations that are on the page; exact where they are one there too."""
    theirs = {tuple(_pairs(_quoted(page, passage))) for passage in page.passages}
    for passage in document.passages:
        block = document.blocks[passage.block]
        if passage.inline and not shown.holds(block):
            continue
        words = _quoted(document, passage)
        if shown.standing(words) != "gone":
            same = tuple(_pairs(words)) in theirs
            yield passage if same else passage._replace(exact=False)


def _quoted(document: Document, passage: Passage) -> str:
    """The words of a quotation, without code: colours and line numbers may stand in that."""
    if passage.inline:
        return passage.text
    blocks = document.blocks[passage.block : passage.last_block + 1]
    return " ".join(block.text for block in blocks if block.kind != "code")


def _links(document: Document, page: Document, shown: _Shown) -> tuple[LinkText, ...]:
    """The links that are on the page: known by their words and their block, else their address."""
    there = _paired(
        [_link_keys(document, link, "{" in link.text + link.url) for link in document.links],
        [_link_keys(page, link, True) for link in page.links],
    )
    alike = [shown.alike(block) for block in document.blocks]
    return tuple(
        link if alike[link.block] else link._replace(exact=False)
        for link, found in zip(document.links, there, strict=True)
        if found
    )


def _link_keys(document: Document, link: LinkText, anything: bool) -> tuple[Hashable, ...]:
    words = tuple(_WORD.findall(link.text))
    around = document.blocks[link.block].text
    return (words, around), words, link.url, "any" if anything else None


def _images(document: Document, page: Document) -> tuple[Picture, ...]:
    """The images that are on the page: known by their alternative text, else file, else number."""
    there = _paired(
        [_image_keys(each) for each in document.images], [_image_keys(each) for each in page.images]
    )
    return tuple(each for each, found in zip(document.images, there, strict=True) if found)


def _image_keys(image: Picture) -> tuple[Hashable, ...]:
    file = _NAME.search(image.src)
    return image.alt or None, file[0] if file and file[0] else None, "any"


def _paired(
    ours: Sequence[tuple[Hashable, ...]], theirs: Sequence[tuple[Hashable, ...]]
) -> list[bool]:
    """Which of ours have one of theirs, the surest key first; each of theirs serves one of ours.

    The key None is never anybody's.
    """
    found = [False] * len(ours)
    free = dict.fromkeys(range(len(theirs)))
    for level in range(len(ours[0]) if ours else 0):
        waiting: dict[Hashable, deque[int]] = {}
        for index in free:
            waiting.setdefault(theirs[index][level], deque()).append(index)
        waiting.pop(None, None)
        for index, keys in enumerate(ours):
            if not found[index] and waiting.get(keys[level]):
                del free[waiting[keys[level]].popleft()]
                found[index] = True
    return found


class _Judge:
    """Holds facts against a page. `first` is the line on which the post's text begins."""

    def __init__(self, document: Document, shown: _Shown, first: int) -> None:
        self._starts = document.line_starts
        self._shown = shown
        self._first = first
        blocks = [(block.runs[0].source, block) for block in document.blocks if block.runs]
        blocks.sort(key=lambda pair: pair[0])
        self._begins = [begin for begin, _ in blocks]
        self._alike = [shown.alike(block) for _, block in blocks]

    def held(self, facts: Iterable[tuple[str, _Fact]]) -> tuple[_Fact, ...]:
        """Those of the facts whose words are there; each comes with its words."""
        found: list[_Fact] = []
        for words, fact in facts:
            standing = self._standing(words, fact.span)
            if standing != "gone":
                whole = standing == "whole" or not fact.exact
                found.append(fact if whole else fact._replace(exact=False))
        return tuple(found)

    def _standing(self, words: str, span: Span) -> Standing:
        """What stands in the header is not in the text, and the page shows it elsewhere."""
        if span.line < self._first:
            return "whole"
        standing = self._shown.standing(words)
        offset = self._starts[span.line - 1] + span.column - 1
        block = bisect_right(self._begins, offset) - 1
        if standing == "whole" and block >= 0 and not self._alike[block]:
            return "cut"
        return standing
