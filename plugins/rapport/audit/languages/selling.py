"""What words do where a firm sells itself, in the words of one language.

No word sells alone. Somebody must be praised (the firm) or asked (the reader), and something
offered, promised or asked for. A language says what each word does; what the words of a sentence
come to is added up in one place for all languages (`audit.facts.selling`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_SHORTEST_STEM = 4
_LONGEST_STEM = 24
_REMEMBERED = 20_000


class Part:
    """The parts a word can play where a firm sells itself: bits of a plain number.

    Plain numbers, since every word of every post is looked up: an enum's flags take ten times as
    long to put together.
    """

    NOTHING = 0
    FIRM = 1
    CLIENTS = 2
    ACT = 4
    HELP = 8
    MERIT = 16
    OFFER = 32
    TERMS = 64
    PROMISE = 128
    COUNT = 256


class _Words(dict[str, int]):
    """What each word can do; one that was never asked for is looked up by its beginnings, once."""

    def __init__(self, stems: Mapping[str, int], known: Mapping[str, int]) -> None:
        super().__init__(known)
        self._stems = stems

    def __missing__(self, word: str) -> int:
        found = Part.NOTHING
        for end in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
            found |= self._stems.get(word[:end], Part.NOTHING)
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Selling:
    """The words of a language by what they do; one that ends in `~` stands for all that begin so.

    `firm` are a firm and its people ("solicitors"), `clients` those it works for. `acts` ask the
    reader to do something about it, and are no other word ("call" and "book" are left to phrases).
    `helps` is what a firm does for its clients, `merits` how well, `offers` what can be had
    ("consultation"), `terms` on which terms ("free"), `promises` what readers will feel or must not
    wait for, `counts` what firms count (years, cases). `parts` says of any word, in lower case (but
    for the language's `cased` ones), which of these it can do.
    """

    firm: str
    clients: str
    acts: str
    helps: str
    merits: str
    offers: str
    terms: str
    promises: str
    counts: str
    parts: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stems: dict[str, int] = {}
        whole: dict[str, int] = {}
        for words, does in (
            (self.firm, Part.FIRM), (self.clients, Part.CLIENTS), (self.acts, Part.ACT),
            (self.helps, Part.HELP), (self.merits, Part.MERIT), (self.offers, Part.OFFER),
            (self.terms, Part.TERMS), (self.promises, Part.PROMISE), (self.counts, Part.COUNT),
        ):  # fmt: skip
            for word in words.split():
                table = stems if word.endswith("~") else whole
                table[word.removesuffix("~")] = table.get(word.removesuffix("~"), 0) | does
        by_beginning = _Words(stems, {})
        known = {word: does | by_beginning[word] for word, does in whole.items()}
        object.__setattr__(self, "parts", _Words(stems, known))
