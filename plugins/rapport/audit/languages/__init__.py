"""What the audit knows of languages: one data file each, loaded when a post in it is measured.

Adding a language: write `<code>.py` with a `Language` and name it in `LANGUAGES`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from rapport.audit.languages.given import DOUBLE, GIVEN, fold_name
from rapport.audit.languages.model import Language, Naming
from rapport.audit.languages.phrases import words

LANGUAGES = {
    "en": ("rapport.audit.languages.en", "ENGLISH"),
    "de": ("rapport.audit.languages.de", "GERMAN"),
    "fr": ("rapport.audit.languages.fr", "FRENCH"),
    "es": ("rapport.audit.languages.es", "SPANISH"),
}


def base(tag: str) -> str:
    """The language of a tag: "de" of "de-AT" or "DE_at"."""
    return tag.strip().lower().replace("_", "-").partition("-")[0]


def known(tag: str) -> bool:
    """Whether posts with this language tag can be judged by their words."""
    return base(tag) in LANGUAGES


@cache
def _load(code: str) -> Language:
    module, name = LANGUAGES[code]
    language: Language = getattr(import_module(module), name)
    return language


def language(tag: str) -> Language | None:
    """What is known of the language with this tag, None when nothing is."""
    code = base(tag)
    return _load(code) if code in LANGUAGES else None


__all__ = [
    "DOUBLE",
    "GIVEN",
    "LANGUAGES",
    "Language",
    "Naming",
    "base",
    "fold_name",
    "known",
    "language",
    "words",
]
