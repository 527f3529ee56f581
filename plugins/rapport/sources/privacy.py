"""What must not stand in a public file: a reader under the firm's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rapport.model import Person

_TITLE = re.compile(r"[,;(\[|/\u2013\u2014]|\s-\s")
_NO_LETTER = re.compile(r"[\W_]+")
# Letters of other scripts, digits and marks that look like a Latin letter; the pairs are the usual
# ones of Unicode's confusables (UTS 39), written down for the alphabets that names are faked with.
# A capital i, an l and a one look the same in most typefaces, and so do rn and m.
_LOOKALIKES = str.maketrans(
    "авеԁкмнорсԛтухѕіјһӏαβεικνορτυχγ0135|ıſi",
    "abedkmhopcqtyxsljhlabelknoptuxyolesllsl",
)


def firm_names(people: Iterable[Person], names: Iterable[str]) -> dict[str, str]:
    """The names nobody else may sign with, by how they look; values as the firm writes them."""
    written = [*names]
    for person in people:
        if person.role in ("firm", "brand"):
            written += (person.name, *person.also)
    return {looks: name for name in written if (looks := look(name))}


def claimed(author: str, firm: Mapping[str, str]) -> str:
    """The name of the firm's that this author's name equals or passes for, or an empty string.

    What stands behind a comma, a dash or a bracket is a title: "Ida Brandt, partner" claims to be.
    """
    name = firm.get(look(author), "")
    if name or author.isalnum():
        return name
    return firm.get(look(_TITLE.split(author, maxsplit=1)[0]), "")


def look(name: str) -> str:
    """How a name looks at a glance: without case, accents, spaces, marks and lookalike letters."""
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return _NO_LETTER.sub("", plain.translate(_LOOKALIKES)).replace("rn", "m")
