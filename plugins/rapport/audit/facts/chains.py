"""Runs of capitalised words: everything in a text that might be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
_INNER = ("Mc", "Mac", "O'", "O\u2019", "D'", "D\u2019", "De", "Di", "Du", "La", "Le", "Fitz",
          "Van", "Von", "El", "Al", "St")  # fmt: skip
_PARTICLES = (
    "von und zu|von der|van der|van den|van de|de las|de los|de la|della|vande|ferch|binti|vom|von|"
    "van|del|das|dos|zum|zur|ter|ten|bin|ibn|bint|ben|nic|abu|san|st\\.|de|di|da|do|du|zu|af|av|al|"
    "el|ap|ab|le|la|n\u00ed|ua|st|ul|ur|\u00f3"
)
# One capitalised word; what may stand between two of one name: a space, an initial's dot, a
# particle, an elided article (d'Alembert).
_CAPITAL = rf"[{_UPPER}][\w'\u2019-]*+"
_BETWEEN = rf"(?:(?:\. ?| )(?:(?:{_PARTICLES}) )?(?:[dDlL]['\u2019])?)"
_WORD = re.compile(_CAPITAL)
# Not inside a word, an address or a handle; an elided article may stand before it. The capital
# comes first in the pattern and what may not stand before it after: a search then skips from
# capital to capital.
_HERE = r"(?:(?<![\w@#/.'\u2019].)|(?<=\b[dDlL]['\u2019].))"
_ANY = re.compile(rf"[{_UPPER}]{_HERE}[\w'\u2019-]*+")
# The first word is no longer than any name's: a run is looked for behind every hyphen.
_RUN = re.compile(
    rf"[{_UPPER}]{_HERE}[\w'\u2019-]{{0,80}}+(?:{_BETWEEN}(?=[{_UPPER}]){_CAPITAL})++"
)
_SHORTENED = frozenset({"St", "Ph", "Th", "Chr", "Wm", "Geo", "Jos"})
# "C'est", "L'avocate": French words that carry another before them.
_ELIDED = re.compile(
    r"(?:[CDJLMNSTcdjlmnst]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['\u2019][^A-Z\u00c0-\u00de]"
)
_CONTRACTED = re.compile(r"['\u2019](?:m|ll|ve|d|re|t)$")
_DIGIT = re.compile(r"[\d_]")
_PHRASE = re.compile(r"-[^\W\d_A-Z]+-[^\W\d_A-Z]")  # "jack-of-all", "hack-a-thon"
_PARTED = re.compile(r"[-'\u2019].")
SUFFIXES = frozenset({"QC", "KC", "JR", "SR", "MP", "PHD", "ESQ", "II", "III", "IV", "OBE", "CBE",
                      "MBE", "JD", "LLM"})  # fmt: skip


class Word(NamedTuple):
    """A capitalised word of a chain: as written without a possessive, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def initial(self) -> bool:
        """Whether it is the first letter of a name ("J.")."""
        return len(self.text) == 1


Chain = list[Word]


def chains(text: str) -> Iterator[Chain]:
    """The runs of two capitalised words or more, joined by spaces, initials' dots and particles.

    Words that no name holds (acronyms, camel case, digits) part a run; so does a possessive.
    """
    for run in _RUN.finditer(text):
        chain: Chain = []
        for word in _words(run[0], run.start()):
            if chain and not _joined(chain[-1], text[chain[-1].end : word.start]):
                yield chain
                chain = []
            if _impossible(word.text):
                if chain and word.text.upper() not in SUFFIXES:
                    yield chain
                    chain = []
                continue
            chain.append(word)
        if chain:
            yield chain


def capitals(text: str) -> Iterator[Word]:
    """Every capitalised word, alone or in a run."""
    for found in _ANY.finditer(text):
        yield from _words(found[0], found.start())


def _words(run: str, offset: int) -> Iterator[Word]:
    for found in _WORD.finditer(run):
        written, start = found[0].rstrip("'\u2019-"), found.start() + offset
        if written[1:2] in ("'", "\u2019") and written[0] in "DL" and written[2:3].isupper():
            written, start = written[2:], start + 2
        if written.endswith(("'s", "\u2019s")):
            written = written[:-2]
        yield Word(written, start, start + len(written))


def _joined(before: Word, gap: str) -> bool:
    """Whether a gap that could join two words of a name does: a dot only after an initial."""
    if gap[:1] == ".":
        return before.initial or before.text in _SHORTENED
    return gap[:1] == " "


def _impossible(word: str) -> bool:
    """Whether no name has such a word: capitals or digits inside, or nothing but capitals."""
    rest = word[1:]
    if _ELIDED.match(word) or _CONTRACTED.search(word):
        return True
    if rest.islower() or not rest:
        return bool(_DIGIT.search(rest) or _PHRASE.search(rest))
    if word.isupper() or _DIGIT.search(rest) or _PHRASE.search(rest):
        return True
    inner = _PARTED.sub("", rest)
    return inner != inner.lower() and not word.startswith(_INNER)
