"""The words that findings are about, marked in the HTML of a post: for the preview alone.

Every stretch of a finding's words becomes a `<mark>`, and behind the last stands a link to the
finding with its number. Nothing else of the HTML changes. Where findings share words the first
stretches nest, since each finding needs a place to be led to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapport.sources import Shown

_MARK = '<mark class="found">'


@dataclass(slots=True)
class _Cut:
    """What happens at one place in the HTML: marks by the numbers of their findings, and notes."""

    closes: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


def mark_id(number: int) -> str:
    """The id of the place where a finding's words begin."""
    return f"mark-{number}"


def finding_id(number: int) -> str:
    """The id of a finding in the panel."""
    return f"finding-{number}"


def marked(html: str, places: Iterable[tuple[int, Shown]]) -> str:
    """The HTML with the words at `places` marked, each with the number of its finding."""
    pieces: list[str] = []
    inside: set[int] = set()
    done = opened = 0
    for at, cut in sorted(_cuts(places).items()):
        pieces += html[done:at], "</mark>" * opened
        done = at
        inside.difference_update(cut.closes)
        pieces += map(_note, sorted(cut.notes))
        inside.update(cut.opens)
        begun = [f'<mark class="found" id="{mark_id(each)}">' for each in sorted(cut.begins)]
        begun = begun or [_MARK] if inside else []
        pieces += begun
        opened = len(begun)
    return "".join([*pieces, html[done:]])


def _cuts(places: Iterable[tuple[int, Shown]]) -> dict[int, _Cut]:
    cuts: dict[int, _Cut] = {}
    for number, shown in places:
        for start, end in shown.stretches:
            cuts.setdefault(start, _Cut()).opens.append(number)
            cuts.setdefault(end, _Cut()).closes.append(number)
        cuts[shown.stretches[0][0]].begins.append(number)
        cuts.setdefault(shown.after, _Cut()).notes.append(number)
    return cuts


def _note(number: int) -> str:
    return (
        f'<sup class="found-note"><a href="#{finding_id(number)}">'
        f'<span class="vh">Finding </span>{number}</a></sup>'
    )
