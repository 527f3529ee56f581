"""A block's text to sentences.

Most ends are plain, in any language (`plain_ends`). A text with another mark in it goes to nupunkt
("p.m. Will you?", "Fed. R. Civ. P. 12"), which was trained on legal text. Four things are done
around it. What ends plainly in such a text ends, and what plainly goes on goes on ("3. Mai"),
whatever it says. Addresses and code are masked, so that `?q=1` ends nothing. An abbreviation
followed by a word that opens a question ("in the U.S. Is it ...?") is a boundary: nupunkt joins the
two, which would hide the question. And marks that need no space after them part sentences too
(`。！？`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from rapport.sources.text.plain_ends import SHORTENED, Spans, plain_ends, sure_ends, sure_to_go_on

_CLOSE = "[\"')\\]\u00bb\u203a\u300d\u300f]*"
_INNER = re.compile(f"[.!?\u2026\u061f]{_CLOSE}\\s|[\u3002\uff01\uff1f]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]']")
_ENDING = re.compile("[.!?\u2026]")
# Four marks or more in a row; nupunkt's time grows with the square of their number.
_MANY = re.compile(r"[.!?\u2026]{4,}")
# Longer than any word with its marks; of the marks inside one nupunkt's time grows the same way.
_CHUNK = re.compile(r"[^ ]{200,}")
_LAST = 12
_PAIRS = ("..", "??", "!!", "?!", "!?", "\u2026\u2026")
_WIDE = re.compile(f"[\u3002\uff01\uff1f]+{_CLOSE}\\s*")
# Words that open a question and are hardly ever part of a name; `Will` and `May` often are.
_OPENER = re.compile(
    r"(?<=\w)\.[\"')\]]*\s+(?=(?:Am|Are|Aren't|Can|Can't|Could|Did|Didn't|Do|Does|"
    r"Doesn't|Don't|Had|Has|Hasn't|Have|Haven't|How|Is|Isn't|Might|Must|Shall|Should|Shouldn't|Was|"
    r"Wasn't|Were|What|When|Where|Which|Who|Whom|Whose|Why|Won't|Would|Wouldn't|"
    r"(?:Will|May)\s(?:I|a|an|any|anybody|anyone|he|her|his|it|its|my|no|our|she|somebody|someone|"
    r"that|the|their|there|these|they|this|those|we|you|your))\b|\u00bf)"
)
_TITLE = re.compile(
    r"(?:^|\W)(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Hon|Rev|Gen|Sen|Rep|Gov|Pres|Capt|Col|Lt|Maj|Sgt|Messrs|Mme)\.$"
)


def sentences(text: str, code: Sequence[tuple[int, int]] = ()) -> Spans:
    """The (start, end) of each sentence, without the spaces between them.

    `code` are stretches in which nothing ends a sentence. A text without a mark inside it is one
    sentence, and costs no import.
    """
    if not text:
        return ()
    if not _INNER.search(text):
        return ((0, len(text)),)
    masked = _masked(text, code)
    plain = plain_ends(masked)
    if plain is not None:
        return plain
    spans = _joined(tuple(_splitter()(masked)), set(sure_to_go_on(masked)))
    cuts = [*_questions(masked), *sure_ends(masked)]
    if not masked.isascii():
        cuts += [found.end() for found in _WIDE.finditer(masked)]
    return _cut(masked, spans, cuts) if cuts else spans


def _joined(spans: Spans, inside: set[int]) -> Spans:
    """The spans, those put together that part where nothing ends."""
    if inside.isdisjoint(start for start, _ in spans):
        return spans
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start in inside:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _masked(text: str, code: Sequence[tuple[int, int]]) -> str:
    """A text of the same length in which only real ends of sentences look like one."""
    if code:
        text = _blind(text, code)
    if "//" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: _ENDING.sub("x", found[0]), text)
    if any(map(text.__contains__, _PAIRS)):
        text = _MANY.sub(lambda found: "x" * (len(found[0]) - 1) + found[0][-1], text)
    return _CHUNK.sub(_without_inner_ends, text)


def _blind(text: str, code: Iterable[tuple[int, int]]) -> str:
    """The text with nothing in these stretches that could end a sentence."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(code):
        if at < end:
            first = max(at, start)
            pieces += [text[at:first], _ENDING.sub("x", text[first:end])]
            at = end
    return "".join([*pieces, text[at:]])


def _without_inner_ends(chunk: re.Match[str]) -> str:
    return _ENDING.sub("x", chunk[0][:-_LAST]) + chunk[0][-_LAST:]


@cache
def _splitter() -> Callable[[str], Iterable[tuple[int, int]]]:
    from nupunkt import load  # noqa: PLC0415 - 60 ms that a text of single sentences is spared

    tokenizer = load("default")
    tokenizer.add_abbreviations(sorted(SHORTENED))
    return tokenizer.span_tokenize  # type: ignore[no-any-return]


def _questions(text: str) -> list[int]:
    """Where a question begins after an abbreviation that is not a title."""
    return [
        found.end()
        for found in _OPENER.finditer(text)
        if not _TITLE.search(text, max(0, found.start() - 8), found.start() + 1)
    ]


def _cut(text: str, spans: Spans, cuts: Iterable[int]) -> Spans:
    """Sentences cut at more places."""
    parts: list[tuple[int, int]] = []
    places = sorted({*cuts, len(text)})
    at = 0
    for start, end in spans:
        while places[at] <= start:
            at += 1
        edges = [start]
        while places[at] < end:
            edges.append(places[at])
            at += 1
        parts += [_trimmed(text, a, b) for a, b in pairwise([*edges, end])]
    return tuple(parts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
