"""Values out of JSON whose shape nobody promises, and entries gathered into an export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, Export, Place, Skipped
from rapport.importers.dates import moment
from rapport.importers.faults import Broken, Unusable
from rapport.importers.rows import Odd
from rapport.model import clean_text, one_line

_NOW_AND_THEN = 100
_FEW = 12
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


def post_folder(name: str, root: Path) -> str:
    """What the folder is called that says which post a file is of; `name` is its path in `root`.

    The same whether the folder of all posts was named or that of this one, so that both give the
    same ids. A folder that is called comments, as beside a post's own file, says nothing.
    """
    parts = [*root.resolve().parts, *Path(name).parent.parts]
    while len(parts) > 1 and parts[-1].lower() == "comments":
        parts.pop()
    return one_line(parts[-1])


@dataclass(slots=True)
class Gathered:
    """An export while it is being read; `told` hears of every hundredth entry."""

    source: str
    told: Callable[[int], None]
    places: dict[str, Place] = field(default_factory=dict)
    comments: list[Arrived] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    broken: list[Unusable] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def once(self, name: str) -> str:
        """The id, which nothing before it had; Odd for one that was read already."""
        if name in self.seen:
            raise Odd("it was read already")
        self.seen.add(name)
        return name

    def take(self, label: str, make: Callable[[], Arrived]) -> None:
        """What `make` gives is a comment; where it raises Odd the entry is skipped for that.

        A file that cannot be read is kept for `export` to tell, so that all are told at once.
        """
        try:
            self.comments.append(make())
        except Odd as fault:
            self.skip(label, str(fault))
        except Unusable as fault:
            self.broken.append(fault)
        count = len(self.comments) + len(self.skipped)
        if count % _NOW_AND_THEN == 0:
            self.told(count)

    def skip(self, label: str, reason: str) -> None:
        """An entry that becomes no comment."""
        self.skipped.append(Skipped(one_line(label)[:200], reason))

    def at(self, place: Place) -> str:
        """The id of a place, which is the export's from now on, with all that is told of it."""
        known = self.places.get(place.id)
        if known is not None and known != place:
            place = replace(
                known,
                title=known.title or place.title,
                url=known.url or place.url,
                keys=tuple(dict.fromkeys((*known.keys, *place.keys))),
            )
        self.places[place.id] = place
        return place.id

    def left_out(self, names: Mapping[str, int], what: str) -> None:
        """A note on keys that mean nothing here, with how often each stood there."""
        most = sorted(names.items(), key=lambda each: (-each[1], each[0]))
        told = [f"{one_line(name)[:40]} ({count})" for name, count in most[:_FEW]]
        if len(most) > _FEW:
            told.append(f"and {len(most) - _FEW} more")
        if told:
            self.notes.append(f"{what} that mean nothing here were left out: {', '.join(told)}.")

    def export(self) -> Export:
        """Everything that was gathered. Raises Broken if a file could not be read."""
        if self.broken:
            raise Broken(self.broken)
        self.told(len(self.comments) + len(self.skipped))
        return Export(
            self.source,
            tuple(self.places.values()),
            tuple(self.comments),
            tuple(self.skipped),
            tuple(self.notes),
        )
