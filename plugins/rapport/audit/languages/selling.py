"""What words do where a firm sells itself, in the words of one language.

No word sells alone. Somebody must be praised (the firm) or asked (the reader), and something
offered, promised or asked for. A language says what each word does; what the words of a sentence
come to is added up in one place for all languages (`audit.facts.selling`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag

_SHORTEST_STEM = 4
_REMEMBERED = 20_000


class Part(IntFlag):
    """The part a word can play where a firm sells itself."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Selling:
    """The words of a language by what they do; one that ends in `~` stands for all that begin so.

    `firm` are a firm and its people ("solicitors"), `clients` those it works for. `acts` ask the
    reader to do something about it, and are no other word ("call" and "book" are left to phrases).
    `helps` is what a firm does for its clients, `merits` how well, `offers` what can be had
    ("consultation"), `terms` on which terms ("free"), `promises` what readers will feel or must not
    wait for, `counts` what firms count (years, cases).
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
    _stems: dict[str, Part] = field(init=False, repr=False, compare=False, default_factory=dict)
    _known: dict[str, Part] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for words, does in (
            (self.firm, Part.FIRM), (self.clients, Part.CLIENTS), (self.acts, Part.ACT),
            (self.helps, Part.HELP), (self.merits, Part.MERIT), (self.offers, Part.OFFER),
            (self.terms, Part.TERMS), (self.promises, Part.PROMISE), (self.counts, Part.COUNT),
        ):  # fmt: skip
            for word in words.split():
                table = self._stems if word.endswith("~") else self._known
                table[word.removesuffix("~")] = table.get(word.removesuffix("~"), does) | does
        for word, does in self._known.items():
            self._known[word] = does | self._by_stem(word)

    def part(self, word: str) -> Part:
        """What a word (in lower case, but for the language's `cased` ones) can do."""
        known = self._known.get(word)
        if known is None:
            known = self._by_stem(word)
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _by_stem(self, word: str) -> Part:
        found = Part.NOTHING
        for end in range(_SHORTEST_STEM, min(len(word), 24) + 1):
            found |= self._stems.get(word[:end], Part.NOTHING)
        return found
