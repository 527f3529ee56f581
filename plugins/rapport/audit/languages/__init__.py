"""What the audit knows of languages: one data file each, loaded when a post in it is measured.

A file called by a language's code (`de.py`: two or three letters) defines `LANGUAGE`, and that is
all there is to adding one; docs/languages.md says how, `model.Language` what it holds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from rapport.audit.languages.given import DOUBLE, GIVEN, fold_name
from rapport.audit.languages.model import Language, Naming
from rapport.audit.languages.phrases import words
from rapport.audit.languages.selling import Part, Selling
from rapport.audit.languages.tone import tone

_FILE = re.compile(r"([a-z]{2,3})\.pyc?")


@cache
def codes() -> tuple[str, ...]:
    """The code of every language that has a data file, in order."""
    names = (name for folder in __path__ for name in os.listdir(folder))  # noqa: PTH208 - a name each
    return tuple(sorted({found[1] for name in names if (found := _FILE.fullmatch(name))}))


def base(tag: str) -> str:
    """The language of a tag: "de" of "de-AT" or "DE_at"."""
    return tag.strip().lower().replace("_", "-").partition("-")[0]


def known(tag: str) -> bool:
    """Whether posts with this language tag can be judged by their words."""
    return base(tag) in codes()


@cache
def _load(code: str) -> Language:
    loaded: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return loaded


def language(tag: str) -> Language | None:
    """What is known of the language with this tag, None when nothing is."""
    code = base(tag)
    return _load(code) if code in codes() else None


# Measured on the gold posts: of a hundred words, 21 to 43 are among the `common` ones of the
# language they are in, at most 17 among those of another that is known (French and Spanish).
_SURE = 0.2
_ENOUGH_WORDS = 40
_MARGIN = 1.6


def detected(text: Sequence[str], expected: str) -> str:
    """The language that words in lower case are in: the expected one unless they plainly are not.

    Another is only found when it has a data file, the words are forty or more, a fifth of them are
    its common ones, and clearly more than are the expected language's or any other's. So the other
    data files are loaded only for a text that is not in the expected language.
    """
    if len(text) < _ENOUGH_WORDS:
        return expected
    here = _share(text, expected)
    if here >= _SURE:
        return expected
    best, *others = sorted(((_share(text, code), code) for code in codes()), reverse=True)
    second = others[0][0] if others else 0.0
    return best[1] if best[0] >= max(_SURE, _MARGIN * max(here, second)) else expected


def is_plainly(text: Sequence[str], tag: str) -> bool:
    """Whether words in lower case are enough, and those of the language with this tag."""
    return len(text) >= _ENOUGH_WORDS and _share(text, tag) >= _SURE


def _share(text: Sequence[str], tag: str) -> float:
    spoken = language(tag)
    return sum(map(spoken.common.__contains__, text)) / len(text) if spoken else 0.0


__all__ = [
    "DOUBLE",
    "GIVEN",
    "Language",
    "Naming",
    "Part",
    "Selling",
    "base",
    "codes",
    "detected",
    "fold_name",
    "is_plainly",
    "known",
    "language",
    "tone",
    "words",
]
