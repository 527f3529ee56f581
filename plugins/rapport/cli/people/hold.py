"""The legal hold: whose words must not be touched, and why, by a file in the private folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.cli.people.whom import Subject
from rapport.people import fold
from rapport.store import read_text

HOLD = "legal-hold"


@dataclass(frozen=True, slots=True)
class Hold:
    """A line of the file: whom it holds (a name, slug, address or comment's id), and the reason."""

    who: str
    reason: str
    line: int


def holds(private: Path, subject: Subject) -> list[Hold]:
    """The lines that hold this person. Raises Unreadable for a file that is not text."""
    path = private / HOLD
    if not path.exists():
        return []
    person = subject.person
    meant = {*subject.names, subject.asked, *subject.ids, *subject.voice.emails}
    if person is not None:
        meant |= {person.slug, *person.handles}
    keys = {fold(each).removeprefix("@") for each in meant}
    return [hold for hold in _lines(read_text(path)) if fold(hold.who).removeprefix("@") in keys]


def _lines(text: str) -> Iterator[Hold]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            who, _, reason = line.strip().partition(" - ")
            yield Hold(who.strip(), reason.strip() or "no reason is written there", number)
