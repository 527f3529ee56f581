"""Where a text names somebody: by name, by handle, by address, by their own page.

Nothing is guessed: a name of one word may be a word, and is only said to be there perhaps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

SignKind = Literal["name", "handle", "email", "link", "perhaps"]

# Square brackets mean links in Markdown, and a label of one may hold none: round ones stand safely
# in every place a name can stand in.
NAME_REMOVED = "(name removed)"
ADDRESS_REMOVED = "[address]"
LINK_REMOVED = "(link removed)"

_INSTEAD = {"name": NAME_REMOVED, "handle": NAME_REMOVED, "email": ADDRESS_REMOVED,
            "link": LINK_REMOVED}  # fmt: skip
# What may stand between two words of a name: spaces, marks of emphasis, the edge of a quotation.
_GAP = r"(?:[\s\u00a0\u202f*_]|&nbsp;|\n[ \t]*>)+"
_ALIKE = {"'": "(?:['\u2019\u02bc]|&#0?39;|&#x27;|&rsquo;)", "-": "[-\u2010\u2011]",
          "&": "&(?:amp;)?"}  # fmt: skip
_PART = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?")
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Signs:
    """What a person goes by. Handles are as the roster has them, urls whole addresses.

    `slug` is that of their entry: their page here is a link of theirs, and a slug of several words
    a name.
    """

    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One place where a text names them: code points `start` to `end`.

    "perhaps" is a part of a name, or a name of one word: it may mean somebody or something else.
    """

    start: int
    end: int
    kind: SignKind


def signs_in(text: str, signs: Signs, *, parts: bool = False) -> tuple[Sign, ...]:
    """Every place where `text` names them, in order, none inside another.

    Names are found whatever their case, composition, spacing and line ends, and as HTML spells
    them. With `parts` single words of their names count too, as "perhaps".
    """
    found: list[Sign] = []
    for kind, pattern in _patterns(signs, parts):
        found += (Sign(each.start(), each.end(), kind) for each in pattern.finditer(text))
    found.sort(key=lambda sign: (sign.start, -sign.end))
    kept: list[Sign] = []
    for sign in found:
        if not kept or sign.start >= kept[-1].end:
            kept.append(sign)
    return tuple(kept)


def without_signs(text: str, signs: Signs) -> str:
    """The text with every one of these places taken out; what is there perhaps stays.

    A Markdown link to their own page becomes its words first.
    """
    unlinked = _unlinked(text, signs)
    pieces: list[str] = []
    done = 0
    for sign in signs_in(unlinked, signs):
        if sign.kind != "perhaps":
            pieces += (unlinked[done : sign.start], _INSTEAD[sign.kind])
            done = sign.end
    return "".join(pieces) + unlinked[done:]


def _unlinked(text: str, signs: Signs) -> str:
    own = _any(_links(signs))
    if own is None:
        return text
    link = rf"\[([^\[\]]{{0,500}})\]\(<?{own.pattern}>?(?:\s+[\"'][^\"'\n]*[\"'])?\)"
    return re.sub(link, r"\1", text, flags=re.IGNORECASE)


@lru_cache(maxsize=64)
def _patterns(signs: Signs, parts: bool) -> list[tuple[SignKind, re.Pattern[str]]]:
    whole = {form for name in signs.names for form in _forms(name) if len(form.split()) > 1}
    single = {form for name in signs.names for form in _forms(name) if len(form.split()) == 1}
    if parts:
        single |= {part for name in whole for part in _PART.findall(name) if _telling(part)}
    made: list[tuple[SignKind, re.Pattern[str] | None]] = [
        ("email", _any(map(re.escape, signs.emails), r"(?<![\w.+-])", r"(?![\w-])")),
        ("link", _any(_links(signs), r"(?<!\w)", "")),
        ("handle", _any(map(_handle, signs.handles), r"(?<![\w@./:+%&-])", r"(?![\w@])")),
        ("name", _any([*map(_name, whole), _slug(signs.slug)])),
        ("perhaps", _any(map(_name, single), flags=re.NOFLAG)),
    ]
    return [(kind, pattern) for kind, pattern in made if pattern is not None]


def _any(
    parts: Iterable[str],
    before: str = "",
    after: str = "",
    flags: re.RegexFlag = re.IGNORECASE,
) -> re.Pattern[str] | None:
    """One pattern for all, the longest first."""
    sorted_ = sorted({part for part in parts if part}, key=lambda part: (-len(part), part))
    return re.compile(f"{before}(?:{'|'.join(sorted_)}){after}", flags) if sorted_ else None


def _forms(name: str) -> set[str]:
    """A name composed and decomposed, on one line."""
    line = " ".join(name.split())
    return {unicodedata.normalize(form, line) for form in ("NFC", "NFD")} - {""}


def _name(name: str) -> str:
    """The pattern of a name; a letter of a script without spaces needs no edge beside it."""
    words = _GAP.join("".join(_ALIKE.get(c, re.escape(c)) for c in w) for w in name.split())
    before = r"(?<!\w)" if _spaced(name[0]) else ""
    return f"{before}{words}" + (r"(?!\w)" if _spaced(name[-1]) else "")


def _spaced(char: str) -> bool:
    return char.lower() != char.upper() or char.isdigit()


def _telling(part: str) -> bool:
    return len(part) >= _SHORTEST_PART and part[0].isupper()


def _handle(handle: str) -> str:
    return re.escape(handle) if handle.startswith("@") else ""


def _slug(slug: str) -> str:
    return rf"(?<![\w/-]){re.escape(slug)}(?![\w-])" if "-" in slug else ""


def _links(signs: Signs) -> Iterable[str]:
    """Their own pages with all that lies below, and profiles whose address holds their handle."""
    for url in signs.urls:
        bare = re.sub(r"^https?://", "", url).rstrip("/")
        if bare:
            spelled = "|".join({re.escape(bare), re.escape(escape(bare))})
            yield rf"https?://(?:{spelled})(?![\w.-])[^\s<>\"')\]]*"
    if signs.slug:
        below = r"(?:\.md|/[^\s<>\"')\]]*)?"
        yield rf"[^\s<>\"'()\[\]]{{0,200}}people/{re.escape(signs.slug)}(?![\w-]){below}"
    for handle in signs.handles:
        name, _, host = handle.removeprefix("@").partition("@")
        if handle.startswith("@") and host:
            yield rf"https?://{re.escape(host)}/@?{re.escape(name)}(?![\w-])[^\s<>\"')\]]*"
        elif handle.startswith("@"):
            yield rf"https?://[^\s<>\"')\]/]+/@{re.escape(name)}(?![\w-])[^\s<>\"')\]]*"
