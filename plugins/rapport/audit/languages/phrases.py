"""Phrases of a language, and finding them: the notation of the data files and a linear matcher.

A phrase is words in a row, in lower case: `let me know`. Between them may stand

    a|b     one of these words            word?   the word or nothing
    word~   any word that begins so       *       up to three words of any kind

`^` before a phrase: it must begin a clause (the sentence, or after a comma, a colon, a dash or a
word of `leads`). `$` after it: the sentence must end there. Words are split at apostrophes and
hyphens, in phrases as in texts: `qu'en pensez-vous` needs no care.

The matcher follows all ways at once and never steps back, so a text of n words costs n steps
times a constant that the data files set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

_WORD = re.compile(r"\w+|[,;:!?\u2013\u2014]")
_STOPS = frozenset(",;:!?\u2013\u2014")
_ASCII_STOPS = ",;:!?"
# Letters become small ones, digits, underscores and those stops stay, all else parts words.
_PLAIN = bytes(
    ord(char.lower()) if char.isalnum() or char == "_" or char in _ASCII_STOPS else ord(" ")
    for char in map(chr, range(128))
).ljust(256)
_JOINT = re.compile(r"['\u2019-]")
_GAP = 3
_REACH = 24  # no phrase is longer than this many words, its gaps included
# Words that stand in every other sentence: they only cost time when a phrase is looked for by them.
_COMMON = frozenset(
    """
    the this that these those and not but for with from into about have has had having like what
    which who how when where why would will can could should may your you our they them their he
    his her she it its we us me my i a an of to in on at by as is are was were be been do does did
    here there than then over more some any all one two so up out if or no just know only very say
    die der das den dem ein eine und oder nicht mit für auf von zu im ist sind war hat haben wir
    uns sie ihr ich es auch noch les des une un est pas que qui pour dans par sur avec nous vous
    je il elle ce se le la de du et ou los las una el en con por para como más su sus lo nos
    """.split()  # noqa: SIM905 - a list literal would have a word a line
)
_NONE: frozenset[str] = frozenset()


def words(text: str, cased: frozenset[str] = frozenset()) -> list[str]:
    """The words of a text in lower case, with the punctuation that parts clauses between them.

    The words of `cased` keep their capital, unless they come first.
    """
    if not cased:
        return _ascii_words(text) if text.isascii() else _WORD.findall(text.lower())
    found = _WORD.findall(text)
    return [w if w in cased and n else w.lower() for n, w in enumerate(found)]


def _ascii_words(text: str) -> list[str]:
    """The same of ASCII, which nearly every sentence in English is: a third of the time."""
    plain = text.encode("ascii").translate(_PLAIN).decode("ascii")
    for stop in _ASCII_STOPS:
        if stop in plain:
            plain = plain.replace(stop, f" {stop} ")
    return plain.split()


class _Slot(NamedTuple):
    exact: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    needed: bool = True
    gap: bool = False

    def takes(self, word: str) -> bool:
        """Whether the word may stand here."""
        return word in self.exact or (bool(self.begins) and word.startswith(self.begins))


class _Phrase(NamedTuple):
    group: str
    slots: tuple[_Slot, ...]
    clause: bool
    ends: bool
    needs: frozenset[str]  # all of them must be there
    choices: tuple[frozenset[str], ...]  # of each, a word must be there


@cache
def _slot(notation: str) -> _Slot:
    """What may stand in one place; many phrases have the same words there."""
    if notation == "*":
        return _Slot(gap=True)
    needed = not notation.endswith("?")
    forms = notation.removesuffix("?").split("|")
    return _Slot(
        frozenset(form for form in forms if not form.endswith("~")),
        tuple(form[:-1] for form in forms if form.endswith("~")),
        needed,
    )


def _parse(group: str, notation: str) -> _Phrase:
    parts = notation.removeprefix("^").removesuffix("$").split()
    if any("|" in part and _JOINT.search(part) for part in parts):
        raise ValueError(f"the phrase {notation!r} splits a choice of words at an apostrophe")
    slots = tuple(_slot(part) for part in _JOINT.sub(" ", " ".join(parts)).split())
    first = slots[0] if slots else _Slot()
    if first.gap or first.begins or not first.needed or not first.exact:
        raise ValueError(f"the phrase {notation!r} must begin with a whole word")
    sure = [slot.exact for slot in slots if slot.exact and slot.needed and not slot.begins]
    needs = frozenset[str]().union(*(words for words in sure if len(words) == 1))
    choices = tuple(words for words in sure if len(words) > 1)
    return _Phrase(group, slots, notation.startswith("^"), notation.endswith("$"), needs, choices)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a language, by group, ready to be found in lists of words.

    A phrase is looked for only where its rarest-looking word stands (`_anchor`): most sentences
    hold none of them and cost one comparison of sets.
    """

    groups: Mapping[str, tuple[str, ...]]
    leads: frozenset[str] = frozenset()
    _anchored: Mapping[str, tuple[_Phrase, ...]] = field(init=False, repr=False, compare=False)
    _anchors: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[_Phrase]] = {}
        for group, notations in self.groups.items():
            for notation in notations:
                phrase = _parse(group, notation)
                for word in _anchor(phrase).exact:
                    index.setdefault(word, []).append(phrase)
        anchored = {word: tuple(phrases) for word, phrases in index.items()}
        object.__setattr__(self, "_anchored", anchored)
        object.__setattr__(self, "_anchors", frozenset(anchored))

    def find(self, text: list[str], bag: frozenset[str] | None = None) -> frozenset[str]:
        """The groups of which at least one phrase stands in these words, whose set is `bag`."""
        present = frozenset(text) if bag is None else bag
        if self._anchors.isdisjoint(present):
            return _NONE
        found: set[str] = set()
        for word in self._anchors.intersection(present):
            for phrase in self._anchored[word]:
                if (
                    phrase.needs <= present
                    and phrase.group not in found
                    and not any(map(present.isdisjoint, phrase.choices))
                    and self._stands(phrase, text)
                ):
                    found.add(phrase.group)
        return frozenset(found)

    def begins(self, text: list[str]) -> bool:
        """Whether the words begin with one of the phrases."""
        if self._anchors.isdisjoint(text[:_REACH]):
            return False
        size = _size(text)
        return any(
            _ends_well(phrase, text, 0, size)
            for word in self._anchors.intersection(text[:_REACH])
            for phrase in self._anchored[word]
            if text[0] in phrase.slots[0].exact
        )

    def _stands(self, phrase: _Phrase, text: list[str]) -> bool:
        size = _size(text)
        first = phrase.slots[0].exact
        for place, word in enumerate(text):
            if (
                word in first
                and (not phrase.clause or self._opens(text, place))
                and _ends_well(phrase, text, place, size)
            ):
                return True
        return False

    def _opens(self, text: list[str], place: int) -> bool:
        return place == 0 or text[place - 1] in _STOPS or text[place - 1] in self.leads


