"""Who is who elsewhere: the one file by which an import may give the firm's badge.

A line for each: `account or name = person`. Empty lines and lines that begin with # say nothing.
"""

from __future__ import annotations

from pathlib import Path

from rapport.conversation import who_key
from rapport.errors import UsageError
from rapport.model import one_line
from rapport.people import Roster
from rapport.store import read_text


def read_map(file: Path, roster: Roster) -> dict[str, str]:
    """The slug of a person, or "none", for every account or name, folded by `who_key`.

    Raises UsageError with every line that cannot be used, Unreadable for a file that cannot.
    """
    found: dict[str, str] = {}
    faults: list[str] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        name, sign, person = (part.strip() for part in bare.rpartition("="))
        fault = _fault(name, sign, person, roster)
        if not fault and found.get(who_key(name), person) != person:
            fault = f"{one_line(name)!r} is somebody else in a line above"
        if fault:
            faults.append(f"{file}:{number}: {fault}.")
        else:
            found[who_key(name)] = person
    if faults:
        raise UsageError("The map of people cannot be used:\n  " + "\n  ".join(faults))
    return found


def _fault(name: str, sign: str, person: str, roster: Roster) -> str:
    if not sign or not name or not person:
        return "write `account or name = person`"
    if person == "none" or roster.get(person) is not None:
        return ""
    near = roster.nearest(person)
    hint = f"did you mean {near}" if near else "write the name of a file in content/people"
    return f"nobody in content/people is called {one_line(person)!r}; {hint}, or `none`"
