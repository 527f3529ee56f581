"""Words between quotation marks, in the marks of several languages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

# Opening mark -> the marks that may close it. German closes with the English opening mark, Polish
# and Swedish with the English closing one; guillemets point outwards or inwards.
_CLOSERS: Mapping[str, str] = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u201f": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    "'": "'",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
}
MARKS = frozenset(_CLOSERS) | frozenset("".join(_CLOSERS.values()))
# Marks that are apostrophes as well: `'90s`, `the firms' clients`.
_SINGLE = frozenset("'\u2018\u2019\u201a")
_ELIDED = ("tis", "twas", "em", "til", "cause", "n", "s", "t", "d", "ll", "re", "ve", "m")
_BEFORE = frozenset("([{-\u2013\u2014/\u00a1\u00bf\"'\u201c\u2018\u00ab")


def quotations(
    text: str, marks: Sequence[tuple[int, str]], code: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """The stretches of a text that stand in quotation marks, marks included, outermost only.

    `marks` are the offsets of quotation marks with the mark as it was written (`text` has straight
    ones), `code` stretches in which a mark is none. A mark whose partner is missing opens nothing.
    Time is linear in the marks.
    """
    wanted = _outside(marks, code) if code else marks
    last = {mark: at for at, mark in wanted if _can_close(text, at, mark)}
    opened: tuple[int, str] | None = None
    for at, mark in wanted:
        if opened is None:
            closers = _CLOSERS.get(mark, "")
            if _can_open(text, at, mark) and any(last.get(each, -1) > at + 1 for each in closers):
                opened = at, mark
        elif _closes(text, at, mark, opened, last):
            yield opened[0], at + 1
            opened = None


def _outside(
    marks: Sequence[tuple[int, str]], code: Sequence[tuple[int, int]]
) -> list[tuple[int, str]]:
    """The marks that stand in none of these stretches, which may lie in each other."""
    stretches = sorted(code)
    starts = [start for start, _ in stretches]
    ends = [0, *accumulate((end for _, end in stretches), max)]
    return [(at, mark) for at, mark in marks if ends[bisect_right(starts, at)] <= at]


def _closes(
    text: str, at: int, mark: str, opened: tuple[int, str], last: Mapping[str, int]
) -> bool:
    """Whether a mark ends the quotation that is open."""
    if mark not in _CLOSERS[opened[1]] or at <= opened[0] + 1 or not _can_close(text, at, mark):
        return False
    return opened[1] != "'" or _is_end(text, at, last["'"])


def _can_open(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or (after.isspace() and mark != "\u00ab"):
        return False  # French puts a space inside its guillemets
    if mark in "\u00ab\u00bb":
        return True
    if before and not before.isspace() and before not in _BEFORE:
        return mark not in _SINGLE and mark != '"' and not before.isalnum()
    if mark == "'":
        word = text[at + 1 : at + 7].partition(" ")[0].rstrip(".,;:!?").lower()
        return not after.isdigit() and word not in _ELIDED
    return True


def _can_close(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "\u00ab\u00bb\u2039\u203a":
        return True
    if not before or before.isspace():
        return False
    return not after.isalnum()


def _is_end(text: str, at: int, last: int) -> bool:
    """Whether a straight single mark ends a quotation and is not the apostrophe of a plural."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return at == last or before != "s" or not after.isspace() or before in ".,;:!?"
