"""What people's reports have in common: findings put together by post, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from rapport.model import Colour, Entry, Finding, Lights, Report, Waiter, one_line
from rapport.reports.words import colours, most_important, number

_BADNESS: dict[Colour, int] = {"red": 2, "amber": 1, "green": 0, "grey": 0}


class Told(NamedTuple):
    """One message and every place it holds for, in order; all of one rule, severity and file."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The first place; what the findings have in common is the same in all of them."""
        return self.findings[0]


class Group(NamedTuple):
    """What was found in one post and the comments that wait under it, or in any other file."""

    path: str
    title: str
    told: tuple[Told, ...]

    @property
    def errors(self) -> int:
        """How many findings of it are errors."""
        return sum(len(each.findings) for each in self.told if each.first.severity == "error")

    @property
    def warnings(self) -> int:
        """How many are not."""
        return sum(len(each.findings) for each in self.told) - self.errors


def groups(report: Report) -> list[Group]:
    """Every finding: the files with errors first, and each file's errors before its warnings.

    Files that are no posts come before posts, the newest post before older ones.
    """
    homes = {waiter.path: entry.path for entry in report.entries for waiter in entry.waiting}
    posts = {entry.path: entry for entry in report.entries}
    by_home: dict[str, list[Finding]] = {}
    for finding in most_important(report.findings):
        by_home.setdefault(homes.get(finding.path, finding.path), []).append(finding)
    found = [
        Group(path, _title(path, posts.get(path)), tuple(_together(findings)))
        for path, findings in by_home.items()
    ]
    return sorted(found, key=lambda group: _urgency(group, posts.get(group.path)))


def _title(path: str, entry: Entry | None) -> str:
    return one_line(entry.title if entry else "") or one_line(path)


def _urgency(group: Group, entry: Entry | None) -> tuple[bool, float, str]:
    age = -entry.date.timestamp() if entry else float("-inf")
    return not group.errors, age, group.path


def _together(findings: Iterable[Finding]) -> list[Told]:
    """Findings that say the same of one file, told once."""
    same: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        same.setdefault((finding.code, finding.path, finding.message), []).append(finding)
    return [Told(tuple(each)) for each in same.values()]


def worst_first(report: Report) -> list[Lights]:
    """The posts with the most red lights first, then the most amber, the newest of equals."""
    ages = {entry.path: -entry.date.timestamp() for entry in report.entries}
    return sorted(
        report.lights, key=lambda each: (*badness(each), ages.get(each.path, 0.0), each.path)
    )


def badness(lights: Lights) -> tuple[int, int]:
    """A key that sorts the worse post first: its red lights count before the amber ones."""
    weights = [_BADNESS[colour] for colour in colours(lights)]
    return -weights.count(2), -weights.count(1)


def waiting(report: Report) -> list[tuple[Waiter, Entry]]:
    """Who waits for a word from the firm, with the post, the longest first."""
    found = {waiter.path: (waiter, entry) for entry in report.entries for waiter in entry.waiting}
    return sorted(found.values(), key=lambda pair: (pair[0].date, pair[0].path))


def days(since: datetime, report: Report) -> int:
    """Whole days from a moment to that of the report; 0 where nobody knows when it was made."""
    return max(0, (report.now - since).days) if report.now else 0


def how_long(since: datetime, report: Report) -> str:
    """`14 days`, `1 day`, `less than a day`."""
    return number(days(since, report), "day") if days(since, report) else "less than a day"


def next_step(report: Report) -> str:
    """One or two sentences: what to do first."""
    said = [*_errors(report), *_owed(report)]
    if said:
        return " ".join(said)
    if not report.findings:
        return "Nothing to mend."
    best = groups(report)[0]
    return f"Nothing has to be mended. Whoever has ten minutes begins with {_quoted(best.title)}."


def _errors(report: Report) -> list[str]:
    wrong = [group for group in groups(report) if group.errors]
    if not wrong:
        return []
    count = sum(group.errors for group in wrong)
    codes = dict.fromkeys(t.first.code for t in wrong[0].told if t.first.severity == "error")
    where = f"{_quoted(wrong[0].title)} ({', '.join(codes)})"
    if len(wrong) == 1:
        return [f"Mend the {number(count, 'error') if count > 1 else 'error'} in {where}."]
    return [f"Mend the {count} errors in {len(wrong)} files, first in {where}."]


def _owed(report: Report) -> list[str]:
    waiters = waiting(report)
    if not waiters:
        return []
    waiter, entry = waiters[0]
    others = f", and {number(len(waiters) - 1, 'other')}" if waiters[1:] else ""
    time = how_long(waiter.date, report)
    return [
        f"Answer {one_line(waiter.author)}, who has waited {time} under "
        f"{_quoted(entry.title)}{others}."
    ]


def _quoted(title: str) -> str:
    return f'"{one_line(title)}"'
