"""Facts as lists and back, as they are kept and sent from process to process.

Facts are tuples already: only their class is known by the place they stand in, which takes a third
of the size and a tenth of the time of naming it each time. Only for what the same code wrote, as
`cli.cache` and `cli.helpers` make sure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from rapport.model import Addressed, Facts, Handle, Image, Link, Named, Question, Quoted, Span, Told

_NAMES = tuple(each.name for each in fields(Facts))
_VALUES: Callable[[Facts], tuple[Any, ...]] = attrgetter(*_NAMES)
_INSIDE: dict[str, Any] = {
    "questions": Question,
    "invitations": Told,
    "people": Named,
    "pitch": Told,
    "quotations": Quoted,
    "links": Link,
    "images": Image,
    "handles": Handle,
}
_COUNTS = _NAMES.index("addressed")
_ROWS = [(_NAMES.index(name), cls, cls._fields.index("span")) for name, cls in _INSIDE.items()]


def packed(facts: Facts) -> list[Any]:
    """The facts as lists, texts and numbers."""
    row = list(_VALUES(facts))
    row[_COUNTS] = list(row[_COUNTS])
    for at, _, place in _ROWS:
        row[at] = [[*each[:place], [*each[place]], *each[place + 1 :]] for each in row[at]]
    return row


def unpacked(row: list[Any]) -> Facts:
    """The same facts again. Raises ValueError, TypeError or LookupError for what is no facts."""
    values = list(row)
    for at, cls, place in _ROWS:
        values[at] = tuple(
            cls(*each[:place], Span(*each[place]), *each[place + 1 :]) for each in values[at]
        )
    values[_COUNTS] = Addressed(*values[_COUNTS])
    return Facts(*values)
