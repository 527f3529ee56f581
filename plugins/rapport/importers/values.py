"""Values out of JSON whose shape nobody promises, and entries gathered into an export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, Export, Place, Skipped
from rapport.importers.dates import moment
from rapport.importers.rows import Odd
from rapport.model import clean_text, one_line

_NOW_AND_THEN = 100
_NOTHING: Mapping[str, object] = {}


def words(row: Mapping[str, object], key: str) -> str:
    """A text or a number as text of several lines, empty for anything else."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean_text(str(value))


def line(row: Mapping[str, object], *keys: str) -> str:
    """The first of these that says something, on one line."""
    for key in keys:
        found = one_line(words(row, key))
        if found:
            return found
    return ""


def inside(row: Mapping[str, object], *keys: str) -> Mapping[str, object]:
    """The object at the end of a way of keys, empty where there is none."""
    for key in keys:
        value = row.get(key)
        if not isinstance(value, dict):
            return _NOTHING
        row = value
    return row


def listed(row: Mapping[str, object], key: str) -> list[object]:
    """The list under a key, empty where there is none."""
    value = row.get(key)
    return value if isinstance(value, list) else []


def objects(row: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    """The objects of the list under a key; what is none is left out."""
    return (each for each in listed(row, key) if isinstance(each, dict))


def dated(written: object, zone: ZoneInfo) -> tuple[datetime, bool]:
    """The moment, and whether it came without a zone; Odd where it cannot be read."""
    found = moment(written, zone)
    if found is None:
        told = one_line(str(written))[:40] if isinstance(written, str | int | float) else ""
        raise Odd(f"its date {told!r} cannot be read" if told else "it has no date")
    return found


@dataclass(slots=True)
class Gathered:
    """An export while it is being read; `told` hears of every hundredth entry."""

    source: str
    told: Callable[[int], None]
    places: dict[str, Place] = field(default_factory=dict)
    comments: list[Arrived] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, label: str, make: Callable[[], Arrived]) -> None:
        """What `make` gives is a comment; where it raises Odd the entry is skipped for that."""
        try:
            self.comments.append(make())
        except Odd as fault:
            self.skip(label, str(fault))
        count = len(self.comments) + len(self.skipped)
        if count % _NOW_AND_THEN == 0:
            self.told(count)

    def skip(self, label: str, reason: str) -> None:
        """An entry that becomes no comment."""
        self.skipped.append(Skipped(one_line(label)[:200], reason))

    def at(self, place: Place) -> str:
        """The id of a place, which is the export's from now on; the first told of it holds."""
        return self.places.setdefault(place.id, place).id

    def export(self) -> Export:
        """Everything that was gathered."""
        self.told(len(self.comments) + len(self.skipped))
        return Export(
            self.source,
            tuple(self.places.values()),
            tuple(self.comments),
            tuple(self.skipped),
            tuple(self.notes),
        )
