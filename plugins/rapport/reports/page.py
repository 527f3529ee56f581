"""What the web page says, put together from a report: every sentence, list and number of it.

The template only sets these values in HTML. They are plain text; autoescape makes them harmless.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from rapport.model import Entry, Finding, Manual, Report, one_line
from rapport.reports.drawing import Picture, picture, picture_of_posts
from rapport.reports.lines import Lines
from rapport.reports.parts import Example, Explained, Lit, Note, Page, Place, Row, Tile, Wait
from rapport.reports.shares import Part, Share, by_author, by_period, part
from rapport.reports.telling import (
    Group,
    badness,
    groups,
    how_long,
    next_step,
    waiting,
)
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Light, Source, colours, number, severities

# What a post with a green light does, what one without does not, and the same as a label.
_DOES: dict[Light, tuple[str, str, str]] = {
    "ask": ("ask their readers something", "ask nothing specific", "ask readers something"),
    "credit": (
        "name other people and credit them",
        "do not name and credit anybody else",
        "name and credit others",
    ),
    "link_out": (
        "send readers on to others",
        "send readers on to nobody",
        "send readers on",
    ),
    "pitch": ("leave the selling out", "sell something", "leave the selling out"),
    "answer": ("leave no reader waiting", "keep somebody waiting", "leave nobody waiting"),
}
MOST_SHOWN = 20
MOST_EXAMPLES = 3
_WORDS = 220  # code points of a line that are shown around a finding
_GREENS = 4
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def page(report: Report, source: Source) -> Page:
    """Everything the page says. Drafts are listed, and counted only where there is nothing else."""
    counted = [entry for entry in report.entries if entry.status != "draft"] or report.entries
    over_all = part("", counted)
    periods = by_period(counted)
    told = {group.path: group for group in groups(report)}
    make = _Rows(report, Lines(source))
    posts = sorted(report.entries, key=lambda each: (*badness(each.lights), -_when(each)))
    known = {entry.path for entry in report.entries}
    return Page(
        title=f"How {one_line(report.firm) or 'this blog'} talks with its readers",
        headline=_headline(over_all),
        lead=_lead(report),
        next=next_step(report),
        notes=tuple(map(one_line, report.notes)),
        tiles=tuple(Tile(_DOES[share.light][2], share) for share in over_all.shares),
        waiting=tuple(_wait(report)),
        examples=tuple(_examples(counted)),
        columns=tuple(COLUMNS.values()),
        periods=periods,
        pictures=tuple(_pictures(periods)),
        authors=by_author(counted),
        rows=tuple(make.post(entry, told.get(entry.path)) for entry in posts),
        others=tuple(make.file(group) for path, group in told.items() if path not in known),
        rules=tuple(map(_explained, report.rules)),
    )


def _pictures(periods: Sequence[Part]) -> list[Picture]:
    """A picture of every light over time, and one of how many posts there were."""
    if not periods:
        return []
    shares = [picture(at, does[2], periods) for at, does in enumerate(_DOES.values())]
    seen = [each for each in shares if each.bars]
    return [*seen, picture_of_posts("posts written", periods)]


def _headline(over_all: Part) -> str:
    """What is done most and what is missing most, in one sentence."""
    if not over_all.posts:
        return "There was nothing to audit."
    judged = [share for share in over_all.shares if share.of]
    best = max(judged, key=lambda share: share.good / share.of, default=None)
    worst = min(judged, key=lambda share: share.good / share.of, default=None)
    if best is None or worst is None:
        return "Nothing in these posts could be judged."
    if worst.good == worst.of:
        return "Every post does what a good conversation needs."
    missing = f"{worst.of - worst.good} of {worst.of} {_DOES[worst.light][1]}"
    if best.good == 0:
        return f"{missing[0].upper()}{missing[1:]}."
    return f"{_amount(best)} {_DOES[best.light][0]}; {missing}."


def _amount(share: Share) -> str:
    if share.good == share.of:
        return "All posts"
    if share.good >= 0.75 * share.of:
        return "Most posts"
    return f"{share.good} of {number(share.of, 'post')}"


def _lead(report: Report) -> tuple[str, ...]:
    """What was looked at and when, what was found, who waits: a sentence each."""
    when = f" on {_day(report.now)}" if report.now else ""
    errors, warnings = severities(report.findings).values()
    found = f"{number(errors + warnings, 'thing')} could be better"
    if errors:
        found += f", {errors:,} of them for certain"
    said = [f"{number(report.posts, 'post')} {_were(report.posts)} audited{when}."]
    said.append(f"{found}." if report.findings else "Nothing is left to mend.")
    waiters = waiting(report)
    if waiters:
        longest, _ = waiters[0]
        verb = "waits" if len(waiters) == 1 else "wait"
        said.append(
            f"{number(len(waiters), 'reader')} {verb} for an answer, the longest for "
            f"{how_long(longest.date, report)}."
        )
    return tuple(said)


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _wait(report: Report) -> list[Wait]:
    return [
        Wait(
            author=one_line(waiter.author),
            time=how_long(waiter.date, report),
            late=entry.lights.answer == "red",
            title=one_line(entry.title),
            lang=_language(entry),
            writers=_listed(entry.authors),
            excerpt=one_line(waiter.excerpt),
            path=one_line(waiter.path),
        )
        for waiter, entry in waiting(report)
    ]


def _examples(entries: Sequence[Entry]) -> list[Example]:
    """The posts with the most green lights that ask and credit, talked about most first."""
    good = [
        entry
        for entry in entries
        if entry.question and entry.credited and "red" not in colours(entry.lights)
    ]
    good = [entry for entry in good if colours(entry.lights).count("green") >= _GREENS]
    good.sort(key=_merit)
    return [
        Example(
            title=one_line(entry.title),
            lang=_language(entry),
            writers=_listed(entry.authors),
            question=one_line(entry.question),
            credited=_listed(entry.credited),
            comments=number(entry.comments, "comment") if entry.comments else "",
        )
        for entry in good[:MOST_EXAMPLES]
    ]


def _merit(entry: Entry) -> tuple[int, int, float, str]:
    greens = colours(entry.lights).count("green")
    return -greens, -entry.comments, -_when(entry), entry.path


class _Rows:
    """Makes the rows of posts and files; knows the report and the sources."""

    def __init__(self, report: Report, lines: Lines) -> None:
        self._lines = lines
        self._explained = {manual.code for manual in report.rules}

    def post(self, entry: Entry, group: Group | None) -> Row:
        """The row of a post, with what was found in it if anything was."""
        shown = [_day(entry.date), _listed(entry.authors)]
        return Row(
            title=one_line(entry.title) or one_line(entry.path),
            lang=_language(entry),
            meta=", ".join(filter(None, shown)),
            path=one_line(entry.path),
            draft=entry.status == "draft",
            lights=tuple(
                Lit(name, colour, LIGHT_WORDS[colour])
                for name, colour in zip(COLUMNS.values(), colours(entry.lights), strict=True)
            ),
            count=_count(group),
            notes=self._notes(group),
        )

    def file(self, group: Group) -> Row:
        """The row of a file that is no post of this report."""
        path = one_line(group.path)
        return Row(path, "", "", path, False, (), _count(group), self._notes(group))

    def _notes(self, group: Group | None) -> tuple[Note, ...]:
        if group is None:
            return ()
        return tuple(
            Note(
                code=told.first.code,
                severity=told.first.severity,
                pieces=_pieces(told.first.message),
                places=tuple(self._place(each, group) for each in told.findings),
                explained=told.first.code in self._explained,
            )
            for told in group.told
        )

    def _place(self, finding: Finding, group: Group) -> Place:
        where = f"line {finding.span.line}"
        if finding.path != group.path:
            where = f"{one_line(finding.path)}, {where}"
        before, words, after = self._lines.around(finding.path, finding.span)
        if not finding.exact or one_line(words) in ("", group.title):
            return Place(where, "", "", "")
        return Place(where, *_cut(before, words, after))


def _cut(before: str, words: str, after: str) -> tuple[str, str, str]:
    """The words in question with as much of their line around them as can be read at a glance."""
    words = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
    room = max(0, _WORDS - len(words)) // 2
    left = before if len(before) <= room else f"…{before[len(before) - room :]}"
    right = after if len(after) <= room else f"{after[:room]}…"
    return _spaced(left), _spaced(words), _spaced(right)


def _spaced(value: str) -> str:
    """As `one_line`, but a space at an end stays: the words on the other side follow it."""
    flat = one_line(value)
    start = " " if value[:1].isspace() else ""
    return f"{start}{flat}{' ' if flat and value[-1:].isspace() else ''}"


def _count(group: Group | None) -> str:
    if group is None:
        return ""
    both = [number(group.errors, "error"), number(group.warnings, "warning")]
    kept = [said for said, n in zip(both, (group.errors, group.warnings), strict=True) if n]
    return " and ".join(kept)


def _explained(manual: Manual) -> Explained:
    return Explained(
        code=manual.code,
        name=manual.name,
        what=_paragraphs(manual.what),
        why=_paragraphs(manual.why),
        better=manual.better,
    )


def _paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_pieces(paragraph) for paragraph in text.split("\n\n"))


def _pieces(text: str) -> tuple[str, ...]:
    """Text and, at every second place, code: what stands between two backticks."""
    pieces = one_line(text).split("`")
    return tuple(pieces) if len(pieces) % 2 else (one_line(text),)


def _language(entry: Entry) -> str:
    """The language of a post's words, where it is written as a language tag is."""
    return entry.lang if _TAG.fullmatch(entry.lang) else ""


def _listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    shown = [one_line(name) for name in names]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _when(entry: Entry) -> float:
    return entry.date.timestamp()
