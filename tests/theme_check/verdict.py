"""What a check found, in one line; and what all the lines come to.

A line passes only when its tool ran, looked at something, and found the budget kept. A tool that is
missing, that broke, or that looked at nothing is told as that, and none of the three is a pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

_HEADS = ("check", "looked at", "measured", "budget", "verdict")
_DETAILS = 12


class Verdict(StrEnum):
    """How a line ends."""

    KEPT = "ok"
    BROKEN = "FAILED"
    UNSEEN = "LOOKED AT NOTHING"
    MISSING = "COULD NOT RUN"


class MissingError(RuntimeError):
    """A program that a check needs is not there; the message says what brings it."""


class ToolError(RuntimeError):
    """A program ran and did not do its work; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How many of what a check looked at."""

    count: int
    what: str

    def __str__(self) -> str:
        return f"{self.count:,} {self.what}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table; `details` are told below it when it is no pass."""

    check: str
    seen: str
    measured: str
    budget: str
    verdict: Verdict
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check(Generic[Thing]):
    """A tool with a name for the command line; `alone` when others beside it would disturb it.

    `long` when it should begin before others.
    """

    name: str
    run: Callable[[Thing], Sequence[Line]]
    alone: bool = False
    long: bool = False


def judged(  # noqa: PLR0917 - the columns of a row
    check: str,
    seen: Seen,
    measured: str,
    budget: str,
    kept: bool,
    details: Iterable[str] = (),
) -> Line:
    """A line of a tool that ran: looking at nothing is never a pass, whatever was found there."""
    verdict = Verdict.KEPT if kept else Verdict.BROKEN
    if not seen.count:
        verdict = Verdict.UNSEEN
    return Line(check, str(seen), measured, budget, verdict, tuple(details))


def at_most(check: str, seen: Seen, value: float, limit: float, unit: str = "") -> Line:
    """A line that passes up to a limit. A value that is no number is above every limit."""
    return judged(check, seen, _number(value, unit), f"<= {_number(limit, unit)}", value <= limit)


def at_least(check: str, seen: Seen, value: float, limit: float, unit: str = "") -> Line:
    """A line that passes from a limit on. A value that is no number is below every limit."""
    return judged(check, seen, _number(value, unit), f">= {_number(limit, unit)}", value >= limit)


def none(check: str, seen: Seen, faults: Sequence[str]) -> Line:
    """A line that passes when there are no faults; each is `where: what`, and told once a what."""
    return judged(check, seen, f"{len(faults):,}", "0", not faults, _once(faults))


def _once(faults: Sequence[str]) -> Iterator[str]:
    places: dict[str, list[str]] = {}
    for fault in faults:
        where, _, what = fault.partition(": ")
        places.setdefault(what, []).append(where)
    for what, found in places.items():
        more = f" (and {len(found) - 1:,} times more)" if len(found) > 1 else ""
        yield ": ".join(filter(None, (found[0], what))) + more


def _number(value: float, unit: str) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return f"{text} {unit}".rstrip()


def lines_of(check: Check[Thing], thing: Thing) -> tuple[Line, ...]:
    """What a check says of something; whatever goes wrong with it is a line as well."""
    try:
        lines = tuple(check.run(thing))
    except MissingError as reason:
        return (Line(check.name, "nothing", "-", "-", Verdict.MISSING, (str(reason),)),)
    except Exception as fault:  # noqa: BLE001 - one broken tool must not hide what the others say
        told = f"{type(fault).__name__}: {fault}"
        return (Line(check.name, "nothing", "-", "-", Verdict.MISSING, (told,)),)
    return lines or (Line(check.name, "nothing", "-", "-", Verdict.UNSEEN),)


def passed(lines: Sequence[Line]) -> bool:
    """Whether everything was looked at and every budget kept; nothing at all is no pass."""
    return bool(lines) and all(line.verdict is Verdict.KEPT for line in lines)


def table(lines: Sequence[Line]) -> str:
    """The lines as columns, and below each that is no pass what was wrong."""
    rows = [(line.check, line.seen, line.measured, line.budget, line.verdict) for line in lines]
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)]
    told = [_row(_HEADS, widths), _row(["-" * width for width in widths], widths)]
    for line, row in zip(lines, rows, strict=True):
        told.append(_row(row, widths))
        if line.verdict is not Verdict.KEPT:
            told += [f"    {detail}" for detail in line.details[:_DETAILS]]
            if len(line.details) > _DETAILS:
                told.append(f"    and {len(line.details) - _DETAILS:,} more")
    return "\n".join(told)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
