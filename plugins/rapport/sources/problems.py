"""Faults of one file as Findings, in words for whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from operator import ne

from rapport.model import Field, Finding, Severity, Span

_LENGTH, _PART = 26, 9
_STARTS = range(0, _LENGTH, _PART)
_LIKELY, _SLIPS = 50, 2
_LONG = 60


class Problems:
    """Collects the faults of the file at `path` (relative to the settings file)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Finding] = []

    def error(self, code: str, message: str, at: Field | Span | int = 1) -> None:
        """Something that must be mended, at a header line's value, a place or a line number."""
        self._add(code, "error", message, at)

    def warning(self, code: str, message: str, at: Field | Span | int = 1) -> None:
        """Something doubtful."""
        self._add(code, "warning", message, at)

    @property
    def bad(self) -> bool:
        """Whether there is an error among them."""
        return any(finding.severity == "error" for finding in self.found)

    def _add(self, code: str, severity: Severity, message: str, at: Field | Span | int) -> None:
        if isinstance(at, Field):
            span = Span(at.line, at.column, at.line, at.column + len(at.value))
        elif isinstance(at, Span):
            span = at
        else:
            span = Span(at, 1, at, 1)
        self.found.append(Finding(code, severity, self.path, span, message))


def near(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that looks most like this one, whatever its case, or an empty string.

    `cutoff` is how alike they must be, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    folded = {entry.casefold(): entry for entry in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


class Ids:
    """The ids of comments, to find the one that a word with a slip or two was meant to be.

    It may be asked for every reply among tens of thousands: of three parts of an id two slips leave
    one as it was, and only ids that share such a part are compared.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._parts: dict[tuple[int, str], list[str]] = {}

    def near(self, name: str, but: str = "") -> str:
        """The id that differs in at most two places, or an empty string; never `but`."""
        if len(name) != _LENGTH:
            return ""
        if not self._parts:
            self._fill()
        shared = (self._parts.get((at, name[at : at + _PART]), ()) for at in _STARTS)
        likely = dict.fromkeys(each for part in shared for each in part[:_LIKELY] if each != but)
        best = min(likely, key=lambda each: _slips(each, name), default="")
        return best if best and _slips(best, name) <= _SLIPS else ""

    def _fill(self) -> None:
        for each in self._known:
            for at in _STARTS:
                self._parts.setdefault((at, each[at : at + _PART]), []).append(each)


def _slips(one: str, other: str) -> int:
    return sum(map(ne, one, other)) if len(one) == len(other) else _LENGTH


def meant(word: str, known: Iterable[str], instead: str = "", cutoff: float = 0.6) -> str:
    """The end of a message: the near miss as a question, else `instead`."""
    nearest = near(word, known, cutoff)
    return f"Did you mean {nearest}?" if nearest else instead


def shortened(text: str) -> str:
    """A text of the author's for a message, cut where it gets long."""
    return text if len(text) < _LONG else f"{text[: _LONG - 3]}..."


def listed(words: Iterable[str]) -> str:
    """Words for the middle of a sentence: `a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
