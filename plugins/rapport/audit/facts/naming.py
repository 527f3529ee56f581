"""Is a run of capitalised words a person? The signs for and against, added up.

Nothing is certain but the roster. A given name carries most weight; then what stands before and
after ("Professor ...", "... wrote", "..., who"); a link, initials, particles, endings of surnames
help. Words of law, trade and geography speak against. Two points make a person (three in German,
where every noun is capitalised).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapport.audit.facts.chains import SUFFIXES, Chain, Word
from rapport.audit.languages import DOUBLE, GIVEN, Naming, fold_name
from rapport.audit.languages.shared import COMPANIES, PLACE_WORDS

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
_ENDINGS = ("ski", "sky", "ska", "cki", "cka", "wicz", "czyk", "ova", "ov", "ev", "eva", "enko",
            "chuk", "uk", "yan", "ian", "vili", "dze", "sson", "sen", "dottir", "berg", "stein",
            "mann", "bauer", "meier", "mayer", "maier", "hoff", "feld", "stedt", "strom", "lund",
            "quist", "qvist", "gren", "vic", "vich", "ic", "ez", "eiro", "eira", "inho", "elli",
            "etti", "ucci", "oglu", "zade", "poulos", "idis", "akis", "escu", "eanu", "wala",
            "asinghe", "nathan", "raju", "murthy", "moto", "mura", "yama", "naka", "shima", "saki",
            "eddine", "ullah", "wu", "zhang", "nguyen", "tran", "okafor", "ogunleye")  # fmt: skip
_BEFORE = re.compile(r"([\w'\u2019.-]+)(\W{1,3})\Z")
_AFTER = re.compile(r"[ ,(]{1,2}(\w[\w'\u2019-]*)")
_VERSUS = re.compile(r" (v|vs|c|gegen|contre|contra|versus)\.? ?(?=\S)")
_COMPANY = re.compile(r",? ([A-Z]\w*)")
_WORDS = re.compile(r"\w+")
_NEAR = 48


@dataclass(frozen=True, slots=True)
class Found:
    """A run of words taken for a name: its words, and how much speaks for a person."""

    words: tuple[Word, ...]
    score: int

    @property
    def name(self) -> str:
        """The name as it is written."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the place a chain stands in."""

    text: str
    sentence_starts: frozenset[int]
    title_case: bool
    linked: bool


def stripped(chain: Chain, naming: Naming, around: Around) -> tuple[Chain, bool]:
    """The chain without what is no part of a name; whether a title stood before it.

    Titles, openers and degrees go, and so does what a particle joins on and is no name: the club
    in "Ana Ruiz vom Mieterverein".
    """
    words = _without_tail(chain, naming, around.text)
    titled = False
    starts = around.sentence_starts
    while len(words) > 1:
        first = fold_name(words[0].text)
        if first in naming.honorifics or first in naming.jobs:
            if first in GIVEN:
                break
            titled = True
        elif not _opens(words, first, naming, starts):
            break
        words.pop(0)
    while len(words) > 1 and words[-1].text.upper() in SUFFIXES:
        words.pop()
    return words, titled


def _without_tail(chain: Chain, naming: Naming, text: str) -> Chain:
    for index in range(2, len(chain)):
        gap = text[chain[index - 1].end : chain[index].start]
        if any(char.isalpha() for char in gap):
            joined = fold_name(chain[index].text)
            if joined in naming.things or joined in naming.places:
                return chain[:index]
    return list(chain)


def _opens(words: Chain, first: str, naming: Naming, starts: frozenset[int]) -> bool:
    """Whether the first word only opens the sentence and is no part of the name behind it.

    "When" always does; "April" in "April Jones" does not; any word does that stands before a given
    name and is none, where sentences begin and where every noun has a capital.
    """
    opening = words[0].start in starts
    named = fold_name(words[1].text) in GIVEN
    if first in GIVEN or first in DOUBLE:
        return first in naming.openers and (named or (opening and len(words) > 2))
    if first in naming.openers:
        return True
    return len(words) > 2 and named and (opening or naming.nouns_capitalised)


