"""What a page says in one language: messages with what belongs in them, days, spans, numbers.

Days are absolute and in words, never "two days ago": a page stands for years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

# Marks a message that is translated where it is used: the catalogues are made by looking for it.
N_ = str
_HOURS = 48
_AND = N_(" and ")
# Spanish says "e" for "y" before the same sound: Ignacio and Hilda, but not Hierro.
_SPANISH_AND = " y ", " e "
_SOUNDS_AS_Y = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi")
)
_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))


def direction(tag: str) -> str:
    """Which way a language is written, as HTML has it: "rtl" or "ltr"."""
    language, *more = tag.lower().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), "")
    back = script in _SCRIPTS if script else language in _RIGHT_TO_LEFT
    return "rtl" if back else "ltr"


def english_plural(number: int) -> int:
    """One form for one, another for any other number."""
    return number != 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, English where it has none of its own.

    `messages` are by their English text (the singular one), each in as many forms as the language
    has for numbers; `plural` says which form a number takes. `day` writes a date in words, `number`
    a whole number.
    """

    language: str
    day: Callable[[date], str]
    number: Callable[[int], str]
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = english_plural

    def gettext(self, message: str, /, **values: object) -> str:
        """The message with its values; whole numbers are written as the language writes them."""
        return self.text(message) % self.told(values)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The same for so many, who are also the value `num`."""
        return self.form(one, many, number) % self.told({"num": number, **values})

    def text(self, message: str) -> str:
        """The message in this language, its values still to come."""
        forms = self.messages.get(message)
        return forms[0] if forms else message

    def form(self, one: str, many: str, number: int) -> str:
        """The form for a number, its values still to come."""
        forms = self.messages.get(one)
        if forms is None:
            return one if number == 1 else many
        return forms[min(int(self.plural(number)), len(forms) - 1)]

    def joint(self, name: str) -> str:
        """What stands before the last of several names: " and "."""
        said = self.text(_AND)
        alike = said == _SPANISH_AND[0] and _SOUNDS_AS_Y.match(name)
        return _SPANISH_AND[1] if alike else said

    def told(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values as they are printed."""
        return {
            name: self.number(value) if type(value) is int else value
            for name, value in values.items()
        }

    def moment(self, when: datetime) -> str:
        """The day and the time of day: "3 June 2026, 14:05"."""
        return self.gettext("%(day)s, %(clock)s", day=self.day(when), clock=f"{when:%H:%M}")

    def span(self, time: timedelta) -> str:
        """How long something took, in whole hours for two days, then in whole days: "5 hours".

        It stands behind "the first after", in the case that a language needs there.
        """
        hours = time // timedelta(hours=1)
        if hours < 1:
            return self.gettext("less than an hour")
        if hours < _HOURS:
            return self.ngettext("an hour", "%(num)s hours", hours)
        return self.ngettext("a day", "%(num)s days", hours // 24)


def english_day(when: date) -> str:
    """The day: "4 May 2026"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def english_number(number: int) -> str:
    """The number: "1,234"."""
    return f"{number:,}"


ENGLISH = Words("en", english_day, english_number)
