"""Which finding is which label: by the words they stand round, one to one.

A label and what was found are the same sentence when they share at least half of the shorter of
the two; where several could be, the pair that agrees best goes first. Whether the place is right to
the character is another question, and is asked of the pairs afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rapport.model import Span
from tests.gold.labels import SOURCED, UNSOURCED, Gold, Label, offsets_of, span_of

Range = tuple[int, int]
# Marks of Markdown and HTML at either end of a sentence or a name are no words of it: a label
# stands before the bracket of a link that begins a sentence, a fact begins with the first word in
# it. Links, images and quotations are compared with their marks.
_BEFORE = re.compile(r"(?:\s|[*_\[]|<[A-Za-z][^<>]*>)+")
_AFTER = re.compile(
    r"(?:\s|[*_]|</?[A-Za-z][^<>]*>|\[\^[^\[\]]*\]|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\]\[[^\[\]]*\]|\{:[^{}]*\})\Z"
)
_WORDS = frozenset({"q+", "q+v", "q?", "q-", "inv", "sell", "sell!", "p+", "p-"})
_QUOTES = "\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a"
_IN_BLOCKQUOTE = re.compile(r"[\s>*+\-0-9.)]*>\s*")


@dataclass(frozen=True)
class Found:
    """Something that was measured or reported: its words, its place, and the fact itself."""

    words: str
    span: Span
    exact: bool
    fact: Any = None


@dataclass(frozen=True)
class Pair:
    """A label, what was found there, and whether its lines and its columns are right."""

    label: Label
    found: Found
    lines: bool
    columns: bool | None  # None where the label has no place to compare columns with


Alike = Callable[[Gold, Label, Found], float]


def paired(
    gold: Gold, labels: Sequence[Label], found: Sequence[Found], alike: Alike
) -> tuple[list[Pair], list[Label], list[Found]]:
    """The pairs, the labels nothing was found for, and what was found without a label."""
    close = sorted(
        (
            (-score, i, k)
            for i, label in enumerate(labels)
            for k, each in enumerate(found)
            if (score := alike(gold, label, each)) > 0
        ),
    )
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, k in close:
        if i not in mates and k not in taken:
            mates[i] = k
            taken.add(k)
    return (
        [pair(gold, labels[i], found[k]) for i, k in sorted(mates.items())],
        [label for i, label in enumerate(labels) if i not in mates],
        [each for k, each in enumerate(found) if k not in taken],
    )


def pair(gold: Gold, label: Label, found: Found) -> Pair:
    """The pair, and what is right about the place."""
    if label.code in (SOURCED, UNSOURCED) and _opens_blockquote(gold, label):
        # The label stands round the first sentence, the fact is the whole blockquote.
        return Pair(label, found, found.span.line == label.span.line, None)
    wanted, place = (
        span_of(gold.text, *_compared(gold, label, span)) for span in (label.span, found.span)
    )
    lines = (wanted.line, wanted.end_line) == (place.line, place.end_line)
    return Pair(label, found, lines, found.exact and wanted == place)


def by_place(gold: Gold, label: Label, found: Found) -> float:
    """How much of the longer the two share, 0 when it is less than half of the shorter."""
    if not found.exact:
        return float(_said(found.words) in _said(label.text) and bool(_said(found.words)))
    ours, theirs = (_compared(gold, label, span) for span in (label.span, found.span))
    shared = min(ours[1], theirs[1]) - max(ours[0], theirs[0])
    lengths = sorted((ours[1] - ours[0], theirs[1] - theirs[0]))
    if shared <= 0 or shared * 2 < lengths[0]:
        return 0.0
    return shared / (sum(lengths) - shared)


def by_person(gold: Gold, label: Label, found: Found) -> float:
    """The same person: at the same place, or elsewhere in the post under (part of) the same name.

    Elsewhere at least two names must agree, or the whole handle.
    """
    here = by_place(gold, label, found)
    if here:
        return 1 + here
    ours, theirs = _names(label.text), _names(found.words)
    if ours == theirs:
        return 1.0
    fewer = min(len(ours), len(theirs))
    return fewer / max(len(ours), len(theirs)) if len(ours & theirs) == fewer >= 2 else 0.0


def _compared(gold: Gold, label: Label, span: Span) -> Range:
    """The stretch of source that is held against another for a label of this code."""
    place = offsets_of(gold.text, span)
    return visible(gold.text, place) if label.code in _WORDS else place


def visible(text: str, place: Range) -> Range:
    """The same stretch of source without the markup at its ends."""
    start, end = place
    before = _BEFORE.match(text, start, end)
    start = before.end() if before else start
    while start < end and (after := _AFTER.search(text[start:end])):
        end = start + after.start()
    return (start, end) if start < end else place


def _opens_blockquote(gold: Gold, label: Label) -> bool:
    """Whether a quotation is a blockquote: marked so in its line, or without quotation marks."""
    before = gold.text.split("\n")[label.span.line - 1][: label.span.column - 1]
    return label.text[0] not in _QUOTES or bool(_IN_BLOCKQUOTE.fullmatch(before))


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _folded(text)))


def _said(text: str) -> str:
    return "".join(re.findall(r"\w+", _folded(text)))


def _folded(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    ).casefold()