def weigh(chain: Chain, naming: Naming, around: Around) -> Found | None:
    """The chain as a name with the points for it, None when it cannot be a person."""
    words, titled = stripped(chain, naming, around)
    if not 2 <= len(words) <= 5 or words[-1].initial or sum(not w.initial for w in words) < 1:
        return None
    folded = [fold_name(word.text) for word in words]
    given = _given(folded[0])
    if _is_thing(folded, given, naming) or _is_party(words, around.text, naming):
        return None
    inside, outside = _inside(words, folded, around), _outside(words, around, naming)
    score = inside + outside + 2 * titled + around.linked
    if inside == 0 and outside < 2 and words[0].start in around.sentence_starts:
        score -= 1  # its first capital says nothing
    return Found(tuple(words), score - naming.nouns_capitalised * (given == 0))


def _given(first: str) -> int:
    """2 for a given name, 1 for one that is also a word, 0 for anything else."""
    part = first.partition("-")[0]
    if first in GIVEN or (part != first and part in GIVEN):
        return 2
    return 1 if first in DOUBLE or part in DOUBLE else 0


def _is_thing(folded: list[str], given: int, naming: Naming) -> bool:
    if folded[0] in PLACE_WORDS or (folded[0] in naming.places and not given):
        return True
    last = folded[-1]
    if any(word in naming.things for word in folded[:-1]) and not (
        given and folded[0] not in naming.things
    ):
        return True
    if any(word in naming.things or word in COMPANIES for word in folded[1:-1]):
        return True
    if last in COMPANIES:
        return True
    if last in naming.things:
        return not (given == 2 and last in _SURNAMES and len(folded) <= 3)
    return last in naming.places and given < 2


def _is_party(words: list[Word], text: str, naming: Naming) -> bool:
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


def _inside(words: list[Word], folded: list[str], around: Around) -> int:
    """What speaks for a person in the words themselves."""
    score = _given(folded[0])
    opening = words[0].start in around.sentence_starts
    if score == 1 and not opening and _is_lower_before(around.text, words[0].start):
        score += folded[0] not in _PLACES_TOO
    if words[0].initial or any(word.initial for word in words[1:]):
        score += 2 if not (words[0].initial and opening and len(words) == 2) else 1
    particle = around.text[words[0].end : words[-1].start].strip()
    score += any(part.islower() for part in particle.split())
    return score + (len(folded[-1]) > 4 and folded[-1].endswith(_ENDINGS))


_PLACES_TOO = frozenset({
    "georgia", "victoria", "virginia", "carolina", "dakota", "montana", "israel", "chad", "jordan",
    "kenya", "india", "asia", "china", "paris", "london", "sydney", "chelsea", "florence", "vienna",
    "verona", "milan", "roma", "washington", "lincoln", "austin", "houston", "dallas", "denver",
    "boston", "lourdes", "santiago", "trinidad", "sierra", "islam", "justice", "lake", "king",
    "queen", "summer", "autumn", "april", "may", "june", "august", "christmas", "sunday",
})  # fmt: skip


def _is_lower_before(text: str, start: int) -> bool:
    back = _BEFORE.search(text[max(0, start - _NEAR) : start])
    return back is not None and back[2] == " " and back[1][:1].islower()


def _outside(words: list[Word], around: Around, naming: Naming) -> int:
    """What speaks for a person, or against one, in the words around."""
    text, start, end = around.text, words[0].start, words[-1].end
    back = _BEFORE.search(text[max(0, start - _NEAR) : start])
    previous = fold_name(back[1].rstrip(".")) if back else ""
    score = 0
    if previous in naming.honorifics:
        score += 2
    elif previous in naming.jobs or previous in naming.before:
        score += 1
    elif previous in naming.articles:
        score -= 2
    return score + _following(text[end : end + _NEAR], naming)


def _following(after: str, naming: Naming) -> int:
    if after.startswith(("'s ", "\u2019s ")):
        return 1
    if after.startswith((" (@", " @", ", @")):
        return 2
    found = _AFTER.match(after)
    if found is None:
        return 0
    if after.startswith((", ", " (")):
        return _apposition(after, naming)
    word = fold_name(found[1])
    return 2 if word in naming.speech else int(word in naming.verbs)


def _apposition(after: str, naming: Naming) -> int:
    """ "..., a notary in Vigo", "..., who": what is said of a person between commas."""
    near = [fold_name(word) for word in _WORDS.findall(after)[:5]]
    return 2 if any(word in naming.jobs for word in near) else int(near[0] in naming.relative)
