"""What `Lang:` takes: a code, as pages, feeds and the audit understand it."""

from __future__ import annotations

import unicodedata

from rapport.model import LANGUAGE, Field
from rapport.sources.problems import Problems

# Languages as they are called in English and by those who speak them, and the codes of three
# letters that libraries use where the web has two; lower case and without accents.
_CALLED = {
    "ar": "arabic", "bg": "bulgarian", "ca": "catalan catala", "cs": "czech cestina ces cze",
    "da": "danish dansk dan", "de": "german deutsch deu ger", "el": "greek ellinika ell gre",
    "en": "english eng", "es": "spanish espanol castellano spa", "et": "estonian eesti est",
    "eu": "basque euskara", "fi": "finnish suomi fin", "fr": "french francais fra fre",
    "ga": "irish gaeilge gle", "he": "hebrew heb", "hi": "hindi hin", "hr": "croatian hrvatski hrv",
    "hu": "hungarian magyar hun", "it": "italian italiano ita", "ja": "japanese nihongo jpn",
    "ko": "korean kor", "lt": "lithuanian lietuviu lit", "lv": "latvian latviesu lav",
    "nl": "dutch nederlands nld dut", "no": "norwegian norsk nor", "pl": "polish polski pol",
    "pt": "portuguese portugues por", "ro": "romanian romana ron rum", "ru": "russian russkij rus",
    "sk": "slovak slovencina slk slo", "sl": "slovenian slovene slovenscina slv",
    "sv": "swedish svenska swe", "tr": "turkish turkce tur", "uk": "ukrainian ukr",
    "zh": "chinese zho chi",
}  # fmt: skip
_CODES = {name: code for code, names in _CALLED.items() for name in names.split()}
# Territories that people write where the language is meant.
_CODES |= {"gb": "en-GB", "us": "en-US", "uk-en": "en-GB", "en-uk": "en-GB"}


def check_lang(value: str, at: Field | int, problems: Problems) -> bool:
    """Whether a `Lang:` is a code; if not it is reported, with the code that is meant.

    An underscore is let through, since the audit reads de_AT as de-AT.
    """
    meant = _CODES.get(_folded(value))
    if meant is None and LANGUAGE.fullmatch(value.replace("_", "-")):
        return True
    hint = f"; did you mean {meant}?" if meant else "."
    problems.error("CFG903", f"Lang is {value!r}. Lang takes a code such as en or pt-BR{hint}", at)
    return False


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().strip())
    return "".join(char for char in plain if not unicodedata.combining(char))
