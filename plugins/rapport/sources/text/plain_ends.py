"""Sentences whose ends are plain: a word that shortens nothing, a mark, a space, a capital.

Nearly every end in prose is, in every language that has capitals, and telling it takes a few looks
at the characters around the mark. A text with any other mark is left to whoever knows more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Spans = tuple[tuple[int, int], ...]

# Words that shorten another in one of the languages of firms' blogs, and are no word themselves.
SHORTENED = frozenset(
    """
    abl abs abschn abt abzgl adm allg anm approx apr aprox apt assn assoc atty aufl aug ausg ave
    bd bde bearb begr bspw betr bldg blvd bzgl bzw capt cert cf cfr chap cit corp dept dgl dipl ebd
    ed eds ehem einschl entspr esp evtl excl exkl feb ff fig figs ggf ggfs gem ges gesetzl govt hg
    hon hrsg ibid incl inkl insb insbes intl jew jg jul kap kath kfm lfd ltd ltda mag mgr mlle mme
    msgr mtl mwst natl nos nov nr num núm núms oct op österr öff pag pág págs para paras pct pls
    pol pp prof publ qtd rdnr rechtl ref resp rev rs sect secs sen sept seq sgt sog spez sr sra
    srta std ste str supp tägl tbl techn tel temp tsd uff ult umg univ urspr usf usw verf versch
    vertragl vgl vol vols vorl vs wg wiss zb zit zt zust zzgl zzt éd ét
    """.split()  # noqa: SIM905 - a list literal would have a word a line
)
# Words that also shorten another: which it is depends on what follows.
_DOUBTFUL = frozenset(
    """
    adj al alt am app art arts az bus ca cap ch cir co col cols comm comp conf cons const ct dec dir
    disp dist div doc dr dt est et etc europ ex ext fax fed fin fn fr fri ft gen gest gov gr inc
    inf ing inst int jan jr jun km lat lb lic lit lt max med mi mil min mio misc mm mo mon
    mrd mr mrs ms mt no oz par pdf pl reg rel rep sat sc sec sep ser sol spec ss st stat sun tab
    tit trad trans tue ver vert wed
    """.split()  # noqa: SIM905 - a list literal would have a word a line
)
# Small words that shorten others in citations, where more marks stand beside them.
_CITING = frozenset(
    """
    arr ass avr bull cass chron civ cod com concl concord crim disp dép exp gaz janv juill jur
    jurispr leg mod obs plén proc préc prés rec reg req soc somm spéc trib
    """.split()  # noqa: SIM905 - a list literal would have a word a line
)
# What stands before a number and has not ended there.
_NUMBERED = SHORTENED | {
    "al",
    "art",
    "arts",
    "cap",
    "ch",
    "col",
    "ej",
    "fn",
    "par",
    "sec",
    "ss",
    "tit",
}
_ORDINAL = re.compile(
    r"\b\d{1,2}\. (?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober"
    r"|November|Dezember|(?:Zivil|Straf)?[Ss]enat|Kammer|Auflage|Instanz|Jahrhundert|Quartal"
    r"|Halbjahr|Lebensjahr|Absatz|Etage|Stock)\b"
)
_LONG_WORD = 6
_LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff"
_WORD = re.compile(
    rf"(?:[^\W\d_]+-)*(?P<last>[{_LOWER}]{{2,}}|[^\W\d_]{{4,}}|[A-Z]{{2,}}|\d{{4}})(?:'[a-z]{{1,2}})?"
)
_MARKS = re.compile("[.!?\u2026\u3002\uff01\uff1f]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")  # e.g, p.m, u.s.w
_OPENING, _CLOSING = "\"'([\u00bf\u00a1", "\"')]"
_LONGEST = 40


def plain_ends(text: str) -> Spans | None:
    """The (start, end) of each sentence, or None when a mark in the text is not plain.

    `text` has single spaces and straight quotation marks.
    """
    spans: list[tuple[int, int]] = []
    begin, length = 0, len(text)
    for mark in _MARKS.finditer(text):
        start, end = mark.span()
        if mark[0] == "." and text[end : end + 1].isalnum() and text[start - 1 : start].isalnum():
            continue  # inside a number or an address
        while end < length and text[end] in _CLOSING:
            end += 1
        if end == length:
            break
        word = _word_before(text, start)
        # Behind nearly every mark stand a space and a capital: then what is before it decides.
        if not (text[end] == " " and text[end + 1 : end + 2].isupper()):
            if _goes_on(text, end, mark[0], word):
                continue
            if text[end] != " " or not _begins(text, end + 1):
                return None
        if not _ends(mark[0], word):
            return None
        spans.append((begin, end))
        begin = end + 1
    return (*spans, (begin, length))


def sure_ends(text: str) -> list[int]:
    """Where sentences begin behind an end that is plain even where other marks stand around it.

    Among citations a capitalised word may shorten another, so only a long one counts, or one before
    a quotation mark: "Mai. \"Das ..." ends, "Cass. Soc." does not.
    """
    return [
        end + 1
        for start, end, mark in _marks(text)
        if text[end : end + 1] == " "
        and _begins(text, end + 1)
        and (word := _word_before(text, start))
        and (_is_sure(word, quoted=text[end + 1] in "\"'") if mark == "." else _ends(mark, word))
    ]


def sure_to_go_on(text: str) -> list[int]:
    """Where the words behind a mark begin that ends nothing: "3. Mai", "l'art. 5", "Urt. v."."""
    found = [each.start() + each[0].index(" ") + 1 for each in _ORDINAL.finditer(text)]
    return found + [
        end + 1
        for start, end, mark in _marks(text)
        if mark == "."
        and text[end : end + 1] == " "
        and _is_short_for(_word_before(text, start), text[end + 1 : end + 2])
    ]


def _is_short_for(word: str, after: str) -> bool:
    """Whether a word is one that a number, or a capitalised one that a small word follows."""
    if after.isdigit():
        return word.rpartition("'")[2].lower() in _NUMBERED
    return after.islower() and word[:1].isupper() and len(word) < _LONG_WORD


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    """The start of each mark, the end of what closes behind it, and the mark."""
    for mark in _MARKS.finditer(text):
        start, end = mark.span()
        while end < len(text) and text[end] in _CLOSING:
            end += 1
        yield start, end, mark[0]


def _is_sure(word: str, *, quoted: bool) -> bool:
    if not _is_whole(word):
        return quoted and word in _MONTHS
    return (word[0].islower() and word not in _CITING) or quoted or len(word) >= _LONG_WORD


_MONTHS = frozenset({"Mai", "May"})


def _word_before(text: str, at: int) -> str:
    before = text[max(0, at - _LONGEST) : at]
    return before[before.rfind(" ") + 1 :].lstrip(_OPENING).rstrip(_CLOSING)


def _goes_on(text: str, end: int, mark: str, word: str) -> bool:
    """Whether the sentence plainly runs on behind a mark: "e.g. this", "etc., and", "so ... no"."""
    if text[end] in ",;":
        return mark == "."
    if text[end] != " " or not text[end + 1 : end + 2].islower():
        return False
    if mark in ("...", "\u2026"):
        return True
    return mark == "." and (word.lower() in SHORTENED or _DOTTED.fullmatch(word) is not None)


def _begins(text: str, at: int) -> bool:
    if text[at : at + 1] in _OPENING:
        at += 1
    return text[at : at + 1].isupper() or text[at : at + 1] == "@"


def _ends(mark: str, word: str) -> bool:
    """Whether a mark ends what stands before it: a full stop only behind a whole word."""
    if mark == ".":
        return _is_whole(word)
    return "." not in mark and mark.isascii() and word[-1:].isalnum()


@lru_cache(maxsize=20_000)
def _is_whole(word: str) -> bool:
    found = _WORD.fullmatch(word)
    if found is None:
        return False
    last = found["last"].lower()
    return last not in SHORTENED and last not in _DOUBTFUL
