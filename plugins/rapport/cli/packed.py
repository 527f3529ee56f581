"""Facts as JSON and back: every value by its place in its class, a third of the size with names.

Only for a file that the same code wrote, as `cli.cache` makes sure.
"""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from rapport.model import Addressed, Facts, Handle, Image, Link, Named, Question, Quoted, Span, Told

_INSIDE: dict[str, type] = {
    "questions": Question,
    "invitations": Told,
    "people": Named,
    "pitch": Told,
    "quotations": Quoted,
    "links": Link,
    "images": Image,
    "handles": Handle,
}
_NAMES = {cls: tuple(each.name for each in fields(cls)) for cls in (Facts, *_INSIDE.values())}
_VALUES = {cls: attrgetter(*_NAMES[cls]) for cls in _INSIDE.values()}
_SPAN = {cls: _NAMES[cls].index("span") for cls in _INSIDE.values()}
_PLACE = attrgetter(*(each.name for each in fields(Span)))
_COUNTS = attrgetter(*(each.name for each in fields(Addressed)))


def packed(facts: Facts) -> list[Any]:
    """The facts as lists, texts and numbers."""
    return [_value(name, getattr(facts, name)) for name in _NAMES[Facts]]


def _value(name: str, value: Any) -> Any:
    if name in _INSIDE:
        return [_row(each, type(each)) for each in value]
    return _COUNTS(value) if name == "addressed" else value


def _row(fact: Any, cls: type) -> list[Any]:
    row = list(_VALUES[cls](fact))
    row[_SPAN[cls]] = _PLACE(fact.span)
    return row


def unpacked(row: list[Any]) -> Facts:
    """The same facts again. Raises ValueError, TypeError or LookupError for what is no facts."""
    values = dict(zip(_NAMES[Facts], row, strict=True))
    for name, cls in _INSIDE.items():
        values[name] = tuple(_fact(cls, each) for each in values[name])
    values["addressed"] = Addressed(*values["addressed"])
    return Facts(**values)


def _fact(cls: type, row: list[Any]) -> Any:
    at = _SPAN[cls]
    return cls(*row[:at], Span(*row[at]), *row[at + 1 :])
