"""The legal hold: whose words must not be touched, and why, by a file in the private folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.cli.people.whom import Subject
from rapport.model import one_line
from rapport.people import fold
from rapport.store import read_text

HOLD = "legal-hold"
_PARTING = ("", *"-:;,(\u2013\u2014")


@dataclass(frozen=True, slots=True)
class Hold:
    """A line of the file: whom it holds (a name, slug, address or comment's id), and the reason."""

    who: str
    reason: str
    line: int


def holds(private: Path, subject: Subject) -> list[Hold]:
    """The lines that hold this person. Raises Unreadable for a file that is not text."""
    person = subject.person
    meant = {*subject.names, subject.asked, *subject.ids, *subject.voice.emails}
    if person is not None:
        meant |= {person.slug, *person.handles}
    return holding(private, meant)


def holding(private: Path, meant: Iterable[str]) -> list[Hold]:
    """The lines that hold any of these names, slugs, handles, addresses and ids of comments.

    Whatever stands behind a name is the reason, however it is parted from it: a slip in writing
    must not lift a hold. Raises Unreadable for a file that is not text.
    """
    keys = sorted((key for each in meant if (key := _key(each))), key=len, reverse=True)
    lines = (line for path in sorted(private.glob(f"{HOLD}*")) for line in _lines(read_text(path)))
    return [hold for number, line in lines if (hold := _hold(number, line, keys)) is not None]


def forbidding(hold: Hold) -> str:
    """What is told of a hold to whoever wants to change what it keeps."""
    who, reason = one_line(hold.who), one_line(hold.reason)
    return f"A legal hold forbids it (legal-hold:{hold.line}): {who} - {reason}."


def _key(text: str) -> str:
    return fold(text).removeprefix("@")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip().lstrip("-*\u2022 \t")


def _hold(number: int, line: str, keys: Iterable[str]) -> Hold | None:
    told = _key(line)
    for key in keys:
        rest = told[len(key) :]
        # "Noor" alone does not hold every Noor.
        parted_well = not rest[:1].isalnum() if " " in key else rest.lstrip()[:1] in _PARTING
        if told.startswith(key) and parted_well:
            who, parted, reason = line.partition(" - ")
            if not parted:
                who, reason = line, rest.strip(" \t-:;,.\u2013\u2014")
            return Hold(who.strip(), reason.strip() or "no reason is written there", number)
    return None
