"""How much a sentence sounds like selling: what each of its words and signs adds.

`tones/<code>.txt` holds a number for each word ("tailored"), for all words that begin so
("affordab~") and for each sign ("<we+OFFER>", see `audit.facts.tone`), in hundredths, most of them
small. A language without such a file has no tone: then only what its phrases and parts say counts.
How they are learnt, and from what, is in docs/accuracy.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from math import fsum
from pathlib import Path

STEM = 5
_REMEMBERED = 20_000
_DIGITS = re.compile(r"\d+")
_BIAS = "<bias>"
_HUNDREDTH = 0.01


def parts_of(word: str) -> tuple[str, ...]:
    """The entries a word (in lower case) is looked up by: itself, and how it begins.

    Numbers are all one: "24/7" is as good as "00/0".
    """
    plain = _DIGITS.sub("0", word)
    return (plain, f"{plain[:STEM]}~") if len(plain) > STEM else (plain,)


class _Words(dict[str, float]):
    """What each word adds; one that was never asked for is put together once."""

    def __init__(self, entries: Mapping[str, float]) -> None:
        super().__init__()
        self._entries = entries

    def __missing__(self, word: str) -> float:
        adds = sum(self._entries.get(part, 0.0) for part in parts_of(word))
        if len(self) < _REMEMBERED:
            self[word] = adds
        return adds


@dataclass(frozen=True, slots=True)
class Tone:
    """What words and signs add, and where it begins: above 0 a sentence rather sells than not."""

    words: Mapping[str, float]
    signs: Mapping[str, float]
    bias: float

    def of_words(self, words: AbstractSet[str]) -> float:
        """What these words come to without the signs; each counts once."""
        # fsum: whatever the order of the set, so that a tie falls the same way in every run.
        return self.bias + fsum(map(self.words.__getitem__, words))

    def of_signs(self, signs: Iterable[str]) -> float:
        """What these signs add."""
        return fsum(self.signs.get(sign, 0.0) for sign in signs)


@cache
def tone(code: str) -> Tone | None:
    """The tone of a language, None when nobody has learnt it."""
    file = Path(__file__).with_name("tones") / f"{code}.txt"
    if not file.is_file():
        return None
    # No entry holds a space, so nobody has to go through the lines: half the time.
    parts = file.read_text("utf-8").split()
    entries = dict(zip(parts[::2], [int(adds) * _HUNDREDTH for adds in parts[1::2]], strict=True))
    bias = entries.pop(_BIAS)
    signs = {name: adds for name, adds in entries.items() if name[0] == "<"}
    return Tone(_Words(entries), signs, bias)


def tone_text(adds: Mapping[str, float], bias: float) -> str:
    """The file of a tone: an entry a line with its hundredths; what adds nothing is left out."""
    rounded = {name: round(value / _HUNDREDTH) for name, value in adds.items()}
    lines = [f"{name} {value}" for name, value in sorted(rounded.items()) if value]
    return "\n".join([f"{_BIAS} {round(bias / _HUNDREDTH)}", *lines]) + "\n"
