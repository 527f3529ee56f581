"""NFC, with every stretch of text still traced to its source."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

# (start, end, source, source end), as in a Run.
Stretch = tuple[int, int, int, int]


def composed(text: str, runs: Sequence[Stretch]) -> tuple[str, list[Stretch], Callable[[int], int]]:
    """The text in NFC, its runs, and where each old offset is in the new text.

    A letter and its marks become one run that stands or falls as a whole.
    """
    parts: list[str] = []
    places: list[int] = []
    new_runs: list[Stretch] = []
    length = 0
    sources = _sources(text, runs)
    for start, end in _clusters(text):
        part = unicodedata.normalize("NFC", text[start:end])
        places += [length] * (end - start)
        if sources:
            first, last = sources[start], sources[end - 1]
            _extend(
                new_runs, (length, length + len(part), first[0], last[1]), part == text[start:end]
            )
        parts.append(part)
        length += len(part)
    places.append(length)
    return "".join(parts), new_runs, places.__getitem__


def _clusters(text: str) -> list[tuple[int, int]]:
    """Stretches that compose on their own: a character and what combines with it."""
    starts = [at for at, char in enumerate(text) if at == 0 or not _combines(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _combines(char: str) -> bool:
    return unicodedata.combining(char) > 0 or "\u1160" <= char <= "\u11ff"


def _sources(text: str, runs: Sequence[Stretch]) -> list[tuple[int, int]]:
    """For each character the source it was written as."""
    found: list[tuple[int, int]] = []
    for start, end, source, source_end in runs:
        if end - start == source_end - source:
            found += [(source + step, source + step + 1) for step in range(end - start)]
        else:
            found += [(source, source_end)] * (end - start)
    return found if len(found) == len(text) else []


def _extend(runs: list[Stretch], run: Stretch, plain: bool) -> None:
    """Add a run, or lengthen the last one where both go on character by character."""
    start, end, source, source_end = run
    even = plain and end - start == source_end - source
    if runs and even:
        a, b, c, d = runs[-1]
        if b == start and d == source and b - a == d - c:
            runs[-1] = a, end, c, source_end
            return
    runs.append(run)
