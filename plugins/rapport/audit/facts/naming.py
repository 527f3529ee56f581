"""Is a run of capitalised words a person? The signs for and against, added up.

Nothing is certain but the roster. A given name carries most weight; then what stands before and
after ("Professor ...", "... wrote", "..., who"); a link, initials, particles, endings of surnames
help. Words of law, trade and geography speak against (`not_names`). Two points make a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from rapport.audit.facts.chains import SUFFIXES, Chain, Word
from rapport.audit.facts.not_names import is_party, is_thing
from rapport.audit.languages import DOUBLE, GIVEN, Naming, fold_name

_ENDINGS = ("ski", "sky", "ska", "cki", "cka", "wicz", "czyk", "ova", "ov", "ev", "eva", "enko",
            "chuk", "uk", "yan", "ian", "vili", "dze", "sson", "sen", "dottir", "berg", "stein",
            "mann", "bauer", "meier", "mayer", "maier", "hoff", "feld", "stedt", "strom", "lund",
            "quist", "qvist", "gren", "vic", "vich", "ic", "ez", "eiro", "eira", "inho", "elli",
            "etti", "ucci", "oglu", "zade", "poulos", "idis", "akis", "escu", "eanu", "wala",
            "asinghe", "nathan", "raju", "murthy", "moto", "mura", "yama", "naka", "shima", "saki",
            "eddine", "ullah", "wu", "zhang", "nguyen", "tran", "okafor", "ogunleye")  # fmt: skip
_BEFORE = re.compile(r"([\w'\u2019.-]+)(\W{1,3})\Z")
_AFTER = re.compile(r"[ ,(]{1,2}(\w[\w'\u2019-]*)")
_WORDS = re.compile(r"\w+")
_SECOND = re.compile(r" (?:y|i|e) ([^\W\d_a-z][\w'\u2019-]*)(?! [^\W\d_a-z])")
_NEAR = 48


class Found(NamedTuple):
    """A run of words taken for a name: its words, and how much speaks for a person."""

    words: tuple[Word, ...]
    score: int

    @property
    def name(self) -> str:
        """The name as it is written."""
        return " ".join(word.text for word in self.words)


class Around(NamedTuple):
    """What is known of the place a chain stands in.

    `title_case`: every long word there has a capital; `linked`: it is in a link; `writes_small`
    says whether the post has a word in lower case too; `capitals`: every noun has a capital here.
    """

    text: str
    sentence_starts: frozenset[int]
    title_case: bool
    linked: bool
    writes_small: Callable[[str], bool] = lambda _: False
    capitals: bool = False


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
    while len(words) > 1 and (
        words[-1].text.upper() in SUFFIXES
        or (len(words) > 2 and fold_name(words[-1].text) in naming.jobs)
    ):
        words.pop()
    return words, titled


def _without_tail(chain: Chain, naming: Naming, text: str) -> Chain:
    for index in range(1, len(chain)):
        gap = text[chain[index - 1].end : chain[index].start]
        joined = fold_name(chain[index].text)
        if gap[:1] == "." and joined in naming.openers:
            return chain[:index]  # the letter before ended a sentence: "in C. So ..."
        foreign = joined in naming.things or joined in naming.places
        if index > 1 and foreign and any(char.isalpha() for char in gap):
            return chain[:index]
    return list(chain)


def _opens(words: Chain, first: str, naming: Naming, starts: frozenset[int]) -> bool:
    """Whether the first word only opens the sentence and is no part of the name behind it.

    "When" always does; "April" in "April Jones" does not; any word does that stands before a given
    name and is none, where sentences begin and where every noun has a capital.
    """
    opening = words[0].start in starts
    named = _given(fold_name(words[1].text)) > 1
    if first in GIVEN or first in DOUBLE:
        return first in naming.openers and (named or (opening and len(words) > 2))
    if first in naming.openers:
        return True
    if opening and first.endswith("ly"):
        return True
    return len(words) > 2 and named and (opening or naming.nouns_capitalised)


def weigh(chain: Chain, naming: Naming, around: Around) -> Found | None:
    """The chain as a name with the points for it, None when it cannot be a person."""
    words, titled = stripped(chain, naming, around)
    if around.capitals:
        words = _without_nouns(words, around.text)
    words = _with_second_surname(words, around.text)
    if not 2 <= len(words) <= 5 or words[-1].initial or _is_letter(words[0], around.text):
        return None
    folded = [fold_name(word.text) for word in words]
    given = _given(folded[0])
    if is_thing(folded, given, naming) or is_party(words, around.text, naming):
        return None
    if around.title_case and given < 2:
        return None
    if around.capitals and not (given or titled) and _has_particle(words, around.text):
        return None  # two nouns: "Angaben von Anlegern"
    signs = [*_inside(words, folded, around), *_outside(words, around, naming)]
    signs += [2 * titled, int(around.linked)]
    return Found(tuple(words), sum(signs) + given - _doubt(words, given, signs, around))


def _without_nouns(words: Chain, text: str) -> Chain:
    """The words up to the surname where every noun has a capital: "Ada Ruhl Klage" is no name.

    Behind given names stands one surname, perhaps behind a particle; "zum" and "zur" join nouns.
    """
    end = 1
    while end < len(words) and (words[end].initial or fold_name(words[end].text) in GIVEN):
        end += 1
    for index in range(1, len(words)):
        gap = text[words[index - 1].end : words[index].start].split()
        if index > 1 and gap and gap[-1] in ("zum", "zur"):
            return words[:index]
        if index >= end and (index > end or not gap):
            return words[: max(index, end) + (index == end and not gap)]
    return words


def _with_second_surname(words: Chain, text: str) -> Chain:
    """The words with a second surname behind "y", "i" or "e", as Iberian names have one."""
    found = _SECOND.match(text, words[-1].end) if len(words) > 1 else None
    if found is None or fold_name(found[1]) in GIVEN:
        return words
    return [*words, Word(found[1], found.start(1), found.end(1))]


def _has_particle(words: Chain, text: str) -> bool:
    return any(map(str.islower, text[words[0].end : words[-1].start].split()))


def _is_letter(word: Word, text: str) -> bool:
    """Whether a first word of one letter is no initial: without a dot, or behind an acronym."""
    if not word.initial:
        return False
    before = text[max(0, word.start - 2) : word.start]
    return text[word.end : word.end + 1] != "." or (before[:1].isupper() and before[1:] == " ")


def _doubt(words: Chain, given: int, signs: list[int], around: Around) -> int:
    """What is taken off again where no given name vouches for the rest.

    Weak signs alone do not make strange words a person; a first capital where a sentence begins
    says nothing; words that the post also writes small are words.
    """
    if given == 2:
        return 0
    strong = max(signs) >= 2
    doubt = 0
    if sum(signs) + given > 1 and any(around.writes_small(w.text.lower()) for w in words):
        doubt = 2
    if given == 0:
        doubt += not strong
        doubt += not strong and words[0].start in around.sentence_starts
        doubt += around.capitals
    return doubt


def _given(first: str) -> int:
    """2 for a given name, 1 for one that is also a word, 0 for anything else."""
    part = first.partition("-")[0]
    if first in GIVEN or (part != first and part in GIVEN):
        return 2
    return 1 if first in DOUBLE or part in DOUBLE else 0


def _inside(words: list[Word], folded: list[str], around: Around) -> list[int]:
    """What speaks for a person in the words themselves, a given name apart."""
    opening = words[0].start in around.sentence_starts
    initials = sum(word.initial for word in words)
    return [
        int(folded[0] in DOUBLE and not opening and _is_name_here(folded[0], words[0], around)),
        (1 if words[0].initial and len(words) == 2 else 2) if initials else 0,
        int(_has_particle(words, around.text)),
        int(len(folded[-1]) > 4 and folded[-1].endswith(_ENDINGS)),
    ]


def _is_name_here(first: str, word: Word, around: Around) -> bool:
    """Whether a word that is also a name is one, capitalised as it stands behind a small word."""
    return first not in _PLACES_TOO and _is_lower_before(around.text, word.start)


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


def _outside(words: list[Word], around: Around, naming: Naming) -> list[int]:
    """What speaks for a person, or against one, in the words around."""
    text, start, end = around.text, words[0].start, words[-1].end
    back = _BEFORE.search(text[max(0, start - _NEAR) : start])
    previous = fold_name(back[1].rstrip(".")) if back else ""
    before = 0
    if previous in naming.honorifics and not (len(previous) > 1 and back and back[1].isupper()):
        before = 2
    elif previous in naming.jobs or previous in naming.before:
        before = 1
    elif previous in naming.articles:
        before = -2
    return [before, _following(text[end : end + _NEAR], naming)]


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
    if near[0] in naming.speech:
        return 2
    if near[0] not in naming.relative | naming.articles | naming.jobs:
        return 0
    return 2 if any(word in naming.jobs for word in near) else int(near[0] in naming.relative)
