"""Runs of capitalised words: everything in a text that might be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
_WORD = re.compile(rf"(?<![\w@#/.'\u2019])[{_UPPER}][\w'\u2019-]*")
# French and Italian run an article or a preposition into the name: d'Alembert.
_ELIDED = re.compile(rf"\b[dDlL]['\u2019](?=[{_UPPER}])")
_INNER = ("Mc", "Mac", "O'", "O\u2019", "D'", "D\u2019", "De", "Di", "Du", "La", "Le", "Fitz",
          "Van", "Von", "El", "Al", "St")  # fmt: skip
_PARTICLES = frozenset({
    "de", "de la", "de las", "de los", "de l", "del", "della", "di", "da", "das", "do", "dos", "du",
    "van", "van de", "van den", "van der", "vande", "von", "von der", "vom", "zu", "zur", "zum",
    "von und zu", "ter", "ten", "af", "av", "bin", "ibn", "bint", "ben", "al", "el", "ap", "ab",
    "ferch", "nic", "le", "la", "ní", "ó", "ua", "san", "st.", "st", "binti", "abu", "ul", "ur",
})  # fmt: skip
SUFFIXES = frozenset({"QC", "KC", "JR", "SR", "MP", "PHD", "ESQ", "II", "III", "IV", "OBE", "CBE",
                      "MBE", "JD", "LLM"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
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
    """The runs of capitalised words of a text, joined by spaces, initials' dots and particles.

    Words that no name holds (acronyms, camel case, digits) part a run. Single words come too.
    """
    chain: Chain = []
    for word in _words(text):
        if chain and not _joined(chain[-1], text[chain[-1].end : word.start]):
            yield chain
            chain = []
        if _impossible(word.text):
            if chain and word.text.upper() not in SUFFIXES:
                yield chain
                chain = []
            continue
        chain.append(word)
        if text[word.end : word.end + 2] in ("'s", "\u2019s"):
            yield chain
            chain = []
    if chain:
        yield chain


def _words(text: str) -> Iterator[Word]:
    if "'" in text or "\u2019" in text:
        # The same length, so that offsets stay: the elided letter counts as a lower-case word.
        text = _ELIDED.sub(lambda found: found[0][0].lower() + " ", text)
    for found in _WORD.finditer(text):
        written = found[0].rstrip("'\u2019-")
        if written.endswith(("'s", "\u2019s")):
            written = written[:-2]
        yield Word(written, found.start(), found.start() + len(written))


def _joined(before: Word, gap: str) -> bool:
    if gap == " ":
        return True
    if gap in (". ", "."):
        return before.initial or before.text in ("St", "Ph", "Th", "Chr", "Wm", "Geo", "Jos")
    return len(gap) < 16 and gap[:1] == " " and gap[-1:] == " " and gap.strip() in _PARTICLES


def _impossible(word: str) -> bool:
    if len(word) == 1:
        return False
    if word.isupper() or any(char.isdigit() or char == "_" for char in word):
        return True
    inner = re.sub(r"[-'\u2019].", "", word[1:])
    return any(char.isupper() for char in inner) and not word.startswith(_INNER)
