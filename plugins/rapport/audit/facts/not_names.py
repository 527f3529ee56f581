"""What capitalised words are when they are no person: laws, firms, places, products, parties."""

from __future__ import annotations

import re

from rapport.audit.facts.chains import Word
from rapport.audit.languages import Naming, fold_name
from rapport.audit.languages.shared import COMPANIES, NO_PERSONS, PLACE_WORDS

# Common words that are common surnames too; behind a given name they are taken for one.
_SURNAMES = frozenset({
    "park", "hill", "hall", "wood", "woods", "field", "fields", "king", "prince", "black", "white",
    "green", "best", "law", "banks", "mills", "north", "west", "day", "forest", "church", "good",
    "little", "small", "english", "french", "german", "house", "marsh", "case", "page", "price",
    "brown", "gray", "rivers", "stone", "works", "silver", "gold", "new", "old", "fair",
    "may", "march", "summer", "winter", "friday", "monday", "garden", "frank", "blatt", "berg",
    "land", "stadt", "kaiser", "gross", "klein", "neue", "alt", "roth", "schwarz", "weiss", "abend",
    "sonntag", "freitag", "band", "haus", "turm", "monte", "rey", "casa", "villa", "iglesia",
    "prado", "puente", "torre", "calle", "castillo", "campo", "blanco", "rojo", "nieto", "petit",
    "grand", "legrand", "roi", "pont", "parc", "fontaine", "bois", "leblanc",
})  # fmt: skip
# Nobody is called so whose first name is none either.
_NO_SURNAME = ("tion", "tions", "ment", "ments", "ness", "ity", "ware", "logy", "graphy", "ship",
               "able", "ible", "ism", "ics", "ence", "ances", "ings", "ical")  # fmt: skip
_BEFORE = re.compile(r"([\w'\u2019.-]+)(\W{1,3})\Z")
_VERSUS = re.compile(r" (v|vs|c|gegen|contre|contra|versus)\.? ?(?=\S)")
_COMPANY = re.compile(r",? ([A-Z]\w*)(?!-)")
_WORDS = re.compile(r"\w+")
_NEAR = 48


def is_thing(folded: list[str], given: int, naming: Naming) -> bool:
    """Whether the words (folded) make an institution, a product, a place; `given` as in naming."""
    first, last = folded[0], folded[-1]
    if first in PLACE_WORDS or last in COMPANIES or f"{first} {last}" in NO_PERSONS:
        return True
    if first in naming.things | naming.places and not (given and first not in naming.things):
        return True
    if any(word in naming.things or word in COMPANIES for word in folded[1:-1]):
        return True
    if last in naming.things:
        return not (given == 2 and last in _SURNAMES and len(folded) <= 3)
    if given == 0 and (last.endswith(_NO_SURNAME) or first.endswith(_NO_SURNAME)):
        return True
    return last in naming.places and given < 2


def is_party(words: list[Word], text: str, naming: Naming) -> bool:
    """A party of a case, a firm's name, a place or a thing called after somebody."""
    start, end = words[0].start, words[-1].end
    after = text[end : end + _NEAR]
    before = text[max(0, start - _NEAR) : start]
    versus = _VERSUS.match(after)
    if versus and versus[1] in naming.versus and after[versus.end() : versus.end() + 1].isupper():
        return True
    back = _BEFORE.search(before)
    previous = back[1].rstrip(".") if back else ""
    if previous in ("v", "vs") or (previous in naming.versus and previous != "c"):
        return previous in ("v", "vs") or (back is not None and back[1].endswith("."))
    if after.startswith((" & ", " + ", "&")) or before.endswith(("& ", "&")):
        return True
    company = _COMPANY.match(after)
    if company and fold_name(company[1]) in COMPANIES:
        return True
    return (previous[:1].islower() and fold_name(previous) in naming.sites) or _is_called(
        after, naming
    )


def _is_called(after: str, naming: Naming) -> bool:
    """ "... is a company": the text itself says that it is no person."""
    following = [fold_name(word) for word in _WORDS.findall(after)[:3]]
    return (
        len(following) == 3
        and following[0] in naming.copulas
        and following[1] in naming.relative | naming.articles
        and following[2] in naming.things
        and following[2] not in naming.jobs
    )
