"""Catalogues of words: `translations/<language>.po`, in the form of GNU gettext, read by Babel.

Babel takes a tenth of a second to import, so it is only there for who writes another language than
English. What a site's own catalogue has is checked here, since a slip in it would otherwise end a
build somewhere in a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from gettext import c2py
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.errors import SettingsError
from rapport.translation.words import ENGLISH, Words

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

TRANSLATIONS = "translations"
_PLURAL = '"Plural-Forms:'
_VALUE = re.compile(r"%(?:\((\w+)\)s|%)?")
_Forms = Mapping[str, tuple[str, ...]]


class Catalogues:
    """The words of every language, each read when it is first asked for.

    `folders` hold files such as `fr.po` or `pt-br.po`; of two words for the same the later folder's
    counts, and a region's before its language's. `unknown` are the languages that were asked for
    and have no file.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = tuple(folders)
        self.unknown: set[str] = set()
        self._known: dict[str, Words] = {}

    def of(self, tag: str) -> Words:
        """The words for a language tag (`de`, `pt-BR`). Raises SettingsError for a broken file."""
        if tag not in self._known:
            self._known[tag] = self._words(tag.lower().replace("_", "-"))
        return self._known[tag]

    def _words(self, tag: str) -> Words:
        language = tag.partition("-")[0]
        files = [
            file
            for name in dict.fromkeys((language, tag))
            for folder in self.folders
            if (file := folder / f"{name}.po").is_file()
        ]
        words = ENGLISH if language == "en" else _by_locale(tag)
        if not files:
            self.unknown |= {language} - {"en"}
            return words
        messages: dict[str, tuple[str, ...]] = {}
        plural = words.plural
        for file in files:
            found, told = _read(file)
            messages |= found
            plural = told or plural
        return replace(words, messages=messages, plural=plural)


def _by_locale(tag: str) -> Words:
    """A language's days and numbers, by the Unicode locale data; English where it has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only other languages need it
    from babel.dates import format_date  # noqa: PLC0415
    from babel.numbers import format_decimal  # noqa: PLC0415

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return replace(ENGLISH, language=tag)

    @cache
    def day(when: date) -> str:
        written = format_date(when, "long", locale)
        # French counts the first day of a month and no other; the locale data do not know it.
        return re.sub(r"^1(?= )", "1er", written) if locale.language == "fr" else written

    @cache
    def number(value: int) -> str:
        return format_decimal(value, locale=locale)

    return Words(tag, day, number)


def _read(file: Path) -> tuple[_Forms, Callable[[int], int] | None]:
    """What a file says, and its rule for numbers if its header has one."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - as above

    try:
        text = file.read_text(encoding="utf-8-sig")
        _check_lines(file, text)
        catalogue = read_po(StringIO(text), abort_invalid=True)
    except (OSError, UnicodeDecodeError, PoFileError, ValueError) as fault:
        raise SettingsError(f"{file} is no catalogue of words: {fault}.") from fault
    slip = next(_faults(catalogue), None)
    if slip is not None:
        raise SettingsError(f"{file}:{slip}")
    plural = c2py(catalogue.plural_expr) if _PLURAL in text else None
    return {_key(each): _forms(each) for each in _told(catalogue)}, plural


def _check_lines(file: Path, text: str) -> None:
    """Babel cuts a line that is not closed, and says nothing."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#") and not line.rstrip().endswith('"'):
            raise SettingsError(f"{file}:{number}: the line does not end in a quotation mark.")


def _told(catalogue: Catalog) -> Iterator[Message]:
    """The messages that are translated; fuzzy ones are not yet."""
    return (each for each in catalogue if each.id and not each.fuzzy and all(_forms(each)))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _faults(catalogue: Catalog) -> Iterator[str]:
    """What is wrong with the translations, each with its line: values that nobody gives."""
    for message in _told(catalogue):
        given = _values(" ".join([message.id] if isinstance(message.id, str) else message.id))
        for text in _forms(message):
            asked = _values(text)
            if None in asked:
                line = message.lineno
                yield f"{line}: a % in {text!r} stands for nothing. Write %% for the sign itself."
            elif asked - given:
                names = ", ".join(sorted(f"%({name})s" for name in asked - given if name))
                yield f"{message.lineno}: {text!r} has {names}, and {_key(message)!r} has not."


def _values(text: str) -> set[str | None]:
    """The names of the values in a message; None for a sign that begins none."""
    return {found[1] for found in _VALUE.finditer(text) if found[0] != "%%"}
