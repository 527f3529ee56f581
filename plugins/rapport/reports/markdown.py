"""A short summary in Markdown, for a comment on a pull request or the summary of a CI job.

The first line is a marker that no reader sees: whoever posts the report finds the comment by it and
edits that one in place. Then what to do next, the lights, and the findings, the most important
first; long lists are folded. It stays under the size of a comment on GitHub (65,536 characters) by
leaving out the last findings and saying so. Whatever comes from a file is shown as the text it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapport.model import Colour, Lights, Report, Severity, one_line
from rapport.reports.telling import Group, Told, groups, next_step, worst_first
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Source, colours, number, severities

MARKER = "<!-- rapport:audit -->"
LONGEST = 60_000
MOST_POSTS = 10
MOST_FOLDED = 90
MOST_TOLD = 10
MOST_LINES = 12
_DOTS: dict[Colour, str] = {"green": "🟢", "amber": "🟡", "red": "🔴", "grey": "⚪"}
_SIGNS: dict[Severity, str] = {"error": "❌", "warning": "⚠️"}
_GAP = re.compile(r"\n{3,}")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&$])")
# What a code host makes a link or a picture of after Markdown is done: names, issues here and
# elsewhere, commits, addresses, pictures between colons. A character of no width inside it keeps it
# the text it is. Source: "Autolinked references and URLs" in GitHub's manual, and its Markdown
# ("Autolinks (extension)").
_CALLS = re.compile(
    r"(?i:[@#](?=\w)|\bgh-(?=\d)|:(?=//)|\bwww(?=\.)|:(?=[a-z0-9_+\\-]+:))"
    r"|\b[A-Z]{2,10}-(?=\d)|\b[0-9a-f](?=[0-9a-f]{6,39}\b)"
)


def markdown(report: Report, _source: Source) -> str:
    """The report as Markdown, at most `LONGEST` characters (UTF-16, as GitHub counts)."""
    parts = [MARKER, f"### Rapport: {_counts(report)}", ""]
    if report.posts:
        parts += [f"**Next:** {_shown(next_step(report))}", ""]
    parts += [_said(note) + "\n" for note in report.notes]
    if report.lights:
        parts += [*_tables(report), ""]
    room = LONGEST - sum(map(_size, parts)) - 400
    return _GAP.sub("\n\n", "\n".join([*parts, *_findings(report, room)])).rstrip() + "\n"


def _counts(report: Report) -> str:
    found = [number(n, level) for level, n in severities(report.findings).items() if n]
    return f"{number(report.posts, 'post')}, {' and '.join(found) or 'nothing to mend'}"


def _tables(report: Report) -> list[str]:
    """The lights of the worst posts, and those of the others folded."""
    titles = {entry.path: entry.title for entry in report.entries}
    rows = [_row(each, titles.get(each.path) or each.path) for each in worst_first(report)]
    shown, folded = rows[:MOST_POSTS], rows[MOST_POSTS:]
    head = [f"| post | {' | '.join(COLUMNS.values())} |", "|---" * (len(COLUMNS) + 1) + "|"]
    if not folded:
        return [*head, *shown]
    most = folded[:MOST_FOLDED]
    more = [f"\nand {number(len(folded) - len(most), 'more post')}"] if folded[len(most) :] else []
    return [
        *(*head, *shown, ""),
        *_folded(number(len(folded), "more post"), [*head, *most, *more]),
    ]


def _folded(title: str, lines: Sequence[str]) -> list[str]:
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]


def _row(lights: Lights, title: str) -> str:
    cells = " | ".join(f"{_DOTS[c]} {LIGHT_WORDS[c]}" for c in colours(lights))
    return f"| {_shown(title)} | {cells} |"


def _findings(report: Report, room: int) -> list[str]:
    """What was found, under its post; what is too much to be read at once is folded."""
    items = [item for group in groups(report) for item in _group(group, report.base)]
    kept = _fitting(items, room)
    shown, folded = kept[:MOST_TOLD], kept[MOST_TOLD:]
    lines = [line for _, head, line in _headed(shown) for line in (*head, line)]
    if folded:
        inside = [line for _, head, line in _headed(folded) for line in (*head, line)]
        count = sum(places for places, *_ in folded)
        lines += ["", *_folded(number(count, "more finding"), inside)]
    left = sum(places for places, *_ in items[len(kept) :])
    if left:
        lines += ["", f"{number(left, 'more finding')}: `rapport audit` shows them all."]
    return lines


_Item = tuple[int, str, str]  # how many findings it stands for, its post's line, its own


def _group(group: Group, base: str) -> list[_Item]:
    title, path = _shown(group.title), _shown(base + group.path)
    head = f"**{title}**" if title == path else f"**{title}** {path}"
    return [(len(told.findings), head, _item(told, group, base)) for told in group.told]


def _item(told: Told, group: Group, base: str) -> str:
    finding = told.first
    lines = list(dict.fromkeys(each.span.line for each in told.findings))
    noun = "line" if len(lines) == 1 else "lines"
    more = " ..." if lines[MOST_LINES:] else ""
    place = f"{noun} {', '.join(map(str, lines[:MOST_LINES]))}{more}"
    if finding.path != group.path:
        place = f"{_shown(base + finding.path)}, {place}"
    sign = f"{_SIGNS[finding.severity]} {finding.severity} **{finding.code}**"
    return f"- {sign}, {place}: {_said(finding.message)}"


def _headed(items: Sequence[_Item]) -> list[tuple[int, list[str], str]]:
    """Each item, with the line of its post where that begins."""
    headed, last = [], ""
    for places, head, line in items:
        headed.append((places, ["", head, ""] if head != last else [], line))
        last = head
    return headed


def _fitting(items: Sequence[_Item], room: int) -> list[_Item]:
    """As many items as there is room for, each counted with the line of its post."""
    for at, (_, head, line) in enumerate(items):
        room -= _size(head) + _size(line) + 4
        if room < 0:
            return list(items[:at])
    return list(items)


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _said(message: str) -> str:
    """A message of ours: what it puts between backticks is code, all else the text it is."""
    pieces = one_line(message).split("`")
    if len(pieces) % 2 == 0:
        return _shown(message)
    return "".join(
        f"`{piece}`" if at % 2 and piece.strip() else _escaped(piece)
        for at, piece in enumerate(pieces)
    )


def _shown(value: str) -> str:
    """Text on one line that Markdown shows as it is, and that calls nobody."""
    return _escaped(one_line(value))


def _escaped(value: str) -> str:
    return _CALLS.sub("\\g<0>\u200b", _SPECIAL.sub(r"\\\1", value))