def _anchor(phrase: _Phrase) -> _Slot:
    """The slot with the fewest common words; of those the one whose shortest word is longest."""
    whole = (slot for slot in phrase.slots if slot.exact and slot.needed and not slot.begins)
    return min(whole, key=_commonness)


def _commonness(slot: _Slot) -> tuple[int, int]:
    return len(slot.exact & _COMMON), -min(map(len, slot.exact))


def _size(text: list[str]) -> int:
    """How many words there are before the punctuation at the end."""
    size = len(text)
    while size and text[size - 1] in _STOPS:
        size -= 1
    return size


def _ends_well(phrase: _Phrase, text: list[str], place: int, size: int) -> bool:
    ends = _follow(phrase.slots[1:], text, place + 1)
    return bool(ends) and (not phrase.ends or max(ends) >= size)


def _follow(slots: Iterable[_Slot], text: list[str], start: int) -> set[int]:
    """Where the words that fill the slots can end, when they begin at `start`."""
    places = {start}
    size = len(text)
    for slot in slots:
        if slot.gap:
            places = {at + n for at in places for n in range(_GAP + 1) if at + n <= size}
            continue
        taken = {at + 1 for at in places if at < size and slot.takes(text[at])}
        places = taken if slot.needed else taken | places
        if not places:
            break
    return places
