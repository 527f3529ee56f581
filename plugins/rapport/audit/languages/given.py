"""Given names, the strongest sign that two capitalised words are a person: one list for all.

People of every origin are named in posts of every language, so the list is not cut by language.
`GIVEN` are names and little else (given.txt); `DOUBLE` are also words, places or months and count
for less. Written in lower case, without accents (see `fold_name`); a name with a hyphen needs its
first part.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

_DOUBLE = """
ai alba amber ange angel angeles april archer art ash asia august aurora austin autumn aya baker
baron basil bay bela bella bent bianca blanca bo bora boston brook brooke buck candela capucine
caridad carolina carpenter chad chance charity chase chelsea china christmas clay cliff constance
consuelo crystal custodia daisy dakota dale dallas darwin dawn dean deniz denver doga dolores
domingo duke earl esperanza estrella faith falk fisher florence forest gal georgia gift gil golan
grace grant gunes guy ha haifa hamilton harmony hasret hazel heath heather heino hind hoa holly
honor honore hope houston hunter india iris islam israel ivy jade jay jefferson jesus jin jordan joy
ju judge june justice kenya king lake lily lincoln linn london lourdes luz ly majd malik mana mar
mark mason may melody mercedes mercy milan miles modeste montana nieves noel noor nour odd olive ora
oren page paige paris pastora patience paz pearl penny pilar placide porter primitivo prince prosper
prudence prune rain ran reine remedios ren rich roma rosa rosario rose ruby sage sakura salvador
sandy santiago savannah sawyer sevda shalom siena sienna sky skye sol sora sterling sue summer
sunday sydney tad tal tam tan temperance till tor trinidad tu urban urho van veit verity verona
victoria vienna viola violet virginia visitacion wade washington wellington will wolf yagmur
"""
# Letters that no decomposition takes apart.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
                        "œ": "oe", "ı": "i", "ħ": "h"})  # fmt: skip


class Given:
    """The names of given.txt, for `in`: made a set only when so many are asked for that it pays.

    One post asks for a few dozen, and to make a set of twenty thousand takes longer.
    """

    def __init__(self, file: Path, patience: int = 200) -> None:
        self._text = f" {file.read_text('ascii')} ".replace("\n", " ")
        self._left = patience
        self._names: frozenset[str] | None = None

    def __contains__(self, name: str) -> bool:
        """Whether a name, folded, is one of them."""
        if self._names is not None:
            return name in self._names
        self._left -= 1
        if self._left < 0:
            self._names = frozenset(self._text.split())
        return bool(name) and " " not in name and f" {name} " in self._text

    def __iter__(self) -> Iterator[str]:
        """Every name once."""
        return iter(frozenset(self._text.split()))


GIVEN = Given(Path(__file__).with_name("given.txt"))
DOUBLE = frozenset(_DOUBLE.split())


def fold_name(name: str) -> str:
    """A name as it is looked up: lower case, accents gone, letters with a stroke made plain."""
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)
